"""Where an article comes from: outlet, day of publication, who told the outlet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from chronicle.ingest import attribution, outlets, publication
from chronicle.ingest.page import Found, Page, page_of
from chronicle.ingest.publication import page_date as page_date  # noqa: PLC0414 - part of the contract
from chronicle.model import Article, ArticleId, Evidence, PartialDate, Source, WebAddress

Rule = Callable[[Page], Found | None]


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of an article, and what each of its fields rests on."""

    source: Source
    evidence: Mapping[str, Evidence]  # by field: "sources[0].outlet", …


def origin(article: Article) -> Origin:
    """The article's source; a field that nothing tells is None and has no evidence."""
    page = page_of(article)
    outlet = first(outlets.RULES, page)
    page = replace(page, outlet=outlet[0].value if outlet else None)
    found = {
        "outlet": outlet,
        "published": first(publication.RULES, page),
        "attribution": earliest(attribution.RULES, page),
    }
    values = {field: read[0].value for field, read in found.items() if read}
    day = values.get("published")
    return Origin(
        Source(
            article=ArticleId(article.id),
            outlet=values.get("outlet"),
            url=WebAddress(article.url) if article.url else None,
            published=PartialDate(day) if day else None,
            attribution=values.get("attribution"),
        ),
        MappingProxyType({f"sources[0].{field}": read[1] for field, read in found.items() if read}),
    )


def first(rules: Iterable[Rule], page: Page) -> tuple[Found, Evidence] | None:
    """What the first rule that finds anything finds, and the evidence for it."""
    for rule in rules:
        found = rule(page)
        if found is not None:
            return found, Evidence(found.basis, found.words, name_of(rule))
    return None


def earliest(rules: Iterable[Rule], page: Page) -> tuple[Found, Evidence] | None:
    """What stands first in the text of all that the rules find; of several at one place the first rule's."""
    every = (first((rule,), page) for rule in rules)
    return min((read for read in every if read), key=lambda read: read[0].place, default=None)


def name_of(rule: Rule) -> str:
    """The rule's name, for explaining: "publication.page_head"."""
    module = getattr(rule, "__module__", "").rpartition(".")[2]
    return f"{module}.{getattr(rule, '__name__', '')}"
