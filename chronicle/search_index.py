"""The search index of a site: records to the files that Pagefind's search in the browser reads.

Each record has a file of its own, a fragment, which says what is shown of it. A file is named after what
is in it; fragments of the last index that are still right stay where they are.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

import cbor2
import orjson

from chronicle.config import Part
from chronicle.digests import digest
from chronicle.lexicon.heard import heard
from chronicle.manifest import Placed, marks
from chronicle.publish.edition import Edition
from chronicle.publish.page import File, Kept
from chronicle.publish.render import Html
from chronicle.publish.search import MEETING, OFFICIAL, Record, records
from chronicle.publish.write import Staging
from chronicle.search_service import CHUNK_FILE, ENTRY, META, Failed, Learnt, Message, learnt, packed_text
from chronicle.search_words import Key, Text, Use, chunks
from chronicle.slug import BREAKS, folded

FOLDER = "pagefind/"  # below the site's root
FRAGMENT, FILTER = "fragment/{}.pf_fragment", "filter/{}.pf_filter"
SHORT = 10  # letters of a digest in the name of a file
SHAPE = b"index 3"  # to be counted up whenever the index is made otherwise of the same records


class Index(NamedTuple):
    """The files of an index."""

    files: tuple[File | Kept, ...]
    note: str = ""  # why there are none
    behind: bool = False  # whether they are those of an older site

    @property
    def notes(self) -> tuple[str, ...]:
        """The same for a list of notes."""
        return (self.note,) if self.note else ()


class Shown(NamedTuple):
    """A record with its fragment."""

    record: Record
    name: str
    fragment: bytes


def searched(editions: Sequence[Edition], html: Html, staging: Staging, *, searchable: bool) -> Index:
    """The search index of a site; the one that the last build left, unless it is to be `searchable` now."""
    if not editions[0].has(Part.SEARCH):
        return Index(())
    if not searchable:
        return kept(staging.output, staging.known)
    found = (record for edition in editions for record in records(edition, html))
    return index_of(found, staging.output, staging.known)


def index_of(found: Iterable[Record], output: Path, known: Mapping[str, Placed]) -> Index:
    """The index of some records; `known` has what the last build left in `output`.

    What can't be made is missing, with a note: a site is worth having without search.
    """
    shown: defaultdict[str, list[Shown]] = defaultdict(list)
    for record in found:
        shown[record.language.lower()].append(shown_of(record))
    if not shown:
        return Index(())
    names = [f"{each.name} {each.record.order}" for some in shown.values() for each in some]
    key = digest(SHAPE, orjson.dumps(names)).hex()
    there, whole = untouched(output, known)
    if whole and FOLDER + ENTRY in there and known[FOLDER + ENTRY].key == key:
        return Index(tuple([Kept(path) for path in sorted(there)]))
    try:
        return Index(tuple(files_of(shown, there, key)))
    except (Failed, OSError, ValueError, LookupError, cbor2.CBORError) as error:
        return Index((), f"the site has no search: {error}")


def kept(output: Path, known: Mapping[str, Placed]) -> Index:
    """The index that the last build left, whatever it is of."""
    return Index(tuple([Kept(path) for path in sorted(untouched(output, known)[0])]), behind=True)


def untouched(output: Path, known: Mapping[str, Placed]) -> tuple[set[str], bool]:
    """The files of the last index that nobody has touched, and whether that is all that there were."""
    left = {path: placed[3:] for path, placed in known.items() if path.startswith(FOLDER)}
    found = {FOLDER + path: mark for path, mark in marks(output / FOLDER).items()}
    same = {path for path, mark in left.items() if found.get(path) == mark}
    return same, len(same) == len(left)


def shown_of(record: Record) -> Shown:
    """A record with what the browser shows of it."""
    content = " ".join(record.content.split())
    record = record._replace(content=content)
    fragment = {
        "url": record.url,
        "content": content,
        "word_count": content.count(" ") + 1,
        "filters": dict(record.filters),
        "meta": meta_of(record),
        "anchors": [],
    }
    text = orjson.dumps(fragment)
    return Shown(record, name_of(record.language.lower(), text), text)


def meta_of(record: Record) -> dict[str, str]:
    """What a record has besides its content, sorted. What a page is about weighs more than a mention."""
    about, names = ("", record.names) if record.what == MEETING else (f"{record.title} {record.names}", "")
    meta = {"about": about, "date": record.date, "names": names, "title": record.title, "where": record.where}
    return {name: text for name, text in meta.items() if text}


# ── the files ────────────────────────────────────────────────────────────────────────────────


class Words(NamedTuple):
    """The words of one language, by number, and the texts that are made of them."""

    all: list[str]
    plain: dict[int, int]  # of words with odd letters: the same in plain ones
    heard: dict[int, list[int]]  # of the words of names: as they are heard
    texts: list[Text]


class Named(NamedTuple):
    """A file that is called by its content, so that a browser may keep it for ever."""

    path: str
    name: str
    content: bytes


def files_of(
    shown: Mapping[str, Sequence[Shown]], there: AbstractSet[str], key: str
) -> Iterator[File | Kept]:
    """All files of an index; the fragments among `there` stay. What the browser reads first bears the key."""
    languages: dict[str, Message] = {}
    scripts: dict[str, bytes] = {}
    entry: Message = {}
    for language, some in sorted(shown.items()):
        words = numbered(some)
        known = learnt(language, words.all)
        for each in some:
            path = FOLDER + FRAGMENT.format(each.name)
            yield Kept(path) if path in there else File(path, packed_text(each.fragment))
        *others, meta = of_language(language, some, words, known)
        yield from (File(FOLDER + each.path, packed_text(each.content)) for each in (*others, meta))
        languages[language] = {"hash": meta.name, "wasm": known.program, "page_count": len(some)}
        scripts |= known.scripts
        entry = known.entry
    yield from (File(FOLDER + path, content) for path, content in sorted(scripts.items()))
    yield File(FOLDER + ENTRY, orjson.dumps({**entry, "languages": languages}), key)


def numbered(some: Sequence[Shown]) -> Words:
    """All words of some records, each once, and the records' texts as numbers of words."""
    numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers))
    number = numbers.__getitem__
    texts = [
        Text(
            array("I", map(number, record.content.split())),
            {name: array("I", map(number, text.split())) for name, text in meta_of(record).items()},
        )
        for record, _, _ in some
    ]
    odd = [(word, at) for word, at in numbers.items() if not word.isascii()]
    letters = [("".join(folded(word).split()), at) for word, at in odd]
    plain = {at: numbers[word] for word, at in letters if word}
    names = {part for record, _, _ in some for part in name_words(record)}
    sounds = {number(name): [number(form) for form in heard(name)] for name in sorted(names) if heard(name)}
    return Words(list(numbers), plain, sounds, texts)


def name_words(record: Record) -> list[str]:
    """The words of an official's names, in plain letters."""
    return BREAKS.split(folded(f"{record.title} {record.names}")) if record.what == OFFICIAL else []


def of_language(language: str, some: Sequence[Shown], words: Words, known: Learnt) -> Iterator[Named]:
    """The files of one language but for its fragments; the last one names the others."""

    def named(path: str, content: bytes) -> Named:
        name = name_of(language, content)
        return Named(path.format(name), name, content)

    fields = sorted({name for text in words.texts for name in text.fields})
    pieces = [
        (piece.first, piece.last, named(CHUNK_FILE, piece.content))
        for piece in chunks(words.texts, *uses_of(words, known), fields, days_of(some))
    ]
    filters = [
        (name, named(FILTER, cbor2.dumps([name, values])))
        for name, values in values_of([record for record, _, _ in some])
    ]
    days = sorted(range(len(some)), key=lambda at: some[at].record.order)
    meta = [
        known.entry["version"],
        [[each.name, len(text.words)] for each, text in zip(some, words.texts, strict=True)],
        [[first, last, piece.name] for first, last, piece in pieces],
        [[name, values.name] for name, values in filters],
        [["date", days]],
        fields,
    ]
    yield from (piece for _, _, piece in pieces)
    yield from (values for _, values in filters)
    yield named(META, cbor2.dumps(meta))


def uses_of(words: Words, known: Learnt) -> tuple[list[Sequence[Use]], dict[str, list[str]]]:
    """What each word is in the index; and what stands wherever one stem does, which needn't be counted.

    A word with odd letters is there in plain ones, too, and one of a name as it is heard.
    """
    uses: list[Sequence[Use]] = list(known.uses)
    for at, plain in words.plain.items():
        stems = {use.key.stem for use in known.uses[at]}
        uses[at] = (*known.uses[at], *[use for use in known.uses[plain] if use.key.stem not in stems])
    alone: defaultdict[str, list[str]] = defaultdict(list)
    shared: defaultdict[str, list[Key]] = defaultdict(list)
    for key, stems in stems_heard(words, known).items():
        for stem in sorted(stems):
            if len(stems) == 1:
                alone[stem].append(key.stem)
            else:
                shared[stem].append(key)
    for at, mine in enumerate(uses):
        others = [Use(key, use.weight) for use in mine for key in shared.get(use.key.stem, ())]
        if others:
            uses[at] = (*mine, *dict.fromkeys(others))
    return uses, alone


def stems_heard(words: Words, known: Learnt) -> dict[Key, set[str]]:
    """Of each form in which the words of names are heard, the stems that have it."""
    found: defaultdict[Key, set[str]] = defaultdict(set)
    for name, forms in words.heard.items():
        for form in forms:
            found[known.uses[form][0].key] |= {use.key.stem for use in known.uses[name]}
    return found


def days_of(some: Iterable[Shown]) -> dict[str, list[int]]:
    """The numbers of the records of each day, which stands in the index as a word of the date."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, (record, _, _) in enumerate(some):
        for day in record.days.split():
            found[day].append(at)
    return found


def values_of(some: Sequence[Record]) -> list[tuple[str, list[tuple[str, list[int]]]]]:
    """The filters by name, each with its values and the numbers of the records that have them."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, record in enumerate(some):
        for name, values in record.filters:
            for value in values:
                found[name][value].append(at)
    return [(name, sorted(values.items())) for name, values in sorted(found.items())]


def name_of(language: str, content: bytes) -> str:
    """What a file is called, by its content: a browser may keep it for ever."""
    return f"{language}_{digest(content).hex()[:SHORT]}"
