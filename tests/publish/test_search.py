"""What can be searched for, and the index that Pagefind makes of it."""

import gzip
import json
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import cbor2
import pytest

from chronicle import search_index, search_words
from chronicle.config import ArticleText, Config, Links, Part
from chronicle.digests import digest
from chronicle.lexicon.heard import MARK, heard
from chronicle.manifest import Placed, marked
from chronicle.model import Entry, Participant, Status
from chronicle.publish.edition import Edition
from chronicle.publish.markup import safe_html
from chronicle.publish.page import File, Kept
from chronicle.publish.pages import search
from chronicle.publish.search import MEETING, OFFICIAL, Record, letters, records
from chronicle.search_index import FOLDER, index_of
from chronicle.search_service import ENTRY, Service, packed_text, places_of, unpacked
from chronicle.slug import folded

ENTRY_FILE = FOLDER + ENTRY
EditionOf = Callable[..., Edition]


def found(edition: Edition) -> dict[str, Record]:
    return {record.url: record for record in records(edition, safe_html)}


# ── records ──────────────────────────────────────────────────────────────────────────────────


def test_everything_that_has_a_page_of_its_own_can_be_found(edition: EditionOf, entry: Entry) -> None:
    assert {dict(record.filters)["what"][0] for record in found(edition(entry)).values()} == {
        "Meeting",
        "Official",
        "Country",
        "Organisation",
        "Place",
        "Topic",
        "Office",
    }


def test_a_part_that_is_left_out_leads_nowhere(edition: EditionOf, entry: Entry) -> None:
    config = Config(leave_out=frozenset({Part.PLACES, Part.TOPICS, Part.ORGANISATIONS, Part.OFFICES}))
    kinds = {dict(record.filters)["what"][0] for record in found(edition(entry, config=config)).values()}
    assert kinds == {"Meeting", "Official", "Country"}


def test_a_meeting_is_found_by_all_that_its_page_tells(edition: EditionOf, entry: Entry) -> None:
    record = found(edition(entry))["meetings/2019-11-07-hasanov-gross/"]
    for words in ("Zakir Hasanov, Minister of Defense, Colonel General, Azerbaijan", "official visit"):
        assert words in record.content
    assert "a protocol; a plan" in record.content
    assert record.content.endswith("They met.")
    assert (record.title, record.date) == (entry.title, "7 November 2019")
    assert (record.where, record.order) == ("Baku, Azerbaijan", "2019-11-07")


def test_a_result_tells_that_a_meeting_was_only_planned(edition: EditionOf, entry: Entry) -> None:
    record = found(edition(replace(entry, status=Status.PLANNED)))["meetings/2019-11-07-hasanov-gross/"]
    assert record.title == f"{entry.title} [planned]"


def test_a_meeting_is_narrowed_down_by_seven_filters(edition: EditionOf, entry: Entry) -> None:
    assert dict(found(edition(entry))["meetings/2019-11-07-hasanov-gross/"].filters) == {
        "country": ("Azerbaijan",),
        "official": ("Zakir Hasanov", "Jens Stoltenberg", "Nobody Else"),
        "year": ("2019",),
        "kind": ("meeting",),
        "topic": ("Regional security", "Energy"),
        "outlet": ("News.Az", "Trend"),
        "what": ("Meeting",),
    }


@pytest.mark.parametrize(
    ("shown", "words"), [(ArticleText.FULL, True), (ArticleText.EXCERPT, True), (ArticleText.NONE, False)]
)
def test_a_report_can_be_searched_as_far_as_it_is_shown(
    edition: EditionOf, entry: Entry, shown: ArticleText, *, words: bool
) -> None:
    report = replace(entry, body="word " * 500 + "last")
    record = found(edition(report, config=Config(article_text=shown)))["meetings/2019-11-07-hasanov-gross/"]
    assert ("word" in record.content) is words
    assert ("last" in record.content) is (shown is ArticleText.FULL)


def test_an_address_ends_as_the_links_of_the_site_do(edition: EditionOf, entry: Entry) -> None:
    config = Config(links=Links.FILES)
    assert "officials/zakir-hasanov/index.html" in found(edition(entry, config=config))


def test_two_officials_of_one_name_are_two_choices(edition: EditionOf, entry: Entry) -> None:
    both = [
        replace(
            entry, id="2019-a", participants=(Participant("Ali Aliyev", "Minister of Energy", None, "AZ"),)
        ),
        replace(
            entry,
            id="2020-b",
            date="2020-03-01",
            participants=(Participant("Ali Aliyev", "Ambassador", None, "TR"),),
        ),
    ]
    made = edition(*both)
    names = {value for record in found(made).values() for value in dict(record.filters).get("official", ())}
    assert len(names) == len(made.chronicle.officials)


# ── spellings ────────────────────────────────────────────────────────────────────────────────


def test_a_record_has_the_words_of_all_spellings_that_its_title_lacks(
    edition: EditionOf, entry: Entry
) -> None:
    names = [
        replace(
            entry,
            id=f"2019-{at}",
            date=f"2019-1{at}-07",
            participants=(Participant(name, "Minister of Defense", None, "AZ"),),
        )
        for at, name in enumerate(["Zakir Həsənov", "Zakir Hasanov"])
    ]
    record = found(edition(*names))["officials/zakir-hasanov/"]
    assert record.title == "Zakir Hasanov"
    assert record.names == "Həsənov"


def test_a_word_stands_in_the_index_in_plain_letters_too(tmp_path: Path) -> None:
    record = some(1)[0]._replace(content="Həsənov, Əliyev-Gross met Гасанов", title="Pirökov", language="en")
    keys = {key for key, _ in index_read(contents(index_of([record], tmp_path / "site", {}).files))["en"]}
    assert {"hasanov", "həsənov", "aliyev", "gross", "gasanov", "pirokov"} <= {stem for stem, _ in keys}


def test_a_word_of_a_name_stands_in_the_index_as_it_is_heard(tmp_path: Path) -> None:
    meeting, person = some(2)
    person = person._replace(title="Zakir Həsənov", what=OFFICIAL, content="Minister", language="en")
    meeting = meeting._replace(content="Hasanov, Gross and Gasanov’s neighbours", language="en")
    keys = index_read(contents(index_of([meeting, person], tmp_path / "site", {}).files))["en"]
    (form,) = heard("hasanov")
    assert {page for (stem, _), page in keys if stem == form} == {0, 1}
    assert keys[(form, ""), 0][0] == keys[("hasanov", ""), 0][0]  # type: ignore[index]
    forms = {stem for (stem, _), _ in keys if stem.endswith(MARK)}
    assert forms == {form, *heard("zakir")}  # and no word of the text that isn't a name's


@pytest.mark.parametrize(
    ("date", "end", "days"),
    [
        ("2019-11-07", None, "20191107"),
        ("2019-11-30", "2019-12-02", "20191130 20191201 20191202"),
        ("2019-11", None, ""),
        ("2019-11-30", "2019-12", "20191130"),
    ],
)
def test_a_meeting_is_found_by_its_days(
    edition: EditionOf, entry: Entry, date: str, end: str | None, days: str
) -> None:
    (record,) = [
        each
        for each in found(edition(replace(entry, date=date, end_date=end))).values()
        if each.what == MEETING
    ]
    assert record.days == days


def test_a_long_conference_has_no_more_days_than_a_month(edition: EditionOf, entry: Entry) -> None:
    long = replace(entry, date="2019-01-01", end_date="2019-12-31")
    (days,) = [each.days for each in found(edition(long)).values() if each.days]
    assert days.split()[-1] == "20190131"


def test_a_day_is_a_word_beside_the_texts_of_its_meetings(tmp_path: Path) -> None:
    given = [record._replace(language="en", days=f"2019110{at % 2}") for at, record in enumerate(some(5))]
    keys = index_read(contents(index_of(given, tmp_path / "site", {}).files))["en"]
    assert {page: where for ((stem, _), page), where in keys.items() if stem == "20191101"} == {
        page: ([], [keys[("7", ""), page][1][0], 0])  # type: ignore[index]
        for page in (1, 3)
    }


def test_the_page_knows_the_months_in_all_languages_of_the_site() -> None:
    known = search.months(["en", "az", "ru"])
    assert [known[name] for name in ("march", "mart", "марта", "март", "dekabr")] == [3, 3, 3, 3, 12]
    assert not {"г", "год", "2000"} & known.keys()


def as_the_page_folds(text: str) -> str:
    """What search.js makes of a query, by the same table."""
    table = letters()
    signs = [sign for sign in unicodedata.normalize("NFC", text.lower()) if sign not in "'’‘ʻʼ`"]
    plain = [table.get(sign, unicodedata.normalize("NFD", sign)) for sign in signs]
    return "".join([part for word in plain for part in word if not unicodedata.combining(part)])


@pytest.mark.parametrize(
    "name",
    [
        "Həsənov",
        "İlham Əliyev",
        "Isıqlı",
        "Закир Гасанов",
        "Щербак Йосип Їжакевич",
        "Recep Tayyip Erdoğan",
        "Łukasz Żuk",
        "Nguyễn Phú Trọng",
        "Γιώργος Παπανδρέου",
        "Նիկոլ Փաշինյան",
        "გიორგი მარგველაშვილი",
        "Côte d’Ivoire",
        "Groß Æsir Þór Øst",
    ],
)
def test_the_page_folds_a_name_as_the_index_does(name: str) -> None:
    assert as_the_page_folds(name) == folded(name)


# ── the search page ──────────────────────────────────────────────────────────────────────────


def test_a_site_that_does_without_search_has_no_search_page(edition: EditionOf, entry: Entry) -> None:
    assert [page.path for page in search.pages(edition(entry))] == ["search/index.html"]
    assert not [*search.pages(edition(entry, config=Config(leave_out=frozenset({Part.SEARCH}))))]


# ── the index ────────────────────────────────────────────────────────────────────────────────


def some(number: int = 40) -> list[Record]:
    return [
        Record(
            url=f"meetings/{at}/",
            language="en" if at % 4 else "az",
            title=f"Həsənov & <Gross> {at}",
            content=f"Talks  about energy &amp; <b>trade</b> number {at}",
            names="hasanov",
            date="7 November 2019",
            where="Baku",
            filters=(("country", (f"Country {at % 7}", "Azerbaijan")), ("what", ("Meeting",))),
            order=f"2019-11-{at:02}",
            what=MEETING,
        )
        for at in range(number)
    ]


def contents(files: Sequence[File | Kept]) -> dict[str, bytes]:
    return {file.place: file.content for file in files if isinstance(file, File)}


def put(files: Sequence[File | Kept], site: Path) -> dict[str, Placed]:
    """Write an index, and what the build that did so remembers."""
    known = {}
    for file in files:
        assert isinstance(file, File)
        place = site / file.place
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
        known[file.place] = marked(Placed(file.place, file.key, digest(file.content).hex()), str(place))
    return known


def test_the_same_records_give_the_same_index(tmp_path: Path) -> None:
    one, other = (contents(index_of(some(), tmp_path / "site", {}).files) for _ in range(2))
    assert one == other
    assert len([path for path in one if "/fragment/" in path]) == len(some())
    assert not [*tmp_path.iterdir()]


def test_an_index_has_what_the_browser_asks_for(tmp_path: Path) -> None:
    files = contents(index_of(some(), tmp_path / "site", {}).files)
    entry = json.loads(files[ENTRY_FILE])
    assert {code: about["page_count"] for code, about in entry["languages"].items()} == {"az": 10, "en": 30}
    meta = cbor2.loads(
        gzip.decompress(files[f"{FOLDER}pagefind.{entry['languages']['en']['hash']}.pf_meta"])[12:]
    )
    named = {f"{FOLDER}fragment/{page[0]}.pf_fragment" for page in meta[1]}
    named |= {f"{FOLDER}index/{chunk[2]}.pf_index" for chunk in meta[2]}
    named |= {f"{FOLDER}filter/{mark}.pf_filter" for _, mark in meta[3]}
    assert named <= files.keys()
    assert not {path for path in files if "ui" in path or "highlight" in path}


def test_nothing_is_made_where_no_record_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    known = put(index_of(some(), site, {}).files, site)
    again = index_of(some(), site, known)
    assert {file.place for file in again.files} == known.keys()
    assert all(isinstance(file, Kept) for file in again.files)


def test_one_change_keeps_the_other_fragments_and_equals_an_index_made_anew(tmp_path: Path) -> None:
    site = tmp_path / "site"
    known = put(index_of(some(), site, {}).files, site)
    changed = [
        record._replace(title="Another") if record.order.endswith("05") else record for record in some()
    ]
    again = index_of(changed, site, known).files
    clean = contents(index_of(changed, tmp_path / "elsewhere", {}).files)
    stay = {file.place: (site / file.place).read_bytes() for file in again if isinstance(file, Kept)}
    assert stay | contents(again) == clean
    assert 0 < len([path for path in contents(again) if "/fragment/" in path]) < len(some()) / 2


def test_a_file_of_the_index_that_somebody_touched_is_made_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    files = index_of(some(), site, {}).files
    known = put(files, site)
    touched = next(path for path in sorted(known) if "/fragment/" in path)
    (site / touched).write_bytes(b"by hand, and longer")
    again = index_of(some(), site, known).files
    assert contents(again)[touched] == contents(files)[touched]


def index_read(files: Mapping[str, bytes]) -> dict[str, dict[tuple[tuple[str, str], int], object]]:
    """Of each language, where each word stands on each page: with which weights, and beside the text."""
    entry = json.loads(files[ENTRY_FILE])
    read: dict[str, dict[tuple[tuple[str, str], int], object]] = {}
    for language, about in entry["languages"].items():
        meta = unpacked(files[f"{FOLDER}pagefind.{about['hash']}.pf_meta"])
        found = read[language] = {}
        bounds = [bound for first, last, _ in meta[2] for bound in (first, last)]
        assert bounds == sorted(bounds)
        for _, _, name in meta[2]:
            for stem, own, others in unpacked(files[f"{FOLDER}index/{name}.pf_index"])[0]:
                for form, pages in (("", own), *others):
                    for page, (_, numbers, beside) in zip(
                        accumulate(page[0] for page in pages), pages, strict=True
                    ):
                        found[(stem, form), page] = (sorted(places_of(numbers)), beside)
    return read


def made_by_pagefind(some: Sequence[Record]) -> dict[str, bytes]:
    requests = [
        {
            "type": "AddRecord",
            "url": record.url,
            "content": record.content,
            "language": record.language,
            "meta": search_index.meta_of(record),
            "filters": dict(record.filters),
            "sort": {"date": record.order},
        }
        for record in some
    ]
    with Service() as service:
        service.answers([{"type": "NewIndex"}])
        service.answers(requests)
        (answer,) = service.answers([{"type": "GetFiles"}])
    return {FOLDER + file["path"]: b64decode(file["content"]) for file in answer["files"]}


ODD = [
    "air-defence counter-counter O'Brien CamelCase 👍ok 3-4 · _under_score 1,000.5 AT&T &nbsp; e-mail@x",
    "Pirökov Pirökov pirokov PIRÖKOV lighthouses Lighthouse lighthouse’s İlham Щербак-Їжакевич",
    " ".join(f"word{at % 700}" for at in range(3000)),
]


def test_our_index_is_pagefind_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each word stands; and besides it nothing but words in plain letters."""
    monkeypatch.setattr(search_index, "folded", lambda _: "")
    monkeypatch.setattr(search_words, "CHUNK", 3000)
    given = [record._replace(content=odd) for record, odd in zip(some(3), ODD, strict=True)] + some()[3:]
    ours = contents(index_of(given, tmp_path / "site", {}).files)
    theirs = made_by_pagefind(given)
    assert index_read(ours) == index_read(theirs)
    for language, about in json.loads(ours[ENTRY_FILE])["languages"].items():
        other = json.loads(theirs[ENTRY_FILE])["languages"][language]
        assert (about["wasm"], about["page_count"]) == (other["wasm"], other["page_count"])
        one, two = (
            unpacked(files[f"{FOLDER}pagefind.{each['hash']}.pf_meta"])
            for files, each in ((ours, about), (theirs, other))
        )
        assert language != "en" or len(one[2]) > 1
        assert (one[0], one[4], one[5]) == (two[0], two[4], two[5])
        assert [page[1] for page in one[1]] == [page[1] for page in two[1]]
        filters = [
            {name: dict(unpacked(files[f"{FOLDER}filter/{mark}.pf_filter"])[1]) for name, mark in each[3]}
            for files, each in ((ours, one), (theirs, two))
        ]
        assert filters[0] == filters[1]
        fragments = [
            [
                json.loads(gzip.decompress(files[f"{FOLDER}fragment/{page[0]}.pf_fragment"])[12:])
                for page in each[1]
            ]
            for files, each in ((ours, one), (theirs, two))
        ]
        assert fragments[0] == fragments[1]


@pytest.mark.parametrize("word", ["___PAGEFIND_WEIGHT___9", "\u200b", "___", "a\u200bb"])
def test_a_word_that_pagefind_takes_for_a_mark_is_a_word(tmp_path: Path, word: str) -> None:
    record = some(1)[0]._replace(content=f"before {word} after", language="en")
    index = index_of([record], tmp_path / "site", {})
    assert not index.note
    read = index_read(contents(index.files))["en"]
    assert read[("after", ""), 0] == ([(2, 25)], [])


@pytest.mark.parametrize("language", ["ja", "zh-tw", "ar", "xx"])
def test_any_language_can_be_searched(tmp_path: Path, language: str) -> None:
    record = some(1)[0]._replace(language=language, content="会談 talks met")
    index = index_of([record], tmp_path / "site", {})
    assert not index.note
    assert (("talks", ""), 0) in index_read(contents(index.files))[language]


def test_without_records_there_is_no_index(tmp_path: Path) -> None:
    assert index_of([], tmp_path / "site", {}) == search_index.Index(())


def test_a_site_whose_index_cannot_be_made_has_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing"))
    made = index_of(some(), tmp_path / "site", {})
    assert not made.files
    assert "the site has no search" in made.note
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/true")
    assert index_of(some(), tmp_path / "site", {}).note == (
        "the site has no search: Pagefind ended before it was done."
    )


def test_a_text_is_packed_as_pagefind_packs_it() -> None:
    assert gzip.decompress(packed_text(b"{}")) == b"pagefind_dcd{}"
    assert packed_text(b"{}") == packed_text(b"{}")
