"""The words of a search index: where each stands, packed as Pagefind's search in the browser reads it.

Pagefind says how each word is written in an index, once for each word that there is (`search_service`);
counting where they stand is done here, which takes a quarter of its time and memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise, takewhile
from operator import sub
from typing import NamedTuple

import cbor2

FULL = 25  # the weight that needs no mark
CHUNK = 60_000  # bytes, before they are packed; a search loads the chunks in which its words stand
LIST, LISTS_OF_3 = 0x80, b"\x83"  # the first byte of a list, with its length added

Places = list[int]


class Key(NamedTuple):
    """One way in which words stand in an index."""

    stem: str  # "lighthous" of "lighthouses"
    form: str  # the word with its marks, "həsənov"; "" where it has none


class Use(NamedTuple):
    """A key that a word has, and with how much weight: parts of "air-defence" have less."""

    key: Key
    weight: int


class Text(NamedTuple):
    """What is searched of a record: numbers of words."""

    words: Sequence[int]
    fields: Mapping[str, Sequence[int]]  # beside the text, each searched with a weight of its own


class Chunk(NamedTuple):
    """Some words of an index, from one to another in the order of the letters."""

    first: str
    last: str
    content: bytes


def chunks(
    texts: Iterable[Text],
    uses: Sequence[Sequence[Use]],
    others: Mapping[str, Sequence[str]],
    fields: Sequence[str],
    days: Mapping[str, Sequence[int]],
) -> list[Chunk]:
    """An index of some texts, in pieces.

    `uses` has the keys of each word by its number, `others` what else is to stand wherever a stem does,
    `days` the pages of a word that stands beside them in the field "date".
    """
    counted = Count(uses, fields)
    for page, text in enumerate(texts):
        counted.add(page, text)
    return bounded(list(pieces(sorted([*counted.words(others), *counted.beside_all(days)]))))


class Count:
    """Where each word stands, packed text by text: so it takes little room."""

    def __init__(self, uses: Sequence[Sequence[Use]], fields: Sequence[str]) -> None:
        numbers: defaultdict[Key, int] = defaultdict(lambda: len(numbers))
        self.uses = [[(numbers[key], weight) for key, weight in some] for some in uses]
        self.plain = [some[0][0] if [w for _, w in some] == [FULL] else -1 for some in self.uses]
        self.keys = list(numbers)
        self.pages = [bytearray() for _ in self.keys]
        self.number = [0] * len(self.keys)
        self.last = [0] * len(self.keys)
        self.fields = {name: -1 - at for at, name in enumerate(fields)}

    def add(self, page: int, text: Text) -> None:
        """The next page."""
        places = self.places(text.words)
        light = self.light(text.words, places.pop(-1, ()), places)
        beside = self.beside(text.fields)
        pages, number, last = self.pages, self.number, self.last
        for key, some in places.items():
            if key not in beside and key not in light:  # most of them, so no more than this
                where = ALONE[some[0]] if len(some) == 1 else packed(steps(some)) + NOWHERE
                pages[key] += NUMBERS[page - last[key]] + where
                number[key] += 1
                last[key] = page
        for key in light.keys() | beside.keys():
            where = packed((*steps(places.get(key, ())), *light.get(key, ())))
            pages[key] += NUMBERS[page - last[key]] + where + packed(tuple(beside.get(key, ())))
            number[key] += 1
            last[key] = page

    def places(self, words: Sequence[int]) -> defaultdict[int, Places]:
        """Where each key stands; at -1 those of the words that have other than one key with all weight."""
        found: defaultdict[int, Places] = defaultdict(list)
        plain = self.plain
        for place, word in enumerate(words):
            found[plain[word]].append(place)
        return found

    def light(
        self, words: Sequence[int], others: Iterable[int], places: defaultdict[int, Places]
    ) -> dict[int, Places]:
        """Put the places of words with several keys among the others; gives those of less weight, marked."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        touched = set()
        for place in others:
            for key, weight in self.uses[words[place]]:
                if weight == FULL:
                    places[key].append(place)
                    touched.add(key)
                else:
                    found[key].append((weight, place))
        for key in touched:
            places[key].sort()
        return {key: marked(some) for key, some in found.items()}

    def beside(self, fields: Mapping[str, Sequence[int]]) -> defaultdict[int, Places]:
        """Where each key stands beside the text: the mark of a field, and the places in it."""
        found: defaultdict[int, Places] = defaultdict(list)
        for name, words in fields.items():
            here: defaultdict[int, Places] = defaultdict(list)
            for place, word in enumerate(words):
                for key, _ in self.uses[word]:
                    here[key].append(place)
            for key, places in here.items():
                found[key] += (self.fields[name], *steps(places))
        return found

    def words(self, others: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
        """Each stem, packed with all pages of all its forms; and the `others` that stand where it does."""
        used = sorted([at for at, number in enumerate(self.number) if number], key=lambda at: self.keys[at])
        for stem, some in groupby(used, key=lambda at: self.keys[at].stem):
            forms = {self.keys[at].form: self.packed_pages(at) for at in some}
            own = forms.pop("", None) or packed_head(0)
            odd = [b"\x82" + cbor2.dumps(form) + pages for form, pages in forms.items()]
            content = own + packed_head(len(odd)) + b"".join(odd)
            for each in (stem, *others.get(stem, ())):
                yield each, LISTS_OF_3 + cbor2.dumps(each) + content

    def beside_all(self, days: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, bytes]]:
        """Words that stand in no text but only, alone, in the field "date"."""
        for day, pages in days.items():
            where = NOWHERE + packed((self.fields["date"], 0))
            places = b"".join([NUMBERS[step] + where for step in steps(pages)])
            yield day, LISTS_OF_3 + cbor2.dumps(day) + packed_head(len(pages)) + places + NOWHERE

    def packed_pages(self, key: int) -> bytes:
        """All pages of a key."""
        return packed_head(self.number[key]) + self.pages[key]


def marked(light: Iterable[tuple[int, int]]) -> Places:
    """Places with less weight, behind a mark for each weight."""
    found: Places = []
    for weight, some in groupby(sorted(light), key=lambda each: each[0]):
        found += (-1 - weight, *steps([place for _, place in some]))
    return found


def steps(places: Sequence[int]) -> tuple[int, ...]:
    """Places in order as steps, each from the one before."""
    return (*places[:1], *map(sub, places[1:], places))


def pieces(words: Iterable[tuple[str, bytes]]) -> Iterator[Chunk]:
    """Words in the order of the letters, cut into pieces of a good size."""
    some: list[tuple[str, bytes]] = []
    size = 0
    for word in words:
        some.append(word)
        size += len(word[1])
        if size >= CHUNK:
            yield chunk_of(some)
            some, size = [], 0
    if some:
        yield chunk_of(some)


def chunk_of(words: Sequence[tuple[str, bytes]]) -> Chunk:
    """A piece of an index."""
    content = b"\x81" + packed_head(len(words)) + b"".join([content for _, content in words])
    return Chunk(words[0][0], words[-1][0], content)


def bounded(found: list[Chunk]) -> list[Chunk]:
    """The pieces with their bounds as short as they tell two pieces apart: so a word's beginning finds it."""
    for at, (one, other) in enumerate(pairwise(found)):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(one.last, other.first, strict=False))
        length = len([*same]) + 1
        if one.last[:length] >= found[at].first:
            found[at] = found[at]._replace(last=one.last[:length])
        found[at + 1] = other._replace(first=other.first[:length])
    return found


# ── bytes ────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=65_536)
def packed(numbers: tuple[int, ...]) -> bytes:
    """A list of numbers."""
    return cbor2.dumps(numbers)


def packed_head(length: int) -> bytes:
    """What stands before the members of a list."""
    head = bytearray(cbor2.dumps(length))
    head[0] |= LIST
    return bytes(head)


class Table(dict[int, bytes]):
    """Something packed for each number that is asked for, made once."""

    def __init__(self, make: Callable[[int], bytes]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, number: int) -> bytes:
        made = self[number] = self.make(number)
        return made


NOWHERE = packed_head(0)  # an empty list
NUMBERS = Table(lambda number: LISTS_OF_3 + cbor2.dumps(number))  # the beginning of a page, by its distance
ALONE = Table(lambda place: packed((place,)) + NOWHERE)  # the rest of it where a word stands there once
