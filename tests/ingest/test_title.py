"""Titles and ids are made of the facts."""

import pytest

from chronicle.ingest.title import family_name, id_of, title_of
from chronicle.lexicon import load_lexicon
from chronicle.model import CountryCode, Kind, PartialDate, Participant, Status

WORDS = load_lexicon()
A = Participant("Zakir Hasanov", country=CountryCode("AZ"))
B = Participant("Zacharie Gross", country=CountryCode("FR"))
C = Participant("Jens Stoltenberg", organisation="NATO")
HELD, MEETING = Status.HELD, Kind.MEETING


@pytest.mark.parametrize(
    ("kind", "status", "people", "parties", "expected"),
    [
        (MEETING, HELD, (A, B), ("AZ", "FR"), "Zakir Hasanov meets Zacharie Gross"),
        (
            MEETING,
            HELD,
            (A, B, C),
            ("AZ", "FR", "NATO"),
            "Zakir Hasanov meets Zacharie Gross and Jens Stoltenberg",
        ),
        (MEETING, HELD, (), ("AZ", "IR"), "Azerbaijan and Iran meet"),
        (MEETING, HELD, (A,), ("AZ", "US"), "Azerbaijan and the United States meet"),
        (MEETING, Status.PLANNED, (A, B), ("AZ", "FR"), "Zakir Hasanov to meet Zacharie Gross"),
        (MEETING, Status.CANCELLED, (A, B), ("AZ", "FR"), "Cancelled: Zakir Hasanov to meet Zacharie Gross"),
        (Kind.CALL, HELD, (A, B), ("AZ", "FR"), "Zakir Hasanov and Zacharie Gross speak by telephone"),
        (Kind.VIDEO, HELD, (A, C), ("AZ", "NATO"), "Zakir Hasanov and Jens Stoltenberg speak by video"),
        (
            Kind.CREDENTIALS,
            HELD,
            (A, B),
            ("AZ", "FR"),
            "Zacharie Gross presents credentials to Zakir Hasanov",
        ),
        (Kind.CREDENTIALS, HELD, (A, B, C), ("AZ", "FR"), "2 envoys present credentials to Zakir Hasanov"),
        (Kind.VISIT, HELD, (B,), ("AZ", "FR"), "Zacharie Gross visits Azerbaijan"),
        (Kind.VISIT, HELD, (A,), ("AZ", "FR"), "Zakir Hasanov visits France"),
        (Kind.VISIT, Status.CANCELLED, (A,), ("AZ", "FR"), "Cancelled: Zakir Hasanov to visit France"),
        (Kind.VISIT, HELD, (), ("AZ", "IR"), "A delegation of Iran visits Azerbaijan"),
        (
            Kind.CONFERENCE,
            HELD,
            (),
            ("AF", "AZ", "IR", "TR"),
            "Conference of Afghanistan, Azerbaijan and 2 others",
        ),
    ],
)
def test_a_title(
    kind: Kind, status: Status, people: tuple[Participant, ...], parties: tuple[str, ...], expected: str
) -> None:
    assert title_of(kind, status, people, parties, WORDS) == expected


@pytest.mark.parametrize(
    ("date", "people", "parties", "expected"),
    [
        (PartialDate("2019-11-07"), (A, B), ("AZ", "FR"), "2019-11-07-hasanov-gross"),
        (PartialDate("2017-10-24"), (), ("AZ", "IR"), "2017-10-24-azerbaijan-iran"),
        (None, (A, B, C), ("AZ", "FR"), "undated-hasanov-gross"),
    ],
)
def test_an_id(
    date: PartialDate | None, people: tuple[Participant, ...], parties: tuple[str, ...], expected: str
) -> None:
    assert id_of(date, people, parties, WORDS) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("MOTEGI Toshimitsu", "MOTEGI"),
        ("Abdullah II", "Abdullah"),
        ("Gilberto “Gibo” Teodoro Jr.", "Teodoro"),
        ("Xi", "Xi"),
    ],
)
def test_a_family_name(name: str, expected: str) -> None:
    assert family_name(name) == expected
