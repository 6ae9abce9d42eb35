"""ARROW 3: a chronicle to the pages of a site, planned but not yet rendered."""

from chronicle.problems import Problem, ProblemsFound
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages import PAGE_KINDS


def publish(edition: Edition) -> tuple[Page, ...]:
    """All pages of a site. Raises ProblemsFound where two want the same place."""
    pages = tuple(page for pages in PAGE_KINDS for page in pages(edition))
    by_path: dict[str, Page] = {}
    clashes = []
    for page in pages:
        if by_path.setdefault(page.path.casefold(), page) is not page:
            hint = "Rename one of the files that these pages are made of."
            clashes.append(Problem(f"site/{page.path}", None, "two pages want this place", hint))
    if clashes:
        raise ProblemsFound(clashes)
    return pages
