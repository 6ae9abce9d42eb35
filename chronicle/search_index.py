"""The search index of a site: records to the files that Pagefind's search in the browser reads.

Pagefind runs as a service beside us: requests go in, answers come out, each JSON in base64 with a comma
behind it. Its own Python interface sleeps a tenth of a second between two answers, so it isn't used.
Each record has a file of its own, a fragment, named after what is in it; those of the last index are kept.
"""

import base64
import contextlib
import gzip
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha1
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple, Self, cast

import cbor2
import orjson

from chronicle.config import Part
from chronicle.digests import digest
from chronicle.manifest import Placed, marks
from chronicle.publish.edition import Edition
from chronicle.publish.page import File, Kept
from chronicle.publish.render import Html
from chronicle.publish.search import Record, records
from chronicle.publish.write import Staging, beside

FOLDER = "pagefind/"  # below the site's root
ENTRY = f"{FOLDER}pagefind-entry.json"  # what the browser asks for first; bears the index's key
FRAGMENT, CHUNK = "fragment/{}.pf_fragment", "index/{}.pf_index"
FILTER, META = "filter/{}.pf_filter", "pagefind.{}.pf_meta"
ATTEMPTS, PAUSE = 1000, 0.01  # seconds
SHORT = 7  # letters of a digest in the name of a fragment
SHAPE = b"index 1"  # to be counted up whenever the index is made otherwise of the same records
SIGNATURE = b"pagefind_dcd"  # before all that Pagefind packs
SCRIPTS = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
MISSING = "Pagefind isn't there; it comes with the package 'pagefind[bin]'."

Message = dict[str, Any]


class Index(NamedTuple):
    """The files of an index."""

    files: tuple[File | Kept, ...]
    note: str = ""  # why there are none
    behind: bool = False  # whether they are those of an older site

    @property
    def notes(self) -> tuple[str, ...]:
        """The same for a list of notes."""
        return (self.note,) if self.note else ()


class Failed(Exception):
    """Raised when Pagefind gives no index; says why."""


def searched(editions: Sequence[Edition], html: Html, staging: Staging, *, searchable: bool) -> Index:
    """The search index of a site; the one that the last build left, unless it is to be `searchable` now."""
    if not editions[0].has(Part.SEARCH):
        return Index(())
    if not searchable:
        return kept(staging.output, staging.known)
    found = [record for edition in editions for record in records(edition, html)]
    return index_of(found, staging.output, staging.known)


def index_of(found: Sequence[Record], output: Path, known: Mapping[str, Placed]) -> Index:
    """The index of some records; `known` has what the last build left in `output`.

    What can't be made is missing, with a note: a site is worth having without search.
    """
    if not found:
        return Index(())
    folder = beside(output, "search")
    shutil.rmtree(folder, ignore_errors=True)  # of a build that was killed
    key = digest(SHAPE, *[orjson.dumps(tuple(record)) for record in found]).hex()
    there, whole = untouched(output, known)
    if whole and ENTRY in there and known[ENTRY].key == key:
        return Index(tuple([Kept(path) for path in sorted(there)]))
    try:
        made = made_by_pagefind(found, folder, there)
        return Index(tuple([bearing(file, key) for file in made]))
    except (Failed, OSError, ValueError, LookupError, cbor2.CBORError) as error:
        return Index((), f"the site has no search: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def bearing(file: File | Kept, key: str) -> File | Kept:
    """A file of an index; the first one bears the index's key."""
    return file._replace(key=key) if isinstance(file, File) and file.place == ENTRY else file


def kept(output: Path, known: Mapping[str, Placed]) -> Index:
    """The index that the last build left, whatever it is of."""
    return Index(tuple([Kept(path) for path in sorted(untouched(output, known)[0])]), behind=True)


def untouched(output: Path, known: Mapping[str, Placed]) -> tuple[set[str], bool]:
    """The files of the last index that nobody has touched, and whether that is all that there were."""
    left = {path: placed[3:] for path, placed in known.items() if path.startswith(FOLDER)}
    found = {FOLDER + path: mark for path, mark in marks(output / FOLDER).items()}
    same = {path for path, mark in left.items() if found.get(path) == mark}
    return same, len(same) == len(left)


def made_by_pagefind(found: Sequence[Record], folder: Path, there: AbstractSet[str]) -> list[File | Kept]:
    """All files of an index, made in an empty folder; the fragments among `there` stay where they are."""
    with Service() as service:
        service.answers([{"type": "NewIndex"}])
        answers = service.answers([request(record) for record in found])
        ours = fragments(found, answers)
        (folder / "fragment").mkdir(parents=True)
        for path in ours:  # Pagefind makes no fragment that has a file
            (folder / path).touch()
        service.answers([{"type": "WriteFiles", "output_path": str(folder)}])
        files: list[File | Kept] = []
        for path in needed(folder):
            if path in ours:
                kept = FOLDER + path in there
                files.append(Kept(FOLDER + path) if kept else File(FOLDER + path, packed_text(ours[path])))
            else:
                files.append(File(FOLDER + path, written(folder / path)))
    return files


def request(record: Record) -> Message:
    """A record as Pagefind wants it. What is in `meta` is searched, too, and never shown in an excerpt."""
    return {
        "type": "AddRecord",
        "url": record.url,
        "content": record.content,
        "language": record.language.lower(),
        "meta": meta_of(record),
        "filters": dict(record.filters),
        "sort": {"date": record.order},
    }


def meta_of(record: Record) -> dict[str, str]:
    """What a record has besides its content, sorted. What a page is about weighs more than a mention."""
    about, names = ("", record.names) if record.is_meeting else (f"{record.title} {record.names}", "")
    meta = {"about": about, "date": record.date, "names": names, "title": record.title, "where": record.where}
    return {name: text for name, text in meta.items() if text}


def fragments(indexed: Sequence[Record], answers: Sequence[Message]) -> dict[str, bytes]:
    """What the browser shows of each record, by the file in which Pagefind would put it.

    Packing them is half of Pagefind's work, and takes us a tenth of the time. A fragment's file is named
    after its content; where we are wrong about a name, Pagefind has made the file, and it is taken.
    """
    found: dict[str, bytes] = {}
    several: set[str] = set()
    for record, answer in zip(indexed, answers, strict=True):
        text = orjson.dumps(
            {
                "url": record.url,
                "content": " ".join(record.content.split()),
                "word_count": answer["page_word_count"],
                "filters": dict(record.filters),
                "meta": meta_of(record),
                "anchors": [],
            }
        )
        mark = "".join([f"{byte:x}" for byte in sha1(text, usedforsecurity=False).digest()])[:SHORT]
        path = FRAGMENT.format(f"{record.language.lower()}_{mark}")
        several |= {path} & found.keys()  # Pagefind gives one of them a longer name
        found[path] = text
    return {path: text for path, text in found.items() if path not in several}


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


# ── the files ────────────────────────────────────────────────────────────────────────────────


def needed(folder: Path) -> Iterator[str]:
    """The files of an index that our search page asks for, once they are put in order."""
    entry = json.loads(written(folder / "pagefind-entry.json"))
    languages = dict(sorted(entry["languages"].items()))
    yield from SCRIPTS
    for language, about in languages.items():
        if about["wasm"]:
            yield f"wasm.{about['wasm']}.pagefind"
        yield from of_language(folder, language, about)
    (folder / "pagefind-entry.json").write_bytes(orjson.dumps(entry | {"languages": languages}))
    yield "pagefind-entry.json"


def of_language(folder: Path, language: str, about: dict[str, Any]) -> Iterator[str]:
    """The files of one language; the name of the first one goes into `about`.

    Filters and kinds of order come from Pagefind in an order that changes from run to run: here they are
    sorted, and so named anew, so that the same records give the same bytes.
    """
    meta = unpacked(written(folder / META.format(about["hash"])))
    _, pages, chunks, filters, orders, *_ = meta
    named = []
    for name, mark in sorted(filters):
        _, values = unpacked(written(folder / FILTER.format(mark)))
        content = packed([name, sorted(values)])
        named.append([name, name_of(language, content)])
        (folder / FILTER.format(named[-1][1])).write_bytes(content)
        yield FILTER.format(named[-1][1])
    paths = [FRAGMENT.format(page[0]) for page in pages] + [CHUNK.format(chunk[2]) for chunk in chunks]
    yield from dict.fromkeys(paths)
    content = packed([*meta[:3], named, sorted(orders), *meta[5:]])
    about["hash"] = name_of(language, content)
    (folder / META.format(about["hash"])).write_bytes(content)
    yield META.format(about["hash"])


def written(path: Path) -> bytes:
    """What Pagefind writes into a file: it says so a moment before. A file comes in one piece."""
    for _ in range(ATTEMPTS):
        content = path.read_bytes()
        if content:
            return content
        time.sleep(PAUSE)
    raise Failed(f"Pagefind left {path.name} empty.")


def unpacked(content: bytes) -> Any:  # noqa: ANN401  Pagefind's lists of lists
    """What Pagefind packed."""
    return cbor2.loads(gzip.decompress(content).removeprefix(SIGNATURE))


def packed(values: object) -> bytes:
    """Lists of lists as Pagefind packs them."""
    return packed_text(cbor2.dumps(values))


def packed_text(text: bytes) -> bytes:
    """A text as Pagefind packs it."""
    return gzip.compress(SIGNATURE + text, mtime=0)


def name_of(language: str, content: bytes) -> str:
    """What a file is called, by its content: a browser may keep it for ever."""
    return f"{language}_{digest(content).hex()[:10]}"
