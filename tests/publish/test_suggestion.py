"""The form in which readers suggest a correction."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import yaml

from chronicle.model import Entry, Participant
from chronicle.publish.edition import Edition
from chronicle.publish.suggestion import FIELDS, FORM, LONGEST, suggestion_url
from tests.conftest import ROOT

Make = Callable[..., Edition]
REPOSITORY = "https://github.com/a/b"


def test_the_fields_that_are_filled_in_are_those_of_the_form() -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    assert set(FIELDS) <= {field.get("id") for field in form["body"]}


def test_the_record_is_filled_in(edition: Make, entry: Entry) -> None:
    (meeting,) = edition(entry).chronicle.meetings
    url = suggestion_url(REPOSITORY, meeting, "https://example.org/x/")
    filled = parse_qs(urlsplit(url).query)
    assert url.startswith(f"{REPOSITORY}/issues/new?")
    assert filled["template"] == [FORM]
    assert filled["entry"] == ["2019-11-07-hasanov-gross"]
    assert filled["page"] == ["https://example.org/x/"]
    assert "place: Baku, AZ" in filled["record"][0].split("\n")
    assert "participant: Zakir Hasanov, Minister of Defense, Colonel General, AZ" in filled["record"][0]


def test_a_long_record_is_cut_at_a_line(edition: Make, entry: Entry) -> None:
    many = tuple(Participant(f"Имя {chr(1072 + number) * 9}", "министр" * 10) for number in range(30))
    (meeting,) = edition(replace(entry, participants=many)).chronicle.meetings
    url = suggestion_url(REPOSITORY, meeting, "https://example.org/x/")
    assert len(url) <= LONGEST
    record = parse_qs(urlsplit(url).query)["record"][0].split("\n")
    assert record[0].startswith("title: ")
    assert record[-1] == "…"


def test_without_a_repository_there_is_no_form(edition: Make, entry: Entry) -> None:
    (meeting,) = edition(entry).chronicle.meetings
    assert suggestion_url("", meeting, "https://example.org/x/") == ""
