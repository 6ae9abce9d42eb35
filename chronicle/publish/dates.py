"""Dates as people read them."""

from chronicle.model import PartialDate

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(date: PartialDate | None) -> str:
    """ "7 November 2019", "November 2019", "2019" or "date unknown": as precise as is known."""
    if not date:
        return "date unknown"
    year, *rest = date.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def long_range(first: PartialDate | None, last: PartialDate | None) -> str:
    """ "24–25 October 2017", "30 October – 2 November 2017"; one date where there is no second."""
    if not first or not last or first == last:
        return long_date(first)
    one, other = long_date(first).split(), long_date(last).split()
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    left = one[: len(one) - shared]
    short = len(left) == 1 and len(other) - shared == 1
    return f"{' '.join(left)}{'–' if short else ' – '}{' '.join(other)}"


def month_name(number: int) -> str:
    """The name of a month, counted from 1."""
    return MONTHS[number - 1]
