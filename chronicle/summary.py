"""What a build found and did, for whoever tells it."""

from dataclasses import dataclass

from chronicle.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build found and did; what it did is nothing where nothing had changed."""

    articles: int  # all that there are
    entries: int  # all that there are
    review: int  # of them ask for review
    files: int  # of the site
    fresh: int = 0  # articles that were new or changed, and so read
    written: int = 0  # entries
    removed: int = 0  # entries
    changed: int = 0  # files of the site that were written
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()  # of articles that were left out
    behind: bool = False  # whether the search index is still that of an older site
