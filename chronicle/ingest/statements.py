"""Statements: who said what at an encounter, in what manner and on what; never the sentences themselves."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from chronicle.ingest.belonging import Belonging
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.speakers import BACK, Setting, Speaker, speaker_of, subject_of
from chronicle.ingest.text import Text
from chronicle.ingest.topics import Talk, Word
from chronicle.ingest.voices import SUBJECTS, Piece, Row
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import Basis, Evidence, Manner, Status

LONGEST = 80  # code points that are quoted: the subject and its verb, or the verb alone
APART = re.compile(r";|,\s(?:while|whereas|and|but)\b|[\"”“]")
CARRIED = re.compile(r"\s(?:and|as well as)\s$")
CLOSED = re.compile(r"[\"”»],?\s*$")
OPENED = re.compile(r"(?:[^\"“”«»,;:]{0,40}(?:[,:]|\bthat))?\s*[\"“«](?:[^\s\"”»]+\s){3}")


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement with what it rests on."""

    manner: Manner
    speaker: Speaker
    sentence: int
    clause: str  # the article's words: who, and the verb
    quoted: bool
    about: tuple[Word, ...]


@dataclass(slots=True)
class Hearing:
    """The statements of an article while they are gathered, sentence by sentence."""

    text: Text
    rows: Sequence[Row]
    encounters: Sequence[Encounter]
    hosts: Sequence[str | None]  # the country of each encounter
    talk: Talk
    words: Lexicon
    named: list[tuple[int, list[Person | None]]] = field(default_factory=list)  # by sentence
    away: int = -1  # the paragraph in which something is said elsewhere


def statements_of(hearing: Hearing, places: Sequence[Belonging]) -> list[list[Heard]]:
    """The statements of each encounter that took place, in order of the text."""
    heard: list[list[Heard]] = [[] for _ in hearing.encounters]
    for place in places:
        for number, one in statements_in(place, hearing):
            heard[number].append(one)
    return heard


def statements_in(place: Belonging, hearing: Hearing) -> Iterator[tuple[int, Heard]]:
    """What is said in one sentence, each with the number of the encounter at which it is said."""
    sentence = place.scene.sentence
    row = hearing.rows[sentence.number]
    people = named_in(row, place)
    hearing.named.append((sentence.paragraph, people))
    if sentence.number in hearing.talk.elsewhere:
        hearing.away = sentence.paragraph
    if (
        place.encounter is None
        or not place.full
        or place.opening
        or not any(piece.kind in VERBS for piece in row)
        or hearing.away == sentence.paragraph
        or hearing.encounters[place.encounter].status is not Status.HELD
    ):
        return
    last: Heard | None = None
    for at, piece in enumerate(row):
        if piece.kind not in VERBS or recalls(place, piece):
            continue
        rules = VERBS[piece.kind]
        speaker = next((who for rule in rules if (who := rule(row, at, place, hearing))), None)
        if speaker is None and piece.kind == "manner":
            speaker = carried_on(row, at, last, hearing.text) or opened_by(row, at, place, hearing)
        if speaker is None or (last is not None and within_another(speaker, last, hearing.text)):
            continue
        if speaker.person is not None and speaker.person not in people:
            people[:] = [p for p in people if p is not None] + [speaker.person]
        last = heard_of(speaker, piece, sentence.number, hearing)
        number = encounter_of(speaker, place.encounter, hearing.encounters)
        if number is not None:
            yield number, last


def named_in(row: Row, place: Belonging) -> list[Person | None]:
    """Who is named in a sentence; None is in it where it opens with "he", whoever that is."""
    people: list[Person | None] = list(
        dict.fromkeys([*(p.person for p in row if p.person is not None), *place.scene.people])
    )
    first = next((piece for piece in row if piece.person is not None or piece.kind == "pronouns"), None)
    return [None, *people] if first is not None and first.person is None else people


def recalls(place: Belonging, verb: Piece) -> bool:
    """Whether a verb only tells of a meeting of another day: it stands behind the word for that."""
    return place.recalls and verb.start > place.scene.acts[0].span.start


# ── who speaks ───────────────────────────────────────────────────────────────────────────────


def subject_before(row: Row, at: int, place: Belonging, hearing: Hearing) -> Speaker | None:
    """As in "Ebner, for his part, thanked"."""
    found = left_of(row, at, hearing.text)
    return subject_of(setting_of(row, found, place, hearing)) if found is not None else None


def left_of(row: Row, at: int, text: Text) -> int | None:
    """The place of the subject before a verb; only words such as "also" and commas stand between."""
    edge = row[at].start
    for place in range(at - 1, -1, -1):
        piece = row[place]
        if text.low[piece.stop : edge].strip(" ,()—-\n"):
            return None
        if piece.kind != "filler":
            return place if piece.kind in SUBJECTS else None
        edge = piece.start
    return None


def subject_behind(row: Row, at: int, place: Belonging, hearing: Hearing) -> Speaker | None:
    """As in "…, said the minister", "according to Ebner"."""
    piece, low = row[at], hearing.text.low
    before = low[max(place.scene.sentence.span.start, piece.start - 2) : piece.start].rstrip()
    spoken = low[piece.start : piece.stop]
    if at + 1 >= len(row) or (before and before[-1] not in ',"”»-'):
        return None
    if piece.kind == "manner" and spoken not in turned():
        return None
    if low[piece.stop : row[at + 1].start].strip() not in ("", "the"):
        return None
    behind = at + 1
    while behind + 1 < len(row) and row[behind].person and row[behind + 1].person is row[behind].person:
        behind += 1
    return speaker_of(setting_of(row, behind, place, hearing))


VERBS: Mapping[str, tuple[Callable[[Row, int, Belonging, Hearing], Speaker | None], ...]] = {
    "manner": (subject_before, subject_behind),
    "sources": (subject_behind,),
}
"""Where the one who speaks is looked for, by what tells that somebody does."""


@cache
def turned() -> frozenset[str]:
    """The verbs that may stand before the one who speaks."""
    return frozenset(word_lists("en/voices")["turned"])


@cache
def roles() -> Mapping[str, Sequence[str]]:
    """What somebody is called -> words of offices that fit."""
    told = load_words("en/statements")
    held = told["roles"] if isinstance(told, Mapping) else {}
    return {str(k): tuple(map(str, v)) for k, v in held.items()} if isinstance(held, Mapping) else {}


def setting_of(row: Row, at: int, place: Belonging, hearing: Hearing) -> Setting:
    """What stands around the piece of a row that may be the subject."""
    number = place.encounter or 0
    sentence = place.scene.sentence
    return Setting(
        hearing.text,
        row,
        at,
        sentence.span.start,
        hearing.text.starts[max(0, sentence.number - 1)],
        sentence.paragraph,
        hearing.encounters[number],
        hearing.hosts[number],
        hearing.named[-1 - BACK :],
        roles(),
        hearing.words,
    )


def carried_on(row: Row, at: int, last: Heard | None, text: Text) -> Speaker | None:
    """As in "Ebner congratulated Sousa and wished him well"; not behind a clause of its own."""
    if last is None or last.manner.value in word_lists("en/voices")["clausal"]:
        return None
    between = [p for p in row[:at] if p.start >= last.speaker.stop]
    clear = not any(p.kind in ("nobody", "pronouns", "together", "plural", "side") for p in between)
    return carried(last.speaker, row[at]) if clear and behind_and(row, at, text) else None


def opened_by(row: Row, at: int, place: Belonging, hearing: Hearing) -> Speaker | None:
    """As in "Ebner welcomed the guests and thanked them": who opens a sentence that names nobody else."""
    subjects = [n for n, p in enumerate(row[:at]) if p.kind in SUBJECTS or p.kind in (*VERBS, "nobody")]
    if not subjects or any(row[n].person is not row[subjects[0]].person for n in subjects):
        return None
    if row[subjects[0]].kind != "person" and len(subjects) > 1:
        return None
    speaker = subject_of(setting_of(row, subjects[-1], place, hearing))
    opens = speaker is not None and speaker.start == place.scene.sentence.span.start
    return carried(speaker, row[at]) if speaker and opens and behind_and(row, at, hearing.text) else None


def carried(speaker: Speaker, verb: Piece) -> Speaker:
    """A speaker who isn't named again before another verb."""
    rule = "subject_of_the_sentence"
    return speaker._replace(basis=Basis.INFERRED, rule=rule, start=verb.start, stop=verb.stop)


def behind_and(row: Row, at: int, text: Text) -> bool:
    """Whether "and" stands before a verb, perhaps with words such as "also" between."""
    edge = row[at].start
    for piece in reversed(row[:at]):
        if piece.kind != "filler" or text.low[piece.stop : edge].strip(" ,"):
            break
        edge = piece.start
    return bool(CARRIED.search(text.low[max(0, edge - 12) : edge]))


def within_another(speaker: Speaker, last: Heard, text: Text) -> bool:
    """As in "Sousa said the minister thanked him": what one says that another said."""
    same = speaker.person is last.speaker.person and speaker.sides == last.speaker.sides
    return not same and not APART.search(text.low, last.speaker.stop, max(speaker.start, last.speaker.stop))


def encounter_of(speaker: Speaker, current: int, encounters: Sequence[Encounter]) -> int | None:
    """The encounter at which somebody speaks: the one told, or the only one with that person."""
    if speaker.person is None or speaker.person in encounters[current].people:
        return current
    fitting = [n for n, e in enumerate(encounters) if speaker.person in e.people and e.status is Status.HELD]
    return fitting[0] if len(fitting) == 1 else None


# ── what is said ─────────────────────────────────────────────────────────────────────────────


def heard_of(speaker: Speaker, verb: Piece, sentence: int, hearing: Hearing) -> Heard:
    """A statement of a sentence; it is about the topics that stand there."""
    text = hearing.text
    start, stop = min(speaker.start, verb.start), max(speaker.stop, verb.stop)
    clause = text.body[start:stop] if stop - start <= LONGEST else text.body[verb.start : verb.stop]
    quoted = bool(CLOSED.search(text.key[max(0, start - 6) : start]) or OPENED.match(text.key, stop))
    manner = Manner(verb.value) if verb.kind == "manner" else Manner.SAID
    return Heard(manner, speaker, sentence, clause, quoted, tuple(hearing.talk.words[sentence]))


def shared_out(heard: Sequence[Heard]) -> list[Heard]:
    """The same, with the topics of a sentence in which several speak given to the one who stands before."""
    made = []
    for number, one in enumerate(heard):
        following = heard[number + 1] if number + 1 < len(heard) else None
        stop = None
        if following and following.sentence == one.sentence and following.speaker != one.speaker:
            stop = following.speaker.start
        first = number == 0 or heard[number - 1].sentence != one.sentence
        first = first or heard[number - 1].speaker == one.speaker
        start = 0 if first else one.speaker.start
        about = tuple(w for w in one.about if w.start >= start and (stop is None or w.start < stop))
        made.append(replace(one, about=about))
    return made


def gathered(heard: Sequence[Heard]) -> list[Heard]:
    """Each speaker's statements of one manner as one, about all their topics; in order of the text."""
    kept: dict[tuple[object, ...], Heard] = {}
    for one in heard:
        who = one.speaker
        key = (who.person, who.sides, one.manner, one.quoted)
        known = kept.get(key)
        kept[key] = one if known is None else replace(known, about=(*known.about, *one.about))
    return list(kept.values())


def evidence_of(number: int, heard: Heard) -> dict[str, Evidence]:
    """What a statement rests on: the words that tell who speaks and in what manner."""
    key, speaker = f"statements[{number}]", heard.speaker
    whose = "speaker" if speaker.person is not None else "sides"
    return {
        f"{key}.manner": Evidence(Basis.STATED, heard.clause, "verb_of_saying"),
        f"{key}.{whose}": Evidence(speaker.basis, heard.clause, speaker.rule),
    }
