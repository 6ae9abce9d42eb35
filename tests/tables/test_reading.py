"""A file's bytes → a table: encodings, separators, quotation marks, forms of JSON."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems import Unreadable
from chronicle.tables.reading import read_table
from chronicle.tables.table import Table

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


def table(content: bytes | str, encoding: str | None = None) -> Table:
    return read_table("t.csv", content.encode() if isinstance(content, str) else content, encoding)


def cells(content: bytes | str) -> list[tuple[object, ...]]:
    return [row.cells for row in table(content).rows]


def wrong(content: bytes | str, encoding: str | None = None) -> tuple[str, int | None]:
    with pytest.raises(Unreadable) as caught:
        table(content, encoding)
    return caught.value.what, caught.value.line


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_seen_from_the_headings(separator: str) -> None:
    found = table(separator.join(["date", "city"]) + "\n" + separator.join(["2019", '"a, b; c\td|e"']) + "\n")
    assert found.headings == ("date", "city")
    assert found.rows[0].cells == ("2019", "a, b; c\td|e")


def test_excels_own_first_line_tells_the_separator() -> None:
    found = table("sep=;\ndate;a,b,c\n2019;x\n")
    assert (found.headings, found.line) == (("date", "a,b,c"), 2)
    assert (found.rows[0].cells, found.rows[0].line) == (("2019", "x"), 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_spreadsheets_write_them(encoding: str) -> None:
    found = table("date,city\n2019,Málaga\n".encode(encoding))
    assert found.rows[0].cells == ("2019", "Málaga")
    assert bool(found.note) == (encoding == "cp1252")


def test_an_encoding_that_is_told_is_no_guess() -> None:
    found = table("city\nБаку\n".encode("cp1251"), "cp1251")
    assert found.rows[0].cells == ("Баку",)
    assert not found.note


def test_line_ends_of_windows_and_lines_within_cells_keep_their_count() -> None:
    found = table('a,b\r\n"x\r\ny",1\r\n\r\n,\r\nz,2\r\n')
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("x\ny", "1")), (6, ("z", "2"))]


def test_cells_left_out_at_the_end_are_empty_and_those_beyond_the_headings_are_told() -> None:
    found = table("a,b\n1\n1,2,,\n1,2,3\n")
    assert [row.cells for row in found.rows] == [("1", ""), ("1", "2"), ("1", "2")]
    assert [row.odd for row in found.rows] == ["", "", "has '3' in a column without a heading"]


def test_a_column_without_a_heading_may_be_empty_but_holds_nothing() -> None:
    assert [row.odd for row in table("a,,c\n1,,3\n1,2,3\n").rows] == [
        "",
        "has '2' in a column without a heading",
    ]


def test_the_guard_before_a_formula_is_taken_off() -> None:
    assert cells("a,b\n'=1+1,'tis\n") == [("=1+1", "'tis")]


def test_a_table_of_one_column_is_one() -> None:
    assert cells("participants\nA\nB\n") == [("A",), ("B",)]


def test_a_list_of_records_has_the_lines_at_which_they_begin() -> None:
    found = table('[\n {"date": 2019,\n  "city": null},\n\n {"city": "Baku", "quoted": true}\n]\n')
    assert found.headings == ("date", "city", "quoted")
    assert [(row.line, row.cells) for row in found.rows] == [(2, ("2019", "", "")), (5, ("", "Baku", "true"))]


def test_a_record_may_hold_the_list() -> None:
    assert cells('{"made": "2024", "by": {"a": [1]}, "meetings": [{"city": "A"}, {"city": "B"}]}') == [
        ("A",),
        ("B",),
    ]


def test_a_record_a_line() -> None:
    found = table('{"city": "A"}\n\n{"city": "B\u2028"}\n')
    assert [(row.line, row.cells) for row in found.rows] == [(1, ("A",)), (3, ("B\u2028",))]


def test_one_record_alone_is_a_table() -> None:
    assert cells('{"date": "2019", "participants": [{"name": "A"}]}') == [("2019", [{"name": "A"}])]


def test_half_a_character_of_json_does_no_harm() -> None:
    assert cells('[{"city": "a\\ud800b"}]') == [("a\ufffdb",)]


@pytest.mark.parametrize(
    ("content", "what", "line"),
    [
        (b"", "there is nothing in it", None),
        (b"\xef\xbb\xbf \n", "there is nothing in it", None),
        (b"PK\x03\x04...", "this is a workbook, not a table as text", None),
        (b"a,b\n1,\x81\n", "this isn't UTF-8", 2),
        ('a,b\n1,"2\n3,4\n', "this table can't be read: unexpected end of data", 2),
        ('a,b\n1,"2"3\n', "this table can't be read: ',' expected after '\"'", 2),
        ('[{"a": 1},\n{"a": NaN}]', "this isn't JSON: NaN is no value", 2),
        ('[{"a": 1},\n{"a": 1, "a": 2}]', "'a' is given twice", 2),
        ('[{"a": 1}\n{"a": 2}]', "this isn't JSON: a comma or the closing bracket is missing", 2),
        ('[{"a": 1},\n', "this isn't JSON: Expecting value", 2),
        ('{"a": 1}\n{"a": 2', "this isn't JSON: Expecting ',' delimiter", 2),
        ('{"a": 1}\n{"a": 2} {}', "there is more than one record in this line", 2),
        ("[1, 2]", "here is a value, not a record", 1),
        ('["a"]', "here is a text, not a record", 1),
        ('{"x": [{}], "y": [{}]}', "there are several lists in it: x, y", None),
        ("[" * 100_000, "the brackets are nested too deeply", 1),
        ('[{"a": ' + "[" * 50 + "]" * 50 + "}]", "the brackets are nested too deeply", 1),
        ('[{"a": ' + "9" * 5000 + "}]", None, 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(
    content: bytes | str, what: str | None, line: int | None
) -> None:
    told = wrong(content)
    assert told == (what or told[0], line)


@pytest.mark.parametrize("encoding", ["utf-8", "hex"])
def test_an_encoding_that_does_not_fit_is_told(encoding: str) -> None:
    assert wrong(b"a\n\xff\n", encoding) == (f"this can't be read as {encoding}", None)


@given(st.lists(st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_list_of_records_is_read_as_it_is(records: list[dict[str, str]]) -> None:
    for text in (json.dumps(records), json.dumps(records, indent=1, ensure_ascii=False)):
        found = read_table("t.json", text.encode())
        told = [{h: c for h, c in zip(found.headings, row.cells, strict=True) if c} for row in found.rows]
        assert told == [some for r in records if (some := {k: v for k, v in r.items() if v})]


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_told_to_be_none(content: bytes) -> None:
    with suppress(Unreadable):
        found = read_table("t.csv", content)
        assert all(len(row.cells) == len(found.headings) for row in found.rows)
