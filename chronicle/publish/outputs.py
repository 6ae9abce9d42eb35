"""The files of a site that aren't pages: data, feed, sitemap, robots.txt, and the assets as they are."""

from collections.abc import Mapping, Sequence

from chronicle.config import Config
from chronicle.publish.edition import Edition
from chronicle.publish.exports import meetings_csv, meetings_json
from chronicle.publish.office_exports import offices_json, officials_json
from chronicle.publish.page import File, Page
from chronicle.publish.render import Html
from chronicle.publish.sitemap import robots, sitemaps

ASSETS = "assets/"
OWN_STYLE = f"{ASSETS}own.css"  # the owner's, after the program's
JSON, CSV, FEED = "data/meetings.json", "data/meetings.csv", "feed.xml"
OFFICIALS, OFFICES = "data/officials.json", "data/offices.json"
OF_MEETINGS = frozenset((JSON, CSV, FEED, OFFICIALS, OFFICES))


def of_meetings(edition: Edition, html: Html) -> list[File]:
    """What has all meetings in it. That takes a while, and is best done beside something else."""
    from chronicle.publish.feeds import feed

    return [
        File(JSON, meetings_json(edition)),
        File(CSV, meetings_csv(edition)),
        File(FEED, feed(edition, html)),
        File(OFFICIALS, officials_json(edition)),
        File(OFFICES, offices_json(edition)),
    ]


def others(pages: Sequence[Page], config: Config, templates: Mapping[str, bytes]) -> list[File]:
    """All other such files. `templates` has what stands in their folder."""
    maps = sitemaps(pages, config)
    assets = {name: content for name, content in templates.items() if name.startswith(ASSETS)}
    return [
        File("robots.txt", robots(config)),
        *(File(name, content) for name, content in (maps | assets).items()),
    ]
