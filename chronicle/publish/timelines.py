"""What pages of offices, countries and officials show of offices over the years.

What is drawn are the days of the first and the last meeting that a report tells of, not terms of office.
"""

from collections.abc import Sequence

from chronicle.model import Office, Official, PartialDate, Tenure
from chronicle.publish.charts.timeline import NO_TIMELINE, Lasted, Timeline, timeline
from chronicle.publish.page import Link
from chronicle.publish.tenures import years_of
from chronicle.publish.views import NOBODY, Views

FEWEST_LANES = 2  # one alone shows nothing that its years don't tell
MOST_LANES = 24
MOST_OFFICES = 8  # of a country


def of_office(office: Office, views: Views) -> Timeline:
    """Who was seen in an office, the latest first, a lane each; where there are many, the latest of them."""
    dated = [tenure for tenure in office.tenures if tenure.first]
    return lanes([(views.officials[tenure.official], [tenure]) for tenure in reversed(dated)], views)


def of_career(official: Official, views: Views) -> Timeline:
    """The offices in which an official was seen, the latest first, a lane each."""
    dated = [tenure for tenure in official.tenures if tenure.first and tenure.role]
    return lanes([(views.office(tenure.office, tenure.role), [tenure]) for tenure in dated], views)


def of_country(offices: Sequence[Office], views: Views) -> Timeline:
    """The offices of a country that one alone holds at a time, those with most meetings: a lane each."""
    single = [office for office in offices if office.single]
    single.sort(key=lambda office: (-len(office.meetings), office.id))
    dated = [(office, [each for each in office.tenures if each.first]) for office in single[:MOST_OFFICES]]
    made = [
        (views.office(office.id, office.name[:1].upper() + office.name[1:]), some)
        for office, some in dated
        if some
    ]
    return lanes(made, views, named=True)


def lanes(some: Sequence[tuple[Link, Sequence[Tenure]]], views: Views, *, named: bool = False) -> Timeline:
    """A timeline of tenures that have a day; `named`: with the name of each holder."""
    if len(some) < FEWEST_LANES:
        return NO_TIMELINE
    return timeline(
        [
            (link, [lasted(each, views, named=named) for each in tenures])
            for link, tenures in some[:MOST_LANES]
        ]
    )


def lasted(tenure: Tenure, views: Views, *, named: bool) -> Lasted:
    """A tenure to be drawn."""
    first = tenure.first or PartialDate("")
    who = views.officials[tenure.official] if named else NOBODY
    return Lasted(who, years_of(tenure), first, tenure.last or first)
