"""config.yaml: what may be set, what holds otherwise, and what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.config import SETTINGS, ArticleText, Config, Links, Part, read_config
from chronicle.model import CountryCode


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_config("config.yaml", text)[1]]


@pytest.mark.parametrize("text", ["", "\n", "# nothing set\n", "  # nothing\n\n"])
def test_an_empty_file_sets_nothing(text: str) -> None:
    assert read_config("config.yaml", text) == (Config(), ())


def test_everything_can_be_set() -> None:
    text = (
        "title: NO\ndescription: 12:30\naddress: http://example.org/a\npublisher: Archive\nlinks: files\n"
        "article_text:\n  default: excerpt\n  outlets:\n    News.Az: none\n    010: full\npage_length: 7\n"
        "language: pt-BR\ncountry_names: {TR: Turkey, NO: Norge, SU: USSR}\n"
    )
    config, wrong = read_config("config.yaml", text)
    assert not wrong
    assert config == Config(
        title="NO",
        description="12:30",
        address="http://example.org/a/",
        publisher="Archive",
        links=Links.FILES,
        article_text=ArticleText.EXCERPT,
        article_text_of={"News.Az": ArticleText.NONE, "010": ArticleText.FULL},
        page_length=7,
        language="pt-BR",
        country_names={CountryCode("TR"): "Turkey", CountryCode("NO"): "Norge", CountryCode("SU"): "USSR"},
    )


def test_one_word_sets_how_much_all_articles_show() -> None:
    config, wrong = read_config("config.yaml", "article_text: none")
    assert not wrong
    assert (config.article_text, dict(config.article_text_of)) == (ArticleText.NONE, {})


def test_only_some_outlets_may_differ() -> None:
    config, wrong = read_config("config.yaml", "article_text: {outlets: {A: none}}")
    assert not wrong
    assert (config.article_text, dict(config.article_text_of)) == (ArticleText.FULL, {"A": ArticleText.NONE})


@pytest.mark.parametrize("length", ["1", "1000"])
def test_lengths_within_the_limits_are_taken(length: str) -> None:
    assert read_config("config.yaml", f"page_length: {length}")[0].page_length == int(length)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel: x", "config.yaml:1: unknown setting 'titel'.\n    Did you mean 'title'?"),
        (
            "colour: red",
            f"config.yaml:1: unknown setting 'colour'.\n    The fields are {', '.join(SETTINGS)}.",
        ),
        ("title: x\ntitle: y", "config.yaml:2: 'title' is given twice.\n    Keep one of the two."),
        ("title:", "config.yaml:1: title is empty.\n    Write a text, or take the line away."),
        ("title: [x]", "config.yaml:1: title is a list: a text is wanted here."),
        (
            "links: folder",
            "config.yaml:1: links is 'folder': not one of folders, files.\n    Did you mean 'folders'?",
        ),
        ("page_length: 0", "config.yaml:1: page_length is '0': not a whole number from 1 to 1000."),
        ("page_length: 1001", "config.yaml:1: page_length is '1001': not a whole number from 1 to 1000."),
        ("page_length: 2.5", "config.yaml:1: page_length is '2.5': not a whole number from 1 to 1000."),
        (
            f"page_length: {'9' * 5000}",
            f"config.yaml:1: page_length is '{'9' * 5000}': not a whole number from 1 to 1000.",
        ),
        (
            "language: French",
            "config.yaml:1: language is 'French': not the code of a language.\n    Did you mean 'fr'?",
        ),
        (
            "language: xx",
            (
                "config.yaml:1: language is 'xx': not the code of a language.\n"
                "    Write its code: az for Azerbaijani, pt-BR for Brazil's Portuguese."
            ),
        ),
        ("language: [az]", "config.yaml:1: language is a list: a text is wanted here."),
        (
            "country_names: {Turkey: Türkiye}",
            "config.yaml:1: country_names is 'Turkey': not a country code.\n    Did you mean 'TR'?",
        ),
        (
            "country_names: {Congo: Congo}",
            (
                "config.yaml:1: country_names is 'Congo': not a country code.\n"
                "    It may be CD or CG: write the code of the one that is meant."
            ),
        ),
        (
            "country_names: {TR: }",
            "config.yaml:1: country_names.TR is empty.\n    Write a text, or take the line away.",
        ),
        (
            "country_names: {TR: A, TR: B}",
            "config.yaml:1: 'country_names.TR' is given twice.\n    Keep one of the two.",
        ),
        (
            "country_names: Turkey",
            "config.yaml:1: country_names is 'Turkey': not a record.\n    Write {TR: Turkey, MM: Burma}.",
        ),
        ("page_length: [1]", "config.yaml:1: page_length is 'a list': not a whole number from 1 to 1000."),
        (
            "article_text: half",
            "config.yaml:1: article_text is 'half': not one of full, excerpt, none.",
        ),
        (
            "leave_out: [network, maps]",
            f"config.yaml:1: leave_out[1] is 'maps': not one of {', '.join(Part)}.\n    Did you mean 'map'?",
        ),
        (
            "leave_out: Pair",
            f"config.yaml:1: leave_out is 'Pair': not one of {', '.join(Part)}.\n    Did you mean 'country-pairs' or 'official-pairs'?",  # noqa: E501  a case is read best on one line
        ),
        ("leave_out: [a]", f"config.yaml:1: leave_out[0] is 'a': not one of {', '.join(Part)}."),
        (
            "article_text: {outlets: none}",
            "config.yaml:1: unknown setting 'article_text.outlets'.\n    Write {default: …, outlets: {Name: …}}.",  # noqa: E501  a case is read best on one line
        ),
        (
            "article_text: {default: full, default: none}",
            "config.yaml:1: 'article_text.default' is given twice.\n    Keep one of the two.",
        ),
        (
            "article_text: {outlets: {A: full, A: none}}",
            "config.yaml:1: 'article_text.outlets.A' is given twice.\n    Keep one of the two.",
        ),
        (
            "? [a]\n: b",
            f"config.yaml:1: unknown setting 'a list'.\n    The fields are {', '.join(SETTINGS)}.",
        ),
        ("title: a: b", "config.yaml:1: this isn't YAML: mapping values are not allowed in this context."),
        (
            "- title",
            "config.yaml:1: the file has no fields.\n    Write 'title: …' and the other fields, a line each.",
        ),
    ],
)
def test_every_problem_has_its_line_and_says_what_to_do(text: str, expected: str) -> None:
    (found,) = problems(text)
    assert found.startswith(expected)


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "http://",
        "http:///a",
        "http://[x",
        "https://example.org/?a",
        "https://example.org/#a",
        "javascript:alert(1)",
        'https://example.org/"x',
        "https://example.org/a b/",
        "https://example.org/<b>/",
    ],
)
def test_what_is_no_web_address_is_reported(address: str) -> None:
    (found,) = problems(f"address: '{address}'")
    assert (
        "not a web address.\n    Write where the site will stand, such as https://name.github.io/chronicle/"
        in found
    )


def test_what_is_wrong_keeps_its_default_and_the_rest_holds() -> None:
    config, wrong = read_config(
        "config.yaml", "title: A\nlinks: x\npage_length: x\narticle_text: {default: x, outlets: {B: x}}"
    )
    assert len(wrong) == 4
    assert (config.title, config.links, config.page_length, config.article_text) == (
        "A",
        Links.FOLDERS,
        100,
        ArticleText.FULL,
    )


@given(st.text())
def test_any_text_is_read_or_complained_of(text: str) -> None:
    read_config("config.yaml", text)


@given(st.sampled_from(sorted(SETTINGS)), st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_any_value_is_read_or_complained_of(name: str, value: str) -> None:
    quoted = value.replace("'", "''")
    read_config("config.yaml", f"{name}: '{quoted}'")
    read_config("config.yaml", f"{name}: {value}")


def test_title_description_and_country_names_may_differ_by_language() -> None:
    config, problems = read_config(
        "config.yaml",
        "language: az\nother_languages: [az, en, ru]\ntitle: {en: Meetings, az: Görüşlər}\n"
        "description: Kim kimi gördü.\ncountry_names: {TR: Türkiyə, MM: {ru: Бирма, az: Birma}}\n",
    )
    assert problems == ()
    assert config.other_languages == ("en", "ru")
    assert [config.title_in(code) for code in ("az", "en", "ru")] == ["Görüşlər", "Meetings", "Görüşlər"]
    assert {config.description_in(code) for code in ("az", "en")} == {"Kim kimi gördü."}
    assert config.country_names_of("az") == {"TR": "Türkiyə", "MM": "Birma"}
    assert config.country_names_of("ru") == {"MM": "Бирма"}
    assert config.country_names_of("en") == {}


def test_a_title_by_language_names_languages_that_there_are() -> None:
    config, problems = read_config("config.yaml", "title: {english: Meetings, az: Görüşlər}\n")
    assert [str(problem) for problem in problems] == [
        "config.yaml:1: title is 'english': not the code of a language.\n    Did you mean 'en'?"
    ]
    assert config.title == "Görüşlər"


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ("licence: CC-BY", "Did you mean 'CC-BY-4.0'?"),
        ("licence: CC by-nc sa", "Did you mean 'CC-BY-NC-SA-4.0'?"),
        ("licence: CC BY 4.0", "Did you mean 'CC-BY-4.0'?"),
        ("licence: Creative Commons", "Write its SPDX name, such as CC-BY-4.0: https://spdx.org/licenses/"),
        ("repository: name/chronicle", "Write it as in https://github.com/owner/name"),
        ("repository: https://github.com/name", "Write it as in https://github.com/owner/name"),
        (
            "address: example.org",
            "Write where the site will stand, such as https://name.github.io/chronicle/",
        ),
    ],
)
def test_what_is_no_licence_or_address_is_told_with_what_to_write(setting: str, hint: str) -> None:
    (problem,) = problems(setting)
    assert problem.startswith(f"config.yaml:1: {setting.partition(':')[0]} is ")
    assert problem.endswith(hint)


@pytest.mark.parametrize(
    "name", ["CC-BY-4.0", "CC0-1.0", "ODbL-1.0", "CC-BY-NC-SA-3.0", "MIT", "LicenseRef-ours"]
)
def test_names_of_licences_are_taken(name: str) -> None:
    assert read_config("config.yaml", f"licence: {name}") == (Config(licence=name), ())
