"""ARROW 3: a chronicle to the pages of a site, planned but not yet rendered."""

from chronicle.problems import Problem, ProblemsFound
from chronicle.publish.beside import FILES_BESIDE
from chronicle.publish.edition import Edition
from chronicle.publish.page import Made, Page
from chronicle.publish.pages import PAGE_KINDS, own


def publish(*editions: Edition) -> tuple[Page | Made, ...]:
    """All pages of a site in each of its languages, and the files beside the pages of lists.

    Raises ProblemsFound where two want the same place.
    """
    pieces: list[Page | Made] = []
    for edition in editions:
        planned = [page for pages in PAGE_KINDS for page in pages(edition)]
        pieces += [page._replace(prefix=edition.prefix) for page in planned] if edition.prefix else planned
    pieces += [made for files in FILES_BESIDE for made in files(editions[0])]
    by_place: dict[str, Page | Made] = {}
    clashes = []
    for piece in pieces:
        first = by_place.setdefault(piece.place.casefold(), piece)
        if first is not piece:
            hint = hint_of(first, piece)
            clashes.append(Problem(f"site/{piece.place}", None, "two pages want this place", hint))
    if clashes:
        raise ProblemsFound(clashes)
    return tuple(pieces)


def hint_of(*wanting: Page | Made) -> str:
    """What to do where two pages want one place: the owner's own is most easily moved."""
    for page in wanting:
        if isinstance(page, Page) and page.template == own.TEMPLATE:
            return f"Rename your own page {own.name_of(page)}.md in content/pages."
    return "Rename one of the files that these pages are made of."
