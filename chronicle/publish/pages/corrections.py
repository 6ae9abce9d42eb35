"""What was corrected and withdrawn: a page with all of it, and a note where each withdrawn entry was."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.corrections import Correction
from chronicle.evidence import CORRECTED, holding
from chronicle.model import MeetingId
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.pages.grounds import label
from chronicle.publish.urls import CORRECTIONS, CORRECTIONS_FEED, meeting_url, path_of
from chronicle.publish.views import Views
from chronicle.record import is_untouched


class Corrected(NamedTuple):
    """One correction, or a withdrawal."""

    on: str
    shown_on: str
    of: Link  # the meeting's page, or the note where a withdrawn entry was
    withdrawn: bool
    field: str
    was: str
    becomes: str
    because: str
    by: str


class Mended(NamedTuple):
    """How often a person has changed what was read, in one field."""

    field: str
    times: int


class CorrectionsContext(NamedTuple):
    """What corrections.html shows."""

    url: str
    feed: str
    corrections: tuple[Corrected, ...]  # newest first
    mended: tuple[Mended, ...]  # most often first
    entries: int  # in which a person has changed something that was read


class WithdrawnContext(NamedTuple):
    """What withdrawn.html shows."""

    url: str
    title: str
    on: str
    shown_on: str
    because: str
    by: str
    corrections: Link  # the page of all corrections; no address where the site does without


def pages(edition: Edition) -> Iterator[Page]:
    """The page of corrections, then a page for each withdrawn entry, newest first."""
    if edition.has(Part.CORRECTIONS):
        whole = partial(ingredients, edition)
        yield Page(path_of(CORRECTIONS), "corrections.html", partial(context_of, edition), whole)
    for each in edition.background.corrections:
        if each.withdrawn:
            url = meeting_url(MeetingId(each.withdrawn))
            yield Page(path_of(url), "withdrawn.html", partial(withdrawn, each, url, edition))


def ingredients(edition: Edition) -> tuple[str, ...]:
    """What the page of corrections is made of."""
    return edition.background.state, edition.digest_of(edition.chronicle.meetings)


def context_of(edition: Edition) -> CorrectionsContext:
    """What the page of corrections shows."""
    meetings = edition.chronicle.meetings
    edited = [entry for one in meetings for entry in one.entries if not is_untouched(entry)]
    times: Counter[str] = Counter()
    entries = 0
    for entry in edited:
        changed = [kind_of(field) for field, found in holding(entry).items() if found is CORRECTED]
        times.update(changed)
        entries += bool(changed)
    texts = edition.views.texts
    shown_with = {entry.id: one.id for one in meetings for entry in one.entries}
    return CorrectionsContext(
        url=CORRECTIONS,
        feed=CORRECTIONS_FEED,
        corrections=tuple(
            [corrected(each, edition.views, shown_with) for each in edition.background.corrections]
        ),
        mended=tuple(
            [
                Mended(label(field, texts), number)
                for field, number in sorted(times.items(), key=lambda item: (-item[1], item[0]))
            ]
        ),
        entries=entries,
    )


def kind_of(field: str) -> str:
    """A field's path without numbers: "participants[].role"."""
    head, bracket, rest = field.partition("[")
    return f"{head}[]{rest.partition(']')[2]}" if bracket else head


def corrected(each: Correction, views: Views, shown_with: dict[str, MeetingId]) -> Corrected:
    """A correction as the page shows it."""
    meeting = shown_with.get(each.of)
    of = views.meetings[meeting] if meeting else Link(meeting_url(MeetingId(each.of)), each.title or each.of)
    return Corrected(
        on=each.on,
        shown_on=long_date(each.on, views.language),
        of=of,
        withdrawn=each.withdrawn is not None,
        field=label(each.field, views.texts) if each.field else "",
        was=each.was or "",
        becomes=each.becomes or "",
        because=each.because or "",
        by=each.by or "",
    )


def withdrawn(each: Correction, url: str, edition: Edition) -> WithdrawnContext:
    """What stands where a withdrawn entry was."""
    texts = edition.views.texts
    return WithdrawnContext(
        url=url,
        title=each.title or each.of,
        on=each.on,
        shown_on=long_date(each.on, edition.views.language),
        because=each.because or "",
        by=each.by or "",
        corrections=Link(CORRECTIONS if edition.has(Part.CORRECTIONS) else "", texts.gettext("Corrections")),
    )
