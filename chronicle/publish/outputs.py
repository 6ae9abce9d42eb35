"""The files of a site that aren't pages: data, feed, sitemap, robots.txt, and the assets as they are."""

from collections.abc import Mapping, Sequence

from chronicle.config import Config, Part
from chronicle.publish.data.files import data_files, names_of_data
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import feed
from chronicle.publish.page import File, Page
from chronicle.publish.render import Html
from chronicle.publish.sitemap import robots, sitemaps

ASSETS = "assets/"
OWN_STYLE = f"{ASSETS}own.css"  # the owner's, after the program's
DATA, FEED = "data/", "feed.xml"


def of_meetings(edition: Edition, html: Html) -> list[File]:
    """What has all meetings in it. That takes a while, and is best done beside something else."""
    data = data_files(edition, whole=edition.has(Part.DATA))
    return [
        *[File(DATA + name, content) for name, content in data.items()],
        File(FEED, feed(edition, html)),
    ]


def places_of_meetings(config: Config) -> frozenset[str]:
    """Where these files stand, known before they are made."""
    names = names_of_data(config, whole=Part.DATA not in config.leave_out)
    return frozenset([FEED, *[DATA + name for name in names]])


def others(pages: Sequence[Page], config: Config, templates: Mapping[str, bytes]) -> list[File]:
    """All other such files. `templates` has what stands in their folder."""
    maps = sitemaps(pages, config)
    assets = {name: content for name, content in templates.items() if name.startswith(ASSETS)}
    return [
        File("robots.txt", robots(config)),
        *(File(name, content) for name, content in (maps | assets).items()),
    ]
