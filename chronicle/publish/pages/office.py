"""Pages of offices: who was seen in one, and its meetings, newest first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import Meeting, Office, Tenure
from chronicle.publish import timelines
from chronicle.publish.charts.bars import Tick
from chronicle.publish.charts.timeline import Lane, Stretch
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, held_of, ingredients, number_held, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.tenures import days_of, years_of
from chronicle.publish.together import by_year
from chronicle.publish.urls import office_url, path_of
from chronicle.publish.views import Views
from chronicle.slug import folded

MOST_PLACES = 3  # named beside a holder of an office that many hold


class Holder(NamedTuple):
    """One who was seen in an office."""

    official: Link
    ranks: str
    called: str  # where reports have another name for the office: "acting Foreign Minister"; ""
    seen: str  # "2017–2019", "no date"; "" where no meeting took place
    days: str  # "7 November 2017 to 3 May 2019"; "" where `seen` says as much
    began: str  # the day of a meeting on the occasion of the appointment; ""
    ended: str  # … of the leave; ""
    meetings: int  # held
    where: tuple[Link, ...]  # of ambassadors and others who are many: in which countries
    drawn: tuple[Stretch, ...]  # from the first meeting to the last; () where there is nothing to compare


class OfficeContext(NamedTuple):
    """What office.html shows."""

    url: str
    name: str
    side: Link
    names: tuple[str, ...]  # the others
    single: bool  # whether one alone holds it at a time
    people: int  # how many were seen in it
    holders: tuple[Holder, ...]  # the latest first; on the first page
    ticks: tuple[Tick, ...]  # the years below what is drawn of the holders
    years: tuple[Count, ...]  # () where there is but one
    meetings: Tally
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each office, in order of id."""
    if not edition.has(Part.OFFICES):
        return
    roll, length = edition.roll, edition.config.page_length
    for office in edition.chronicle.offices.values():
        number, side = tally(office.meetings), side_of(office, edition.views)
        for part in slices(office_url(office.id), office.meetings, length):
            # The first page also has the holders, from all meetings.
            of_all = roll.digest_of(office.meetings) if part.pager.number == 1 else ""
            made_of = (of_all, office.name, office.names, len(office.tenures), side, number)
            context = partial(context_of, office, number, part, edition.views)
            yield Page(
                path_of(part.url), "office.html", context, partial(ingredients, part, edition, made_of)
            )


def context_of(office: Office, number: Tally, part: Slice, views: Views) -> OfficeContext:
    """What one page of an office shows."""
    first = part.pager.number == 1
    tenures = latest_first(office) if first else ()
    timeline = timelines.of_tenures(tenures)
    meetings = {meeting.id: meeting for meeting in office.meetings}
    return OfficeContext(
        url=part.url,
        name=shown_name(office),
        side=side_of(office, views),
        names=other_names(office),
        single=office.single,
        people=len({tenure.official for tenure in office.tenures}),
        holders=tuple(
            [
                holder(tenure, lane, office, [meetings[each] for each in tenure.meetings], views)
                for tenure, lane in zip(tenures, timeline.lanes, strict=True)
            ]
        ),
        ticks=timeline.ticks,
        years=by_year(held_of(office.meetings)) if first else (),
        meetings=number,
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def shown_name(office: Office) -> str:
    """An office's name as a heading has it."""
    return office.name[:1].upper() + office.name[1:]


def side_of(office: Office, views: Views) -> Link:
    """For whom an office is held."""
    return views.side(office.country, office.organisation)


def other_names(office: Office) -> tuple[str, ...]:
    """What else reports call an office; small letters make no other name."""
    names = {folded(name): name for name in reversed(office.names)}
    names.pop(folded(office.name), None)
    return tuple(sorted(names.values(), key=folded))


def latest_first(office: Office) -> tuple[Tenure, ...]:
    """Who was seen in an office, the latest first; those of no day come last."""
    dated = [tenure for tenure in reversed(office.tenures) if tenure.first]
    undated = [tenure for tenure in office.tenures if not tenure.first]
    return (*dated, *undated)


def holder(tenure: Tenure, lane: Lane, office: Office, own: Sequence[Meeting], views: Views) -> Holder:
    """A line of the list of holders; `own` are the meetings in this office."""
    held = number_held(own)
    return Holder(
        official=views.officials[tenure.official],
        ranks=", ".join(tenure.ranks),
        called=tenure.role if folded(tenure.role) != folded(office.name) else "",
        seen=years_of(tenure) or (views.texts.gettext("no date") if held else ""),
        days=days_of(tenure, views.language),
        began=long_date(tenure.began, views.language) if tenure.began else "",
        ended=long_date(tenure.ended, views.language) if tenure.ended else "",
        meetings=held,
        where=() if office.single else places(own, office, views),
        drawn=lane.stretches,
    )


def places(meetings: Sequence[Meeting], office: Office, views: Views) -> tuple[Link, ...]:
    """In which other countries somebody's meetings took place, by number of them, then by code."""
    abroad = [m.country for m in held_of(meetings) if m.country != office.country]
    times = Counter([code for code in abroad if code])
    best = sorted(times.items(), key=lambda item: (-item[1], item[0]))[:MOST_PLACES]
    return tuple([views.country(code) for code, _ in best])
