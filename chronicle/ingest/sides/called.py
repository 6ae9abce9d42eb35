"""Votes by what a side is called around the office: by its letters, at the head of a sentence, by a title."""

import re
from collections.abc import Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import CAME, NEAR, sides_before
from chronicle.ingest.sides.patterns import country_of, titles
from chronicle.ingest.sides.view import ORGANISED, View
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

FOR = re.compile(r"(?:\bFor|[;,] (?:and )?for) (?:the )?$")  # "For Pakistan, X", "; for India, Y"
ELSE = re.compile(r" (?:for|in|at|on|cardinal|and)\b")  # "Secretary of State for Trade" is of no one country


def letters_between(person: Person, view: View) -> Iterator[Mention]:
    """As in "Chief of Defence Force, SAF, General X": the letters of a force between office and name."""
    for place in view.namings(person):
        for side in view.inside[place.naming.sentence]:
            start, stop = side.span
            inside = place.start < start < stop < place.naming.person.span.start
            apart = view.text.low.endswith(", ", 0, start) and view.text.low.startswith(", ", stop)
            if inside and apart and side.kind in ORGANISED:
                yield side


def at_the_head_of_a_sentence(person: Person, view: View) -> Iterator[Mention]:
    """As in "For Pakistan, X came", "For Colombia the director, X, sat at the table", "; for India, Y"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place)[:1]:
            between = view.text.low[side.span.stop : place.opens].strip(" ,:")
            since = max(0, side.span.start - NEAR)
            if between in CAME and FOR.search(view.text.key, since, side.span.start):
                yield side


def shown(title: str, view: View) -> bool:
    """Whether a title tells the country: one that others use, too, only where the country is named."""
    return title not in word_lists("en/sides")["shared_titles"] or country_of(title) in view.count


def title_of_one_country(person: Person, view: View) -> Iterator[Mention]:
    """As in "Taoiseach X", "Raksha Mantri X"."""
    for place in view.namings(person):
        title = titles().search(view.text.low, place.start, place.stop)
        if title is not None and shown(title[0], view) and not ELSE.match(view.text.low, title.end()):
            span = Span(title.start(), title.end())
            yield Mention("country", span, country_of(title[0]), "title_in_office")
    if (
        person.role is not None
        and (title := titles().search(person.role.value.lower()))
        and shown(title[0], view)
        and not ELSE.match(person.role.value.lower(), title.end())
    ):
        yield Mention("country", person.role.span, country_of(title[0]), "title_in_office")
