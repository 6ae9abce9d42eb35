"""Rows beside the entries that there are: once is as often as you like, and nobody changes places."""

import random

from hypothesis import given
from hypothesis import strategies as st

from chronicle.import_settings import Way
from chronicle.lexicon.countries import load_countries
from chronicle.record import read_entry, signed_for
from chronicle.store import Stored
from chronicle.tables.layout import layout_of
from chronicle.tables.plan import Plan, plan
from chronicle.tables.reading import read_table
from chronicle.tables.register import Line, Register, read_register, register_text
from chronicle.tables.rows import Draft, judged

CELLS = st.tuples(
    st.sampled_from(["", "", "1", "2", "baku-talks"]),
    st.sampled_from(["2019-11-07", "2019-11-08", "2019", ""]),
    st.sampled_from(["A Hart", "B Cole", "A Hart; B Cole", "A Hart (AZ)"]),
    st.sampled_from(["", "energy", "trade"]),
)
TABLES = st.lists(CELLS, max_size=8)


def drafts_of(rows: list[tuple[str, ...]]) -> list[Draft]:
    text = "id,date,participants,topics\n" + "".join(",".join(row) + "\n" for row in rows)
    table = read_table("t.csv", text.encode())
    layout = layout_of("t.csv", table.headings, table.line, {}, ignore_unknown=False)
    drafts = [judged(row, layout, Way(), "t.csv") for row in table.rows]
    return [draft for draft in drafts if isinstance(draft, Draft)]


def planned(
    rows: list[tuple[str, ...]], stored: list[Stored], register: Register, *, prune: bool = False
) -> Plan:
    drafts = drafts_of(rows)
    return plan("t.csv", drafts, stored=stored, register=register, rejected=(), is_whole=True, prune=prune)


def carried_out(result: Plan, stored: list[Stored]) -> list[Stored]:
    """The entries after a plan, as they are read from their files."""
    after = {each.path: each for each in stored if each.path not in result.removals}
    for path, (entry, key) in {**result.new, **result.changed}.items():
        found, problems = read_entry(path, signed_for(entry, "t.csv", key), load_countries().keys())
        assert not problems
        assert found
        after[path] = Stored(path, found)
    return list(after.values())


@given(TABLES, st.randoms(use_true_random=False))
def test_a_second_import_in_another_order_has_nothing_to_write(
    rows: list[tuple[str, ...]], chance: random.Random
) -> None:
    first = planned(rows, [], {})
    stored = carried_out(first, [])
    again = rows.copy()
    if not first.rejected:  # of two rows with one id the first one counts
        chance.shuffle(again)
    second = planned(again, stored, first.register)
    assert (second.new, second.changed, second.removals, second.gone) == ({}, {}, set(), [])
    assert second.register == first.register


@given(TABLES, TABLES)
def test_whatever_was_there_before_each_row_has_its_entry_in_the_end(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]]
) -> None:
    first = planned(before, [], {})
    stored = carried_out(first, [])
    second = planned(after, stored, first.register, prune=True)
    entries = [each.entry for each in carried_out(second, stored)]
    told = {(d.entry.date, d.entry.participants, d.entry.topics) for d in drafts_of(after)}
    refused = {d.row.line for d in second.rejected}
    wanted = {
        (d.entry.date, d.entry.participants, d.entry.topics)
        for d in drafts_of(after)
        if d.row.line not in refused
    }
    assert wanted <= {(e.date, e.participants, e.topics) for e in entries} <= told
    assert len({entry.id for entry in entries}) == len(entries)


def test_rows_that_only_their_topics_tell_apart_do_not_change_places_when_one_is_corrected() -> None:
    rows = [("", "2019", "A Hart", topic) for topic in ("energy", "trade", "tourism")]
    first = planned(rows, [], {})
    stored = carried_out(first, [])
    ids = {each.entry.topics: each.entry.id for each in stored}
    for old in ("energy", "trade", "tourism"):
        changed = [row if row[3] != old else (*row[:3], "sport") for row in rows]
        second = planned(changed, stored, first.register)
        (entry, _) = next(iter(second.changed.values()))
        assert (len(second.changed), len(second.new)) == (1, 0)
        assert (entry.id, entry.topics) == (ids[(old,)], ("sport",))


def test_an_ingests_entry_of_the_same_id_is_nobody_elses() -> None:
    first = planned([("", "2019", "A Hart", "")], [], {})
    (path,) = first.new
    by_hand, _ = read_entry(path, "---\ntitle: x\nparties: [AZ]\n---\n", load_countries().keys())
    assert by_hand
    second = planned([("", "2019", "A Hart", "energy")], [Stored(path, by_hand)], first.register)
    assert (second.new, second.changed) == ({}, {})
    assert second.notes == [f"t.csv:2 has changed, and meetings/{path} is a person's: it is left as it is."]


@given(st.lists(st.builds(Line, *[st.text(max_size=9)] * 4), unique_by=lambda line: line[:2]))
def test_the_register_is_read_as_it_was_written(lines: list[Line]) -> None:
    kept = [Line(*(cell.replace("\r", "") for cell in line)) for line in lines]
    register = {(line.table, line.row): line for line in kept}
    text = register_text(register.values())
    try:
        text.decode()
    except UnicodeDecodeError:
        return
    found, problems = read_register(text, "imports.csv")
    assert not problems
    assert found == register


def test_a_broken_register_is_told_with_its_line() -> None:
    _, problems = read_register(b"table,row,digest,entry\na,b\n", "imports.csv")
    assert [str(problem).split("\n")[0] for problem in problems] == ["imports.csv:2: 'a,b' can't be read."]
    _, problems = read_register(b"a,b\n", "imports.csv")
    assert str(problems[0]).startswith("imports.csv:1: the headings are missing.")
    _, problems = read_register(b"\xff", "imports.csv")
    assert str(problems[0]).startswith("imports.csv: this isn't UTF-8.")
