"""What a meeting's reports were read to say beyond what stands beside the facts; their words, marked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronicle.config import ArticleText, Config
from chronicle.evidence import holding, value_at
from chronicle.model import CountryCode, Entry, Evidence, Meeting
from chronicle.publish.marks import Mark
from chronicle.publish.page import Link
from chronicle.publish.pages.notes import Anchors, Note, outlet_of, rule_of
from chronicle.publish.texts import Texts, told
from chronicle.publish.views import Views

EXCERPT_WORDS = 60


class Ground(NamedTuple):
    """What one field of a report's reading rests on."""

    field: str
    value: str
    basis: str
    words: Link  # where they are marked; no text where nothing was quoted
    rule: str  # by which rule it was inferred; ""


class Reading(NamedTuple):
    """What one report was read to say, field by field."""

    outlet: str
    grounds: tuple[Ground, ...]


class Report(NamedTuple):
    """What one outlet wrote, as far as the site shows it."""

    outlet: str
    text: str  # Markdown
    words: int  # how many of its words are shown; 0 for all
    marks: tuple[Mark, ...]  # the words that facts rest on


# ── reports ──────────────────────────────────────────────────────────────────────────────────


def reports_of(meeting: Meeting, config: Config) -> tuple[Report, ...]:
    """The reports of a meeting as far as the site shows them, with the words marked on which facts rest."""
    made: list[Report] = []
    known: set[str] = set()
    for entry in meeting.entries:
        for report in reports(entry, config):
            words = [] if report.words else [each for each in words_of(entry) if each not in known]
            words = [each for each in words if each in report.text]
            start = len(known)
            known.update(words)
            marks = [Mark(f"w{number}", each) for number, each in enumerate(words, start + 1)]
            made.append(report._replace(marks=tuple(marks)))
    return tuple(made)


def reports(entry: Entry, config: Config) -> Iterator[Report]:
    """The article behind an entry, as much of it as the site may show."""
    outlet = outlet_of(entry)
    shown = config.article_text_of.get(outlet, config.article_text)
    if entry.body and shown is not ArticleText.NONE:
        yield Report(outlet, entry.body, 0 if shown is ArticleText.FULL else EXCERPT_WORDS, ())


def words_of(entry: Entry) -> list[str]:
    """The words of the report on which an entry rests, each once."""
    return list(dict.fromkeys([found.words for found in holding(entry).values() if found.words]))


def anchors_of(some: Sequence[Report]) -> Anchors:
    """Where on the page words are marked."""
    return {mark.words: f"#{mark.id}" for report in some for mark in report.marks}


# ── readings ─────────────────────────────────────────────────────────────────────────────────


def readings(meeting: Meeting, views: Views, beside: Sequence[Note], anchors: Anchors) -> tuple[Reading, ...]:
    """Report by report, what was read in it and doesn't stand beside a fact already."""
    noted: dict[tuple[str, str], list[str]] = {}
    for note in beside:
        noted.setdefault((note.basis, note.rule), []).extend([words.text for words in note.words])
    made = []
    for entry in meeting.entries:
        grounds = [
            Ground(
                label(field, views.texts),
                shown_value(entry, field, views),
                found.basis.value,
                Link(anchors.get(found.words, ""), found.words) if found.words else Link("", ""),
                rule_of(found),
            )
            for field, found in holding(entry).items()
            if not stands_beside(found, noted.get((found.basis.value, rule_of(found))))
        ]
        made += [Reading(outlet_of(entry), tuple(grounds))] if grounds else []
    return tuple(made)


def stands_beside(found: Evidence, noted: Sequence[str] | None) -> bool:
    """Whether a note on the page has the basis, the rule and the words of some evidence."""
    return noted is not None and (not found.words or any(found.words in words for words in noted))


def label(field: str, texts: Texts) -> str:
    """A field's path as people count: "participants[0].role" is "participant 1, office"."""
    head, bracket, rest = field.partition("[")
    name = texts.gettext(FIELDS.get(head, head.replace("_", " ")))
    if not bracket:
        return name
    number, _, tail = rest.partition("]")
    count = f"{name} {int(number) + 1}" if number.isdecimal() else name
    part = tail.removeprefix(".")
    return f"{count}, {texts.gettext(FIELDS.get(part, part))}" if part else count


FIELDS = {
    "date": told("date"),
    "end_date": told("last day"),
    "kind": told("form"),
    "status": told("status"),
    "city": told("city"),
    "country": told("country"),
    "parties": told("parties"),
    "participants": told("participant"),
    "name": told("name"),
    "role": told("office"),
    "rank": told("rank"),
    "organisation": told("organisation"),
    "documents": told("document"),
    "occasion": told("occasion"),
    "topics": told("topic"),
    "statements": told("statement"),
    "speaker": told("speaker"),
    "sides": told("sides"),
    "manner": told("manner"),
    "sources": told("source"),
    "outlet": told("outlet"),
    "published": told("day of publication"),
    "attribution": told("attribution"),
}


def shown_value(entry: Entry, field: str, views: Views) -> str:
    """A field's value, countries by name."""
    value = value_at(entry, field) or ""
    if field == "parties":
        return ", ".join([views.party(party).text for party in entry.parties])
    if field.endswith(".sides"):
        return ", ".join([views.party(party).text for party in value.split(", ")])
    if field.startswith("topics["):
        return views.topics((value,))[0]
    return views.country(CountryCode(value)).text if field.endswith("country") else value
