"""A chronicle, the settings and the owner's words → what the pages of a site are made of."""

from collections.abc import Mapping, Sequence

from chronicle.config import Config
from chronicle.digests import digest
from chronicle.lexicon.country_names import names_shown
from chronicle.lexicon.topics import Topics
from chronicle.model import Chronicle, Meeting
from chronicle.project import ABOUT, Inputs
from chronicle.publish.edition import Edition
from chronicle.publish.groups import groups_of
from chronicle.publish.render import prefix_of
from chronicle.publish.texts import texts_of
from chronicle.publish.views import views_of
from chronicle.publish.write import flat
from chronicle.store import Stored


def editions_of(
    chronicle: Chronicle, config: Config, stored: Sequence[Stored], topics: Topics, inputs: Inputs
) -> list[Edition]:
    """An edition for each of a site's languages, the one at its root first."""
    groups = groups_of(chronicle)
    of_entry = {each.entry.id: each.digest for each in stored}
    digests = {meeting.id: digest_of(meeting, of_entry) for meeting in chronicle.meetings}
    topic_names = {topic.id: topic.name for topic in topics.values()}
    made = []
    for language in (config.language, *config.other_languages):
        names = names_shown(language, config.country_names)
        texts = texts_of(language, inputs.templates)
        views = views_of(chronicle, groups, names, topic_names, texts=texts, without=config.leave_out)
        officials = digest(flat(tuple(views.officials.values()))).hex()
        about = inputs.pages.get(f"about.{language}.md") or inputs.pages.get(ABOUT, b"")
        told = about.decode("utf-8-sig", errors="replace")
        prefix = prefix_of(language, config)
        made.append(Edition(chronicle, config, groups, views, digests, officials, told, prefix))
    return made


def digest_of(meeting: Meeting, of_entry: Mapping[str, str]) -> str:
    """What changes when one of a meeting's files does, or who its people are taken to be."""
    alone = len(meeting.entries) == 1 and len(meeting.attendees) == len(meeting.entries[0].participants)
    people = [a.official if alone else repr(a) for a in meeting.attendees]
    return " ".join([*[of_entry[entry.id] for entry in meeting.entries], *people])
