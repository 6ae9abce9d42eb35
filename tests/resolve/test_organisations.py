"""Organisations that articles call by several names."""

from chronicle.model import CountryCode, Entry, Participant
from chronicle.resolve import resolve

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
