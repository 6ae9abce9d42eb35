"""Pages of outlets: the meetings that a paper or an agency told of, newest first."""

from collections.abc import Iterator, Sequence

from chronicle.config import Part
from chronicle.model import Meeting, Source, Status
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages.listing import About, pages_of
from chronicle.publish.urls import outlet_url


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each outlet, by name."""
    if edition.has(Part.OUTLETS):
        for outlet, group in edition.groups.outlets.items():
            about = about_of(outlet, group.meetings, language=edition.views.language)
            yield from pages_of(group, about, edition, template="outlet.html", url_of=outlet_url)


def about_of(outlet: str, meetings: Sequence[Meeting], *, language: str) -> About:
    """How much an outlet told, and when."""
    published = sorted(
        source.published for meeting in meetings for source in of_outlet(outlet, meeting) if source.published
    )
    since, until = (
        [long_date(day, language) for day in (published[0], published[-1])] if published else ("", "")
    )
    return About(
        outlet,
        reports=number_of_reports(outlet, meetings),
        since=since,
        until=until,
        alone=number_alone(outlet, meetings),
    )


def of_outlet(outlet: str, meeting: Meeting) -> list[Source]:
    """An outlet's reports of a meeting."""
    return [source for source in meeting.sources if source.outlet == outlet]


def number_of_reports(outlet: str, meetings: Sequence[Meeting]) -> int:
    """How many reports of an outlet tell of meetings; one that tells of several counts once."""
    return len(
        {
            source.article or source.url or f"{meeting.id} {number}"
            for meeting in meetings
            for number, source in enumerate(of_outlet(outlet, meeting))
        }
    )


def number_alone(outlet: str, meetings: Sequence[Meeting]) -> int:
    """How many meetings that took place no other outlet tells of."""
    return sum(
        meeting.status is Status.HELD and {source.outlet for source in meeting.sources} == {outlet}
        for meeting in meetings
    )
