"""The words of a site's pages in a language: a gettext catalogue, templates/languages/<code>.po.

English is what templates and code say themselves. A text that code hands to a template is marked where
it stands by `told`, so that it is found for the catalogues, and translated when it is shown.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import NullTranslations

from chronicle.lexicon.language import ENGLISH, is_right_to_left, name_of, number_told

FOLDER = "languages/"


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
        """What the language calls itself: "azərbaycan"."""
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


def texts_of(language: str, templates: Mapping[str, bytes]) -> Texts:
    """The texts of a language; `templates` has what stands in their folder, catalogues among it.

    Raises ValueError for a catalogue that is no gettext catalogue.
    """
    code = language if f"{FOLDER}{language}.po" in templates else language.partition("-")[0]
    written = templates.get(f"{FOLDER}{code}.po")
    return Texts(language, compiled(written)) if written else Texts(language)


def compiled(written: bytes) -> NullTranslations:
    """A catalogue as people write it, ready for use."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    file = io.BytesIO()
    write_mo(file, read_po(io.BytesIO(written), abort_invalid=True))
    file.seek(0)
    made: NullTranslations = Translations(file)
    return made
