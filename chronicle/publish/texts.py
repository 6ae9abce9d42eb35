"""The words of a site's pages in a language: a gettext catalogue, templates/languages/<code>.po.

English is what templates and code say themselves. A text that code hands to a template is marked where
it stands by `told`, so that it is found for the catalogues, and translated when it is shown.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

from chronicle.lexicon.language import ENGLISH, is_right_to_left, name_of, number_told
from chronicle.problems import Unreadable

if TYPE_CHECKING:
    from babel.messages import Catalog

FOLDER = "languages/"
OPEN_END = re.compile(rb'(?:msg\w+(?:\[\d\])? *)?"(?:[^"\\]|\\.)*\Z')
PLACEHOLDER = re.compile(r"%\((\w+)\)")


@dataclass(frozen=True, slots=True)
class Texts:
    """One language: its words, and how it is written."""

    language: str = ENGLISH
    catalogue: NullTranslations = field(default_factory=NullTranslations)

    @property
    def direction(self) -> str:
        """As HTML's `dir` has it: "ltr" or "rtl"."""
        return "rtl" if is_right_to_left(self.language) else "ltr"

    @property
    def name(self) -> str:
        """What the language calls itself: "Azərbaycan"."""
        return name_of(self.language)

    def gettext(self, text: str) -> str:
        """A text in this language."""
        return self.catalogue.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, number: int) -> str:
        """A text for a number of things."""
        return self.catalogue.ngettext(one, many, number)

    def pgettext(self, context: str, text: str) -> str:
        """A text that means something else elsewhere."""
        return self.catalogue.pgettext(context, text)

    def number(self, number: float) -> str:
        """A number with the signs that the language puts between thousands."""
        return number_told(self.language, number)


IN_ENGLISH = Texts()


def told(text: str) -> str:
    """The text itself: marks a text for the catalogues that is translated when it is shown."""
    return text


def told_as(context: str, text: str) -> str:  # noqa: ARG001  it is for the catalogues
    """The text itself: the same for a text that means something else elsewhere."""
    return text


def catalogue_of(language: str, templates: Mapping[str, bytes]) -> str | None:
    """Which catalogue a language has its texts from: its own, or that of all who speak it; None for none.

    `templates` has what stands in their folder, catalogues among it.
    """
    names = (f"{FOLDER}{language}.po", f"{FOLDER}{language.partition('-')[0]}.po")
    return next((name for name in names if name in templates), None)


def texts_of(language: str, templates: Mapping[str, bytes]) -> Texts:
    """The texts of a language; English ones where it has no catalogue, or one with faults: see `faults`."""
    name = catalogue_of(language, templates)
    if name is None:
        return Texts(language)
    try:
        return Texts(language, compiled(templates[name], language))
    except Unreadable:
        return Texts(language)


@lru_cache(maxsize=16)
def compiled(written: bytes, language: str) -> NullTranslations:
    """A catalogue as people write it, ready for use. Raises Unreadable where it is no gettext catalogue."""
    from babel.messages.mofile import write_mo
    from babel.support import Translations

    file = io.BytesIO()
    write_mo(file, parsed(written, language))
    file.seek(0)
    try:
        made: NullTranslations = Translations(file)
    except ValueError as error:
        raise Unreadable(f"Plural-Forms isn't a rule of gettext's: {error}", "Take it from az.po.") from error
    return made


@lru_cache(maxsize=16)
def parsed(written: bytes, language: str) -> "Catalog":
    """A catalogue's messages. Raises Unreadable with the line that can't be read."""
    from babel.messages.pofile import PoFileError, read_po

    hint = "Compare with az.po, which came with the program, or run it through msgfmt --check."
    for number, line in enumerate(written.splitlines(), 1):
        if OPEN_END.match(line.strip()):
            raise Unreadable(f"a text has no end: {line.decode(errors='replace')[:60]!r}", hint, number)
    try:
        return read_po(io.BytesIO(written), locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        what = f"{str(error).rpartition(' on ')[0][:1].lower()}{str(error).rpartition(' on ')[0][1:]}"
        raise Unreadable(f"{what}: {error.line[:60]!r}", hint, error.lineno + 1) from error
    except UnicodeDecodeError as error:
        raise Unreadable("this isn't UTF-8", "Save the file as UTF-8.") from error
    except (ValueError, LookupError, SyntaxError) as error:
        raise Unreadable(f"this is no gettext catalogue: {error}", hint) from error


def faults(written: bytes, language: str) -> list[tuple[int | None, str, str]]:
    """What is wrong with a catalogue: the line, what it is, what to do."""
    try:
        compiled(written, language)
    except Unreadable as unreadable:
        return [(unreadable.line, unreadable.what, unreadable.hint)]
    found = []
    for message in parsed(written, language):
        ids = several(message.id)
        for told_so in several(message.string) if message.id and not message.fuzzy else ():
            wrong = misplaced(ids, told_so)
            if wrong:
                hint = f"Write the names in %(…)s as in {ids[-1][:60]!r}, and a percent sign as %%."
                found.append((message.lineno, wrong, hint))
    return found


def several(texts: str | Sequence[str] | None) -> Sequence[str]:
    """A message's texts: one, or one for each number."""
    return (texts,) if isinstance(texts, str) else texts or ()


def misplaced(ids: Sequence[str], translated: str) -> str:
    """What is wrong with the placeholders of a translation; "" for nothing."""
    known = {name for text in ids for name in PLACEHOLDER.findall(text)}
    try:
        translated % dict.fromkeys(known, "")
    except KeyError as error:
        return f"{translated[:60]!r} has a placeholder {error} that the text hasn't"
    except (ValueError, TypeError):
        return f"{translated[:60]!r} has a percent sign that begins no placeholder"
    return ""
