"""The Atom feed of the latest meetings; the sitemap; robots.txt."""

import datetime as dt
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from markupsafe import escape

from chronicle.config import Links
from chronicle.model import Meeting
from chronicle.publish.dates import long_range
from chronicle.publish.edition import Edition
from chronicle.publish.markup import excerpt
from chronicle.publish.page import Page
from chronicle.publish.pages.meeting import reports
from chronicle.publish.pages.missing import PATH as MISSING
from chronicle.publish.render import Html
from chronicle.publish.urls import HOME, ROOT, absolute, meeting_url

LATEST = 20
ADDRESSES_A_SITEMAP = 50_000  # the protocol's limit
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
            categories=meeting.topics,
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
    facts = [long_range(meeting.date, meeting.end_date), place, meeting.kind.value, meeting.status.value]
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


def sitemaps(pages: Sequence[Page], edition: Edition) -> dict[str, bytes]:
    """sitemap.xml, and behind it others where the addresses are too many for one."""
    config = edition.config
    to_files = config.links is Links.FILES
    addresses = [
        absolute(ROOT + quote(page.path.removesuffix("index.html")), config.address, to_files=to_files)
        for page in pages
        if page.path != MISSING and page.template != "redirect.html"
    ]
    if len(addresses) <= ADDRESSES_A_SITEMAP:
        return {"sitemap.xml": sitemap("urlset", "url", addresses)}
    parts = [addresses[at : at + ADDRESSES_A_SITEMAP] for at in range(0, len(addresses), ADDRESSES_A_SITEMAP)]
    files = {f"sitemap-{number}.xml": sitemap("urlset", "url", part) for number, part in enumerate(parts, 1)}
    files["sitemap.xml"] = sitemap("sitemapindex", "sitemap", [config.address + name for name in files])
    return files


def sitemap(of: str, each: str, addresses: Iterable[str]) -> bytes:
    """A sitemap, or an index of sitemaps."""
    lines = "".join(f"<{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<{of} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{opening}{lines}</{of}>\n".encode()


def robots(edition: Edition) -> bytes:
    """robots.txt: everybody is welcome."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {edition.config.address}sitemap.xml\n".encode()
