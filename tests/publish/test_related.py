"""Which meetings belong together, and why."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chronicle.model import CountryCode, Entry, Kind, PartialDate, Participant, Status
from chronicle.publish.edition import Edition
from chronicle.publish.related import MOST, Related, related_of

Make = Callable[..., Edition]
HOSTS = {"TR": "Hulusi Akar", "GE": "Levan Izoria", "IR": "Hossein Dehghan"}
GUEST = Participant("Zakir Hasanov", "Minister of Defense", None, CountryCode("AZ"))


@pytest.fixture
def visit(entry: Entry) -> Callable[..., Entry]:
    """An entry that tells of the guest's visit to a country on a day."""

    def made(country: str, date: str, *topics: str) -> Entry:
        host = Participant(HOSTS[country], "Minister of Defence", None, CountryCode(country))
        return replace(
            entry,
            id=f"{date}-{country.lower()}",
            date=PartialDate(date),
            city=None,
            country=CountryCode(country),
            participants=(GUEST, host),
            parties=("AZ", country),
            topics=topics,
            statements=(),
            sources=(),
        )

    return made


def related(made: Edition) -> dict[str, tuple[Related, ...]]:
    return dict(related_of(made.chronicle, made.groups))


def test_meetings_abroad_within_a_few_days_are_of_one_journey(
    edition: Make, visit: Callable[..., Entry]
) -> None:
    some = visit("TR", "2019-11-07"), visit("GE", "2019-11-11"), visit("IR", "2019-11-16")
    assert related(edition(*some)) == {
        "2019-11-07-tr": (Related("journey", ("2019-11-11-ge",)),),
        "2019-11-11-ge": (Related("journey", ("2019-11-07-tr",)),),
    }


def test_a_meeting_at_home_is_on_no_journey(edition: Make, visit: Callable[..., Entry]) -> None:
    home = replace(visit("TR", "2019-11-08"), country=CountryCode("AZ"))
    assert related(edition(visit("GE", "2019-11-07"), home)) == {}


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.CALL},
        {"status": Status.CANCELLED},
        {"participants": (replace(GUEST, role="ambassador to Georgia"),)},
    ],
    ids=["call", "called off", "envoy"],
)
def test_nobody_travels_for_a_call_for_what_was_called_off_or_to_the_own_post(
    edition: Make, visit: Callable[..., Entry], change: dict[str, object]
) -> None:
    there = replace(visit("GE", "2019-11-08"), **change)  # type: ignore[arg-type]
    assert related(edition(visit("TR", "2019-11-07"), there)) == {}


def test_two_countries_meet_again_in_the_same_month(edition: Make, visit: Callable[..., Entry]) -> None:
    some = visit("TR", "2019-11-02"), visit("TR", "2019-11-28"), visit("TR", "2019-12-20")
    assert related(edition(*some)) == {
        "2019-11-02-tr": (Related("month", ("2019-11-28-tr",)),),
        "2019-11-28-tr": (Related("month", ("2019-11-02-tr",)),),
    }


def test_two_countries_come_back_to_a_topic(edition: Make, visit: Callable[..., Entry]) -> None:
    some = (
        visit("TR", "2018-01-02", "energy"),
        visit("TR", "2019-01-02", "trade"),
        visit("TR", "2020-01-02", "trade", "energy"),
    )
    assert related(edition(*some))["2020-01-02-tr"] == (Related("topic", ("2019-01-02-tr",)),)


def test_only_the_nearest_of_many_are_told(edition: Make, visit: Callable[..., Entry]) -> None:
    some = [visit("TR", f"2019-11-{day:02}") for day in range(1, 29, 2)]
    told = [one for several in related(edition(*some)).values() for one in several]
    assert max(len(one.meetings) for one in told) == MOST
