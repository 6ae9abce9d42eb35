"""Outlet, day of publication and source, each with what it rests on."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.ingest import attribution, outlet_names, outlets, publication
from chronicle.ingest.formats.plain import article_of
from chronicle.ingest.origin import origin, page_date
from chronicle.ingest.outlets import home_of
from chronicle.model import Article, Basis, PartialDate, Source, WebAddress

HERE = Path(__file__).parents[1]
CASES = yaml.safe_load((HERE / "cases" / "en" / "origin.yaml").read_text(encoding="utf-8"))
LEXICON = HERE.parent / "chronicle" / "lexicon"


def article(text: str, **fields: str) -> Article:
    header = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return article_of("x.txt", f"---\n{header}---\n{text}" if header else text)


@pytest.mark.parametrize("case", CASES, ids=[case["from"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    source = origin(article(case["text"], **({"url": case["url"]} if "url" in case else {}))).source
    assert source.outlet == case.get("outlet")
    assert source.published == case.get("published")
    assert source.attribution == case.get("attribution")


def test_the_header_comes_first() -> None:
    read = origin(
        article(
            " date 2019-11-07 px\nThey met.\n\nNews.Az",
            outlet="X",
            published="2018",
            url="https://u.example/",
        )
    )
    assert (read.source.outlet, read.source.published, read.source.url) == ("X", "2018", "https://u.example/")
    assert read.evidence["sources[0].outlet"].rule == "outlets.in_the_header"
    assert read.evidence["sources[0].published"].words == "2018"


def test_each_field_has_evidence_and_an_absent_one_has_none() -> None:
    read = origin(article("They met, the Defense Ministry reported.", url="https://tass.com/1"))
    assert set(read.evidence) == {"sources[0].outlet", "sources[0].attribution"}
    assert read.evidence["sources[0].outlet"].basis is Basis.INFERRED
    assert read.evidence["sources[0].attribution"].basis is Basis.STATED
    assert read.evidence["sources[0].attribution"].words == "the Defense Ministry reported"


def test_nothing_is_invented() -> None:
    read = origin(article("The president received the foreign minister on Monday."))
    assert (read.source.outlet, read.source.published, read.source.attribution) == (None, None, None)
    assert not read.evidence


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2019-11-07 + ↺ − 16 px", "2019-11-07"),
        (" date 2019-02-30 x", None),
        (" date 2019-10 x", "2019-10"),
        (" date 2019-13 x", None),
        ("On the date 2019", None),
    ],
)
def test_the_date_of_a_page_header(text: str, day: PartialDate | None) -> None:
    assert page_date(text) == day


@pytest.mark.parametrize(
    "url", ["http://[", "file:///a", "localhost", "http://127.0.0.1/", "http://a..b/", "ü"]
)
def test_odd_addresses_tell_nothing_and_break_nothing(url: str) -> None:
    assert origin(Article(id="x", text="They met.", body="They met.", url=url)).source.published is None


@settings(deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=60))
def test_any_text_goes_through(text: str, url: str | None) -> None:
    read = origin(Article(id="x", text=text, body=text, url=url))
    for evidence in read.evidence.values():
        assert evidence.words is None or evidence.words in text


@settings(deadline=None)
@given(st.text(alphabet="ABab ./(),-—\n0129:|", max_size=200))
def test_text_that_looks_like_datelines_goes_through(text: str) -> None:
    origin(Article(id="x", text=text, body=text, url=f"https://{text}"))


def test_every_rule_has_a_name_of_its_own_and_a_contract() -> None:
    for module in (outlets, publication, attribution):
        assert len({rule.__name__ for rule in module.RULES}) == len(module.RULES)
        assert all(rule.__doc__ for rule in module.RULES)


def test_no_outlet_stands_twice_in_the_lexicon() -> None:
    text = (LEXICON / "outlets.yaml").read_text(encoding="utf-8")
    keys = Counter(re.findall(r"^  ([\w.-]+):", text, re.MULTILINE))
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_outlet_is_named_in_code() -> None:
    names = {
        name
        for names in outlet_names.domains("outlets").values()
        for name in names
        if len(name) > 5 and " " in name
    }
    for module in (outlets, publication, attribution):
        code = re.sub(
            r'""".*?"""|#.*', "", Path(module.__file__).read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert [name for name in names if name in code] == []


@pytest.mark.parametrize(
    ("url", "outlet", "code"),
    [
        ("https://www.pna.gov.ph/articles/1", None, "PH"),
        ("https://www.modva.go.ug/news", None, "UG"),
        ("http://kpl.gov.la/En/Detail.aspx", None, "LA"),
        ("https://www.army.mil/article/1", None, "US"),
        ("https://www.gov.uk/news", None, "GB"),
        ("https://astanatimes.com/2023/06/x", None, "KZ"),
        (None, "Yonhap", "KR"),
        ("https://www.reuters.com/world", "Reuters", None),
        ("https://t.me/somebody", None, None),
        (None, None, None),
    ],
)
def test_home_of_an_outlet(url: str | None, outlet: str | None, code: str | None) -> None:
    assert home_of(Source(url=WebAddress(url) if url else None, outlet=outlet)) == code
