"""What pages of offices, countries and officials show of offices over the years.

What is drawn are the days of the first and the last meeting that a report tells of, not terms of office.
"""

from collections.abc import Sequence

from chronicle.model import Office, PartialDate, Tenure
from chronicle.publish.charts.timeline import NO_TIMELINE, Lane, Lasted, Timeline, timeline
from chronicle.publish.page import Link
from chronicle.publish.tenures import years_of
from chronicle.publish.views import NOBODY, Views

FEWEST_LANES = 2  # one alone shows nothing that its years don't tell
MOST_OFFICES = 8  # of a country


def of_tenures(tenures: Sequence[Tenure]) -> Timeline:
    """A lane for each, to be drawn beside what a list tells of it; an empty one where no day is known.

    All are empty where there is nothing to compare: one tenure alone, or all in one year.
    """
    dated = [[lasted(each, NOBODY)] if each.first else [] for each in tenures]
    years = {day[:4] for lane in dated for each in lane for day in (each.first, each.last)}
    if sum(map(bool, dated)) < FEWEST_LANES or len(years) == 1:
        return Timeline(tuple([Lane(NOBODY, ())] * len(dated)), ())
    return timeline([(NOBODY, lane) for lane in dated])


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
    if len(made) < FEWEST_LANES:
        return NO_TIMELINE
    return timeline(
        [(link, [lasted(each, views.officials[each.official]) for each in some]) for link, some in made]
    )


def lasted(tenure: Tenure, who: Link) -> Lasted:
    """A tenure to be drawn, with the name of its holder or without."""
    first = tenure.first or PartialDate("")
    return Lasted(who, years_of(tenure), first, tenure.last or first)
