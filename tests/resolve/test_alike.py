"""Names that may be one person's at what else looks like one encounter."""

import pytest

from chronicle.model import Participant
from chronicle.resolve.alike import is_alike, is_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khamsing Vongphakdy", "Khamsing Vongpakdy"),
        ("Abdel Rahman El-Gamal", "Abdelrahman Al-Gamal"),
        ("Haider Al-Tamimi", "Haydar al-Tamimi"),
        ("Salim bin Nasser Al Harthy", "Salim Al Harthi"),
        ("Tanaka Hiroshi", "HIROSHI Tanaka"),
        ("Hari Adhikari", "Hari Prasad Adhikari ‘Bikash’"),
        ("James N. Whitfield", "Jim Whitfield"),
        ("Whitfield", "James Whitfield"),
        ("Nəsimi Qarayev", "Nasimi Garayev"),
    ],
)
def test_alike(one: str, other: str) -> None:
    some, rest = Participant(one, "Minister of Defence"), Participant(other, "Defense Minister")
    assert is_alike(some, rest)
    assert is_alike(rest, some)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Clara Neri", "Carla Nardi"),
        ("Li Wei", "Li Wen"),
        ("Marc Olivier", "Yves Caron"),
        ("Ali Demir", "Ali Yilmaz"),
        ("...", "Ali Yilmaz"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert not is_alike(Participant(one), Participant(other))
    assert not is_alike(Participant(other), Participant(one))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Commander of the Navy", "Commander of the Royal Navy", True),
        (None, "Ambassador", True),
        ("Ambassador", "Foreign Minister", False),
        ("Foreign Minister", "Minister of Justice", False),
    ],
)
def test_offices_must_not_speak_against_it(one: str | None, other: str | None, *, alike: bool) -> None:
    assert is_alike(Participant("Omar Bennis", one), Participant("Omar Benniss", other)) == alike


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("Ramin Guliyev", "Ramil Guliyev", True), ("Nəsimi Qarayev", "Nasimi Garayev", False)],
)
def test_a_letter_that_may_make_another_name_is_more_than_spelling(
    one: str, other: str, *, slip: bool
) -> None:
    assert is_alike(Participant(one), Participant(other))
    assert is_slip(Participant(one), Participant(other)) == slip
