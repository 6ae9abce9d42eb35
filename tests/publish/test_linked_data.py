"""JSON-LD, as rdflib reads it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from chronicle.config import Config, Part
from chronicle.model import (
    Basis,
    Entry,
    Evidence,
    Kind,
    PartialDate,
    Source,
    Status,
    WebAddress,
)
from chronicle.publish.edition import Edition
from chronicle.publish.linked_data import linked_data
from chronicle.publish.urls import DATA, HOME, ROOT

Make = Callable[..., Edition]
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it
S = Namespace("https://schema.org/")
MEETING = f"{ROOT}meetings/2019-11-07-hasanov-gross/"


@pytest.fixture
def sure(entry: Entry) -> Entry:
    return replace(entry, review=())


def told(edition: Edition, url: str) -> dict[str, object]:
    block = str(linked_data(edition)(url))
    (text,) = re.findall(r'^<script type="application/ld\+json">([^<]*)</script>$', block)
    found: dict[str, object] = json.loads(text)
    return found


def graph_of(edition: Edition, url: str) -> Graph:
    """What rdflib reads; the words of schema.org aren't fetched."""
    record = told(edition, url) | {"@context": {"@vocab": str(S)}}
    return Graph().parse(data=json.dumps(record), format="json-ld")


def values(graph: Graph, kind: str, name: str) -> set[str]:
    return {
        str(value) for thing in graph.subjects(RDF.type, S[kind]) for value in graph.objects(thing, S[name])
    }


def test_a_meeting_is_an_event_with_day_place_and_people(edition: Make, sure: Entry) -> None:
    graph = graph_of(edition(sure), MEETING)
    assert values(graph, "Event", "startDate") == {"2019-11-07"}
    assert values(graph, "Event", "name") == {sure.title}
    assert values(graph, "Event", "eventStatus") == {"https://schema.org/EventScheduled"}
    assert values(graph, "Event", "url") == {"https://example.org/meetings/2019-11-07-hasanov-gross/"}
    assert values(graph, "PostalAddress", "addressLocality") == {"Baku"}
    assert values(graph, "PostalAddress", "addressCountry") == {"Azerbaijan"}
    assert values(graph, "Person", "name") == {"Zakir Hasanov", "Jens Stoltenberg", "Nobody Else"}
    (minister,) = graph.subjects(S.name, Literal("Zakir Hasanov"))
    assert graph.value(minister, S.jobTitle) == Literal("Minister of Defense")
    assert graph.value(graph.value(minister, S.affiliation), S.name) == Literal("Azerbaijan")
    assert not values(graph, "Person", "nationality")
    assert values(graph, "Organization", "name") == {"Azerbaijan", "NATO"}
    assert values(graph, "Article", "url") == {"https://news.az/1"}
    assert not values(graph, "Event", "description")


@pytest.mark.parametrize(
    ("status", "shown", "words"),
    [
        (Status.PLANNED, set(), "No report here tells that it took place."),
        (Status.CANCELLED, {"https://schema.org/EventCancelled"}, "called off or put off"),
    ],
)
def test_what_was_only_announced_or_called_off_is_told_so(
    edition: Make, sure: Entry, status: Status, shown: set[str], words: str
) -> None:
    graph = graph_of(edition(replace(sure, status=status)), MEETING)
    assert values(graph, "Event", "eventStatus") == shown
    assert words in values(graph, "Event", "description").pop()


def test_a_source_that_was_not_read_is_a_work_of_whatever_kind(edition: Make, sure: Entry) -> None:
    source = Source(outlet="Archive of Visits", url=WebAddress("https://visits.example/1"))
    graph = graph_of(edition(replace(sure, sources=(source,))), MEETING)
    assert values(graph, "CreativeWork", "url") == {"https://visits.example/1"}


def test_a_call_takes_place_at_a_distance(edition: Make, sure: Entry) -> None:
    graph = graph_of(edition(replace(sure, kind=Kind.CALL)), MEETING)
    assert values(graph, "Event", "eventAttendanceMode") == {"https://schema.org/OnlineEventAttendanceMode"}


def test_a_call_is_told_to_take_place_nowhere(edition: Make, sure: Entry) -> None:
    assert "location" not in told(edition(replace(sure, kind=Kind.VIDEO)), MEETING)


def test_a_meeting_in_doubt_is_told_to_no_program(edition: Make, entry: Entry) -> None:
    assert not linked_data(edition(entry))(MEETING)


def test_a_place_and_a_side_that_a_rule_inferred_are_told_to_no_program(edition: Make, sure: Entry) -> None:
    inferred = Evidence(Basis.INFERRED, None, "country_of_the_city")
    found = {"country": inferred, "participants[0].country": inferred}
    record = told(edition(replace(sure, evidence=found)), MEETING)
    assert "location" not in record
    assert record["attendee"][0].keys() == {"@type", "name", "url"}  # type: ignore[index]
    assert "jobTitle" in record["attendee"][1]  # type: ignore[index]


def test_an_official_is_a_person_and_a_country_a_country(edition: Make, entry: Entry) -> None:
    made = edition(entry)
    person = graph_of(made, f"{ROOT}officials/zakir-hasanov/")
    assert values(person, "Person", "jobTitle") == {"Minister of Defense"}
    assert values(graph_of(made, f"{ROOT}countries/az/"), "Country", "identifier") == {"AZ"}


def test_a_day_that_a_rule_inferred_is_told_to_no_program(edition: Make, sure: Entry) -> None:
    assert told(edition(sure), MEETING)["startDate"] == sure.date
    found = {"date": Evidence(Basis.INFERRED, "on Thursday", "weekday")}
    assert "startDate" not in told(edition(replace(sure, evidence=found)), MEETING)


def test_an_office_that_a_rule_inferred_is_no_job_title(edition: Make, sure: Entry) -> None:
    role = Evidence(Basis.INFERRED, "the minister", "holder_of_the_office")
    evidence = {"participants[0].role": role}
    person = graph_of(edition(replace(sure, evidence=evidence)), f"{ROOT}officials/zakir-hasanov/")
    assert values(person, "Person", "name") == {"Zakir Hasanov"}
    assert values(person, "Person", "jobTitle") == set()


def test_the_data_are_a_dataset_with_the_licence_that_is_set(edition: Make, entry: Entry) -> None:
    graph = graph_of(edition(entry, config=Config(licence="CC-BY-4.0")), DATA)
    assert values(graph, "Dataset", "license") == {"https://spdx.org/licenses/CC-BY-4.0.html"}
    assert "https://example.org/data/chronicle.sqlite" in values(graph, "DataDownload", "contentUrl")
    assert "license" not in told(edition(entry), DATA)


def test_the_home_page_tells_where_to_search_if_one_can(edition: Make, entry: Entry) -> None:
    graph = graph_of(edition(entry), HOME)
    assert values(graph, "EntryPoint", "urlTemplate") == {"https://example.org/search/?q={query}"}
    assert (None, RDF.type, S.WebSite) in graph
    without = Config(leave_out=frozenset([Part.SEARCH]))
    assert "potentialAction" not in told(edition(entry, config=without), HOME)


@pytest.mark.parametrize("url", [f"{ROOT}about/", f"{ROOT}2019/", f"{ROOT}officials/zakir-hasanov/page/2/"])
def test_other_pages_tell_nothing(edition: Make, entry: Entry, url: str) -> None:
    assert not linked_data(edition(entry))(url)


def test_no_title_ends_the_block(edition: Make, sure: Entry) -> None:
    record = told(edition(replace(sure, title="</script><b>&")), MEETING)
    assert record["name"] == "</script><b>&"


def test_addresses_are_those_of_the_language(edition: Make, sure: Entry) -> None:
    made = replace(edition(sure), prefix="az/")
    graph = graph_of(made, MEETING)
    assert URIRef("https://schema.org/Event") in set(graph.objects(None, RDF.type))
    assert values(graph, "Event", "url") == {"https://example.org/az/meetings/2019-11-07-hasanov-gross/"}


# ── what schema.org lets be told of what ─────────────────────────────────────────────────────

# Of which a thing is one more, as far as properties are inherited here.
IS_A = {
    "Article": "CreativeWork",
    "Dataset": "CreativeWork",
    "WebSite": "CreativeWork",
    "DataDownload": "CreativeWork",
    "Country": "Place",
    "SearchAction": "Action",
}
# By property: of what it is told, and what it leads to (schema.org 30.0, those that are used here).
PROPERTIES = {
    "url": ("Thing", {"URL"}),
    "name": ("Thing", {"Text"}),
    "description": ("Thing", {"Text"}),
    "alternateName": ("Thing", {"Text"}),
    "sameAs": ("Thing", {"URL"}),
    "identifier": ("Thing", {"Text", "URL"}),
    "subjectOf": ("Thing", {"CreativeWork", "Event"}),
    "potentialAction": ("Thing", {"Action"}),
    "startDate": ("Event", {"Date"}),
    "endDate": ("Event", {"Date"}),
    "eventStatus": ("Event", {"EventStatusType"}),
    "eventAttendanceMode": ("Event", {"EventAttendanceModeEnumeration"}),
    "location": ("Event", {"Place", "PostalAddress", "Text"}),
    "attendee": ("Event", {"Person", "Organization"}),
    "jobTitle": ("Person", {"Text"}),
    "affiliation": ("Person", {"Organization"}),
    "address": ("Place", {"PostalAddress", "Text"}),
    "addressLocality": ("PostalAddress", {"Text"}),
    "addressCountry": ("PostalAddress", {"Country", "Text"}),
    "inLanguage": ("CreativeWork", {"Text"}),
    "publisher": ("CreativeWork", {"Person", "Organization"}),
    "creator": ("CreativeWork", {"Person", "Organization"}),
    "license": ("CreativeWork", {"CreativeWork", "URL"}),
    "temporalCoverage": ("CreativeWork", {"Text", "URL"}),
    "distribution": ("Dataset", {"DataDownload"}),
    "encodingFormat": ("CreativeWork", {"Text", "URL"}),
    "contentUrl": ("DataDownload", {"URL"}),
    "target": ("Action", {"EntryPoint", "URL"}),
    "urlTemplate": ("EntryPoint", {"Text"}),
    "query-input": ("SearchAction", {"Text"}),  # an annotation, see schema.org/docs/actions.html
}
TEXTS = {
    "Date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "URL": re.compile(r"https?://\S+"),
    "EventStatusType": re.compile(r"https://schema\.org/Event(Scheduled|Cancelled)"),
    "EventAttendanceModeEnumeration": re.compile(r"https://schema\.org/OnlineEventAttendanceMode"),
    "Text": re.compile(r".+"),
}


def kinds_of(thing: dict[str, Any]) -> set[str]:
    kind = thing["@type"]
    return {kind, IS_A.get(kind, kind), "Thing"}


def faults_of(thing: dict[str, Any]) -> Iterator[str]:
    """The properties of a thing, and of all things in it, that schema.org doesn't know so."""
    for name, value in thing.items():
        if name in ("@type", "@context"):
            continue
        of, leads_to = PROPERTIES[name]
        if of not in kinds_of(thing):
            yield f"{thing['@type']} has {name}"
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                fits = bool(leads_to & kinds_of(each))
                yield from faults_of(each)
            else:
                fits = any(TEXTS[kind].fullmatch(each) for kind in leads_to & TEXTS.keys())
            if not fits:
                yield f"{name} is {each}"


PAGES = (MEETING, f"{ROOT}officials/zakir-hasanov/", f"{ROOT}countries/az/", HOME, DATA)


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize(("kind", "status"), [*product((Kind.VISIT, Kind.CALL), Status)])
def test_each_property_is_one_that_schema_org_has_for_such_a_thing(
    edition: Make, sure: Entry, kind: Kind, status: Status, url: str
) -> None:
    sources = (*sure.sources, Source(outlet="Archive", url=WebAddress("https://visits.example/1")))
    several = replace(sure, kind=kind, status=status, end_date=PartialDate("2019-11-09"), sources=sources)
    made = edition(several, config=Config(licence="CC-BY-4.0", publisher="Archive"))
    assert [*faults_of(told(made, url))] == []
