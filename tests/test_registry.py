"""What people decided, as it is read; what is wrong with it stands in `broken/registry*`."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle import registry as module
from chronicle.lexicon.countries import load_countries
from chronicle.memo import Memo
from chronicle.model import UNDECIDED, Chronicle, Judgement, Registered, Registry, Verdict
from chronicle.project import JUDGEMENTS, OFFICIALS
from chronicle.registry import (
    known_registry,
    notes_on,
    notes_on_entries,
    plain_of,
    read_registry,
    registry_of,
)
from tests.conftest import World, files_of

OFFICIALS_TEXT = """\
# who is who
- id: zakir-hasanov
  name: Zakir Hasanov
  spellings: [Zakir Həsənov, Закир Гасанов]
  country: AZ
  organisation: NATO
  roles: [Minister of Defense]
  entries: [2019-11-07-a]
  formerly: [z-hasanov]
  wikidata: Q4129
  portrait: https://example.org/hasanov.jpg
  links: [https://example.org/hasanov]
  note: Since 2013.
- {id: "no", name: No}
"""
JUDGEMENTS_TEXT = """\
- {verdict: same, officials: [zakir-hasanov, no], by: Leyla, on: 2026-11-22, because: "the same: seen"}
- verdict: different
  meetings:
  - 2019-11-07-a
  - 2019-11-07-b
  on: 2026-11
"""
FILES = {OFFICIALS: OFFICIALS_TEXT.encode(), JUDGEMENTS: JUDGEMENTS_TEXT.encode()}
READ = Registry(
    (
        Registered(
            "zakir-hasanov",  # type: ignore[arg-type]
            "Zakir Hasanov",
            ("Zakir Həsənov", "Закир Гасанов"),
            "AZ",  # type: ignore[arg-type]
            "NATO",
            ("Minister of Defense",),
            ("2019-11-07-a",),
            ("z-hasanov",),  # type: ignore[arg-type]
            "Q4129",
            "https://example.org/hasanov.jpg",  # type: ignore[arg-type]
            ("https://example.org/hasanov",),  # type: ignore[arg-type]
            "Since 2013.",
        ),
        Registered("no", "No"),  # type: ignore[arg-type]
    ),
    (
        Judgement(
            Verdict.SAME,
            ("zakir-hasanov", "no"),  # type: ignore[arg-type]
            by="Leyla",
            on="2026-11-22",  # type: ignore[arg-type]
            because="the same: seen",
        ),
        Judgement(Verdict.DIFFERENT, meetings=("2019-11-07-a", "2019-11-07-b"), on="2026-11"),  # type: ignore[arg-type]
    ),
)


def read(files: dict[str, bytes]) -> tuple[Registry, list[str]]:
    registry, problems = read_registry(files, folder="registry", codes=load_countries().keys())
    return registry, [problem.what for problem in problems]


def test_every_field_is_read() -> None:
    assert read(FILES) == (READ, [])


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"[]", b"---\n...\n", b"~\n", b"\xef\xbb\xbf"])
def test_a_file_with_nothing_in_it_says_nothing(content: bytes) -> None:
    assert read({OFFICIALS: content, JUDGEMENTS: content}) == (UNDECIDED, [])
    assert read({}) == (UNDECIDED, [])


@pytest.mark.parametrize("content", [b"a: b\n", b"text\n"])
def test_what_is_no_list_is_told(content: bytes) -> None:
    (what,) = read({OFFICIALS: content})[1]
    assert what.endswith("a list of records is wanted here")


def test_brackets_without_end_are_told() -> None:
    assert read({OFFICIALS: b"[" * 6000})[1] == ["the brackets are nested too deeply"]


def test_a_judgement_may_use_a_former_id() -> None:
    text = b"- {verdict: same, officials: [no, z-hasanov]}\n"
    registry, problems = read({OFFICIALS: OFFICIALS_TEXT.encode(), JUDGEMENTS: text})
    assert (len(registry.judgements), problems) == (1, [])


def test_two_words_on_one_pair_are_no_problem() -> None:
    text = "".join(
        f"- {{verdict: {verdict}, officials: [{pair}]}}\n"
        for verdict in Verdict
        for pair in ("no, zakir-hasanov", "zakir-hasanov, no")
    )
    assert read({OFFICIALS: OFFICIALS_TEXT.encode(), JUDGEMENTS: text.encode()})[1] == []


def test_what_was_read_is_remembered_until_a_file_changes(tmp_path: Path) -> None:
    with Memo(tmp_path / "memory") as memo:
        assert known(memo, FILES) == (READ, [])
        (row,) = memo.all("registry").values()
        assert known(memo, FILES) == (READ, [])
        assert list(memo.all("registry").values()) == [row]
        changed = {**FILES, OFFICIALS: OFFICIALS_TEXT.replace("Since 2013.", "Since 2014.").encode()}
        assert known(memo, changed)[0].officials[0].note == "Since 2014."
        assert known(memo, {**FILES, OFFICIALS: b"- {id: a}\n"})[1]
        assert known(memo, {**FILES, OFFICIALS: b"- {id: a}\n"})[1], "a problem is told each time"
        assert known(memo, {}) == (UNDECIDED, [])


def known(memo: Memo, files: dict[str, bytes]) -> tuple[Registry, list[object]]:
    registry, problems = known_registry(
        memo, files, folder="registry", codes=load_countries().keys(), version=b"1"
    )
    return registry, list(problems)


def test_a_large_registry_that_is_known_takes_a_moment(tmp_path: Path) -> None:
    record = "- id: n{0}\n  name: Ali N{0}\n  spellings: [Əli N{0}, Али N{0}]\n  country: AZ\n"
    letters = ["".join(chr(97 + int(digit)) for digit in str(n)) for n in range(20_000)]
    files = {OFFICIALS: "".join(record.format(each) for each in letters).encode()}
    with Memo(tmp_path / "memory") as memo:
        first, problems = known(memo, files)
        assert (len(first.officials), problems) == (20_000, [])
        started = time.process_time()
        assert known(memo, files)[0] == first
        assert time.process_time() - started < 1  # a tenth of that where nothing else runs


def test_packed_and_unpacked_it_is_the_same() -> None:
    assert registry_of(plain_of(READ)) == READ


TEXT = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).map(
    lambda t: " ".join(t.split())
)


@given(st.lists(TEXT.filter(bool), max_size=3, unique=True), TEXT.filter(bool))
def test_any_names_are_packed_and_unpacked(spellings: list[str], note: str) -> None:
    registry = Registry((replace(READ.officials[1], spellings=tuple(spellings), note=note),))
    assert registry_of(plain_of(registry)) == registry


def test_a_change_of_the_registry_is_a_change_of_the_site(world: World) -> None:
    world.entry(participants="[{name: Zakir Hasanov, country: AZ}]")
    world.run()
    before = files_of(world.site)
    world.write("content/registry/officials.yaml", "- {id: z, name: Zakir Hasanov, country: AZ}\n")
    world.run()
    assert (world.site / "officials/z/index.html").is_file()
    (world.content / "registry/officials.yaml").unlink()
    assert "0 of" not in world.run().stdout.split("; ")[1]
    assert files_of(world.site) == before


def test_a_half_written_file_is_cleared_away(world: World) -> None:
    part = world.write("content/registry/.officials.yaml.part", "- {id")
    world.build()
    assert not part.exists()


# ── notes ────────────────────────────────────────────────────────────────────────────────────


def test_entries_that_are_named_and_not_there_are_noted_once() -> None:
    assert notes_on_entries(READ, {"2019-11-07-a"}) == [
        "in the registry, a judgement names the entry '2019-11-07-b', which isn't there."
    ]
    assert len(notes_on_entries(READ, ())) == 3


def test_nobody_is_noted_where_there_is_nobody() -> None:
    assert notes_on(UNDECIDED, Chronicle((), {}, {}, {})) == []


def test_the_fields_are_those_of_the_model() -> None:
    assert module.OFFICIAL_FIELDS[:2] == ("id", "name")
    assert module.JUDGEMENT_FIELDS[0] == "verdict"
