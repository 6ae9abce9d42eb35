"""The tables as JSON and CSV."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.config import Config, Links
from chronicle.model import ArticleId, Basis, Entry, Evidence, PartialDate, Status
from chronicle.publish.data.records import rows_of
from chronicle.publish.data.schema import MEETINGS, PARTICIPANTS
from chronicle.publish.data.tables import csv_of, guarded, json_of
from chronicle.publish.edition import Edition

Make = Callable[..., Edition]
COLUMNS = tuple(field.name for field in MEETINGS.columns)


def meetings_json(edition: Edition) -> bytes:
    return json_of(MEETINGS, rows_of(edition)["meetings"])


def meetings_csv(edition: Edition) -> bytes:
    return csv_of(MEETINGS, rows_of(edition)["meetings"])


def test_json_has_what_the_score_of_a_site_asks_for(edition: Make, entry: Entry) -> None:
    """The shape told in the docstring of ../shared/corpus/score_site.py, and all other fields."""
    (meeting,) = json.loads(meetings_json(edition(entry)))
    assert meeting == {
        "id": "2019-11-07-hasanov-gross",
        "url": "https://example.org/meetings/2019-11-07-hasanov-gross/",
        "title": "Zakir Hasanov meets Zacharie Gross",
        "date": "2019-11-07",
        "end_date": None,
        "kind": "meeting",
        "status": "held",
        "city": "Baku",
        "country": "AZ",
        "participants": [
            {"id": "zakir-hasanov", "name": "Zakir Hasanov", "role": "Minister of Defense", "rank": "Colonel General", "country": "AZ", "organisation": None, "inferred": []},  # noqa: E501  a case is read best on one line
            {"id": "jens-stoltenberg", "name": "Jens Stoltenberg", "role": "Secretary General", "rank": None, "country": None, "organisation": "NATO", "inferred": []},  # noqa: E501  a case is read best on one line
            {"id": "nobody-else", "name": "Nobody Else", "role": None, "rank": None, "country": None, "organisation": None, "inferred": []},  # noqa: E501  a case is read best on one line
        ],
        "parties": ["AZ", "NATO"],
        "documents": ["a protocol", "a plan"],
        "occasion": "official visit",
        "topics": ["regional security", "energy"],
        "statements": [
            {"manner": "thanked", "speaker": "Zakir Hasanov", "sides": ["AZ"], "topics": ["energy"], "quoted": True},  # noqa: E501  a case is read best on one line
            {"manner": "agreed", "speaker": None, "sides": ["AZ", "NATO"], "topics": [], "quoted": False},
        ],
        "sources": [
            {"article": "a.txt", "outlet": "News.Az", "url": "https://news.az/1", "published": "2019-11-08", "attribution": "Defense Ministry"},  # noqa: E501  a case is read best on one line
            {"article": "b.txt", "outlet": "Trend", "url": None, "published": "2019-11", "attribution": None},
            {"article": "c.txt", "outlet": None, "url": None, "published": None, "attribution": None},
        ],
        "inferred": [],
        "review": ["Nobody is named for NATO."],
        "differences": [],
    }  # fmt: skip


def test_one_meeting_that_two_articles_tell_of_is_one_record(edition: Make, entry: Entry) -> None:
    other = replace(entry, id="2019-11-07-other", sources=(replace(entry.sources[0], article="z.txt"),))
    (meeting,) = json.loads(meetings_json(edition(entry, other)))
    assert [source["article"] for source in meeting["sources"]] == ["a.txt", "b.txt", "c.txt", "z.txt"]


def test_json_tells_who_says_what_where_reports_differ(edition: Make, entry: Entry) -> None:
    source = replace(entry.sources[0], article="z.txt")
    other = replace(entry, id="2019-11-07-other", sources=(source,), occasion=None)
    (meeting,) = json.loads(meetings_json(edition(entry, other)))
    assert meeting["differences"] == [
        {
            "field": "occasion",
            "official": None,
            "choice": "specific",
            "tellings": [
                {"value": "official visit", "entries": ["2019-11-07-hasanov-gross"]},
                {"value": "", "entries": ["2019-11-07-other"]},
            ],
        }
    ]


def test_what_a_rule_inferred_and_whether_it_took_place_is_told(edition: Make, entry: Entry) -> None:
    evidence = {
        "date": Evidence(Basis.INFERRED, "on Thursday", "past_weekday"),
        "city": Evidence(Basis.STATED, "Baku"),
        "country": Evidence(Basis.INFERRED, None, "country_of_the_city"),
        "occasion": Evidence(
            Basis.INFERRED, "visit", "occasion", value="a visit, until somebody corrected it"
        ),
    }
    made = edition(replace(entry, status=Status.PLANNED, evidence=evidence))
    (meeting,) = json.loads(meetings_json(made))
    assert (meeting["status"], meeting["inferred"]) == ("planned", ["date", "country"])
    head, row = rows(meetings_csv(made))
    told = dict(zip(head, row, strict=True))
    assert (told["status"], told["inferred"]) == ("planned", "date; country")


def test_what_a_rule_inferred_of_somebody_is_told(edition: Make, entry: Entry) -> None:
    evidence = {
        "participants[0].name": Evidence(Basis.STATED, "Zakir Hasanov"),
        "participants[0].role": Evidence(Basis.INFERRED, "the minister", "told_again"),
        "participants[0].country": Evidence(Basis.INFERRED, "Baku", "host_of_a_guest"),
        "participants[1].organisation": Evidence(
            Basis.INFERRED, "the EU", "sent_by", "EU"
        ),  # corrected since
    }
    made = edition(replace(entry, evidence=evidence))
    told = [["role", "country"], [], []]
    (meeting,) = json.loads(meetings_json(made))
    assert [each["inferred"] for each in meeting["participants"]] == told
    head, *listed = rows(csv_of(PARTICIPANTS, rows_of(made)["participants"]))
    assert head[-1] == "inferred"
    assert [row[-1] for row in listed] == ["role; country", "", ""]


def test_a_date_that_one_of_two_reports_states_rests_on_what_is_shown(edition: Make, entry: Entry) -> None:
    guess = replace(entry, evidence={"date": Evidence(Basis.INFERRED, "on Thursday", "past_weekday")})
    source = replace(entry.sources[0], article=ArticleId("z.txt"))
    other = replace(
        entry,
        id="2019-11-07-other",
        sources=(source,),
        evidence={"date": Evidence(Basis.STATED, "7 November")},
    )
    (meeting,) = json.loads(meetings_json(edition(guess, replace(other, date=PartialDate("2019-11")))))
    assert (meeting["date"], meeting["inferred"]) == ("2019-11-07", ["date"])
    (meeting,) = json.loads(meetings_json(edition(other)))
    assert meeting["inferred"] == []


def test_json_of_nothing_is_an_empty_list(edition: Make) -> None:
    assert json.loads(meetings_json(edition())) == []


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_csv_has_the_same_in_a_table(edition: Make, entry: Entry) -> None:
    head, row = rows(meetings_csv(edition(entry, config=Config(links=Links.FILES))))
    assert tuple(head) == COLUMNS
    assert dict(zip(head, row, strict=True)) == {
        "id": "2019-11-07-hasanov-gross",
        "url": "https://example.org/meetings/2019-11-07-hasanov-gross/index.html",
        "date": "2019-11-07",
        "end_date": "",
        "kind": "meeting",
        "status": "held",
        "city": "Baku",
        "country": "AZ",
        "title": "Zakir Hasanov meets Zacharie Gross",
        "participants": "Zakir Hasanov (Minister of Defense, AZ); Jens Stoltenberg (Secretary General, NATO); Nobody Else",  # noqa: E501  a case is read best on one line
        "parties": "AZ; NATO",
        "documents": "a protocol; a plan",
        "occasion": "official visit",
        "topics": "regional security; energy",
        "statements": "Zakir Hasanov (AZ) thanked: energy; AZ, NATO agreed",
        "sources": "https://news.az/1; Trend 2019-11; c.txt",
        "inferred": "",
        "review": "Nobody is named for NATO.",
    }


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://evil.example/","x")']
)
def test_no_spreadsheet_takes_a_cell_for_a_formula(edition: Make, entry: Entry, title: str) -> None:
    _, row = rows(meetings_csv(edition(replace(entry, title=title, city=title))))
    assert row[COLUMNS.index("title")] == row[COLUMNS.index("city")] == f"'{title}"


@given(st.text())
def test_a_guarded_cell_never_begins_like_a_formula(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded(cell).removeprefix("'") == cell.removeprefix("'")
