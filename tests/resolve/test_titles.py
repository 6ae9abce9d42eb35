"""Which words name one office, and how it is held."""

import csv
from pathlib import Path

import pytest

from chronicle.resolve.titles import title_words, titles_of

with (Path(__file__).parents[1] / "cases" / "offices.csv").open(encoding="utf-8", newline="") as lines:
    PAIRS = list(csv.DictReader(lines))


def texts(role: str, country: str | None = "AZ") -> list[str]:
    return [title.text for title in titles_of(role, country)]


@pytest.mark.parametrize(
    "pair", PAIRS, ids=lambda p: f"{p['one']} and {p['other']} {p['country']}: {p['why']}"
)
def test_pairs(pair: dict[str, str]) -> None:
    keys = [
        [title.key for title in titles_of(pair[name], pair["country"] or None)] for name in ("one", "other")
    ]
    assert (keys[0] == keys[1]) == (pair["same"] == "yes")


@pytest.mark.parametrize(
    ("role", "offices"),
    [
        (
            "Deputy Prime Minister and Minister of Foreign Affairs",
            ["deputy prime minister", "minister of foreign affairs"],
        ),
        (
            "First Deputy Minister of Defense and Chief of the General Staff of the Army",
            ["first deputy minister of defense", "chief of general staff"],
        ),
        ("Minister of Trade and Industry", ["minister of trade and industry"]),
        ("Minister of Finance, Economy and Development", ["minister of finance"]),
        ("Defence and Foreign Minister", ["minister of defense and foreign affairs"]),
        ("adviser to the King and the Crown Prince", ["adviser to king and crown prince"]),
        ("Prime Minister and Head of Government", ["prime minister"]),
        ("", []),
    ],
)
def test_two_offices_are_two_and_two_fields_are_one(role: str, offices: list[str]) -> None:
    assert texts(role) == offices


@pytest.mark.parametrize(
    "role", ["former Foreign Minister", "President-elect", "ex-president", "Prime Minister-designate"]
)
def test_who_held_an_office_or_will_hold_it_doesnt_hold_it(role: str) -> None:
    assert [title.held for title in titles_of(role, "AZ")] == [False]


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("acting Foreign Minister", "Foreign Minister"),
        ("interim President", "President"),
        ("Acting High Commissioner", "High Commissioner"),
    ],
)
def test_acting_is_told_apart_from_the_name(role: str, name: str) -> None:
    (title,) = titles_of(role, "AZ")
    assert (title.acting, title.held, title.name, title.told) == (True, True, name, role)


@pytest.mark.parametrize(
    ("role", "country", "single", "vague"),
    [
        ("Minister of Defense", "AZ", True, False),
        ("ambassador", "FR", False, False),
        ("Deputy Minister of Defense", "AZ", False, False),
        ("minister", "AZ", True, True),
        ("head of the delegation", "AZ", False, True),
        ("Secretary of State", "US", True, False),
        ("Secretary of State", "RO", False, True),
        ("chairman of the friendship group", "AZ", False, False),
    ],
)
def test_some_offices_have_one_holder_and_some_words_tell_no_office(
    role: str,
    country: str,
    single: bool,  # noqa: FBT001  pytest gives it by name
    vague: bool,  # noqa: FBT001  pytest gives it by name
) -> None:
    (title,) = titles_of(role, country)
    assert (title.single, title.vague) == (single, vague)


def test_the_words_of_an_office_are_the_same_for_all_its_names() -> None:
    assert (
        title_words("FM") == title_words("Minister for Foreign Affairs") == {"minister", "foreign", "affairs"}
    )
    assert title_words("Defence Minister") == title_words("acting Minister of National Defense")
    assert title_words(None) == title_words("") == frozenset()


def test_a_text_that_is_far_too_long_is_no_office() -> None:
    (title,) = titles_of("new and former " * 20_000 + "minister", "AZ")
    assert (title.vague, title.single) == (True, False)
