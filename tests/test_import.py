"""`import`: tables into entries, the same however often; a person's edit wins for ever."""

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.import_settings import Way
from chronicle.lexicon.countries import load_countries
from chronicle.model import (
    Attendee,
    Entry,
    Kind,
    Manner,
    Meeting,
    MeetingId,
    OfficialId,
    Participant,
    Source,
    Statement,
    Status,
)
from chronicle.publish.data.records import as_json, meeting_row
from chronicle.publish.data.schema import MEETINGS
from chronicle.publish.data.tables import csv_of
from chronicle.record import entry_text, imported_from, is_untouched, read_entry, signed_for
from chronicle.tables.layout import layout_of
from chronicle.tables.reading import read_table
from chronicle.tables.rows import Draft, judged
from tests.conftest import ROOT, World, copy, files_of, stamps_of
from tests.test_record import ENTRIES

BROKEN = Path(__file__).parent / "tables" / "broken"
HEADINGS = "date,city,participants\n"
ROWS = (
    '2019-11-07,Baku,"Zakir Hasanov (Minister of Defense, AZ); Zacharie Gross (ambassador, FR)"\n',
    '2019-11-08,Baku,"Zakir Hasanov (Minister of Defense, AZ); Javad Jahangirzadeh (ambassador, IR)"\n',
    '2020-03-09,Berlin,"Angela Merkel (Chancellor, DE); Emmanuel Macron (President, FR)"\n',
)
GROSS, IRAN, MERKEL = (
    "2019/2019-11-07-hasanov-gross.md",
    "2019/2019-11-08-hasanov-jahangirzadeh.md",
    "2020/2020-03-09-merkel-macron.md",
)


class Tables:
    """A world with a table in it."""

    def __init__(self, world: World) -> None:
        self.world = world

    def run(self, text: str | bytes, *arguments: str, name: str = "visits.csv") -> int:
        """Write the table and import it."""
        return self.world.cli("import", str(self.world.write(name, text)), *arguments)


@pytest.fixture
def tables(world: World) -> Tables:
    return Tables(world)


def told(capsys: pytest.CaptureFixture[str], world: World) -> tuple[str, str]:
    """What was printed and complained of, with short paths."""
    printed = capsys.readouterr()
    short = [text.replace(f"{world.root.as_posix()}/", "") for text in (printed.out, printed.err)]
    return short[0], short[1]


# ── once, twice, in any order ────────────────────────────────────────────────────────────────


def test_rows_become_entries_that_a_build_shows(tables: Tables, world: World) -> None:
    assert tables.run(HEADINGS + "".join(ROWS)) == 0
    assert sorted(world.entries) == [GROSS, IRAN, MERKEL]
    summary = world.build()
    assert (summary.entries, summary.removed, summary.written) == (3, 0, 0)
    page = (world.site / "meetings/2019-11-07-hasanov-gross/index.html").read_text(encoding="utf-8")
    assert "Zakir Hasanov meets Zacharie Gross" in page
    assert "visits.csv" in page
    assert world.cli("check") == 0


def test_a_second_import_of_the_same_table_writes_nothing(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    before, text = stamps_of(world.content), HEADINGS + "".join(reversed(ROWS))
    capsys.readouterr()
    assert tables.run(text) == 0
    assert told(capsys, world)[0] == (
        "visits.csv: 3 rows; 0 new entries, 0 changed, 3 as before, 0 rejected\n"
    )
    assert stamps_of(world.content) == before


def test_the_order_of_rows_changes_no_byte(world: World, tmp_path: Path) -> None:
    again = '2019-11-07,Baku,"Zakir Hasanov (Minister of Defense, AZ); Zacharie Gross (ambassador, FR)",'
    rows = [f"{again}{topic}\n" for topic in ("energy", "trade", "tourism")]
    rows += [f"2018,Rome,{name} Gross (ambassador{n}),\n" for n, name in enumerate(("A", "B", "C"))]
    outcomes = []
    for number in range(3):
        other = Tables(World(tmp_path / str(number), world.templates))
        other.world.write("config.yaml", "")
        random.Random(number).shuffle(rows)  # noqa: S311  seeded, the same each time
        (other.world.content / "meetings").mkdir(parents=True)
        assert other.run("date,city,participants,topics\n" + "".join(rows)) == 0
        outcomes.append(files_of(other.world.content))
    assert len(outcomes[0]) == 7
    assert outcomes[0] == outcomes[1] == outcomes[2]


def test_a_killed_import_is_simply_done_again(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    whole = files_of(world.content)
    (world.content / "imports.csv").unlink()
    (world.content / "meetings" / MERKEL).unlink()
    world.write("content/meetings/2019/.x.md.part", "half")
    assert tables.run(HEADINGS + "".join(ROWS)) == 0
    assert files_of(world.content) == whole


def test_a_rehearsal_writes_nothing(tables: Tables, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    rejected = world.root / "rejected.csv"
    assert tables.run(HEADINGS + ROWS[0] + "x,,\n", "--dry-run", "--rejected", str(rejected)) == 1
    out, err = told(capsys, world)
    assert out == "visits.csv: 2 rows; 1 new entry, 0 changed, 0 as before, 1 rejected; nothing was written\n"
    assert err.endswith("1 row rejected for 1 problem; the others would be imported.\n")
    assert not files_of(world.content)
    assert not rejected.exists()


# ── rows change, people edit ─────────────────────────────────────────────────────────────────


def test_a_row_that_has_changed_updates_its_entry(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + ROWS[0] + ROWS[2])
    tables.run(
        "date,city,participants,topics\n" + ROWS[0].replace("\n", ",energy\n") + ROWS[2].replace("\n", ",\n")
    )
    assert sorted(world.entries) == [GROSS, MERKEL]
    assert "topics: [energy]" in world.entries[GROSS]


@pytest.mark.parametrize(
    ("old", "new"),
    [("2019-11-07", "2019-11-06"), ("Zacharie Gross", "Zacharie Grosz"), ("Baku", "Ganja")],
)
def test_a_row_without_an_id_is_known_again_when_its_day_or_a_name_is_corrected(
    tables: Tables, world: World, old: str, new: str
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    tables.run(HEADINGS + "".join(ROWS).replace(old, new, 1))
    assert sorted(world.entries) == [GROSS, IRAN, MERKEL]  # its address stays
    assert new in world.entries[GROSS]
    before = stamps_of(world.content)
    assert tables.run(HEADINGS + "".join(ROWS).replace(old, new, 1)) == 0
    assert stamps_of(world.content) == before


def test_a_row_with_an_id_is_known_again_whatever_has_changed(tables: Tables, world: World) -> None:
    tables.run("id,date,participants\nV-7,2019,A Hart\n")
    tables.run("id,date,participants\nV-7,2021-02,B Cole\n")
    assert list(world.entries) == ["2019/2019-hart.md"]
    assert "date: 2021-02" in world.entries["2019/2019-hart.md"]


def test_an_edited_entry_is_never_overwritten(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run("id,date,participants\n1,2019,A Hart\n2,2019,B Cole\n")
    path = world.content / "meetings/2019/2019-hart.md"
    path.write_text(path.read_text(encoding="utf-8").replace("A Hart", "Ann Hart"), encoding="utf-8")
    edited = path.read_bytes()
    capsys.readouterr()
    assert tables.run("id,date,participants\n1,2019,A Hart\n2,2019,B Cole\n") == 0
    assert told(capsys, world)[0].endswith("2 as before, 0 rejected\n")
    assert tables.run("id,date,participants\n1,2020,A Hart\n2,2020,B Cole\n") == 0
    note = (
        "Note: visits.csv:2 has changed, and meetings/2019/2019-hart.md is a person's: it is left as it is.\n"
    )
    assert told(capsys, world)[0].endswith(note)
    assert path.read_bytes() == edited
    assert "date: '2020'" in world.entries["2019/2019-cole.md"]


def test_an_entry_whose_mark_a_person_took_away_is_that_persons(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + ROWS[0])
    path = world.content / "meetings" / GROSS
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("made_by")]
    path.write_text("\n".join(lines), encoding="utf-8")
    before = path.read_bytes()
    assert tables.run(HEADINGS + ROWS[0].replace("Baku", "Ganja")) == 0
    assert path.read_bytes() == before
    assert list(world.entries) == [GROSS]


def test_a_deleted_entry_stays_deleted_in_a_clone_too(
    tables: Tables, world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    (world.content / "meetings" / IRAN).unlink()
    clone = World(tmp_path / "clone", world.templates)
    copy(world.content, clone.content)
    clone.write("config.yaml", "")
    capsys.readouterr()
    assert Tables(clone).run(HEADINGS + "".join(ROWS)) == 0
    assert sorted(clone.entries) == [GROSS, MERKEL]
    left_out = "2 as before, 1 left out, as you removed their entries, 0 rejected\n"
    assert capsys.readouterr().out.endswith(left_out)
    assert (
        Tables(clone).run(HEADINGS.replace("city", "city,topics") + ROWS[1].replace("Baku", "Baku,energy"))
        == 0
    )
    assert (
        "2019-11-08-hasanov-jahangirzadeh, was removed by a person and isn't made" in capsys.readouterr().out
    )


def test_a_row_that_is_gone_is_told_and_its_entry_stays(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    capsys.readouterr()
    assert tables.run(HEADINGS + ROWS[0] + ROWS[1]) == 0
    assert f"Note: meetings/{MERKEL} stays, though its row is gone." in told(capsys, world)[0]
    assert sorted(world.entries) == [GROSS, IRAN, MERKEL]


def test_prune_removes_what_nobody_touched(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    path = world.content / "meetings" / IRAN
    path.write_text(path.read_text(encoding="utf-8") + "A note.\n", encoding="utf-8")
    assert tables.run(HEADINGS + ROWS[0], "--prune") == 0
    assert sorted(world.entries) == [GROSS, IRAN]
    assert tables.run(HEADINGS + "".join(ROWS)) == 0  # what comes back is made again
    assert sorted(world.entries) == [GROSS, IRAN, MERKEL]


def test_a_table_without_rows_removes_nothing(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    before = stamps_of(world.content)
    capsys.readouterr()
    assert tables.run(HEADINGS, "--prune") == 1
    assert "visits.csv: the table has no rows; nothing is removed.\n" in told(capsys, world)[1]
    assert stamps_of(world.content) == before
    assert tables.run(HEADINGS) == 0


def test_a_rehearsal_of_prune_names_the_entries_that_would_go(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    path = world.content / "meetings" / IRAN
    path.write_text(path.read_text(encoding="utf-8") + "A note.\n", encoding="utf-8")
    before = stamps_of(world.content)
    capsys.readouterr()
    assert tables.run(HEADINGS + ROWS[0], "--prune", "--dry-run") == 0
    _, *notes = told(capsys, world)[0].splitlines()
    hint = "A person edited it; delete the file if it isn't wanted."
    assert notes == [
        f"Note: meetings/{MERKEL} would be removed, as its row is gone.",
        f"Note: meetings/{IRAN} stays, though its row is gone. {hint}",
    ]
    assert stamps_of(world.content) == before


def test_nothing_is_pruned_while_a_row_without_an_id_is_rejected(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    assert tables.run(HEADINGS + ROWS[0] + ROWS[1] + ROWS[2].replace("2020-03-09", "soon"), "--prune") == 1
    assert sorted(world.entries) == [GROSS, IRAN, MERKEL]


def test_builds_leave_imported_entries_alone(tables: Tables, world: World) -> None:
    tables.run(HEADINGS + "".join(ROWS))
    before = world.entries
    world.article()
    world.build()
    assert {name: text for name, text in world.entries.items() if name in before} == before
    assert len(world.entries) == 4  # the article's entry stands beside the row's
    (world.content / "articles" / "one.txt").unlink()
    world.build()
    world.build()
    assert {name: text for name, text in world.entries.items() if name in before} == before


# ── one meeting, one row ─────────────────────────────────────────────────────────────────────


def test_a_row_that_says_again_what_another_says_is_left_out_and_told(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tables.run(HEADINGS + ROWS[0] + ROWS[2] + ROWS[0]) == 0
    assert "Note: visits.csv:4 says again what visits.csv:2 says.\n" in told(capsys, world)[0]
    assert sorted(world.entries) == [GROSS, MERKEL]


def test_an_id_is_one_rows_and_never_another_entrys(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.entry("2018-baku-talks")
    text = "id,date,parties\n1,2018,AZ\n1,2019,AZ\n2018-baku-talks,2018,AZ\n"
    assert tables.run(text) == 1
    err = told(capsys, world)[1]
    assert "visits.csv:3: the id '1' is that of visits.csv:2, too." in err
    assert "the id '2018-baku-talks' is taken: meetings/2018/2018-baku-talks.md isn't of this row." in err
    assert sorted(world.entries) == ["2018/2018-azerbaijan.md", "2018/2018-baku-talks.md"]


def test_an_id_of_a_rejected_row_is_no_other_rows(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tables.run("id,date,parties\n1,soon,AZ\n1,2019,AZ\n2,2018,AZ\n") == 1
    assert "visits.csv:3: the id '1' is that of visits.csv:2, too." in told(capsys, world)[1]
    assert sorted(world.entries) == ["2018/2018-azerbaijan.md"]


def test_what_may_be_a_country_in_another_spelling_is_told_once(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        'date,parties,participants\n2019,"Frankreich; NATO; EU; AZ",\n'
        '2020,Acme,"A Hart (Foreign Minister, Aserbaidschan)"\n'
    )
    assert tables.run(text) == 0
    assert told(capsys, world)[0].splitlines()[1:] == [
        "Note: taken as organisations: Acme, Frankreich.",
        "Note: taken as offices, not as sides: Aserbaidschan.",
    ]
    assert tables.run(text) == 0
    assert "taken as" not in told(capsys, world)[0]


def test_files_of_one_name_are_one_table(tables: Tables, world: World) -> None:
    first = world.write("may.csv", HEADINGS + ROWS[0])
    second = world.write("june.csv", HEADINGS + ROWS[2])
    assert world.cli("import", "--table", "visits", str(first), str(second)) == 0
    before = stamps_of(world.content)
    assert tables.run(HEADINGS + ROWS[0] + ROWS[2], "--table", "visits", "--prune", name="all.csv") == 0
    assert stamps_of(world.content) == before


def test_two_tables_can_have_the_same_meeting_and_keep_their_entries(world: World) -> None:
    other = world.write("other.csv", HEADINGS + ROWS[0])
    visits = world.write("visits.csv", HEADINGS + ROWS[0])
    assert world.cli("import", str(visits), str(other)) == 0
    assert sorted(world.entries) == ["2019/2019-11-07-hasanov-gross-2.md", GROSS]
    before = stamps_of(world.content)
    assert world.cli("import", str(other), str(visits)) == 0
    assert stamps_of(world.content) == before


# ── what is rejected ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("problem", sorted(folder.name for folder in BROKEN.iterdir()))
def test_what_is_broken_is_told_in_these_words(world: World, problem: str) -> None:
    copy(BROKEN / problem, world.root)
    names = [path.name for path in sorted(world.root.glob("visits*"))]
    done = world.run("import", *names, "--quiet")
    assert done.stderr == (BROKEN / problem / "expected.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    refused = "rejected" not in done.stderr
    assert bool(files_of(world.content)) != refused


def test_rejected_rows_can_be_mended_and_imported_again(tables: Tables, world: World) -> None:
    bad = ROWS[1].replace("2019-11-08", "8.11.19").replace("Baku", "=1+1")
    rejected = world.root / "rejected.csv"
    assert tables.run(HEADINGS + ROWS[0] + bad, "--rejected", str(rejected)) == 1
    text = rejected.read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["rejected from visits.csv because"].startswith("date is '8.11.19': which century")
    assert row["city"] == "'=1+1"
    assert (
        world.cli(
            "import", str(world.write("rejected.csv", text.replace("8.11.19", "2019-11-08"))), "--prune"
        )
        == 0
    )
    assert sorted(world.entries) == [GROSS, IRAN]
    assert "made_by: import visits.csv#" in world.entries[IRAN]
    before = stamps_of(world.content)
    assert tables.run(HEADINGS + ROWS[0] + bad.replace("8.11.19", "2019-11-08")) == 0
    assert stamps_of(world.content) == before


def test_rejected_records_of_json_stay_json(tables: Tables, world: World) -> None:
    records = [{"date": "soon", "participants": [{"name": "A Hart"}]}, {"date": "2019", "parties": ["AZ"]}]
    rejected = world.root / "rejected.jsonl"
    assert tables.run(json.dumps(records), "--rejected", str(rejected), name="visits.json") == 1
    (line,) = rejected.read_text(encoding="utf-8").splitlines()
    again = json.loads(line)
    assert again.pop("rejected from visits.json because").startswith("date is 'soon': not a date.")
    assert {key: value for key, value in again.items() if value} == records[0]
    assert world.cli("import", str(world.write("mended.jsonl", line.replace('"soon"', "2019")))) == 0
    assert sorted(world.entries) == ["2019/2019-azerbaijan.md", "2019/2019-hart.md"]


def test_the_table_itself_is_never_written_over(tables: Tables, world: World) -> None:
    path = world.root / "visits.csv"
    assert tables.run(HEADINGS + "x,,\n", "--rejected", str(path)) == 1
    assert path.read_text(encoding="utf-8") == HEADINGS + "x,,\n"


def test_unknown_columns_can_be_left_out_on_request(
    tables: Tables, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "date,weather,participants\n2019,fine,A Hart\n"
    assert tables.run(text) == 1
    assert not files_of(world.content)
    capsys.readouterr()
    assert tables.run(text, "--ignore-unknown") == 0
    assert "Note: the column 'weather' of visits.csv is left out.\n" in told(capsys, world)[0]


def test_standard_input_is_a_table_too(world: World) -> None:
    done = world.run("import", "-", "--table", "visits", "--dry-run")
    assert done.returncode == 1  # there is nothing in it
    assert done.stderr == "-: there is nothing in it.\n1 problem.\n"


# ── there and back ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_sites_own_table_gives_the_same_site_data_again(world: World, tmp_path: Path, ending: str) -> None:
    copy(ROOT / "content", world.content)
    world.build()
    table = world.site / "data" / f"meetings.{ending}"
    other = World(tmp_path / "other", world.templates)
    other.write("config.yaml", world.config.read_bytes())
    (other.content / "meetings").mkdir(parents=True)
    if (world.content / "topics.yaml").exists():
        other.write("content/topics.yaml", (world.content / "topics.yaml").read_bytes())
    assert other.cli("import", str(table)) == 0
    before = stamps_of(other.content)
    assert other.cli("import", str(table)) == 0
    assert stamps_of(other.content) == before
    other.build()
    again = (other.site / "data" / f"meetings.{ending}").read_text(encoding="utf-8")
    assert as_told(again) == as_told(table.read_text(encoding="utf-8"))


def as_told(table: str) -> object:
    """A table without what its reports differ in and what they don't state: of these it isn't a report."""
    found = json.loads(table) if table.startswith("[") else csv.DictReader(io.StringIO(table, newline=""))
    return [{**meeting, "differences": [], "inferred": [], **stated(meeting)} for meeting in found]


def stated(meeting: dict[str, Any]) -> dict[str, Any]:
    """Its people without what the reports don't state, where they are records."""
    people = meeting["participants"]
    return {"participants": [{**one, "inferred": []} for one in people]} if isinstance(people, list) else {}


WORD = st.from_regex(r"[A-Z][a-zé]{1,8}", fullmatch=True)
NAMES = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
CODES = st.sampled_from("AZ FR US NO".split())
PEOPLE = st.builds(
    lambda name, role, side: Participant(name, role, None, *side),
    NAMES,
    st.none() | NAMES.map(lambda text: f"{text} of x, y"),
    st.one_of(CODES.map(lambda c: (c, None)), st.sampled_from(["NATO", "EU"]).map(lambda o: (None, o))),
)
DATES = st.dates().map(str) | st.sampled_from(["2019", "2019-11"])
LISTS = st.lists(NAMES.map("x {}".format), max_size=2, unique=True).map(tuple)


@st.composite
def exported(draw: st.DrawFn) -> Meeting:
    """A meeting whose names, lists and addresses a table can hold."""
    people = draw(st.lists(PEOPLE, min_size=1, max_size=3, unique_by=lambda p: p.name))
    parties = tuple(draw(st.lists(CODES, max_size=2, unique=True)))
    about = st.lists(st.sampled_from(["energy", "trade"]), max_size=2, unique=True).map(tuple)
    speaker, manner = st.none() | st.sampled_from([p.name for p in people]), st.sampled_from(Manner)
    sides = st.lists(CODES, min_size=1, max_size=2, unique=True).map(tuple)
    date = draw(st.none() | DATES)
    return Meeting(
        id=MeetingId(draw(st.from_regex(r"[a-z]{2,5}-[a-z]{2,5}", fullmatch=True))),
        entries=(),
        title=draw(NAMES),
        date=date,
        end_date=None,
        kind=draw(st.sampled_from(Kind)),
        status=draw(st.sampled_from(Status)),
        city=draw(st.none() | NAMES),
        country=draw(st.none() | CODES),
        attendees=tuple(
            Attendee(OfficialId("x"), p.name, p.name, p.role, p.rank, p.country, p.organisation)
            for p in people
        ),
        parties=parties,
        documents=draw(LISTS),
        occasion=draw(st.none() | NAMES),
        topics=draw(LISTS),
        statements=tuple(draw(st.lists(st.builds(Statement, manner, speaker, sides, about), max_size=2))),
        sources=draw(
            st.lists(
                st.builds(Source, outlet=NAMES, published=DATES)
                | st.builds(Source, url=st.just("https://example.org/a;b?c=1")),
                min_size=1,
                max_size=2,
            ).map(tuple)
        ),
        review=draw(LISTS),
    )


def read_back(name: str, content: str) -> Entry:
    table = read_table(name, content.encode())
    layout = layout_of(name, table.headings, table.line, {}, ignore_unknown=False)
    (draft,) = [judged(row, layout, Way(), name) for row in table.rows]
    assert isinstance(draft, Draft), draft
    assert draft.is_named
    return draft.entry


def of(meeting: Meeting) -> Entry:
    """The entry that has all that an export tells of a meeting."""
    people = tuple(Participant(a.name, a.role, a.rank, a.country, a.organisation) for a in meeting.attendees)
    names = [name for name in Entry.__slots__ if name not in ("participants", "evidence", "made_by", "body")]
    return Entry(**{name: getattr(meeting, name) for name in names}, participants=people)


class Edition:
    """As much of an edition as an export asks for."""

    class config:  # noqa: N801  an attribute
        links, address = "folders", "https://example.org/"


@given(exported())
def test_every_line_of_an_exported_table_is_the_same_entry_again(meeting: Meeting) -> None:
    written = csv_of(MEETINGS, [meeting_row(meeting, Edition)])  # type: ignore[arg-type]
    assert read_back("meetings.csv", written.decode()) == of(meeting)


@given(exported())
def test_every_exported_record_is_the_same_entry_again(meeting: Meeting) -> None:
    told = as_json(MEETINGS, meeting_row(meeting, Edition))  # type: ignore[arg-type]
    told["statements"] = [{name: getattr(s, name) for name in s.__slots__} for s in meeting.statements]
    assert read_back("meetings.json", json.dumps([told])) == of(meeting)


@given(ENTRIES, st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8))
def test_what_an_import_has_signed_is_untouched_until_somebody_edits_it(
    entry: Entry, table: str, row: str
) -> None:
    text = signed_for(entry, table, row)
    found, problems = read_entry("x/2019-a.md", text, load_countries().keys())
    assert not problems
    assert found
    assert is_untouched(found)
    assert imported_from(found) == (table, row)
    assert entry_text(found).replace("\n", "") == text.replace("\n", "")
    edited, _ = read_entry("x/2019-a.md", text.replace("title: ", "title: X", 1), load_countries().keys())
    assert edited is None or not is_untouched(edited)
    renamed, _ = read_entry("x/2019-b.md", text, load_countries().keys())
    assert renamed
    assert not is_untouched(renamed)
    assert imported_from(renamed) == (table, row)
