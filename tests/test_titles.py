"""What an entry of a table is called: nothing but its facts."""

from dataclasses import replace

import pytest

from chronicle.lexicon.countries import load_countries
from chronicle.model import CountryCode, Entry, Kind, PartialDate, Participant, Status
from chronicle.titles import id_of, title_of

COUNTRIES = load_countries()
A = Participant("Zakir Hasanov", country=CountryCode("AZ"))
A2 = Participant("Ilham Aliyev", country=CountryCode("AZ"))
B = Participant("Zacharie Gross", country=CountryCode("FR"))
C = Participant("Jens Stoltenberg", organisation="NATO")
X, Y = Participant("Ann Hart"), Participant("Bea Cole")
AZ, US = CountryCode("AZ"), CountryCode("US")


@pytest.mark.parametrize(
    ("kind", "people", "parties", "place", "expected"),
    [
        (Kind.MEETING, (A, B), (), None, "Zakir Hasanov meets Zacharie Gross"),
        (Kind.MEETING, (A, A2, B), (), None, "Zakir Hasanov and Ilham Aliyev meet Zacharie Gross"),
        (Kind.MEETING, (X, Y), (), None, "Ann Hart and Bea Cole meet"),
        (Kind.MEETING, (A, A2), (), None, "Meeting with Zakir Hasanov and Ilham Aliyev"),
        (Kind.MEETING, (A,), ("US",), None, "Azerbaijan and the United States meet"),
        (Kind.MEETING, (X,), (), None, "Meeting with Ann Hart"),
        (Kind.MEETING, (), ("AZ", "IR"), None, "Azerbaijan and Iran meet"),
        (Kind.MEETING, (), ("AZ",), None, "Meeting with Azerbaijan"),
        (Kind.CALL, (A, B), (), None, "Zakir Hasanov and Zacharie Gross speak by telephone"),
        (Kind.CALL, (B,), (), None, "Telephone call with Zacharie Gross"),
        (Kind.VIDEO, (), ("AZ", "NATO"), None, "Azerbaijan and NATO speak by video"),
        (Kind.CREDENTIALS, (A, B), (), None, "Presentation of credentials: Zakir Hasanov and Zacharie Gross"),
        (Kind.CONFERENCE, (A, B, C), (), None, "Conference of Azerbaijan, France and NATO"),
        (Kind.CONFERENCE, (X,), (), None, "Conference with Ann Hart"),
        (Kind.VISIT, (B,), (), AZ, "Zacharie Gross visits Azerbaijan"),
        (Kind.VISIT, (A, B), (), AZ, "Zacharie Gross visits Azerbaijan"),
        (Kind.VISIT, (B, X), (), US, "Zacharie Gross and Ann Hart visit the United States"),
        (Kind.VISIT, (), ("IR",), AZ, "A delegation of Iran visits Azerbaijan"),
        (Kind.VISIT, (A,), (), AZ, "Visit of Zakir Hasanov"),
        (Kind.VISIT, (B,), (), None, "Visit of Zacharie Gross"),
        (Kind.VISIT, (), ("AZ",), AZ, "Visit to Azerbaijan"),
    ],
)
def test_a_title_tells_who_met_and_no_more(
    kind: Kind,
    people: tuple[Participant, ...],
    parties: tuple[str, ...],
    place: CountryCode | None,
    expected: str,
) -> None:
    entry = Entry("x", "x", kind=kind, participants=people, parties=parties, country=place)
    assert title_of(entry, COUNTRIES) == expected
    cancelled = title_of(replace(entry, status=Status.CANCELLED), COUNTRIES)
    assert cancelled.startswith("Cancelled: ")
    planned = title_of(replace(entry, status=Status.PLANNED), COUNTRIES)
    assert any(word in planned for word in ("Planned: ", " planned: ", " to ", "Conference of"))


@pytest.mark.parametrize(
    ("date", "people", "parties", "expected"),
    [
        ("2019-11-07", (A, B, C), (), "2019-11-07-hasanov-gross"),
        ("2019", (B,), ("AZ",), "2019-gross-azerbaijan"),
        (None, (B,), ("FR",), "undated-gross"),
        ("2019-11", (), ("AZ", "NATO"), "2019-11-azerbaijan-nato"),
    ],
)
def test_an_id_tells_the_day_and_two_who_took_part(
    date: str | None, people: tuple[Participant, ...], parties: tuple[str, ...], expected: str
) -> None:
    entry = Entry("", "x", date=PartialDate(date) if date else None, participants=people, parties=parties)
    assert id_of(entry, COUNTRIES) == expected
