"""New and changed articles → drafts of entries; unchanged ones aren't even parsed.

The readers are imported when there is something to read: most builds of a large chronicle have no new
article, and needn't wait for them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from typing import NamedTuple

from chronicle.digests import digest, packed
from chronicle.model import Article
from chronicle.ownership import Fresh
from chronicle.parallel import spread
from chronicle.problems import Problem, ProblemsFound, Unreadable
from chronicle.store import Line

AT_ONCE = 400  # files between two reports of progress
OF_SEVERAL = "#"  # in the name of an article that shares its file with others

Advance = Callable[[int, int], None]  # how many are done, of how many


class Intake(NamedTuple):
    """What the articles folder holds."""

    fresh: tuple[Fresh, ...]  # articles to make entries of
    present: frozenset[str]  # all articles that are there, and the files with several
    problems: tuple[Problem, ...]


def taken_in(
    files: Mapping[str, bytes],
    *,
    closed: Mapping[str, Problem],
    folder: str,
    ledger: Mapping[str, Line],
    advance: Advance,
    jobs: int,
) -> Intake:
    """Read the articles of which the ledger doesn't know, or knows another text.

    `files` holds them by path below `folder`, as messages name it; `closed`, those that can't be opened.
    """
    digests = {name: short_digest(content.replace(b"\r\n", b"\n")) for name, content in files.items()}
    unchanged = {
        name for name, of_file in digests.items() if name in ledger and ledger[name].digest == of_file
    }
    still = unchanged | closed.keys()
    present = {line for line in ledger if line.partition(OF_SEVERAL)[0] in still}
    changed = [name for name in files if name not in unchanged]
    fresh: list[Fresh] = []
    problems = list(closed.values())
    reader = Reader(folder, ledger) if changed else None

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
    is_new = [
        each for each in fresh if each.article not in ledger or ledger[each.article].digest != each.digest
    ]
    return Intake(tuple(is_new), frozenset(present), tuple(problems))


def number_of_articles(names: Iterable[str]) -> int:
    """How many articles there are, the files that hold several not counted."""
    names = set(names)
    return len(names - {name.partition(OF_SEVERAL)[0] for name in names if OF_SEVERAL in name})


class Reader:
    """Reads files of articles; made once, before the work is spread, since its words take time to load."""

    def __init__(self, folder: str, ledger: Mapping[str, Line]) -> None:
        from chronicle import ingest
        from chronicle.ingest import formats
        from chronicle.lexicon import load_lexicon

        self.folder, self.ledger = folder, ledger
        self.read, self.ingest, self.words = formats.read, ingest.ingest, load_lexicon()

    def file(self, name: str, content: bytes, of_file: str) -> tuple[list[Fresh], tuple[Problem, ...]]:
        """The articles of one file, read and understood, or what is wrong with it."""
        try:
            articles = self.read(name, content)
        except Unreadable as error:
            return [], (Problem(f"{self.folder}/{name}", error.line, error.what, error.hint),)
        except ProblemsFound as error:
            return [], tuple(
                replace(problem, path=f"{self.folder}/{problem.path}") for problem in error.problems
            )
        if [article.id for article in articles] == [name]:
            return [self.fresh(articles[0], of_file)], ()
        made = [Fresh(name, of_file, (), f"a file of {len(articles)} articles")]
        for article in articles:
            of_article = short_digest(packed(astuple(article)))
            known = self.ledger.get(article.id)
            if known and known.digest == of_article:
                made.append(Fresh(article.id, of_article, (), known.reason))
            else:
                made.append(self.fresh(article, of_article))
        return made, ()

    def fresh(self, article: Article, of_article: str) -> Fresh:
        """An article's drafts."""
        reading = self.ingest(article, self.words)
        # A process sends back plain mappings, not views of them.
        drafts = [replace(draft, evidence=dict(draft.evidence or {}) or None) for draft in reading.entries]
        if drafts and reading.review:  # a doubt about the whole article is seen with its first entry
            drafts[0] = replace(drafts[0], review=tuple(dict.fromkeys((*drafts[0].review, *reading.review))))
        return Fresh(article.id, of_article, tuple(drafts), reading.reason or "; ".join(reading.review))


def short_digest(content: bytes) -> str:
    """What tells one text from another, short enough to read."""
    return digest(content).hex()[:16]
