"""New and changed articles → drafts of entries; unchanged ones aren't even parsed.

The readers are imported when there is something to read: most builds of a large chronicle have no new
article, and needn't wait for them.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from typing import NamedTuple, TypeVar

from chronicle.digests import digest, packed
from chronicle.evidence import with_values
from chronicle.lexicon.topics import Topics
from chronicle.model import Article
from chronicle.ownership import Fresh
from chronicle.parallel import spread
from chronicle.problems import Problem, ProblemsFound, Unreadable
from chronicle.store import OF_SEVERAL, Line

T = TypeVar("T")
AT_ONCE = 400  # files between two reports of progress
SUFFIXES = frozenset(  # those of the formats, told here so that nothing is loaded to look at names
    ".txt .text .md .markdown .html .htm .xhtml .eml .mht .mhtml .jsonl .ndjson".split()
)
PAGES, OF_PAGES = frozenset({".html", ".htm", ".xhtml"}), frozenset({".css", ".js"})
NOT_READ = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".rtf": "RTF", ".odt": "OpenDocument"}
SUFFIX = re.compile(r"\.(?=\d*[a-z])[a-z0-9]{1,8}$", re.IGNORECASE)  # "U.S. visit", "2019.11.07" have none
PAGE_FOLDER = re.compile(  # what browsers of several languages put beside a page saved "complete"
    r"(.+)(?:[_.-]files|_file|_fichiers|-Dateien|_archivos|_arquivos|_ficheiros|_bestanden|-filer|_pliki"
    r"|_dosyalar)",
    re.IGNORECASE,
)

Advance = Callable[[int, int], None]  # how many are done, of how many


class Intake(NamedTuple):
    """What the articles folder holds."""

    fresh: tuple[Fresh, ...]  # articles to make entries of
    present: frozenset[str]  # all articles that are there, and the files with several
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()  # what a person should know


def taken_in(
    files: Mapping[str, bytes],
    *,
    closed: Mapping[str, Problem],
    folder: str,
    ledger: Mapping[str, Line],
    topics: Topics | None = None,
    advance: Advance,
    jobs: int,
) -> Intake:
    """Read the articles of which the ledger doesn't know, or knows another text.

    `files` holds them by path below `folder`, as messages name it; `closed`, those that can't be opened.
    """
    left_out = no_articles({*files, *closed})
    closed = left_of({**closed, **not_read({*files, *closed}, folder)}, left_out)
    files = left_of(files, left_out | closed.keys())
    digests = {name: short_digest(content.replace(b"\r\n", b"\n")) for name, content in files.items()}
    unchanged = {
        name for name, of_file in digests.items() if name in ledger and ledger[name].digest == of_file
    }
    still = unchanged | closed.keys()
    present = {line for line in ledger if line.partition(OF_SEVERAL)[0] in still}
    changed = [name for name in files if name not in unchanged]
    fresh, problems = list[Fresh](), list(closed.values())
    reader = Reader(folder, ledger, topics) if changed else None

    def read(names: Sequence[str]) -> list[tuple[list[Fresh], tuple[Problem, ...]]]:
        return [reader.file(name, files[name], digests[name]) for name in names] if reader else []

    for start in range(0, len(changed), AT_ONCE):
        some = changed[start : start + AT_ONCE]
        for name, (articles, wrong) in zip(some, spread(read, some, jobs=jobs), strict=True):
            fresh += articles
            problems += wrong
            present |= {article.article for article in articles}
            if wrong:  # what it told before still holds
                present |= {line for line in ledger if line.partition(OF_SEVERAL)[0] == name}
        advance(min(start + AT_ONCE, len(changed)), len(changed))
    return Intake(only_new(fresh, ledger), frozenset(present), tuple(problems), notes_of(left_out, folder))


def only_new(fresh: Iterable[Fresh], ledger: Mapping[str, Line]) -> tuple[Fresh, ...]:
    """The articles that the ledger doesn't know as they are."""
    return tuple(
        each for each in fresh if each.article not in ledger or ledger[each.article].digest != each.digest
    )


def left_of(several: Mapping[str, T], without: Collection[str]) -> dict[str, T]:
    """What is said of the files but for some."""
    return {name: each for name, each in several.items() if name not in without}


def no_articles(names: Collection[str]) -> set[str]:
    """The files that are no articles by their names: other kinds, and what belongs to saved pages."""
    of_pages = folders_of_pages(names)
    known = SUFFIXES | NOT_READ.keys() | {""}
    return {
        name for name in names if suffix_of(name) not in known or not of_pages.isdisjoint(folders_above(name))
    }


def folders_of_pages(names: Collection[str]) -> set[str]:
    """The folders of what saved pages need: the page stands beside, or style sheets and scripts are inside.

    Another folder may be called "press_files" and hold articles.
    """
    pages = {name.rpartition(".")[0] for name in names if suffix_of(name) in PAGES}
    found = set()
    for name in names:
        for folder in folders_above(name):
            match = PAGE_FOLDER.fullmatch(folder)
            if match and (match[1] in pages or suffix_of(name) in OF_PAGES):
                found.add(folder)
    return found


def folders_above(name: str) -> list[str]:
    """As in "2019" and "2019/talks_files" of "2019/talks_files/style.css"."""
    return [name[:at] for at, character in enumerate(name) if character == "/"]


def suffix_of(name: str) -> str:
    """The ending of a file's name, lower case, with the dot; "" where it has none."""
    match = SUFFIX.search(name)
    return match[0].lower() if match else ""


def not_read(names: Iterable[str], folder: str) -> dict[str, Problem]:
    """What is wrong with the files that may well hold an article, but in a form that isn't read."""
    hint = "Save the article as text or HTML."
    return {
        name: Problem(f"{folder}/{name}", None, f"{NOT_READ[suffix_of(name)]} isn't read", hint)
        for name in names
        if suffix_of(name) in NOT_READ
    }


def notes_of(left_out: Collection[str], folder: str) -> tuple[str, ...]:
    """A sentence on the files that were left out; none where there are none."""
    if not left_out:
        return ()
    kinds = ", ".join(sorted({suffix_of(name) or "without suffix" for name in left_out}))
    files = "1 file is" if len(left_out) == 1 else f"{len(left_out):,} files are"
    return (f"{files} no article and left out of {folder} ({kinds}).",)


def number_of_articles(names: Iterable[str]) -> int:
    """How many articles there are, the files that hold several not counted."""
    names = set(names)
    return len(names - {name.partition(OF_SEVERAL)[0] for name in names if OF_SEVERAL in name})


class Reader:
    """Reads files of articles; made once, before the work is spread, since its words take time to load."""

    def __init__(self, folder: str, ledger: Mapping[str, Line], topics: Topics | None = None) -> None:
        from chronicle import ingest
        from chronicle.ingest import formats
        from chronicle.lexicon import load_lexicon, with_topics

        self.folder, self.ledger = folder, ledger
        self.formats, self.ingest = formats, ingest.ingest
        self.words = with_topics(load_lexicon(), topics)

    def file(self, name: str, content: bytes, of_file: str) -> tuple[list[Fresh], tuple[Problem, ...]]:
        """The articles of one file, read and understood, or what is wrong with it."""
        try:
            articles = self.formats.read(name, content)
            doubt = self.formats.doubt(name, content)
        except Unreadable as error:
            return [], (Problem(f"{self.folder}/{name}", error.line, error.what, error.hint),)
        except ProblemsFound as error:
            return [], tuple(
                replace(problem, path=f"{self.folder}/{problem.path}") for problem in error.problems
            )
        if [article.id for article in articles] == [name]:
            return [self.fresh(articles[0], of_file, doubt)], ()
        made = [Fresh(name, of_file, (), f"a file of {len(articles)} articles")]
        for article in articles:
            of_article = short_digest(packed(astuple(article)))
            known = self.ledger.get(article.id)
            if known and known.digest == of_article:
                made.append(Fresh(article.id, of_article, (), known.reason, known.outlet, known.published))
            else:
                made.append(self.fresh(article, of_article, doubt))
        return made, ()

    def fresh(self, article: Article, of_article: str, doubt: str | None) -> Fresh:
        """An article's drafts; `doubt` is about the letters of its file."""
        reading = self.ingest(article, self.words)
        doubts = () if doubt is None or article.text.isascii() else (doubt,)
        review = (*doubts, *reading.review)
        # A process sends back plain mappings, not views of them.
        drafts = [
            replace(draft, evidence=with_values(draft.evidence or {}, draft) or None)
            for draft in reading.entries
        ]
        if drafts and review:  # a doubt about the whole article is seen with its first entry
            drafts[0] = replace(drafts[0], review=tuple(dict.fromkeys((*drafts[0].review, *review))))
        reasons = (reading.reason, *doubts) if reading.reason else review
        told = (reading.source.outlet or "", reading.source.published or "")
        return Fresh(article.id, of_article, tuple(drafts), "; ".join(reasons), *told)


def short_digest(content: bytes) -> str:
    """What tells one text from another, short enough to read."""
    return digest(content).hex()[:16]
