"""Pages of topics: the meetings at which something was talked about, newest first."""

from collections.abc import Iterator

from chronicle.config import Part
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages.listing import About, pages_of
from chronicle.publish.urls import topic_url


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each topic, in order of id."""
    if edition.has(Part.TOPICS):
        for topic, group in edition.groups.topics.items():
            about = About(edition.views.linked.topics[topic].text)
            yield from pages_of(group, about, edition, template="topic.html", url_of=topic_url)
