"""Who met whom as a graph: GEXF, as Gephi and networkx read it."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from chronicle.model import Chronicle, Official, Status
from chronicle.publish.groups import Officials, latest_side, pairs_of_officials

NAMESPACE = "http://www.gexf.net/1.2draft"
OF_NODES = (("side", "string"), ("meetings", "integer"))
OF_EDGES = (("first", "string"), ("last", "string"))


def gexf_of(chronicle: Chronicle) -> bytes:
    """data/network.gexf: officials, and how often two of different sides met; by meetings that took place.

    Written here: of tens of thousands of elements a library makes as many objects, in many times the time.
    """
    lines = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        f'<gexf xmlns="{NAMESPACE}" version="1.2">',
        '  <graph mode="static" defaultedgetype="undirected">',
        *attributes("node", OF_NODES),
        *attributes("edge", OF_EDGES),
        "    <nodes>",
        *[node(official) for official in chronicle.officials.values()],
        "    </nodes>",
        "    <edges>",
        *[edge(number, two, dates) for number, (two, dates) in enumerate(met(chronicle).items())],
        "    </edges>",
        "  </graph>",
        "</gexf>\n",
    ]
    return "\n".join(lines).encode()


def attributes(of: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """What is told of nodes or of edges."""
    told = [f'      <attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in names]
    return [f'    <attributes class="{of}">', *told, "    </attributes>"]


def node(official: Official) -> str:
    """An official, with the side of the latest meeting that tells one."""
    held = sum(meeting.status is Status.HELD for meeting in official.meetings)
    told = {"side": latest_side(official), "meetings": str(held)}
    return f"      <node id={quoted(official.id)} label={quoted(official.name)}>\n{values(told)}      </node>"


def edge(number: int, two: Officials, dates: list[str]) -> str:
    """Two who met, with the first and the last day that is known."""
    source, target = map(quoted, two)
    start = f'      <edge id="{number}" source={source} target={target} weight="{len(dates)}"'
    known = list(filter(None, dates))
    if not known:
        return f"{start}/>"
    return f"{start}>\n{values({'first': known[0], 'last': known[-1]})}      </edge>"


def values(told: Mapping[str, str]) -> str:
    """What is told of a node or an edge."""
    lines = [f'          <attvalue for="{name}" value={quoted(value)}/>\n' for name, value in told.items()]
    return f"        <attvalues>\n{''.join(lines)}        </attvalues>\n"


def quoted(text: str) -> str:
    """A text as the value of an attribute."""
    return '"' + escape(text, {'"': "&quot;"}) + '"'


def met(chronicle: Chronicle) -> dict[Officials, list[str]]:
    """The days on which two officials met, oldest first, "" where one isn't known; by pair, sorted."""
    days: dict[Officials, list[str]] = {}
    for meeting in chronicle.meetings:
        if meeting.status is Status.HELD:
            for two in pairs_of_officials(meeting):
                days.setdefault(two, []).append(meeting.date or "")
    return {two: days[two] for two in sorted(days)}
