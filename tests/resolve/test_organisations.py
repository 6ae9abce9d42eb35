"""Organisations that articles call by several names."""

from collections import Counter

import pytest

from chronicle.lexicon.words import word_lists
from chronicle.model import CountryCode, Entry, Participant
from chronicle.resolve import resolve
from chronicle.resolve.organisations import common_name
from chronicle.slug import folded

ITU, LONG = "ITU", "International Telecommunication Union"


def entry(day: int, name: str, person: str = "Jan Novak") -> Entry:
    """A meeting of somebody of an organisation with a Swiss minister."""
    return Entry(
        f"2024-03-{day:02}-talks",
        "Talks",
        date=f"2024-03-{day:02}",  # type: ignore[arg-type]
        participants=(
            Participant("Ursula Frei", "minister", None, CountryCode("CH"), None),
            Participant(person, "Director", None, None, name),
        ),
        parties=("CH", name),
    )


def test_other_names_are_one_organisation_and_its_people_one_person() -> None:
    chronicle = resolve([entry(1, ITU), entry(2, LONG), entry(3, LONG)])
    assert {meeting.parties for meeting in chronicle.meetings} == {("CH", LONG)}
    assert len({a.official for m in chronicle.meetings for a in m.attendees}) == 2


def test_where_as_many_say_so_the_common_name_is_shown() -> None:
    chronicle = resolve([entry(1, LONG), entry(2, ITU)])
    assert {meeting.parties for meeting in chronicle.meetings} == {("CH", ITU)}


def test_names_that_the_lexicon_does_not_know_stay() -> None:
    chronicle = resolve([entry(1, "Lake Union"), entry(2, "Lake Union Secretariat")])
    assert [meeting.parties[1] for meeting in chronicle.meetings] == ["Lake Union", "Lake Union Secretariat"]


def test_a_renamed_organisation_is_one() -> None:
    former = "Conference on Security and Co-operation in Europe"
    chronicle = resolve([entry(1, former), entry(2, "OSCE"), entry(3, "OSCE")])
    assert {meeting.parties for meeting in chronicle.meetings} == {("CH", "OSCE")}
    assert common_name("CSCE") == common_name("OSCE") == "OSCE"


@pytest.mark.parametrize(
    ("former", "later"),
    [
        ("OAU", "African Union"),
        ("League of Nations", "United Nations"),
        ("EEC", "European Union"),
        ("GATT", "WTO"),
    ],
)
def test_an_organisation_that_another_came_after_stays_itself(former: str, later: str) -> None:
    chronicle = resolve([entry(1, former), entry(2, later)])
    assert [meeting.parties[1] for meeting in chronicle.meetings] == [former, later]
    assert common_name(former) != common_name(later)


def test_a_name_leads_to_one_organisation_and_two_lists_differ_where_they_mean_to() -> None:
    main, further = word_lists("en/organisations"), word_lists("en/former_organisations")
    times = Counter(
        form for name, forms in further.items() for form in {folded(one) for one in (name, *forms)}
    )
    assert [form for form, number in times.items() if number > 1] == []
    known = {folded(form): name for name, forms in main.items() for form in (*forms, name)}
    other = {
        form: name
        for name, forms in further.items()
        for form in forms
        if known.get(folded(form), name) != name
    }
    assert other == {"Commonwealth of Nations": "Commonwealth"}
