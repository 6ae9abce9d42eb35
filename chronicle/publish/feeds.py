"""The Atom feed of the latest meetings."""

import datetime as dt

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from markupsafe import escape

from chronicle.config import Links
from chronicle.model import Meeting
from chronicle.publish.dates import long_range
from chronicle.publish.edition import Edition
from chronicle.publish.markup import excerpt
from chronicle.publish.pages.meeting import reports
from chronicle.publish.render import Html
from chronicle.publish.urls import HOME, ROOT, absolute, meeting_url

LATEST = 20
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Feed(Atom1Feed):  # type: ignore[misc]
    """Atom whose date comes from its entries alone, never from the clock."""

    def latest_post_date(self) -> dt.datetime:
        """The newest entry's date."""
        return max((item["updateddate"] for item in self.items), default=EPOCH)


def feed(edition: Edition, html: Html) -> bytes:
    """feed.xml: the latest meetings, newest first."""
    config = edition.config
    to_files = config.links is Links.FILES
    made = Feed(
        title=config.title,
        link=absolute(HOME, config.address, to_files=to_files),
        description=config.description,
        subtitle=config.description,
        feed_url=f"{config.address}feed.xml",
        author_name=config.publisher or config.title,
        language="en",
    )
    for meeting in reversed(edition.chronicle.meetings[-LATEST:]):
        address = absolute(meeting_url(meeting.id), config.address, to_files=to_files)
        told = moment(meeting)
        made.add_item(
            title=meeting.title,
            link=address,
            unique_id=address,
            description=None,
            content=content(meeting, edition, html).replace(ROOT, config.address),
            pubdate=told,
            updateddate=told,
            categories=edition.views.topics(meeting.topics),
        )
    return bytes(made.writeString("utf-8"), "utf-8")


def moment(meeting: Meeting) -> dt.datetime:
    """When the meeting was reported, else when it took place: Atom wants a full time, so midnight UTC."""
    days = sorted(source.published for source in meeting.sources if source.published)
    first = days[0] if days else meeting.date
    if not first:
        return EPOCH
    year, month, day = f"{first}-01-01".split("-")[:3]
    return dt.datetime(int(year), int(month), int(day), tzinfo=dt.UTC)


def content(meeting: Meeting, edition: Edition, html: Html) -> str:
    """What a feed reader shows: the facts, then the report as far as the site shows it."""
    views = edition.views
    place = ", ".join(filter(None, (meeting.city, views.country(meeting.country).text)))
    facts = [
        long_range(meeting.date, meeting.end_date, views.language),
        place,
        meeting.kind.value,
        meeting.status.value,
    ]
    people = [
        ", ".join(filter(None, (a.name, a.role, views.country(a.country).text or a.organisation)))
        for a in meeting.attendees
    ]
    lines = [f"<p>{escape(' · '.join(filter(None, facts)))}</p>"]
    lines += ["<ul>", *(f"<li>{escape(person)}</li>" for person in people), "</ul>"] if people else []
    for entry in meeting.entries:
        for report in reports(entry, edition.config):
            made = html(report.text)
            lines.append(f"<p>{escape(excerpt(made, report.words))}</p>" if report.words else made)
    return "\n".join(lines)
