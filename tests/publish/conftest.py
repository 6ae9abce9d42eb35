"""Editions of small chronicles."""

from collections.abc import Callable

import pytest

from chronicle.config import Config
from chronicle.lexicon.country_names import names_shown
from chronicle.lexicon.topics import load_topics
from chronicle.model import CountryCode, Entry, Manner, PartialDate, Participant, Source, Statement
from chronicle.publish.edition import Edition
from chronicle.publish.groups import groups_of
from chronicle.publish.texts import Texts
from chronicle.publish.views import views_of
from chronicle.resolve import resolve


def edition_of(*entries: Entry, config: Config | None = None, about: str = "") -> Edition:
    """Some entries, about to be published."""
    made = resolve(entries)
    config = config or Config()
    names = names_shown(config.language, config.country_names)
    topics = {topic.id: topic.name for topic in load_topics().values()}
    digests = {meeting.id: repr(meeting.entries) for meeting in made.meetings}
    groups = groups_of(made)
    views = views_of(made, groups, names, topics, texts=Texts(config.language), without=config.leave_out)
    return Edition(made, config, groups, views, digests, "", about)


@pytest.fixture
def edition() -> Callable[..., Edition]:
    return edition_of


@pytest.fixture
def entry() -> Entry:
    """An entry with everything."""
    return Entry(
        id="2019-11-07-hasanov-gross",
        title="Zakir Hasanov meets Zacharie Gross",
        date=PartialDate("2019-11-07"),
        city="Baku",
        country=CountryCode("AZ"),
        participants=(
            Participant("Zakir Hasanov", "Minister of Defense", "Colonel General", CountryCode("AZ")),
            Participant("Jens Stoltenberg", "Secretary General", None, None, "NATO"),
            Participant("Nobody Else"),
        ),
        parties=("AZ", "NATO"),
        documents=("a protocol", "a plan"),
        occasion="official visit",
        topics=("regional security", "energy"),
        statements=(
            Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",), ("energy",), quoted=True),
            Statement(Manner.AGREED, None, ("AZ", "NATO")),
        ),
        sources=(
            Source("a.txt", "News.Az", "https://news.az/1", PartialDate("2019-11-08"), "Defense Ministry"),
            Source("b.txt", "Trend", None, PartialDate("2019-11")),
            Source("c.txt"),
        ),
        review=("Nobody is named for NATO.",),
        body="They *met*.",
    )
