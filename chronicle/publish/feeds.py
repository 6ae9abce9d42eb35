"""Atom feeds: of the latest meetings, with what the reports say; of one list, with the facts."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator  # type: ignore[import-untyped]
from markupsafe import escape

from chronicle.config import Config, Links
from chronicle.model import Meeting
from chronicle.publish.edition import Edition
from chronicle.publish.inferred import DATE, inferred
from chronicle.publish.labels import entitled, label
from chronicle.publish.markup import excerpt
from chronicle.publish.page import Link
from chronicle.publish.pages.grounds import reports
from chronicle.publish.render import Html
from chronicle.publish.urls import HOME, absolute, beside, meeting_url
from chronicle.publish.views import shown_date

LATEST = 20
FEED = "feed.xml"
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


# What stands in a frame for what feeds differ in.
TITLE, ENTRIES = "\ue000", "\ue001"
LINK, OWN = "urn:x-chronicle:page", "urn:x-chronicle:feed"
UPDATED = EPOCH.isoformat()


class Written(Atom1Feed):  # type: ignore[misc]
    """A feed of entries that are written already, dated by them alone, never by the clock."""

    def latest_post_date(self) -> dt.datetime:
        """A date that is replaced."""
        return EPOCH

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        """Where the entries will stand."""
        handler.characters(ENTRIES)


def feed(edition: Edition, html: Html) -> bytes:
    """feed.xml: the latest meetings, newest first."""
    latest = edition.chronicle.meetings[-LATEST:][::-1]
    entries = [entry_of(each, content(each, edition, html), edition, topics=True) for each in latest]
    return feed_of(frame_of(edition), Link(HOME, ""), latest, entries)


class Frame(NamedTuple):
    """What all feeds of a site have around their entries, with signs for what differs."""

    text: str
    config: Config


def frame_of(edition: Edition) -> Frame:
    """What feeds have around their entries.

    Made once: for each of thousands of lists it would take the library longer than all entries do.
    """
    config = edition.config
    made = Written(
        title=TITLE,
        link=LINK,
        description=config.description,
        subtitle=config.description,
        feed_url=OWN,
        feed_guid=LINK,
        author_name=config.publisher or config.title,
        language=edition.views.language,
    )
    return Frame(made.writeString("utf-8"), config)


def feed_of(frame: Frame, of: Link, meetings: Sequence[Meeting], entries: Sequence[bytes]) -> bytes:
    """The feed of a list: its latest meetings with their entries, newest first."""
    config = frame.config
    to_files = config.links is Links.FILES
    updated = max(map(moment, meetings), default=EPOCH)
    head, foot = (
        part.replace(TITLE, escape(f"{of.text} – {config.title}" if of.text else config.title))
        .replace(LINK, escape(absolute(of.url, config.address, to_files=to_files)))
        .replace(OWN, escape(absolute(beside(of.url, FEED), config.address, to_files=to_files)))
        .replace(UPDATED, updated.isoformat())
        for part in frame.text.split(ENTRIES)
    )
    return head.encode() + b"".join(entries) + foot.encode()


def entry_of(meeting: Meeting, shown: str, edition: Edition, *, topics: bool = False) -> bytes:
    """A meeting's entry; `shown` is the HTML that a feed reader shows.

    Written here, in a tenth of the time that the library takes for ten thousand of them.
    """
    address, when = escape(page_of(meeting, edition)), moment(meeting).isoformat()
    about = edition.views.topics(meeting.topics) if topics else ()
    content = absolute(str(shown), edition.config.address, to_files=False)
    return "".join(
        [
            f"<entry><title>{escape(entitled(edition.views.texts, meeting))}</title>",
            f'<link href="{address}" rel="alternate"/>',
            f"<published>{when}</published><updated>{when}</updated><id>{address}</id>",
            f'<content type="html">{escape(content)}</content>',
            *[f'<category term="{escape(topic)}"/>' for topic in about],
            "</entry>",
        ]
    ).encode()


def moment(meeting: Meeting) -> dt.datetime:
    """When the meeting was reported, else when it took place: Atom wants a full time, so midnight UTC."""
    days = sorted(source.published for source in meeting.sources if source.published)
    first = days[0] if days else meeting.date
    if not first:
        return EPOCH
    year, month, day = f"{first}-01-01".split("-")[:3]
    return dt.datetime(int(year), int(month), int(day), tzinfo=dt.UTC)


def content(meeting: Meeting, edition: Edition, html: Html) -> str:
    """The facts, then the report as far as the site shows it."""
    lines = [facts_of(meeting, edition)]
    for entry in meeting.entries:
        for report in reports(entry, edition.config):
            made = html(report.text)
            lines.append(f"<p>{escape(excerpt(made, report.words))}</p>" if report.words else made)
    return "\n".join(lines)


def facts_of(meeting: Meeting, edition: Edition) -> str:
    """When, where and in what form, whether that is in doubt, and who took part."""
    people = people_of(meeting, edition)
    lines = [facts_line(meeting, edition)]
    lines += ["<ul>", *(f"<li>{escape(person)}</li>" for person in people), "</ul>"] if people else []
    return "\n".join(lines)


def facts_line(meeting: Meeting, edition: Edition) -> str:
    """When, where and in what form, and whether that is in doubt."""
    texts = edition.views.texts
    facts = [
        shown_date(meeting, edition.views),
        place_of(meeting, edition),
        label(texts, meeting.kind, "kind"),
        label(texts, meeting.status, "status"),
        *doubts(meeting, edition),
    ]
    return f"<p>{escape(' · '.join(filter(None, facts)))}</p>"


def doubts(meeting: Meeting, edition: Edition) -> list[str]:
    """That a rule inferred the date, and that something asks for review, where it is so."""
    texts = edition.views.texts
    dated = [texts.gettext("the date is inferred")] if inferred(meeting, DATE) else []
    return [*dated, texts.gettext("in doubt")] if meeting.review else dated


def place_of(meeting: Meeting, edition: Edition) -> str:
    """As in "Baku, Azerbaijan"."""
    return ", ".join(filter(None, (meeting.city, edition.views.country(meeting.country).text)))


def in_brief(meeting: Meeting, edition: Edition) -> str:
    """The same with no more of those who took part than their names."""
    facts, people = facts_line(meeting, edition), names_of(meeting)
    return facts + (f"\n<p>{escape(people)}</p>" if people else "")


def names_of(meeting: Meeting) -> str:
    """Who took part: "Zakir Hasanov, Zacharie Gross"."""
    return ", ".join([attendee.name for attendee in meeting.attendees])


def people_of(meeting: Meeting, edition: Edition) -> list[str]:
    """As in "Zakir Hasanov, Minister of Defense, Azerbaijan"."""
    country = edition.views.country
    return [
        ", ".join(filter(None, (a.name, a.role, country(a.country).text or a.organisation)))
        for a in meeting.attendees
    ]


def page_of(meeting: Meeting, edition: Edition) -> str:
    """Where a meeting's page stands."""
    to_files = edition.config.links is Links.FILES
    return absolute(meeting_url(meeting.id), edition.config.address, to_files=to_files)
