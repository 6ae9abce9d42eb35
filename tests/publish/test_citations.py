"""Citations, read back by libraries that reference managers are made of."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from chronicle.model import Basis, Entry, Evidence, PartialDate, Status
from chronicle.publish.citations import Cited, bibtex, citations, cited, csl, ris
from chronicle.publish.edition import Edition
from chronicle.publish.pages import meeting

Make = Callable[..., Edition]
ODD = "Ərdəm & Söhne_{50 %} #1 $ ~ ^ \\ meets “O’Neill”, 7 November 2019"


@pytest.fixture
def odd() -> Cited:
    return Cited(
        id="2019-11-07-ərdəm söhne",
        title=ODD,
        site="Meetings chronicle",
        publisher="Institute of Talks & Co.",
        address="https://example.org/a_b/meetings/2019%20x/",
        date=PartialDate("2019-11-07"),
        place="Baku, Azerbaijan",
        note="",
        language="en",
    )


def test_bibtex_is_read_back(odd: Cited) -> None:
    library = bibtexparser.parse_string(bibtex(odd), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.entry_type == "misc"
    title = entry["title"].strip("{}").replace("ˆ", "^")  # as the library tells TeX's circumflex
    assert title == ODD
    assert entry["author"].strip("{}") == "Institute of Talks & Co."
    (as_written,) = bibtexparser.parse_string(bibtex(odd)).entries
    assert as_written["url"] == odd.address  # in which no sign is one of TeX
    assert entry["eventdate"] == "2019-11-07"


def test_a_key_has_only_signs_that_keys_may_have(odd: Cited) -> None:
    assert bibtex(odd).startswith("@misc{2019-11-07--rd-m-s-hne,\n")


def test_ris_is_read_back(odd: Cited) -> None:
    (entry,) = rispy.loads(ris(odd))
    assert (entry["type_of_reference"], entry["title"]) == ("ELEC", ODD)
    assert entry["authors"] == ["Institute of Talks & Co."]
    assert entry["urls"] == [odd.address]
    assert "place_published" not in entry  # the page wasn't published where people met


@pytest.mark.filterwarnings("ignore::UserWarning")  # of fields that the library's sample style doesn't know
def test_csl_json_is_read_back_and_set_as_a_reference(odd: Cited) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    references = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl(odd))), formatter.plain)
    references.register(Citation([CitationItem(odd.id)]))
    told = str(references.bibliography()[0])
    assert "Institute of Talks" in told
    assert "meets “O’Neill”, 7 November 2019" in told


def test_what_isnt_known_is_left_out(odd: Cited) -> None:
    some = citations(odd._replace(publisher="", date=None, place=""))
    assert [each.form for each in some] == ["BibTeX", "RIS", "CSL-JSON"]
    assert not [
        each for each in some if "author" in each.text or "AU  -" in each.text or "event" in each.text
    ]
    assert not [each for each in some if "note" in each.text or "N1  -" in each.text]
    assert "date-parts" not in json.dumps(json.loads(some[2].text))


# ── what isn't to be cited as held ───────────────────────────────────────────────────────────


def read_back(of: Cited) -> tuple[dict[str, str], dict[str, Any], dict[str, Any]]:
    """A citation as BibTeX, RIS and CSL-JSON have it, by field."""
    (tex,) = bibtexparser.parse_string(bibtex(of), append_middleware=[LatexDecodingMiddleware()]).entries
    (tagged,) = rispy.loads(ris(of))
    (item,) = json.loads(csl(of))
    return {field.key: str(field.value) for field in tex.fields}, tagged, item


@pytest.mark.parametrize(
    ("status", "mark", "words"),
    [
        (Status.PLANNED, "[planned]", "A report announces this. No report here tells that it took place."),
        (Status.CANCELLED, "[cancelled]", "A report tells that this was called off or put off."),
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")  # of fields that the library's sample style doesn't know
def test_what_was_not_held_is_not_cited_as_held(
    edition: Make, entry: Entry, status: Status, mark: str, words: str
) -> None:
    of = cited_of(edition(replace(entry, status=status)))
    tex, tagged, item = read_back(of)
    title = f"{entry.title} {mark}, 7 November 2019"
    assert tex["title"].strip("{}") == tagged["title"] == item["title"] == title
    assert tex["note"] == tagged["notes"][0] == item["note"] == words
    assert not {"eventdate", "venue"} & tex.keys()
    assert not {"event-date", "event-place"} & item.keys()
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    references = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    references.register(Citation([CitationItem(of.id)]))
    assert mark in str(references.bibliography()[0])


def test_what_was_held_is_cited_with_its_day_and_place(edition: Make, entry: Entry) -> None:
    tex, tagged, item = read_back(cited_of(edition(entry)))
    assert tagged["title"] == f"{entry.title}, 7 November 2019"
    assert (tex["eventdate"], tex["venue"]) == ("2019-11-07", "Baku, Azerbaijan")
    assert item["event-date"] == {"date-parts": [[2019, 11, 7]]}
    assert not {"note", "notes"} & {*tex, *tagged, *item}


def test_what_a_rule_inferred_is_cited_with_a_word_on_it(edition: Make, entry: Entry) -> None:
    evidence = {
        "date": Evidence(Basis.INFERRED, "on Thursday", "past_weekday"),
        "country": Evidence(Basis.INFERRED, None, "country_of_the_city"),
    }
    tex, tagged, item = read_back(cited_of(edition(replace(entry, evidence=evidence))))
    assert tex["note"] == tagged["notes"][0] == item["note"]
    assert item["note"] == "No report states the date: a rule inferred it."
    assert "eventdate" not in tex
    assert "event-date" not in item
    assert tex["venue"] == item["event-place"] == "Baku"


def test_a_meetings_page_shows_these(edition: Make, entry: Entry) -> None:
    (page,) = meeting.pages(edition(replace(entry, status=Status.PLANNED)))
    assert all("[planned]" in each.text for each in page.context().citations)  # type: ignore[attr-defined]


def cited_of(edition: Edition) -> Cited:
    (one,) = edition.chronicle.meetings
    return cited(one, "https://example.org/1/", edition)
