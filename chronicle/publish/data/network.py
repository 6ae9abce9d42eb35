"""Who met whom as a graph: GEXF, as Gephi and networkx read it."""

from collections.abc import Mapping

from lxml import etree

from chronicle.model import Chronicle, Official, Status
from chronicle.publish.groups import Officials, pairs_of_officials, side_of

NAMESPACE = "http://www.gexf.net/1.2draft"
OF_NODES = (("side", "string"), ("meetings", "integer"))
OF_EDGES = (("first", "string"), ("last", "string"))


def gexf_of(chronicle: Chronicle) -> bytes:
    """data/network.gexf: officials, and how often two of different sides met; by meetings that took place."""
    root = etree.Element("gexf", xmlns=NAMESPACE, version="1.2")
    graph = etree.SubElement(root, "graph", mode="static", defaultedgetype="undirected")
    for of, names in (("node", OF_NODES), ("edge", OF_EDGES)):
        told = etree.SubElement(graph, "attributes", {"class": of})
        for name, kind in names:
            etree.SubElement(told, "attribute", id=name, title=name, type=kind)
    nodes, edges = etree.SubElement(graph, "nodes"), etree.SubElement(graph, "edges")
    for official in chronicle.officials.values():
        add_node(nodes, official)
    for number, (two, dates) in enumerate(met(chronicle).items()):
        add_edge(edges, str(number), two, dates)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def add_node(nodes: etree._Element, official: Official) -> None:
    """An official, with the side of the latest meeting that tells one."""
    sides = [side_of(attendee) for attendee in reversed(official.appearances)]
    held = sum(meeting.status is Status.HELD for meeting in official.meetings)
    node = etree.SubElement(nodes, "node", id=official.id, label=official.name)
    add_values(node, {"side": next(filter(None, sides), ""), "meetings": str(held)})


def add_edge(edges: etree._Element, number: str, two: Officials, dates: list[str]) -> None:
    """Two who met, with the first and the last day that is known."""
    source, target = two
    edge = etree.SubElement(edges, "edge", id=number, source=source, target=target, weight=str(len(dates)))
    known = list(filter(None, dates))
    if known:
        add_values(edge, {"first": known[0], "last": known[-1]})


def add_values(of: etree._Element, told: Mapping[str, str]) -> None:
    """What is told of a node or an edge."""
    values = etree.SubElement(of, "attvalues")
    for name, value in told.items():
        etree.SubElement(values, "attvalue", {"for": name, "value": value})


def met(chronicle: Chronicle) -> dict[Officials, list[str]]:
    """The days on which two officials met, oldest first, "" where one isn't known; by pair, sorted."""
    days: dict[Officials, list[str]] = {}
    for meeting in chronicle.meetings:
        if meeting.status is Status.HELD:
            for two in pairs_of_officials(meeting):
                days.setdefault(two, []).append(meeting.date or "")
    return {two: days[two] for two in sorted(days)}
