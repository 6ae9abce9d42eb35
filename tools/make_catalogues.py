"""Brings the catalogues of the site's texts up to date: templates/languages/*.po. `make texts` calls it.

    python tools/make_catalogues.py            all catalogues
    python tools/make_catalogues.py fr         these; one that isn't there is begun
    python tools/make_catalogues.py --check    changes nothing; says what is out of date, and exits with 1

Texts are what templates say in _("…"), ngettext and {% trans %}, what chronicle/publish marks with `told`,
the names of topics, of vanished states and of the sets of reports by which the reading is measured.
Translations are kept. One whose text was changed a little stays as a proposal, marked "fuzzy", and isn't
shown before a person has taken the mark away. What is left to translate is listed.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # before the imports below: the package isn't installed

from chronicle.lexicon.states import load_vanished  # noqa: E402
from chronicle.lexicon.topics import load_topics  # noqa: E402
from chronicle.lexicon.words import load_accuracy  # noqa: E402

LANGUAGES = ROOT / "templates" / "languages"
OWN = ROOT / "content" / "templates" / "languages"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "told": None,
    "told_as": ((1, "c"), 2),
}
OF_TEMPLATES = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}
WIDTH = 100


def found() -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """All texts: the file, the line, the text or both its forms, what tells it from its like elsewhere."""
    for folder, method, options in (
        ("templates", "jinja2.ext:babel_extract", OF_TEMPLATES),
        ("chronicle/publish", "python", {}),
    ):
        suffix = "html" if folder == "templates" else "py"
        texts = extract_from_dir(
            ROOT / folder, [(f"**.{suffix}", method)], {f"**.{suffix}": options}, KEYWORDS
        )
        for file, line, text, _, context in texts:
            yield f"{folder}/{file}", line, text, context
    for topic in load_topics().values():
        yield "chronicle/lexicon/en/topics.yaml", 0, topic.name, None
    for state in load_vanished().values():
        yield "chronicle/lexicon/states.yaml", 0, state.name, None
    for row in load_accuracy("en"):
        yield "chronicle/lexicon/en/accuracy.json", 0, row["about"], None


def template() -> Catalog:
    """All texts, each once, in the order of their files."""
    catalogue = Catalog(project="Meetings chronicle", charset="utf-8")
    for file, _, text, context in sorted(found(), key=lambda each: (each[0], each[1])):
        # Lines aren't told: they would change with every edit of a template.
        catalogue.add(text, locations=[(file, None)], context=context)
    return catalogue


def file_of(language: str) -> Path:
    """A language's catalogue: the owner's own, if that is there, or the program's."""
    own = OWN / f"{language}.po"
    return own if own.is_file() else LANGUAGES / f"{language}.po"


def brought_up(language: str, texts: Catalog) -> tuple[str, list[str]]:
    """A language's catalogue with all texts and no others, and which of them are untranslated."""
    file = file_of(language)
    locale = language.replace("-", "_")
    known = file.read_bytes() if file.is_file() else b""
    catalogue = read_po(io.BytesIO(known), locale=locale) if known else Catalog(locale=locale)
    catalogue.update(texts, update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    left = [message for message in catalogue if message.id and not is_translated(message)]
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, omit_header=True, no_location=False, sort_by_file=True)
    return f"{header(language, catalogue)}\n{written.getvalue().decode()}", [str(m.id) for m in left]


def is_translated(message: object) -> bool:
    """Whether a message has all its forms, and nobody doubts them."""
    told = message.string  # type: ignore[attr-defined]
    return bool(told) and not message.fuzzy and (isinstance(told, str) or all(told))  # type: ignore[attr-defined]


def header(language: str, catalogue: Catalog) -> str:
    """What a catalogue begins with: no dates and no names, so that it changes only where texts do."""
    return (
        f"# The texts of the site's pages. After a change of templates: make texts\n"
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    )


def main(arguments: list[str]) -> int:
    """Bring up to date what is asked for; the exit code."""
    check = "--check" in arguments
    there = {file.stem for folder in (LANGUAGES, OWN) for file in folder.glob("*.po")}
    texts, stale = template(), 0
    for language in sorted(set(arguments) - {"--check"} or there):
        written, left = brought_up(language, texts)
        file = file_of(language)
        changed = not file.is_file() or file.read_text(encoding="utf-8") != written
        stale += changed or bool(left)
        if changed and not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(written, encoding="utf-8")
        state = "not up to date" if changed and check else "up to date"
        print(f"{file.relative_to(ROOT)}: {state}; {len(left)} of {len(texts)} texts left to translate")
        for text in left:
            print(f"    {text}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
