"""Of whom a surname is told."""

import pytest

from chronicle.model import CountryCode, Entry, PartialDate, Participant
from chronicle.resolve.people import identify, likely_people


def entry(date: str, name: str, role: str | None = "President", side: str = "SY") -> Entry:
    participant = Participant(name, role, None, CountryCode(side))
    return Entry(f"{date}-{name}", "x", date=PartialDate(date) if date else None, participants=(participant,))


def officials(*entries: Entry) -> list[str]:
    """Who is named in each entry."""
    people = identify(entries)
    return [people.official_of(one, one.participants[0]) for one in entries]


FATHER, SON = entry("1990-05-01", "Hafez al-Assad"), entry("2001-06-01", "Bashar al-Assad")


def test_a_surname_is_the_one_who_holds_the_office_at_that_time() -> None:
    later = entry("1999-03-01", "Hafez al-Assad")
    first, _, son, of_father, of_son = officials(
        FATHER, later, SON, entry("1995-01-01", "Assad"), entry("2002-01-01", "al-Assad")
    )
    assert of_father == first != son
    assert of_son == son


def test_between_father_and_son_it_is_nobodys_and_both_are_suggested() -> None:
    entries = [FATHER, entry("2000-02-01", "Hafez al-Assad"), entry("2000-09-01", "Bashar al-Assad"), SON]
    between = entry("2000-05-20", "Assad")
    *known, unknown = officials(*entries, between)
    assert unknown not in known
    suggested = {frozenset((each.one, each.other)) for each in likely_people([*entries, between])}
    assert {frozenset((unknown, one)) for one in known} <= suggested


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (entry("1995-01-01", "Assad", "Minister of Defense"), "another office"),
        (entry("1995-01-01", "Assad", None), "no office"),
        (entry("1975-01-01", "Assad"), "long before"),
        (entry("1995-01-01", "Assad", side="LB"), "another country"),
        (entry("1995-01-01", "B. Assad"), "another initial"),
        (entry("1995-01-01", "Asaad Hassan"), "a full name"),
    ],
)
def test_a_surname_that_may_be_anothers_is_nobodys(other: Entry, why: str) -> None:
    first, found = officials(FATHER, other)
    assert first != found, why


def test_a_row_of_reports_leads_to_the_one_whose_full_name_comes_later() -> None:
    found = officials(
        entry("1986-01-01", "Mubarak", side="EG"),
        entry("1988-01-01", "Mubarak", side="EG"),
        entry("1990-01-01", "Hosni Mubarak", side="EG"),
    )
    assert len(set(found)) == 1


def test_a_row_that_goes_on_too_far_leads_nowhere() -> None:
    years = range(1985, 2001, 2)
    row = [entry(f"{year}-01-01", "Assad") for year in years]
    *found, son = officials(*row, entry("2001-06-01", "Bashar al-Assad"))
    assert son not in found
    assert len(set(found)) == 1


def test_a_full_name_that_may_be_anothers_doesnt_tear_a_row() -> None:
    row = [entry(f"{year}-01-01", "Hussein", "King", "JO") for year in (1962, 1963, 1964, 1966, 1967)]
    *found, _other = officials(*row, entry("1970-06-01", "Talal Hussein", "King", "JO"))
    assert len(set(found)) == 1


def test_no_row_goes_on_where_another_held_the_office() -> None:
    first, _, found = officials(
        entry("2008-01-01", "Anders Rasmussen", "Prime Minister", "DK"),
        entry("2010-01-01", "Helle Thorning", "Prime Minister", "DK"),
        entry("2011-01-01", "Rasmussen", "Prime Minister", "DK"),
    )
    assert first != found


def test_a_former_president_is_who_was_president() -> None:
    first, found = officials(FATHER, entry("1991-01-01", "Assad", "former President"))
    assert first == found


def test_surnames_of_nobody_are_one_while_few_years_lie_between() -> None:
    near = officials(entry("1957-01-01", "Macmillan", side="GB"), entry("1960-01-01", "Macmillan", side="GB"))
    far = officials(entry("1957-01-01", "Macmillan", side="GB"), entry("1990-01-01", "Macmillan", side="GB"))
    assert near[0] == near[1]
    assert far[0] != far[1]


def test_a_given_name_with_a_dynasty_may_be_anybodys() -> None:
    one, other = officials(
        entry("2003-01-01", "Sabah al-Sabah", "Prime Minister", "KW"),
        entry("2013-01-01", "Sabah al-Khalid al-Sabah", "Foreign Minister", "KW"),
    )
    assert one != other


def test_a_king_without_his_number_is_the_king_of_that_time() -> None:
    fifth, sixth, found = officials(
        entry("1957-01-01", "Mohammed V", "King", "MA"),
        entry("2003-01-01", "Mohammed VI", "King", "MA"),
        entry("2004-01-01", "King Mohammed", "King", "MA"),
    )
    assert fifth != sixth == found


def test_no_surname_is_somebody_whom_the_same_report_names() -> None:
    both = Entry(
        "x",
        "x",
        date=PartialDate("1990-05-01"),
        participants=(
            Participant("Hafez al-Assad", "President", None, CountryCode("SY")),
            Participant("Assad", "President", None, CountryCode("SY")),
        ),
    )
    people = identify([both])
    assert len({people.official_of(both, one) for one in both.participants}) == 2
