"""How a page is cited, in the three forms that reference managers read: BibTeX, RIS, CSL-JSON."""

import re
from typing import NamedTuple

import orjson

from chronicle.model import Meeting, PartialDate, Status
from chronicle.publish.dates import long_range
from chronicle.publish.edition import Edition
from chronicle.publish.inferred import DATE, PLACE, inferred
from chronicle.publish.labels import entitled, what_became

TEX = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
TEX_SIGN = re.compile(r"[&%$#_{}\\~^]")
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9:.-]+")


class Cited(NamedTuple):
    """What is told of a page that is cited. When it was published nobody notes, so that isn't told."""

    id: str
    title: str  # with the day, as people read it; "[planned]" or "[cancelled]" behind what wasn't held
    site: str
    publisher: str  # ""
    address: str
    date: PartialDate | None  # of what it tells of, if that was held, and no rule inferred it
    place: str  # likewise; ""
    note: str  # why it isn't to be cited as held on its date; ""
    language: str


class Citation(NamedTuple):
    """A citation in one form."""

    form: str
    text: str


def cited(meeting: Meeting, address: str, edition: Edition) -> Cited:
    """What is told of a meeting's page, which stands at an address."""
    config, views = edition.config, edition.views
    day = long_range(meeting.date, meeting.end_date, views.language) if meeting.date else ""
    held, guessed = meeting.status is Status.HELD, inferred(meeting, (*DATE, *PLACE))
    dated = "date" not in guessed and "end_date" not in guessed
    places = (("city", meeting.city), ("country", views.country(meeting.country).text))
    where = [name for field, name in places if name and field not in guessed] if held else []
    because = "" if dated else views.texts.gettext("No report states the date: a rule inferred it.")
    return Cited(
        id=meeting.id,
        title=", ".join(filter(None, (entitled(views.texts, meeting), day))),
        site=config.title_in(views.language),
        publisher=config.publisher or "",
        address=address,
        date=meeting.date if held and dated else None,
        place=", ".join(where),
        note=" ".join(filter(None, (what_became(views.texts, meeting.status), because))),
        language=views.language,
    )


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
        "note": tex(cited.note),
        "url": cited.address,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{NOT_IN_KEYS.sub('-', cited.id)},\n{''.join(lines)}}}\n"


def tex(text: str) -> str:
    """A text in which nothing is a command of TeX."""
    return TEX_SIGN.sub(lambda found: TEX[found[0]], text)  # translate() takes six times as long


def ris(cited: Cited) -> str:
    """A record as RIS has it, a line a field; it has none for where what a page tells of took place."""
    fields = (
        ("TY", "ELEC"),
        ("TI", cited.title),
        ("AU", cited.publisher),
        ("T2", cited.site),
        ("N1", cited.note),
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
    if cited.note:
        item["note"] = cited.note
    item |= {"language": cited.language, "URL": cited.address}
    lines = [f' "{name}": {orjson.dumps(value).decode()}' for name, value in item.items()]
    return "[{\n" + ",\n".join(lines) + "\n}]\n"
