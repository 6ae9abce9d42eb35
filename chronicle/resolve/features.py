"""What speaks for two namings being one person, and what against it: each a small function.

A comparison gives points and a reason in words, or None where it has nothing to say. Points add up:
6 and more is one person, 3 and more may be (`match`).
"""

from collections.abc import Callable
from typing import NamedTuple

from chronicle.resolve.alignment import Alignment, Form, alignment
from chronicle.resolve.careers import Careers
from chronicle.resolve.names import INITIAL, likeness, lists
from chronicle.resolve.namings import NOT_HELD, Naming, Office
from chronicle.resolve.titles import titles_of

NEVER = -30.0


class Likeness(NamedTuple):
    """How much one comparison speaks for one person (against: below 0), and why."""

    points: float
    reason: str


Feature = Callable[[Naming, Naming, Careers], Likeness | None]

FORMS = {
    Form.WORDS: 6.0,
    Form.ORDER: 3.5,
    Form.MIDDLE: 4.5,
    Form.TAIL: 3.0,
    Form.FIRST: 3.5,
    Form.HEAD: 1.5,
    Form.INSIDE: 0.5,
    Form.OTHERS: 0.5,
    Form.NUMBER: NEVER,
    Form.CONFLICT: NEVER,
}
FAMILY_FIRST = 2.0  # where another order is common
ONE_SEAT = 0.0  # of names that conflict: worth a look, whatever else speaks for it
NO_FATHER = 1.0  # where first words left out are given names, and the others not a father's
GIVEN_SLIP = -2.5  # besides: Ramin is no Ramil
SPELLING, SHORT_FORM, SLIP, MORE_SLIPS, INITIALS, NUMBER_LEFT_OUT = -0.5, -0.5, -2.0, -4.0, -1.0, -1.5


def names(one: Naming, other: Naming, careers: Careers) -> Likeness:
    """The names, part by part."""
    found = aligned(one, other)
    points = FORMS[found.form]
    if found.form is Form.CONFLICT and share_a_family(one, other) and careers.shared_seat(one, other):
        return Likeness(ONE_SEAT, "another name for who held the office at that time")
    reasons = [str(found.form)]
    if found.form is Form.ORDER and one.side in lists()["family_first"]:
        points += FAMILY_FIRST
    if found.form is Form.HEAD and not is_patronymic(one, other):
        points += NO_FATHER
    for number, cost, reason in (
        (found.spellings, SPELLING, "spelt in another way"),
        (found.short, SHORT_FORM, "a short form of the given name"),
        (
            found.slips,
            SLIP + MORE_SLIPS * (found.slips - 1) + GIVEN_SLIP * found.given_slips,
            "a letter or two apart",
        ),
        (found.initials, INITIALS * found.initials, "initials"),
        (found.number_left_out, NUMBER_LEFT_OUT, "a number or Jr. left out"),
    ):
        if number:
            points += cost
            reasons.append(reason)
    return Likeness(points, ", ".join(reasons))


def aligned(one: Naming, other: Naming) -> Alignment:
    """How the names of two of one side answer each other."""
    return alignment(one.name, other.name, strict=one.side in lists()["short_syllables"])


def share_a_family(one: Naming, other: Naming) -> bool:
    """Whether two names have the family's in common, or two words: worth a look at one desk."""
    mine, theirs = one.name.words, other.name.words
    ends = (-1, 0) if one.side in lists()["family_first"] else (-1,)
    if any(likeness(mine[at], theirs[at]) > INITIAL for at in ends):
        return True
    return sum(any(likeness(a, b) > INITIAL for b in theirs) for a in mine) > 1


def is_patronymic(one: Naming, other: Naming) -> bool:
    """Whether a name within a longer one may be the father's."""
    return one.name.by_descent or other.name.by_descent or one.side in lists()["patronymic"]


def offices(one: Naming, other: Naming, _: Careers) -> Likeness | None:
    """The offices that both are called by."""
    if not one.offices or not other.offices:
        return None
    shared = sorted(one.offices.keys() & other.offices.keys())
    if shared:
        return Likeness(
            3.0 if gap(one, other) <= SAME_TERM else 0.5, f"the same office ({shown(shared[-1], one)})"
        )
    mine, theirs = ({office.removeprefix(NOT_HELD) for office in each.offices} for each in (one, other))
    if mine & theirs:
        return Likeness(2.0, f"the office before or after it was held ({shown(max(mine & theirs), one)})")
    return Likeness(0.0, "other offices")


def shown(office: Office, naming: Naming) -> str:
    """An office as most readers would write it."""
    return next((title.text for title in titles_of(office, naming.side)), office)


SAME_TERM = 20.0  # years; after more, an office is often another's, and so is a name
# Years between two reports at most, points.
NEAR_IN_TIME = ((1.0, 1.0), (5.0, 0.5), (20.0, 0.0), (30.0, -1.5), (45.0, -2.5), (60.0, -4.0))


def gap(one: Naming, other: Naming) -> float:
    """How many years lie between the reports; 0 where one has no date."""
    return one.span.gap(other.span) if one.span and other.span else 0.0


def time(one: Naming, other: Naming, _: Careers) -> Likeness | None:
    """How many years lie between the reports."""
    if one.span is None or other.span is None:
        return None
    apart = gap(one, other)
    points = next((points for years, points in NEAR_IN_TIME if apart <= years), NEVER)
    return Likeness(points, "in the same years" if apart < 2 else f"{apart:.0f} years apart")


def together(one: Naming, other: Naming, _: Careers) -> Likeness | None:
    """Whether one report has both, or somebody of that name in another office: then they are two."""
    if not one.entries.isdisjoint(other.entries):
        return Likeness(NEVER, "both took part in one meeting")
    if one.has_namesake and other.has_namesake and one.offices.keys().isdisjoint(other.offices):
        return Likeness(NEVER, "a namesake holds the other office")
    return None


TERM = 7.0  # years out of office
SAME_NAME_AGAIN, ANOTHER_HOLDER = -1.0, -3.5


def between(one: Naming, other: Naming, careers: Careers) -> Likeness | None:
    """Whether somebody else held their office in the years between them, as between father and son.

    Of the very same name it says little if few years lie between: many hold an office twice.
    """
    for office in sorted(one.offices.keys() & other.offices.keys()):
        if careers.somebody_between(one, other, office):
            again = aligned(one, other).form is Form.WORDS and gap(one, other) <= TERM
            points = SAME_NAME_AGAIN if again else ANOTHER_HOLDER
            return Likeness(points, "somebody else held the office in between")
    return None


def ranks(one: Naming, other: Naming, _: Careers) -> Likeness | None:
    """A rank that both have."""
    mine, theirs = ({m.participant.rank for m in each.mentions} - {None} for each in (one, other))
    return Likeness(0.5, "the same rank") if mine & theirs else None


FEATURES: tuple[Feature, ...] = (names, together, offices, time, between, ranks)
