"""The Atom feed of what was corrected and withdrawn."""

import datetime as dt

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from markupsafe import escape

from chronicle.config import Links
from chronicle.corrections import Correction
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import EPOCH
from chronicle.publish.pages.corrections import Corrected, corrected
from chronicle.publish.texts import Texts
from chronicle.publish.urls import CORRECTIONS, CORRECTIONS_FEED, absolute


class Feed(Atom1Feed):  # type: ignore[misc]
    """Atom whose date comes from its entries alone, never from the clock."""

    def latest_post_date(self) -> dt.datetime:
        """The newest entry's date."""
        return max((item["updateddate"] for item in self.items), default=EPOCH)


def corrections_feed(edition: Edition) -> bytes:
    """corrections.xml: all corrections, newest first."""
    config, texts = edition.config, edition.views.texts
    to_files = config.links is Links.FILES
    made = Feed(
        title=f"{texts.gettext('Corrections')} – {config.title}",
        link=absolute(CORRECTIONS, config.address, to_files=to_files),
        description=texts.gettext("What was corrected or withdrawn after it was published."),
        feed_url=absolute(CORRECTIONS_FEED, config.address, to_files=to_files),
        author_name=config.publisher or config.title,
        language=texts.language,
    )
    shown_with = {entry.id: one.id for one in edition.chronicle.meetings for entry in one.entries}
    number_of = {id(each): n for n, each in enumerate(reversed(edition.background.corrections), 1)}
    for each in edition.background.corrections:
        shown = corrected(each, edition.views, shown_with)
        address = absolute(shown.of.url, config.address, to_files=to_files)
        made.add_item(
            title=f"{shown.of.text}: {shown.field}" if shown.field else shown.of.text,
            link=address,
            unique_id=f"{address}#correction-{number_of[id(each)]}",
            description=None,
            content=f"<p>{escape(in_words(shown, texts))}</p>",
            pubdate=moment(each),
            updateddate=moment(each),
        )
    return bytes(made.writeString("utf-8"), "utf-8")


def in_words(shown: Corrected, texts: Texts) -> str:
    """A correction as a sentence, and why."""
    told = {"field": shown.field, "was": shown.was, "now": shown.becomes}
    if shown.withdrawn:
        says = texts.gettext("This entry was withdrawn.")
    elif shown.was and shown.becomes:
        says = texts.gettext("%(field)s was “%(was)s”, now “%(now)s”.") % told
    elif shown.becomes:
        says = texts.gettext("%(field)s “%(now)s” was added.") % told
    else:
        says = texts.gettext("%(field)s “%(was)s” was taken out.") % told
    return f"{says} {shown.because}".strip()


def moment(correction: Correction) -> dt.datetime:
    """The day of a correction; Atom wants a full time, so midnight UTC."""
    year, month, day = f"{correction.on}-01-01".split("-")[:3]
    return dt.datetime(int(year), int(month), int(day), tzinfo=dt.UTC)
