"""One name on two sides."""

import pytest

from chronicle.model import CountryCode, Entry, PartialDate, Participant, Suggestion
from chronicle.resolve.people import identify, likely_people


def entry(date: str, name: str, country: str | None, organisation: str | None = None) -> Entry:
    side = CountryCode(country) if country else None
    return Entry(
        f"{date}-{country}-{organisation}",
        "x",
        date=PartialDate(date),
        participants=(Participant(name, None, None, side, organisation),),
    )


def suggested(one: Entry, other: Entry) -> tuple[Suggestion, ...]:
    """What is suggested of two entries, whose people are two at any rate."""
    assert len(identify([one, other]).names) == 2
    return likely_people([one, other])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("NO", None), (None, "NATO"), "the same name, for a country and for an organisation"),
        (("GH", None), (None, "UN"), "the same name, for a country and for an organisation"),
        (("SU", None), ("RU", None), "the same name, for a state and for one that came in its place"),
        (("NO", None), (None, None), "the same name; for whom one of them acts isn't told"),
    ],
)
def test_one_name_may_be_one_person(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], reason: str
) -> None:
    (found,) = suggested(entry("1990-01-01", "Jens Berg", *one), entry("1995-01-01", "Jens Berg", *other))
    assert found.reasons == (reason,)


def test_namesakes_in_two_countries_are_two() -> None:
    assert suggested(entry("1990-01-01", "Jens Berg", "NO"), entry("1990-01-02", "Jens Berg", "DK")) == ()


def test_namesakes_a_lifetime_apart_are_two() -> None:
    assert (
        suggested(entry("1930-01-01", "Jens Berg", "NO"), entry("1990-01-02", "Jens Berg", None, "UN")) == ()
    )
