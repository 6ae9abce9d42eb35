"""Pagefind's program: what it makes of words, and the files with which a browser searches.

It runs as a service beside us: requests go in, answers come out, each JSON in base64 with a comma behind it.
Its own Python interface sleeps a tenth of a second between two answers, so it isn't used.

It could make the whole index, but takes 13 seconds and 1.3 GB for ten thousand meetings. So it is shown
each word once, as if all words of a language were one text; from the index of that text we learn how each
word is written in an index: small, without its ending and marks, and in which parts.
"""

import base64
import contextlib
import gzip
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple, Self, cast

import cbor2
import orjson

from chronicle.search_words import FULL, Key, Use

SIGNATURE = b"pagefind_dcd"  # before all that Pagefind packs
ENTRY, META = "pagefind-entry.json", "pagefind.{}.pf_meta"
CHUNK_FILE = "index/{}.pf_index"
SCRIPTS = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
UNKNOWN = "unknown"  # the language whose words keep their endings
WITHOUT_BLANKS = {"zh", "ja", "th"}  # languages in whose texts Pagefind looks for words itself
NO_WORD = "·"  # a word that has no letters
WHOLE = 24  # Pagefind's weight of a word, which it takes for FULL when searching
LEVEL = 6  # of gzip's nine
MISSING = "Pagefind isn't there; it comes with the package 'pagefind[bin]'."

Message = dict[str, Any]


class Failed(Exception):
    """Raised when Pagefind gives no index; says why."""


class Learnt(NamedTuple):
    """What Pagefind knows of one language."""

    uses: tuple[tuple[Use, ...], ...]  # what each word is in an index
    entry: Message  # what the browser asks for first, for an index in this language
    scripts: Mapping[str, bytes]  # by path; the search program for the language's endings among them
    program: str | None  # the name of that; None for the one that all others have


def learnt(language: str, words: Sequence[str]) -> Learnt:
    """What Pagefind makes of the words of a language, each of which stands there once."""
    known_as = UNKNOWN if language.partition("-")[0] in WITHOUT_BLANKS else language
    record = {"url": "words/", "content": " ".join(map(harmless, words)), "language": known_as}
    with Service() as service:
        service.answers([{"type": "NewIndex"}])
        added, made = service.answers(
            [{"type": "AddRecord", **record, "meta": {}, "filters": {}, "sort": {}}, {"type": "GetFiles"}]
        )
    if words and added["page_word_count"] != len(words):
        raise Failed("Pagefind finds other words than there are.")
    files = {file["path"]: base64.b64decode(file["content"]) for file in made["files"]}
    entry = json.loads(files[ENTRY])
    about = entry["languages"][known_as]
    scripts = [*SCRIPTS, f"wasm.{about['wasm'] or UNKNOWN}.pagefind"]
    return Learnt(
        uses_in(files, about["hash"], len(words)),
        entry,
        {path: files[path] for path in scripts},
        about["wasm"],
    )


def harmless(word: str) -> str:
    """A word without what Pagefind takes for a mark of its own, or passes over."""
    return word.replace("\u200b", "").replace("___", "_") or NO_WORD


def uses_in(files: Mapping[str, bytes], meta: str, number: int) -> tuple[tuple[Use, ...], ...]:
    """What each of so many words is in the index of the text that has each of them once."""
    found: list[list[Use]] = [[] for _ in range(number)]
    for *_, name in unpacked(files[META.format(meta)])[2]:
        (words,) = unpacked(files[CHUNK_FILE.format(name)])
        for stem, own, others in words:
            for form, pages in (("", own), *others):
                for _, numbers, _ in pages:
                    for place, weight in places_of(numbers):
                        found[place].append(Use(Key(stem, form), weight))
    return tuple(map(tuple, found))


def places_of(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Places, each with its weight, of a list in which they are steps with marks where the weight changes."""
    weight, place = FULL, 0
    for number in numbers:
        if number < 0:
            weight, place = -1 - number, 0
        else:
            place += number
            yield place, FULL if weight == WHOLE else weight


def unpacked(content: bytes) -> Any:  # noqa: ANN401  Pagefind's lists of lists
    """What Pagefind packed."""
    return cbor2.loads(gzip.decompress(content).removeprefix(SIGNATURE))


def packed_text(text: bytes) -> bytes:
    """A text as Pagefind packs it."""
    return gzip.compress(SIGNATURE + text, LEVEL, mtime=0)


# ── the service ──────────────────────────────────────────────────────────────────────────────


class Service:
    """Pagefind while it runs: requests about one index go in, answers come out.

    Raises Failed where there is no Pagefind, or it says that something is wrong.
    """

    def __enter__(self) -> Self:
        pipe = subprocess.PIPE
        command = [str(program()), "--service"]
        self.running = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self.into, self.out = cast(IO[bytes], self.running.stdin), cast(IO[bytes], self.running.stdout)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.running.kill()
        self.running.communicate()

    def answers(self, requests: Sequence[Message]) -> list[Message]:
        """The answers to some requests, in their order."""
        sender = threading.Thread(target=self.send, args=(requests,), daemon=True)
        sender.start()  # who only writes, and who only reads, waits for ever
        try:
            return self.received(len(requests))
        except BaseException:
            self.running.kill()
            raise
        finally:
            sender.join()

    def send(self, requests: Sequence[Message]) -> None:
        """Write some requests; that Pagefind has ended shows in the answers."""
        with contextlib.suppress(OSError):
            for number, each in enumerate(requests):
                message = orjson.dumps(
                    {"message_id": number, "payload": {"index_id": 0, "config": None, **each}}
                )
                self.into.write(base64.b64encode(message) + b",")
            self.into.flush()

    def received(self, number: int) -> list[Message]:
        """As many answers."""
        found: list[Message] = []
        rest = b""
        while len(found) < number:
            read = os.read(self.out.fileno(), 1 << 20)
            if not read:
                raise Failed("Pagefind ended before it was done.")
            *answers, rest = (rest + read).split(b",")
            found += [orjson.loads(base64.b64decode(answer))["payload"] for answer in answers]
        wrong = next((answer["message"] for answer in found if answer["type"] == "Error"), None)
        if wrong is not None:
            raise Failed(f"Pagefind says '{wrong}'.")
        return found


def program() -> Path:
    """Pagefind's program, which comes with its Python package."""
    try:
        from pagefind.service import get_executable

        found = get_executable()
    except (ImportError, FileNotFoundError):
        found = None
    if found is None:
        raise Failed(MISSING)
    return found
