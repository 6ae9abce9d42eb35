"""The page of numbers: meetings by year, month, kind and topic, and how exactly they are dated."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import Kind, Meeting, PartialDate, Status
from chronicle.publish.charts.bars import MOST_ROWS, Columns, columns
from chronicle.publish.charts.calendar import month_names
from chronicle.publish.charts.shades import Shade, shades, step_of
from chronicle.publish.edition import Edition
from chronicle.publish.labels import label
from chronicle.publish.lists import held_of, tally
from chronicle.publish.page import Count, Link, Page, Tally
from chronicle.publish.texts import told
from chronicle.publish.urls import STATISTICS, path_of, period_url, year_statistics_url
from chronicle.publish.views import Views
from chronicle.slug import slug

MONTHS = range(1, 13)
MOST_TOPICS = 12
YEAR, MONTH = len("2019"), len("2019-11")
PRECISION = (told("no date"), told("the year"), told("the month"), told("the day"))


class Month(NamedTuple):
    """A month's cell."""

    url: str
    meetings: int  # held
    step: int  # the shade


class Year(NamedTuple):
    """A year's row."""

    link: Link  # to its own numbers
    months: tuple[Month, ...]  # twelve
    meetings: int  # held; also those of which only the year is known


class Trend(NamedTuple):
    """A topic over the years."""

    link: Link
    meetings: int  # held
    columns: Columns


class TopicYear(NamedTuple):
    """A year's row in the table of topics."""

    year: str
    numbers: tuple[int, ...]  # in the order of the topics


class StatisticsContext(NamedTuple):
    """What statistics.html shows."""

    url: str
    meetings: Tally
    officials: int
    countries: int
    by_year: tuple[Count, ...]  # oldest first, without gaps
    by_month: Columns  # all months in a row
    months: tuple[str, ...]  # their names
    years: tuple[Year, ...]  # newest first; those with meetings
    many: bool  # whether these are so many that the table is better folded
    key: tuple[Shade, ...]  # of the months' cells
    kinds: tuple[Count, ...]  # held
    statuses: tuple[Count, ...]  # all
    precision: tuple[Count, ...]  # all
    topics: tuple[Trend, ...]  # most meetings first
    topic_years: tuple[TopicYear, ...]  # newest first
    more_topics: int


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    if edition.has(Part.STATISTICS):
        meetings = edition.chronicle.meetings
        made_of = (STATISTICS, edition.digest_of(meetings), len(edition.chronicle.officials))
        context = partial(context_of, edition)
        yield Page(path_of(STATISTICS), "statistics.html", context, lambda: made_of)


def context_of(edition: Edition) -> StatisticsContext:
    """What the page shows."""
    meetings, views = edition.chronicle.meetings, edition.views
    held = held_of(meetings)
    by_month = Counter([(meeting.date or "")[:MONTH] for meeting in held])
    by_year = Counter([(meeting.date or "")[:YEAR] for meeting in held if meeting.date])
    years = [str(year) for year in range(int(min(by_year)), int(max(by_year)) + 1)] if by_year else []
    key = shades([number for month, number in by_month.items() if len(month) == MONTH])
    cells = [cell(f"{year}-{month:02}", by_month, key) for year in years for month in MONTHS]
    topics = topics_of(held)
    shown = [*topics][:MOST_TOPICS]
    return StatisticsContext(
        url=STATISTICS,
        meetings=tally(meetings),
        officials=len(edition.chronicle.officials),
        countries=len(edition.chronicle.meetings_of_country),
        by_year=tuple([Count(year_url(year, by_year), year, by_year[year]) for year in years]),
        by_month=by_month_of(cells, years),
        months=month_names(views.language),
        years=years_of(cells, by_year, years),
        many=len(by_year) > MOST_ROWS,
        key=key,
        kinds=kinds_of(held, views),
        statuses=statuses_of(meetings, views),
        precision=precision_of(meetings, views),
        topics=tuple([trend_of(topic, topics[topic], years, views) for topic in shown]),
        topic_years=tuple(
            [
                TopicYear(year, tuple([topics[topic][year] for topic in shown]))
                for year in reversed(years)
                if by_year[year]
            ]
        ),
        more_topics=len(topics) - len(shown),
    )


def by_month_of(cells: Sequence[Month], years: Sequence[str]) -> Columns:
    """All months as columns, above the years."""
    drawn = columns([Count("", "", cell.meetings) for cell in cells])
    return drawn._replace(ticks=columns([Count("", year, 0) for year in years]).ticks)


def years_of(cells: Sequence[Month], by_year: Counter[str], years: Sequence[str]) -> tuple[Year, ...]:
    """A row for each year with meetings, the newest first; `cells` are the months of all years."""
    rows = [
        Year(Link(year_url(year, by_year), year), tuple(cells[at : at + len(MONTHS)]), by_year[year])
        for at, year in zip(range(0, len(cells), len(MONTHS)), years, strict=True)
        if by_year[year]
    ]
    return tuple(reversed(rows))


def year_url(year: str, by_year: Counter[str]) -> str:
    """The numbers of a year; "" for one without a meeting."""
    return year_statistics_url(year) if by_year[year] else ""


def cell(month: str, by_month: Counter[str], key: Sequence[Shade]) -> Month:
    """The cell of a month such as "2019-11"."""
    number = by_month[month]
    return Month(period_url(PartialDate(month)) if number else "", number, step_of(number, key))


def kinds_of(held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """How many were meetings, calls, visits: most first."""
    numbers = Counter([meeting.kind for meeting in held])
    kinds = [Count("", label(views.texts, kind, "kind"), numbers[kind]) for kind in Kind]
    return tuple(sorted([kind for kind in kinds if kind.meetings], key=lambda kind: -kind.meetings))


def statuses_of(meetings: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """How many took place, are planned, were called off."""
    numbers = Counter([meeting.status for meeting in meetings])
    return tuple([Count("", label(views.texts, status, "status"), numbers[status]) for status in Status])


def precision_of(meetings: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Of how many the day is known, of how many the month or the year only, of how many nothing."""
    numbers = Counter([len((meeting.date or "").split("-")) if meeting.date else 0 for meeting in meetings])
    counts = [Count("", views.texts.gettext(known), numbers[of]) for of, known in enumerate(PRECISION)]
    return tuple(reversed(counts))


def topics_of(held: Sequence[Meeting]) -> dict[str, Counter[str]]:
    """How many meetings each topic was talked about in, by year; those in more meetings come first."""
    numbers: dict[str, Counter[str]] = defaultdict(Counter)
    for meeting in held:
        for topic in {slug(topic): topic for topic in meeting.topics}:
            numbers[topic][(meeting.date or "")[:YEAR]] += 1
    return dict(sorted(numbers.items(), key=lambda item: (-item[1].total(), item[0])))


def trend_of(topic: str, by_year: Counter[str], years: Sequence[str], views: Views) -> Trend:
    """A topic's little chart."""
    (link,) = views.topic_links([topic])
    counts = [Count("", year, by_year[year]) for year in years]
    return Trend(link, by_year.total(), columns(counts, most_ticks=3))
