"""The files of a site that aren't pages: feed, sitemap, robots.txt, data, and the assets as they are."""

from collections.abc import Mapping, Sequence
from functools import partial

from chronicle.publish.edition import Edition
from chronicle.publish.exports import meetings_csv, meetings_json
from chronicle.publish.feeds import feed, robots, sitemaps
from chronicle.publish.page import Page
from chronicle.publish.render import Html
from chronicle.publish.write import File

ASSETS = "assets/"


def outputs(
    edition: Edition, pages: Sequence[Page], html: Html, templates: Mapping[str, bytes]
) -> tuple[File, ...]:
    """All such files; each is made when it is asked for. `templates` has what stands in their folder."""
    maps = sitemaps(pages, edition)
    assets = {name: content for name, content in templates.items() if name.startswith(ASSETS)}
    return (
        File("data/meetings.json", partial(meetings_json, edition)),
        File("data/meetings.csv", partial(meetings_csv, edition)),
        File("feed.xml", partial(feed, edition, html)),
        File("robots.txt", partial(robots, edition)),
        *(File(name, partial(bytes, content)) for name, content in (maps | assets).items()),
    )
