"""The words of the pages in other languages: catalogues, plural forms, languages beside one another."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from babel.messages import Catalog
from lxml import html

from chronicle.config import Config
from chronicle.model import Entry
from chronicle.problems import Unreadable
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages.countries import pages as countries_pages
from chronicle.publish.render import as_written
from chronicle.publish.texts import Texts, compiled, faults, parsed, several, texts_of
from tests.conftest import ROOT, World
from tools.make_catalogues import KEYWORDS, brought_up, found, template

SHIPPED = ("az", "ru")
LANGUAGES = ROOT / "templates" / "languages"
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals={0}; plural={1};\\n"\n\n'
)
TWO = HEADER.format(2, "n != 1")
ADDRESS = "address: https://example.org/chronicle/\n"
RUSSIAN = HEADER.format(3, "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2")


def written(language: str) -> bytes:
    return (LANGUAGES / f"{language}.po").read_bytes()


# ── the catalogues that are shipped ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", SHIPPED)
def test_every_text_is_translated_and_no_other_is_there(language: str) -> None:
    """After a change of texts: make texts, then translate what it lists."""
    expected, left = brought_up(language, template())
    assert left == []
    assert written(language).decode() == expected


@pytest.mark.parametrize("language", SHIPPED)
def test_translations_are_whole(language: str) -> None:
    catalogue = parsed(written(language), language)
    assert faults(written(language), language) == []
    assert len(catalogue) > 200
    for message in catalogue:
        if not message.id:  # the header
            continue
        ids, told = several(message.id), several(message.string)
        assert len(told) == (1 if isinstance(message.id, str) else catalogue.num_plurals), message.id
        assert all(told), message.id
        placeholders = [set(re.findall(r"%\(\w+\)s", text)) for text in (*ids, *told)]
        assert all(some == placeholders[len(ids) - 1] for some in placeholders[len(ids) :]), message.id
        for text in told:  # what stands in an attribute, or was HTML already, stays so
            assert set(re.findall(r"[<>&\"]", text)) <= set(re.findall(r"[<>&\"]", "".join(ids))), text
            assert text.strip() == text or "".join(ids).strip() != "".join(ids), text


def test_texts_are_found_in_templates_and_code() -> None:
    texts = {(text, context) for _, _, text, context in found()}
    assert ("Skip to the content", None) in texts  # of a template
    assert ("date unknown", None) in texts  # of the code
    assert ("held", "status") in texts
    assert ("Energy", None) in texts
    assert ("Soviet Union", None) in texts
    assert set(KEYWORDS) >= {"gettext", "ngettext", "pgettext", "told", "told_as"}


def test_a_catalogue_keeps_its_translations_and_proposes_them_for_texts_like_theirs() -> None:
    texts = Catalog(charset="utf-8")
    texts.add("Energy")
    texts.add("Regional securities")
    told, left = brought_up("az", texts)
    assert 'msgid "Energy"\nmsgstr "Energetika"' in told
    assert '#, fuzzy\nmsgid "Regional securities"' in told
    assert left == ["Regional securities"]
    assert texts_of("az", {"languages/az.po": told.encode()}).gettext("Regional securities") == (
        "Regional securities"
    )


# ── a language's texts ───────────────────────────────────────────────────────────────────────


def test_numbers_take_the_forms_of_their_language() -> None:
    many = 'msgid "%(count)s meeting"\nmsgid_plural "%(count)s meetings"\n'
    forms = 'msgstr[0] "%(count)s встреча"\nmsgstr[1] "%(count)s встречи"\nmsgstr[2] "%(count)s встреч"\n'
    texts = Texts("ru", compiled((RUSSIAN + many + forms).encode(), "ru"))
    told = {
        n: texts.ngettext("%(count)s meeting", "%(count)s meetings", n) % {"count": texts.number(n)}
        for n in (1, 2, 5, 11, 21, 1003)
    }
    assert told == {
        1: "1 встреча",
        2: "2 встречи",
        5: "5 встреч",
        11: "11 встреч",
        21: "21 встреча",
        1003: "1\xa0003 встречи",
    }


def test_a_country_s_own_language_has_the_texts_of_the_language() -> None:
    own = (TWO + 'msgid "Energy"\nmsgstr "Energia"\n').encode()
    assert texts_of("pt-BR", {"languages/pt.po": own}).gettext("Energy") == "Energia"
    assert texts_of("pt-BR", {"languages/pt.po": own, "languages/pt-BR.po": TWO.encode()}).gettext(
        "Energy"
    ) == ("Energy")
    assert texts_of("de", {"languages/pt.po": own}).gettext("Energy") == "Energy"
    assert texts_of("de", {}).gettext("") == ""


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('msgid "Energy"\nmsgstr "Energia\n', 7, "has no end"),
        ('msgid "Energy"\nmsgtr "Energia"\n', 7, "keyword"),
        ('msgid "By %(name)s."\nmsgstr "Por %(nome)s."\n', 6, "placeholder 'nome'"),
        ('msgid "By %(name)s."\nmsgstr "100 % %(name)s"\n', 6, "percent sign"),
        ('msgid "A"\nmsgid_plural "B"\nmsgstr[0] "%(x)s"\nmsgstr[1] "C"\n', 6, "placeholder 'x'"),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_told_with_its_line(text: str, line: int, what: str) -> None:
    ((at, told, hint),) = faults((TWO + text).encode(), "fr")
    assert (at, what in told.lower()) == (line, True), told
    assert hint


def test_a_catalogue_in_another_encoding_or_with_another_arithmetic_is_refused() -> None:
    latin = (TWO + 'msgid "Energy"\nmsgstr "Énergie"\n').encode("latin-1")
    assert [what for _, what, _ in faults(latin, "fr")] == ["this isn't UTF-8"]
    ((_, what, _),) = faults(HEADER.format(2, "import os").encode(), "fr")
    assert "Plural-Forms" in what or "catalogue" in what
    with pytest.raises(Unreadable):
        compiled(latin, "fr")


def test_a_build_tells_where_a_catalogue_is_damaged(world: World) -> None:
    world.entry()
    world.write("config.yaml", "language: fr\n")
    world.write("content/templates/languages/fr.po", TWO + 'msgid "Energy"\nmsgtr "Énergie"\n')
    told = world.run()
    assert told.returncode == 1
    assert "content/templates/languages/fr.po:7: " in told.stderr + told.stdout
    assert "Traceback" not in told.stderr
    assert not world.site.exists()


def test_a_language_without_texts_is_noted_and_shows_english_ones(world: World) -> None:
    world.entry()
    world.write("config.yaml", f"{ADDRESS}language: en-GB\nother_languages: [fr]\n")
    (note,) = world.build().notes
    assert "'fr'" in note
    assert "templates/languages/fr.po" in note
    assert "Skip to the content" in (world.site / "fr/index.html").read_text(encoding="utf-8")


def test_an_owner_s_catalogue_goes_before_the_program_s(world: World) -> None:
    world.entry(date="2019-11-07")
    world.write("config.yaml", f"{ADDRESS}language: en\nother_languages: [fr, az]\n")
    for code, text in (("fr", "Aller au contenu"), ("az", "Keçək")):
        own = f'{TWO}msgid "Skip to the content"\nmsgstr "{text}"\n'
        world.write(f"content/templates/languages/{code}.po", own)
    assert world.build().notes == ()
    assert "Aller au contenu" in (world.site / "fr/index.html").read_text(encoding="utf-8")
    assert "Keçək" in (world.site / "az/index.html").read_text(encoding="utf-8")
    assert "Skip to the content" in (world.site / "index.html").read_text(encoding="utf-8")


def test_an_edited_catalogue_changes_the_pages_as_a_clean_build_would(world: World) -> None:
    world.entry(date="2019-11-07")
    world.write("config.yaml", "language: fr\n")
    own = f'{TWO}msgid "Skip to the content"\nmsgstr "%s"\n'
    world.write("content/templates/languages/fr.po", own % "Aller")
    world.build()
    world.write("content/templates/languages/fr.po", own % "Passer")
    world.build()
    assert "Passer" in (world.site / "index.html").read_text(encoding="utf-8")
    clean = world.clean_site()
    assert {path: (world.site / path).read_bytes() for path in clean} == clean


def test_the_stylesheet_works_from_right_to_left_too() -> None:
    """It says where a line begins and ends, not left and right."""
    style = (ROOT / "templates" / "assets" / "style.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    sided = r"\b(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)|[{;\s](?:left|right):"
    assert re.findall(sided, rules) == []
    value = r"((?:[^\s;(){}]|\((?:[^()]|\([^()]*\))*\))+)"
    four = re.findall(rf"(?:margin|padding|inset): {value} {value} {value} {value}[;}} ]", rules)
    assert [each for each in four if each[1] != each[3]] == []


# ── pages in several languages ───────────────────────────────────────────────────────────────


@pytest.fixture
def three(world: World) -> World:
    """A site in three languages."""
    world.entry(date="2019-11-07", country="AZ", city="Baku", review='["Nobody is named for France."]')
    world.write(
        "config.yaml",
        "address: https://example.org/c/\nother_languages: [az, ar]\n"
        "title: {en: Meetings, az: Görüşlər, ar: لقاءات}\n"
        "country_names: {FR: {en: La France, az: Fransa dövləti}}\n",
    )
    world.build()
    return world


def page_at(world: World, path: str) -> html.HtmlElement:
    return html.fromstring((world.site / path / "index.html").read_bytes())


def test_each_page_names_its_like_in_the_other_languages(three: World) -> None:
    for path in ("", "az/", "ar/"):
        page = page_at(three, f"{path}countries")
        assert {
            (link.get("hreflang"), link.get("href"))
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        } == {
            ("en", "https://example.org/c/countries/"),
            ("x-default", "https://example.org/c/countries/"),
            ("az", "https://example.org/c/az/countries/"),
            ("ar", "https://example.org/c/ar/countries/"),
        }
        links = page.xpath("//a[@hreflang]")
        assert [(link.get("lang"), link.text) for link in links] == [
            ("en", "English"),
            ("az", "Azərbaycan"),
            ("ar", "العربية"),
        ]
        (here,) = page.xpath("//a[@hreflang][@aria-current]")
        assert (page.get("lang"), page.get("dir")) == (here.get("lang"), here.get("dir"))
        for link in links:
            target = (three.site / f"{path}countries" / link.get("href") / "index.html").resolve()
            assert target.is_file()


def test_the_site_s_title_and_countries_have_names_in_each_language(three: World) -> None:
    told = {
        path: (
            page_at(three, path).xpath("string(//h1)"),
            page_at(three, f"{path}countries/fr").xpath("string(//h1)"),
        )
        for path in ("", "az/", "ar/")
    }
    assert told == {
        "": ("Meetings", "La France"),
        "az/": ("Görüşlər", "Fransa dövləti"),
        "ar/": ("لقاءات", "فرنسا"),
    }


def test_a_label_that_a_template_names_itself_is_told_in_each_language(three: World) -> None:
    told = {
        path: page_at(three, f"{path}method").xpath("string(//*[@class='inferred']/dt)")
        for path in ("", "az/")
    }
    assert told == {"": "inferred", "az/": "nəticə çıxarılıb"}


def test_each_language_can_be_searched(three: World) -> None:
    entry = json.loads((three.site / "pagefind/pagefind-entry.json").read_bytes())
    pages = {code: about["page_count"] for code, about in entry["languages"].items()}
    assert pages == dict.fromkeys(("en", "az", "ar"), pages["en"])


def test_words_of_the_entries_are_marked_where_the_page_has_another_language() -> None:
    config = Config(content_language="en")
    assert as_written(config, Texts("en-GB")) == ""
    assert as_written(config, Texts("az")) == ' lang="en"'
    assert as_written(config, Texts("ar")) == ' lang="en" dir="ltr"'
    assert as_written(Config(content_language="fa"), Texts("ar")) == ' lang="fa"'


def test_countries_stand_in_the_order_of_the_alphabet_of_their_names(
    edition: Callable[..., Edition], entry: Entry
) -> None:
    some = replace(
        entry,
        participants=(),
        parties=("EE", "RS", "AF", "TR", "ET", "IR", "AT"),
        country=None,
        city=None,
        statements=(),
    )

    def listed(language: str) -> list[str]:
        (page,) = countries_pages(edition(some, config=Config(language=language)))
        assert isinstance(page, Page)
        return [country.text for country in page.context().countries]  # type: ignore[attr-defined]

    assert listed("az") == ["Avstriya", "Efiopiya", "Estoniya", "Əfqanıstan", "İran", "Serbiya", "Türkiyə"]
    assert listed("ru") == ["Австрия", "Афганистан", "Иран", "Сербия", "Турция", "Эстония", "Эфиопия"]
