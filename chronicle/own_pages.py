"""content/pages/*.md to the owner's own pages, in each of a site's languages, and what is wrong with them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from chronicle.fields import ID, Complaints, composed, record_reader
from chronicle.lexicon.language import is_language
from chronicle.problems import Problem
from chronicle.record import FRONT_MATTER
from chronicle.slug import slug

ENDING = ".md"
ABOUT = "about"  # is part of a page of ours
HEADING = re.compile(r"\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")
LAST = 10**9  # where a page stands in the list that doesn't say it


class OwnPage(NamedTuple):
    """A page of the owner's."""

    name: str  # its address: /<name>/
    title: str  # in lists of links
    heading: str
    text: str  # Markdown


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter of a page may say."""

    title: str | None = None
    order: str | None = None  # a whole number; pages without one come last


class Written(NamedTuple):
    """A page as it is written."""

    page: OwnPage
    order: int


READ = record_reader(Head, Head)


def own_pages(pages: Mapping[str, bytes], language: str) -> tuple[OwnPage, ...]:
    """The pages in a language, each in the site's first one where it isn't translated; by order and title.

    `pages` are the files of content/pages, by name; those with problems are left out.
    """
    made = []
    for name in names_of(pages):
        file = f"{name}.{language}{ENDING}"
        file = file if file in pages else name + ENDING
        written, _ = read_page(file, name, pages[file])
        made += [written] if written else []
    made.sort(key=lambda each: (each.order, each.page.title.casefold(), each.page.name))
    return tuple([each.page for each in made])


def names_of(pages: Collection[str]) -> Iterator[str]:
    """The addresses of the pages, each once."""
    for file in pages:
        name = file.removesuffix(ENDING)
        if file.endswith(ENDING) and name != ABOUT and ID.fullmatch(name):
            yield name


def problems_of(pages: Mapping[str, bytes], folder: str) -> Iterator[Problem]:
    """What is wrong with the pages; `folder` is how messages name where they are."""
    for file, content in pages.items():
        if not file.endswith(ENDING):
            continue
        name, _, language = file.removesuffix(ENDING).partition(".")
        if not ID.fullmatch(name):
            hint = f"A page's file has small letters, digits and hyphens: '{slug(name)}{ENDING}'."
            yield Problem(f"{folder}/{file}", None, "this name is not fit for an address", hint)
        elif language and not is_language(language):
            hint = "Write name.az.md for the page name.md in Azerbaijani."
            yield Problem(f"{folder}/{file}", None, f"{language!r} is not the code of a language", hint)
        elif language and name != ABOUT and name + ENDING not in pages:
            hint = f"Write {name}{ENDING} in the site's first language, too."
            yield Problem(f"{folder}/{file}", None, "there is no page that this translates", hint)
        elif name != ABOUT:
            yield from read_page(f"{folder}/{file}", name, content)[1]


def read_page(path: str, name: str, content: bytes) -> tuple[Written | None, list[Problem]]:
    """A page in a file's text, or what is wrong with it."""
    text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    complaints = Complaints(path, 2, ())
    found = FRONT_MATTER.match(text)
    if text.startswith("---\n") and not found:
        complaints.add(1, "", "the front matter isn't closed", "Close it with a line '---'.")
    front = (found.group(1) or "").strip() if found else ""
    node = composed(front, complaints) if front else None
    head = (READ(node, "", complaints) if node else None) or Head()
    if head.order is not None and not head.order.isdecimal():
        complaints.add(2, "order", f"is {head.order!r}: not a whole number", "Write 1, 2, 3 …")
    if complaints.problems:
        return None, complaints.problems
    body = text[found.end() :] if found else text
    heading = HEADING.match(body)
    told = heading.group(1) if heading else head.title or name.replace("-", " ").capitalize()
    page = OwnPage(name, head.title or told, told, body[heading.end() :] if heading else body)
    return Written(page, int(head.order) if head.order else LAST), []
