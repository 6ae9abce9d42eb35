"""content/corrections.yaml: what was corrected and withdrawn, what is wrong with it, and what readers see."""

import feedparser
import pytest
from lxml import html

from chronicle.corrections import Correction, read_corrections
from chronicle.lexicon.states import known_codes
from chronicle.problems import ProblemsFound
from tests.conftest import World

ENTRIES = {"2019-11-07-hasanov-gross", "2019-11-08-other"}
CORRECTIONS = """\
- on: 2020-01-05
  entry: 2019-11-07-hasanov-gross
  field: date
  was: 2019-11-06
  now: 2019-11-07
  because: The ministry gave another day & apologised.
  by: A reader
- on: 2020-02-01
  withdrawn: 2019-11-09-gone
  title: "Nobody meets <nobody>"
  because: The report was about a drill.
"""


def problems(text: str) -> list[str]:
    found = read_corrections(text.encode(), "corrections.yaml", entries=ENTRIES, codes=known_codes())[1]
    return [str(problem) for problem in found]


def test_corrections_are_read_newest_first() -> None:
    read, wrong = read_corrections(
        CORRECTIONS.encode(), "corrections.yaml", entries=ENTRIES, codes=known_codes()
    )
    assert not wrong
    assert [each.of for each in read] == ["2019-11-09-gone", "2019-11-07-hasanov-gross"]
    assert read[1] == Correction(
        on="2020-01-05",  # type: ignore[arg-type]
        entry="2019-11-07-hasanov-gross",
        field="date",
        was="2019-11-06",
        becomes="2019-11-07",
        because="The ministry gave another day & apologised.",
        by="A reader",
    )


@pytest.mark.parametrize(
    ("record", "line", "what"),
    [
        ("on: 2020-01-05", 1, "names no entry"),
        ("on: 2020-01-05, entry: 2019-11-08-other, withdrawn: x, because: y", 1, "is on both an entry and"),
        ("on: 2020-01-05, entry: 2019-11-08-othr, field: date, now: 2019", 1, "there is no such entry"),
        ("on: 2020-01-05, entry: 2019-11-08-other, field: dte, now: 2019", 1, "entries have no such field"),
        ("on: 2020-01-05, entry: 2019-11-08-other, now: 2019", 1, "has no 'field'"),
        ("on: 2020-01-05, entry: 2019-11-08-other, field: date", 1, "has neither 'was' nor 'now'"),
        ("on: 2020-01-05, withdrawn: gone", 1, "has no 'because'"),
        ("on: 2020-01-05, withdrawn: gone, because: x, now: y", 1, "is of no use"),
        ("on: 2020-01-05, withdrawn: 2019-11-08-other, because: x", 1, "this entry is still there"),
        ("on: yesterday, withdrawn: gone, because: x", 1, "not a date"),
        ("on: 2020-01-05, withdrawn: gone, because: x, reason: y", 1, "unknown field"),
        ("withdrawn: gone, because: x", 1, "is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(record: str, line: int, what: str) -> None:
    (found,) = problems(f"- {{{record}}}\n")
    assert found.startswith(f"corrections.yaml:{line}: ")
    assert what in found


def test_all_problems_are_told_at_once() -> None:
    gone = "- {on: 2020, withdrawn: a, because: b}\n"
    wrong = problems(f"- on: 2020\n- {{on: x, entry: y}}\n{gone}{gone}")
    assert [problem.split(":")[1] for problem in wrong] == ["2", "1", "4"]


def test_an_entry_that_was_corrected_may_be_withdrawn_later() -> None:
    assert (
        problems(
            "- {on: 2020, entry: gone, field: city, was: Baku}\n- {on: 2021, withdrawn: gone, because: x}\n"
        )
        == []
    )


@pytest.mark.parametrize(
    ("field", "told", "note"),
    [
        ("date", "was: 2019-11-06, now: 2019-11-07", ""),
        ("date", "was: 2019-11-06, now: 2019-11-08", "is now '2019-11-08', but the entry says '2019-11-07'"),
        ("kind", "now: meeting", ""),
        ("participants[0].role", "now: Minister", "is now 'Minister', but the entry says 'Envoy'"),
        ("participants[1].role", "now: Envoy", "is now 'Envoy', but the entry doesn't say so"),
        ("participants[0]", "now: 'Anne Gros, Envoy'", ""),  # a record may be told in many ways
        ("parties", "now: 'AZ, FR'", ""),
        ("parties", "now: FR", ""),
        ("parties", "now: IR", "is now 'IR', but the entry says 'AZ, FR'"),
        ("parties", "was: IR", ""),
        ("parties", "was: FR", "isn't 'FR' any more, but the entry says 'AZ, FR'"),
        ("city", "was: Baku", ""),
        ("body", "was: They talked., now: They met.", ""),
        ("body", "now: They talked.", "is now 'They talked.', but the entry doesn't say so"),
    ],
)
def test_a_correction_that_its_entry_does_not_bear_out_is_noted(
    world: World, field: str, told: str, note: str
) -> None:
    world.entry(date="2019-11-07", participants="[{name: Anne Gros, role: Envoy}]")
    entry = "2019-11-07-hasanov-gross"
    world.write("content/corrections.yaml", f"- {{on: 2020, entry: {entry}, field: '{field}', {told}}}\n")
    file = (world.content / "corrections.yaml").as_posix()
    expected = f"{file} tells that '{field}' of {entry} {note}."
    assert world.build().notes == ((expected,) if note else ())


def test_only_the_newest_correction_of_a_field_must_be_so(world: World) -> None:
    world.entry(date="2019-11-07")
    date = "entry: 2019-11-07-hasanov-gross, field: date"
    older = f"- {{on: 2020-02, {date}, now: 2019-11-06}}\n- {{on: 2020-01, {date}, now: 2019-11-05}}\n"
    world.write("content/corrections.yaml", f"{older}- {{on: 2020-03, {date}, now: 2019-11-07}}\n")
    assert world.build().notes == ()
    world.write("content/corrections.yaml", older)
    (note,) = world.build().notes
    assert "is now '2019-11-06', but the entry says '2019-11-07'" in note


@pytest.fixture
def corrected(world: World) -> World:
    world.entry(date="2019-11-07")
    world.write("content/corrections.yaml", CORRECTIONS)
    world.build()
    return world


def text_of(world: World, path: str) -> str:
    page = html.document_fromstring((world.site / path / "index.html").read_bytes())
    return " ".join(page.find(".//main").text_content().split())


def test_the_page_lists_them_and_leads_to_the_meetings(corrected: World) -> None:
    told = text_of(corrected, "corrections")
    assert told.index("Nobody meets <nobody> withdrawn") < told.index(
        "date: 2019-11-06 → 2019-11-07. The ministry"
    )
    assert "A reader" in told


def test_a_meetings_page_shows_its_corrections(corrected: World) -> None:
    told = text_of(corrected, "meetings/2019-11-07-hasanov-gross")
    assert "5 January 2020: date was “2019-11-06”, now “2019-11-07”. The ministry" in told


def test_where_a_withdrawn_entry_was_there_is_a_note(corrected: World) -> None:
    told = text_of(corrected, "meetings/2019-11-09-gone")
    assert "Nobody meets <nobody>" in told
    assert "This entry was withdrawn on 1 February 2020. The report was about a drill." in told


def test_the_note_stays_where_the_site_does_without_the_page(corrected: World) -> None:
    corrected.write("config.yaml", "leave_out: [corrections]\n")
    corrected.build()
    assert not (corrected.site / "corrections").exists()
    assert not (corrected.site / "corrections.xml").exists()
    assert "was withdrawn" in text_of(corrected, "meetings/2019-11-09-gone")


def test_the_feed_is_read_back(corrected: World) -> None:
    feed = feedparser.parse((corrected.site / "corrections.xml").read_bytes())
    assert not feed.bozo
    assert [entry.updated for entry in feed.entries] == [
        "2020-02-01T00:00:00+00:00",
        "2020-01-05T00:00:00+00:00",
    ]
    assert feed.entries[0].link == "https://example.org/chronicle/meetings/2019-11-09-gone/"
    assert "The ministry gave another day &amp; apologised." in feed.entries[1].content[0].value


def test_a_change_of_the_file_gives_the_same_bytes_as_a_clean_build(corrected: World) -> None:
    corrected.write("content/corrections.yaml", CORRECTIONS.replace("another day", "another date"))
    corrected.build()
    page = "meetings/2019-11-07-hasanov-gross/index.html"
    clean = corrected.clean_site()
    for path in (page, "corrections/index.html", "corrections.xml"):
        assert (corrected.site / path).read_bytes() == clean[path]
    assert b"another date" in clean[page]


def test_an_entry_that_is_broken_is_still_there_for_its_correction(corrected: World) -> None:
    corrected.entry(date="2019-11-07", knd="call")
    with pytest.raises(ProblemsFound) as caught:
        corrected.build()
    (problem,) = caught.value.problems
    assert "unknown field 'knd'" in str(problem)


def test_what_a_person_changed_in_the_reading_is_counted(world: World) -> None:
    evidence = "\n  city: {basis: stated, words: in Baku, rule: r, value: Baku}"
    world.entry(date="2019-11-07", city="Ganja", evidence=evidence)
    world.build()
    page = html.document_fromstring((world.site / "corrections" / "index.html").read_bytes())
    (table,) = page.iter("table")
    assert table.findtext("caption") == "In 1 entry"
    assert [cell.text for cell in table.find("tbody").iter("th", "td")] == ["city", "1"]
