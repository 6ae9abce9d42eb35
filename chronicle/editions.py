"""A chronicle, the settings and the owner's words → what the pages of a site are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronicle.config import Config
from chronicle.digests import digest
from chronicle.lexicon.country_names import names_shown
from chronicle.lexicon.language import is_english
from chronicle.lexicon.states import load_vanished
from chronicle.lexicon.topics import Topics
from chronicle.model import Chronicle, CountryCode, Meeting
from chronicle.own_pages import own_pages
from chronicle.problems import Problem
from chronicle.project import ABOUT, TEMPLATES, Inputs, Project
from chronicle.publish.background import Background
from chronicle.publish.edition import Edition
from chronicle.publish.flat import flat
from chronicle.publish.groups import groups_of
from chronicle.publish.related import related_of
from chronicle.publish.render import prefix_of, shown
from chronicle.publish.texts import FOLDER, Texts, catalogue_of, faults, texts_of
from chronicle.publish.views import views_of
from chronicle.store import Stored


def editions_of(
    chronicle: Chronicle,
    config: Config,
    stored: Sequence[Stored],
    topics: Topics,
    *,
    inputs: Inputs,
    background: Background,
) -> list[Edition]:
    """An edition for each of a site's languages, the one at its root first."""
    groups = groups_of(chronicle)
    background = replace(background, related=related_of(chronicle, groups))
    of_entry = {each.entry.id: each.digest for each in stored}
    digests = {meeting.id: digest_of(meeting, of_entry) for meeting in chronicle.meetings}
    topic_names = {topic.id: topic.name for topic in topics.values()}
    made = []
    for language in (config.language, *config.other_languages):
        texts = texts_of(language, inputs.templates)
        names = names_of(config, texts)
        views = views_of(chronicle, groups, names, topic_names, texts=texts, without=config.leave_out)
        officials = digest(flat(tuple(views.officials.values()))).hex()
        about = inputs.pages.get(f"about.{language}.md") or inputs.pages.get(ABOUT, b"")
        told = about.decode("utf-8-sig", errors="replace")
        prefix = prefix_of(language, config)
        own = own_pages(inputs.pages, language)
        made.append(
            Edition(chronicle, config, groups, views, digests, officials, told, prefix, background, own)
        )
    return made


def names_of(config: Config, texts: Texts) -> dict[CountryCode, str]:
    """The names of countries in a language: those of vanished states are among its texts."""
    own = config.country_names_of(texts.language)
    vanished = {code: texts.gettext(state.name) for code, state in load_vanished().items()}
    return {**names_shown(texts.language, own), **vanished, **own}


def wrong_catalogues(config: Config, project: Project, inputs: Inputs) -> list[Problem]:
    """What is wrong with the catalogues of a site's languages."""
    languages = (config.language, *config.other_languages)
    names = {catalogue_of(code, inputs.templates): code for code in languages}
    folders = (project.own_templates, project.templates)
    return [
        Problem(shown(folders, name), *fault)
        for name, code in names.items()
        if name
        for fault in faults(inputs.templates[name], code)
    ]


def without_catalogue(config: Config, inputs: Inputs) -> list[str]:
    """Notes on the languages that have no texts."""
    return [
        f"there are no texts for '{code}': {TEMPLATES}/{FOLDER}{code}.po isn't there, so English is shown."
        for code in (config.language, *config.other_languages)
        if not is_english(code) and not catalogue_of(code, inputs.templates)
    ]


def digest_of(meeting: Meeting, of_entry: Mapping[str, str]) -> str:
    """What changes when one of a meeting's files does, or who its people are taken to be."""
    alone = len(meeting.entries) == 1 and len(meeting.attendees) == len(meeting.entries[0].participants)
    people = [a.official if alone else repr(a) for a in meeting.attendees]
    told = " ".join([*[of_entry[entry.id] for entry in meeting.entries], *people])
    return digest(told.encode()).hex()  # short: it is joined with those of others, list by list
