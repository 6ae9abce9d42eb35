"""What ingest writes in English sentences, in the language of the page."""

import ast
from collections.abc import Iterator
from pathlib import Path

from chronicle.ingest import doubts, reasons
from chronicle.ingest.confidence import NOTHING, UNCLEAR
from chronicle.lexicon.country_names import names_shown
from chronicle.publish.doubts import doubt_shown
from chronicle.publish.texts import Texts, texts_of
from tests.conftest import ROOT

SHIPPED = ("az", "ru")


def written(language: str) -> bytes:
    return (ROOT / "templates" / "languages" / f"{language}.po").read_bytes()


def sentences_of(module: object) -> Iterator[str]:
    """The sentences that a module yields or gives back, "X" for what is filled in."""
    source = Path(module.__file__).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "X" for part in node.values]
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Yield | ast.Return) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def test_every_sentence_of_doubt_is_known() -> None:
    told = {each for module in (doubts, reasons) for each in sentences_of(module) if each[-1:] == "."}
    told |= {reasons.NO_ENCOUNTER, NOTHING, UNCLEAR}
    told -= {'It is told as X, but "X" is X the publication.', "A visit is announced, but X."}
    told |= {
        'It is told as held, but "X" is after the publication.',
        'It is told as still to come, but "X" is before the publication.',
        "A visit is announced, but where it leads to was not understood.",
        "A visit is announced, but nobody was found who travels.",
        "The file's encoding was guessed; look at the names.",
        "The file is broken in 3 places, where its bytes are no UTF-8; look at the names.",
        "A name is spelled in two ways: Ann Hart and Anne Hart.",
    }
    told.discard("A name is spelled in two ways: X.")
    assert len(told) > 20
    for language in SHIPPED:
        texts = texts_of(language, {f"languages/{language}.po": written(language)})
        names = names_shown(language, {})
        assert [each for each in sorted(told) if doubt_shown(each, texts, names) is None] == []


def test_a_doubt_is_told_in_the_language_of_the_page_with_its_countries() -> None:
    texts = texts_of("az", {"languages/az.po": written("az")})
    names = names_shown("az", {})
    assert doubt_shown("Nobody is named for Türkiye, the United States, NATO.", texts, names) == (
        "Bu tərəfdən heç kimin adı çəkilmir: Türkiyə, Amerika Birləşmiş Ştatları, NATO."
    )
    assert doubt_shown("Is that the same man?", texts, names) is None
    assert doubt_shown("Nobody is named for NATO.", Texts("en"), names) is None
    two = "No office was found for Ann.; No office was found for Ben."
    assert doubt_shown(two, texts, names) == "Ann: vəzifəsi tapılmayıb. Ben: vəzifəsi tapılmayıb."
