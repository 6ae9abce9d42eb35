"""How a page is cited, in the three forms that reference managers read: BibTeX, RIS, CSL-JSON."""

import re
from typing import NamedTuple

import orjson

from chronicle.model import PartialDate

TEX = {ord(sign): f"\\{sign}" for sign in "&%$#_{}"} | {
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:.-]+")


class Cited(NamedTuple):
    """What is told of a page that is cited. When it was published nobody notes, so that isn't told."""

    id: str
    title: str  # with the day, as people read it
    site: str
    publisher: str  # ""
    address: str
    date: PartialDate | None  # of what it tells of
    place: str  # ""
    language: str


class Citation(NamedTuple):
    """A citation in one form."""

    form: str
    text: str


def citations(cited: Cited) -> tuple[Citation, ...]:
    """A page's citation in each of the forms."""
    return (
        Citation("BibTeX", bibtex(cited)),
        Citation("RIS", ris(cited)),
        Citation("CSL-JSON", csl(cited)),
    )


def bibtex(cited: Cited) -> str:
    """A record for BibTeX and BibLaTeX; the second braces keep capitals."""
    fields = {
        "title": f"{{{tex(cited.title)}}}",
        "author": f"{{{tex(cited.publisher)}}}" if cited.publisher else "",
        "howpublished": tex(cited.site),
        "eventdate": cited.date or "",
        "venue": tex(cited.place),
        "url": cited.address,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{NOT_IN_KEYS.sub('-', cited.id)},\n{''.join(lines)}}}\n"


def tex(text: str) -> str:
    """A text in which nothing is a command of TeX."""
    return text.translate(TEX)


def ris(cited: Cited) -> str:
    """A record as RIS has it, a line a field."""
    fields = (
        ("TY", "ELEC"),
        ("TI", cited.title),
        ("AU", cited.publisher),
        ("T2", cited.site),
        ("CY", cited.place),
        ("LA", cited.language),
        ("UR", cited.address),
    )
    return "".join([f"{tag}  - {value}\n" for tag, value in fields if value]) + "ER  -\n"


def csl(cited: Cited) -> str:
    """A list of one item of CSL-JSON."""
    item: dict[str, object] = {"id": cited.id, "type": "webpage", "title": cited.title}
    item["container-title"] = cited.site
    if cited.publisher:
        item["author"] = [{"literal": cited.publisher}]
    if cited.date:
        item["event-date"] = {"date-parts": [[int(part) for part in cited.date.split("-")]]}
    if cited.place:
        item["event-place"] = cited.place
    item |= {"language": cited.language, "URL": cited.address}
    lines = [f" {plain(name)}: {plain(value)}" for name, value in item.items()]
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def plain(value: object) -> str:
    """A value as JSON."""
    return orjson.dumps(value).decode()
