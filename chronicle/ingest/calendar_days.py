"""Weekdays and days without a year, counted from the day of a report."""

from calendar import monthrange
from datetime import date, timedelta

from chronicle.model import PartialDate, Status

DAY = len("2019-11-07")
YEAR = len("2019")


def last_day(value: str, first: date) -> PartialDate | None:
    """The last of several days, in the year of the first, or the next."""
    if not value:
        return None
    if value.startswith("weekday "):
        return PartialDate((first + timedelta(days=(int(value[8:]) - first.weekday()) % 7)).isoformat())
    if not value.startswith("--"):
        return PartialDate(value)
    year = first.year + (value[2:] < f"{first:%m-%d}")
    return PartialDate(f"{year}{value[1:]}")


def weekday(number: int, base: date, status: Status, rule: str = "") -> date:
    """The last such weekday on or before the publication, or the next on or after it for what is to come."""
    if rule in ("next_weekday", "next_weekend"):
        return base + timedelta(days=7 - base.weekday() + number)
    if rule == "weekday_after_next":
        return base + timedelta(days=7 + (number - base.weekday()) % 7)
    if rule == "weekday_of_last_week":
        return base - timedelta(days=7 + base.weekday() - number)
    if rule == "last_weekday":
        return base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)
    if status is Status.HELD:
        return base - timedelta(days=(base.weekday() - number) % 7)
    return base + timedelta(days=(number - base.weekday()) % 7)


def nearest(value: str, base: date) -> date | None:
    """The day of that name nearest to the publication (LIBRARIES finding 3)."""
    month, day = int(value[2:4]), int(value[5:7])
    options = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue  # 29 February
    return min(options, key=lambda d: abs((d - base).days), default=None)


def of_month(number: int, base: date, status: Status, rule: str = "") -> date | None:
    """The 14th that lies nearest to a day, on or before it for what was held, on or after it for plans."""
    first = base.replace(day=1)
    near = [first - timedelta(days=1), first, first + timedelta(days=31)]
    told = {"day_of_last_month": slice(0, 1), "day_of_next_month": slice(2, 3)}.get(rule, slice(0, 3))
    days = [
        month.replace(day=number) for month in near[told] if number <= monthrange(month.year, month.month)[1]
    ]
    if status is Status.HELD:
        return max((day for day in days if day <= base), default=None)
    return min((day for day in days if day >= base), default=None)


def in_the_month(value: str, month: PartialDate | None) -> date | None:
    """A day without a year, or of an unnamed month, where only the report's month or year is known."""
    if month is None or len(month) == DAY:
        return None
    try:
        if len(month) == YEAR:
            return date.fromisoformat(f"{month}{value[1:]}") if value.startswith("--") else None
        if value.startswith("of month "):
            return date.fromisoformat(f"{month}-{value[9:]}")
        return nearest(value, date.fromisoformat(f"{month}-15")) if value.startswith("--") else None
    except ValueError:
        return None


def base_of(published: PartialDate | None) -> date | None:
    """The day from which days are counted, where it is known."""
    return date.fromisoformat(published) if published and len(published) == DAY else None


def calendar_day(value: str, published: PartialDate | None, status: Status, rule: str) -> date | None:
    """The day of a value as `find.dates` has it; None where only the publication's day would tell."""
    base = base_of(published)
    if value[0].isdecimal():
        return date.fromisoformat(value)
    if base is None:
        return in_the_month(value, published)
    try:
        if value.startswith("weekday "):
            return weekday(int(value[8:]), base, status, rule)
        if value.startswith("day "):
            return base + timedelta(days=int(value[4:]))
        if value.startswith("of month "):
            return of_month(int(value[9:]), base, status, rule)
    except OverflowError:
        return None
    return nearest(value, base)
