"""YAML nodes to typed values: what each reader takes, and how it says what it doesn't take."""

from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chronicle.fields import Complaints, Loader, composed, guess, is_too_deep, record_reader, yaml_hint
from chronicle.model import CountryCode, PartialDate


@dataclass(frozen=True, slots=True)
class Visit:
    """A schema of every kind of field."""

    name: str
    day: PartialDate | None = None
    country: CountryCode | None = None
    stops: tuple[str, ...] = ()
    state: bool = False


READ = record_reader(Visit, Visit)


def read(text: str) -> tuple[object, list[str]]:
    complaints = Complaints("v.yaml", 1, ("FR",))
    node = composed(text, complaints)
    value = READ(node, "", complaints) if node else None
    return value, [str(problem) for problem in complaints.problems]


def test_the_dataclass_is_the_schema() -> None:
    assert read("name: A\nday: 2019-11\ncountry: FR\nstops: [Paris, Lyon]") == (
        Visit("A", PartialDate("2019-11"), CountryCode("FR"), ("Paris", "Lyon")),
        [],
    )


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("Yes", True), ("no", False), ("false", False)]
)
def test_yes_and_no_are_read_in_several_ways(written: str, meant: bool) -> None:  # noqa: FBT001 - a case
    assert read(f"name: A\nstate: {written}") == (Visit("A", state=meant), [])


def test_what_is_wrong_is_counted_from_the_first_line() -> None:
    assert read("name: A\ncuntry: FR") == (
        Visit("A"),
        ["v.yaml:2: unknown field 'cuntry'.\n    Did you mean 'country'?"],
    )


def test_a_record_without_what_it_needs_is_none() -> None:
    assert read("day: 2019") == (
        None,
        ["v.yaml:1: name is missing.\n    Every record of this kind needs it."],
    )


@pytest.mark.parametrize("text", ["", "- a", "a", "[a, b]", "# a"])
def test_what_is_no_mapping_has_no_fields(text: str) -> None:
    _, problems = read(text)
    assert problems == [
        "v.yaml:1: the front matter has no fields.\n    Write 'title: …' and the other fields, a line each."
    ]


def test_a_second_document_is_no_part_of_the_first() -> None:
    _, problems = read("name: A\n--- !x\nname: B")
    assert (
        "v.yaml:2: this isn't YAML: expected a single document in the stream, but found another document."
        in problems[0]
    )


def test_a_guess_is_made_where_one_is_close() -> None:
    assert guess("contry", ("city", "country")) == "Did you mean 'country'?"
    assert guess("weather", ("city", "country")) == "The fields are city, country."


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a:\n\tb: c", "Use spaces, not tabs, at the beginning of a line."),
        (
            "x\na: b: c",
            'Put a text that has a colon, a quotation mark or a bracket in it into "double quotes".',
        ),
        ("x\n a b", "Check the indentation and the quotation marks here and in the line above."),
    ],
)
def test_what_yaml_complains_of_has_a_hint(text: str, hint: str) -> None:
    assert yaml_hint(text, 1) == hint


def test_deep_nesting_is_seen_and_wide_lists_are_none() -> None:
    assert is_too_deep("[" * 6_000)
    assert not is_too_deep("a: [" + "{b: c}, " * 6_000 + "]")
    assert not is_too_deep("a: " + "-" * 6_000)


@given(st.text())
def test_any_text_is_read_or_complained_of(text: str) -> None:
    value, problems = read(text)
    assert value is not None or problems


@given(
    st.recursive(
        st.text() | st.none() | st.booleans() | st.integers(),
        lambda of: st.lists(of) | st.dictionaries(st.text(), of),
        max_leaves=20,
    )
)
def test_any_yaml_is_read_or_complained_of(value: object) -> None:
    text = yaml.safe_dump({"name": "A", "stops": value, "day": value}, allow_unicode=True)
    found, problems = read(text)
    assert found is not None or problems


def test_scalars_are_never_resolved() -> None:
    node = Loader("{a: NO, b: 12:30, c: 010, d: 2019-11-07}").get_single_node()
    assert [value.value for _, value in node.value] == ["NO", "12:30", "010", "2019-11-07"]
