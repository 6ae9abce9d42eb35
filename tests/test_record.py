"""An entry's file, both ways: every problem with its line, and no text that doesn't survive."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.fields import LARGEST
from chronicle.model import Basis, Entry, Evidence, Kind, Manner, Participant, Source, Statement, Status
from chronicle.problems import Problem
from chronicle.record import encounter_number, entry_text, is_untouched, read_entry, signed
from chronicle.store import flat, packed, read_one, unpacked_entry

CODES = frozenset("AZ FR NO GB IR".split())
FIELDS = ", ".join(field.name for field in fields(Entry) if field.name not in ("id", "body"))
CHECK = "Check the indentation and the quotation marks here and in the line above."
QUOTES = 'Put a text that has a colon, a quotation mark or a bracket in it into "double quotes".'


def entry_of(front: str, body: str = "") -> Entry:
    entry, problems = read_entry("x/2019-a.md", f"---\n{front}\n---\n{body}", CODES)
    assert not problems
    assert entry
    return entry


def problems_of(front: str) -> list[str]:
    """What is wrong, as a person reads it; the fields that every entry needs stand in front."""
    text = f"---\ntitle: They meet\nparties: [AZ]\n{front}\n---\n"
    entry, problems = read_entry("x.md", text, CODES)
    assert (entry is None) == bool(problems)
    return [str(problem) for problem in problems]


def problems_of_file(content: bytes) -> list[str]:
    _, problems = read_one("x.md", content, CODES)
    return [str(problem) for problem in problems]


# ── what is wrong ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("contry: AZ", "x.md:4: unknown field 'contry'.\n    Did you mean 'country'?"),
        ("weather: fine", f"x.md:4: unknown field 'weather'.\n    The fields are {FIELDS}."),
        (
            "date: '2019-02-30'",
            "x.md:4: date is '2019-02-30': there is no such day.\n    Check the month's length.",
        ),
        ("date: 2019-13", "x.md:4: date is '2019-13': there is no such day.\n    Check the month's length."),
        ("date: 0000", "x.md:4: date is '0000': there is no such day.\n    Check the month's length."),
        (
            "date: 7 November 2019",
            "x.md:4: date is '7 November 2019': not a date.\n    Write 2019-11-07, or 2019-11, or 2019.",
        ),
        ("date: ٢٠١٩", "x.md:4: date is '٢٠١٩': not a date.\n    Write 2019-11-07, or 2019-11, or 2019."),
        ("date: [2019]", "x.md:4: date is 'a list': not a date.\n    Write 2019-11-07, or 2019-11, or 2019."),
        ("country: FRA", "x.md:4: country is 'FRA': not a country code.\n    Did you mean 'FR'?"),
        ("country: fr", "x.md:4: country is 'fr': not a country code.\n    Did you mean 'FR'?"),
        (
            "country: ON",
            "x.md:4: country is 'ON': not a country code.\n    Write the two capital letters of ISO 3166: FR for France.",  # noqa: E501  a case is read best on one line
        ),
        (
            "kind: meting",
            (
                "x.md:4: kind is 'meting': not one of meeting, call, video, credentials, conference, visit."
                "\n    Did you mean 'meeting'?"
            ),
        ),
        (
            "status: off",
            "x.md:4: status is 'off': not one of held, planned, cancelled.",
        ),
        ("city: [Baku]", "x.md:4: city is a list: a text is wanted here."),
        ("city: {name: Baku}", "x.md:4: city is a record: a text is wanted here."),
        (
            "topics: security",
            "x.md:4: topics is 'security': a list is wanted here.\n    Write it as [security].",
        ),
        ("topics: [[a]]", "x.md:4: topics[0] is a list: a text is wanted here."),
        ("topics: [a, '']", None),
        ("topics:\n- a\n-", "x.md:6: topics[1] is empty.\n    Write a text, or take the line away."),
        (
            "participants: Zakir Hasanov",
            "x.md:4: participants is 'Zakir Hasanov': a list is wanted here.",
        ),
        (
            "participants:\n- Zakir Hasanov",
            "x.md:5: participants[0] is 'Zakir Hasanov': not a record.\n    Write it as {name: …, role: …}.",
        ),
        (
            "participants:\n- {role: minister}",
            "x.md:5: participants[0].name is missing.\n    Every record of this kind needs it.",
        ),
        (
            "participants:\n- name: Z\n  contry: AZ",
            "x.md:6: unknown field 'participants[0].contry'.\n    Did you mean 'country'?",
        ),
        (
            "participants:\n- name: Z\n  name: Y",
            "x.md:6: 'participants[0].name' is given twice.\n    Keep one of the two.",
        ),
        ("date: 2019\ndate: 2020", "x.md:5: 'date' is given twice.\n    Keep one of the two."),
        ("title: Twice", "x.md:4: 'title' is given twice.\n    Keep one of the two."),
        (
            "date: 2019-11-07\nend_date: 2019-11-06",
            "x.md:5: end_date is '2019-11-06', before the date '2019-11-07'.\n    The end can't come before the beginning.",  # noqa: E501  a case is read best on one line
        ),
        ("evidence: none", "x.md:4: evidence is 'none': fields are wanted here."),
        (
            "evidence:\n  date: {basis: sure}",
            "x.md:5: evidence.date.basis is 'sure': not one of stated, inferred, confirmed.",
        ),
        (
            "evidence:\n  date: {basis: stated}\n  date: {basis: stated}",
            "x.md:6: 'evidence.date' is given twice.\n    Keep one of the two.",
        ),
        ("\tcity: Baku", "Use spaces, not tabs, at the beginning of a line."),
        (
            "city: Baku: the capital",
            f"x.md:4: this isn't YAML: mapping values are not allowed in this context.\n    {QUOTES}",
        ),
        (
            'city: "Baku\noccasion: talks',
            f"x.md:4: this isn't YAML: while scanning a quoted scalar, found unexpected end of stream.\n    {QUOTES}",  # noqa: E501  a case is read best on one line
        ),
        (
            "topics: [a, b\noccasion: talks",
            "x.md:5: this isn't YAML: while parsing a flow sequence, did not find expected ',' or ']'.",
        ),
        ("  city: Baku", CHECK),
        (
            "date: 2019\ncity: Ba\x01ku",
            f"x.md:5: this isn't YAML: control characters are not allowed.\n    {CHECK}",
        ),
        ("<<: {city: Baku}", "unknown field '<<'."),
        ("? [city]\n: Baku", "unknown field 'a list'."),
    ],
)
def test_every_problem_has_its_line_and_says_what_to_do(front: str, expected: str | None) -> None:
    found = problems_of(front)
    if expected is None or not expected.startswith("x.md"):
        assert expected is None or expected in "\n".join(found)
    else:
        assert len(found) == 1
        assert found[0].startswith(expected)


def test_two_capitals_among_the_parties_must_be_a_country() -> None:
    text = "---\ntitle: x\nparties:\n- AZ\n- EU\n- NATO\n- ZZ\n---\n"
    _, problems = read_entry("x.md", text, CODES)
    hint = "Write the two capital letters of ISO 3166: FR for France."
    assert problems == (Problem("x.md", 7, "parties[3] is 'ZZ': not a country code", hint),)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "there is no front matter"),
        ("title: x\n", 1, "there is no front matter"),
        ("\n---\ntitle: x\n---\n", 1, "there is no front matter"),
        ("---\ntitle: x\n", 1, "the front matter isn't closed"),
        ("---\ntitle: x\n --- \n", 1, "the front matter isn't closed"),
        ("---\n---\n", 2, "the front matter has no fields"),
        ("---\n\n---\n", 2, "the front matter has no fields"),
        ("---\n# nothing\n---\n", 2, "the front matter has no fields"),
        ("---\n- a\n---\n", 2, "the front matter has no fields"),
        ("---\nparties: [AZ]\n---\n", 2, "title is missing"),
        ("---\ntitle:\nparties: [AZ]\n---\n", 2, "title is empty"),
        ("---\ntitle: x\n---\n", 2, "nobody takes part: neither participants nor parties"),
    ],
)
def test_what_is_wrong_with_an_entry_as_a_whole(text: str, line: int, what: str) -> None:
    entry, problems = read_entry("x.md", text, CODES)
    assert entry is None
    assert [(problem.line, problem.what) for problem in problems] == [(line, what)]


def test_all_problems_of_an_entry_are_told_together() -> None:
    found = problems_of("contry: AZ\ndate: 2019-02-30\ncity: [x]\nkind: chat")
    assert [problem.split(":")[1] for problem in found] == ["4", "5", "6", "7"]


# ── YAML's traps ─────────────────────────────────────────────────────────────────────────────


def test_no_is_a_country_and_a_text() -> None:
    entry = entry_of("title: no\ncountry: NO\nparties: [NO]\ntopics: [yes, on, 12:30, 010, 1e3, 0x1F, .5]")
    assert entry.title == "no"
    assert entry.country == "NO"
    assert entry.parties == ("NO",)


@pytest.mark.parametrize(
    "word", ["NO", "no", "ON", "12:30", "010", "1e3", "0x1F", "1_000", "2019-11-07", "true", "=", "<<"]
)
def test_a_scalar_is_the_text_that_it_is(word: str) -> None:
    entry = entry_of(f"title: {word}\nparties: [AZ]\ntopics: [{word}]")
    assert entry.title == word
    assert entry.topics == (word,)


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_an_absent_one(nothing: str) -> None:
    assert entry_of(f"title: x\nparties: [AZ]\ncity: {nothing}\ntopics: {nothing}") == entry_of(
        "title: x\nparties: [AZ]"
    )


def test_a_quoted_null_is_a_text() -> None:
    assert entry_of("title: 'null'\nparties: [AZ]\ncity: '~'").city == "~"


def test_tags_make_nothing() -> None:
    text = "---\ntitle: !!python/object/apply:os.system [ls]\nparties: [AZ]\ncity: !!int Baku\n---\n"
    _, problems = read_entry("x.md", text, CODES)
    assert [problem.what for problem in problems] == ["title is a list: a text is wanted here"]


def test_an_anchor_is_its_value() -> None:
    assert entry_of("title: &t Talks\nparties: [AZ]\noccasion: *t").occasion == "Talks"


def test_a_bomb_of_aliases_does_no_harm() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    found = problems_of("\n".join([*lines, "topics: *j"]))
    assert len(found) == len(lines) + 9
    assert "x.md:4: unknown field 'a'." in found[0]


def test_an_alias_to_itself_is_reported() -> None:
    assert (
        problems_of("topics: &a [*a]\nevidence: &b {date: *b}")[0]
        == "x.md:4: topics[0] is a list: a text is wanted here."
    )


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_brackets_nested_by_the_hundred_thousand_are_reported(opening: str) -> None:
    """libyaml's composer recurses in C: without a look at the depth this ended the process."""
    found = problems_of(f"city:\n  {opening * (LARGEST // 2 // len(opening))}")
    assert found == [
        "x.md:2: the brackets are nested too deeply.\n    An entry has lists of flat records, no more."
    ]


def test_five_thousand_nested_brackets_are_reported() -> None:
    assert problems_of(f"city: {'[' * 5000}{']' * 5000}")
    assert problems_of(f"city: {'[' * 5000}")


def test_a_front_matter_of_300_kilobytes_is_none() -> None:
    (found,) = problems_of(f"city: {'x' * 300_000}")
    assert found == "x.md:2: the front matter is 300,038 characters long.\n    Is the closing '---' missing?"


# ── as files come ────────────────────────────────────────────────────────────────────────────

PLAIN = "---\ntitle: Talks in Baku\nparties: [AZ]\n---\n\nThey met.\n\nThey talked.\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("---\n", "---  \t\n").encode(),
        PLAIN.replace("]\n---", "]\n...").encode(),
        PLAIN.rstrip("\n").encode(),
        PLAIN.encode() + b"\n\n\n",
    ],
)
def test_line_ends_and_marks_at_the_beginning_make_no_difference(content: bytes) -> None:
    packed_entry, problems = read_one("x/2019-a.md", content, CODES)
    assert not problems
    assert packed_entry
    expected = Entry("2019-a", "Talks in Baku", parties=("AZ",), body="They met.\n\nThey talked.")
    assert unpacked_entry(packed_entry, content, {}) == expected


def test_a_file_that_is_not_utf8_is_reported_with_its_line() -> None:
    content = "---\ntitle: Həsənov\n---\n".encode("cp1254", "replace") + "Görüş".encode("cp1254")
    assert problems_of_file(content) == [
        "x.md:4: this isn't UTF-8.\n    Save the file as UTF-8 in your editor."
    ]


def test_lines_are_counted_in_files_with_other_line_ends() -> None:
    content = PLAIN.replace("parties", "partys").replace("\n", "\r\n").encode()
    assert problems_of_file(content) == ["x.md:3: unknown field 'partys'.\n    Did you mean 'parties'?"]


def test_characters_that_neither_a_page_nor_a_feed_can_hold_go() -> None:
    assert entry_of('title: "T\\uFFFF\\x1a"\nparties: [AZ]').title == "T"
    assert entry_of("title: x\nparties: [AZ]", "a\x00b\x1ac\x7f\ufffe\uffff").body == "abc"


def test_a_text_is_one_line() -> None:
    assert entry_of("title: |\n  Talks\n  in   Baku\nparties: [AZ]").title == "Talks in Baku"


def test_an_end_as_vague_as_its_month_is_no_problem() -> None:
    assert not problems_of("date: 2019-11-07\nend_date: 2019-11")
    assert problems_of("date: 2019-11-07\nend_date: 2019-10")


# ── writing ──────────────────────────────────────────────────────────────────────────────────

# No control characters: reading takes them out, since no text needs one. No surrogates: UTF-8 has none. No line or  # noqa: E501  a case is read best on one line
# paragraph separators and no other spaces in a field: it is one line, with single blanks.
LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"), exclude_characters="\ufffe\uffff\ufeff"
)
AWKWARD = st.sampled_from(
    "NO no null ~ 2019-11-07 2019-02-30 2019 12:30 010 1e3 --- ... - [a] {b} #c &d *e !f |g >h @i `j %k ' \" : a: 'b: c' x, ... 😀".split()  # noqa: E501  a case is read best on one line
)
TEXTS = st.one_of(
    AWKWARD, st.lists(st.one_of(AWKWARD, st.text(LETTERS, min_size=1)), min_size=1, max_size=4).map(" ".join)
)
BODIES = st.one_of(
    TEXTS,
    st.lists(st.one_of(TEXTS, st.just("---"), st.just("made_by: ingest 1 0123456789abcdef")), max_size=4).map(
        "\n\n".join
    ),
)
DAYS = st.dates().map(str)
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
CODE = st.sampled_from(sorted(CODES))


def test_statements_are_read_and_their_flags() -> None:
    entry = entry_of(
        "title: x\nparticipants:\n- {name: A B, country: AZ}\nstatements:\n"
        "- {manner: thanked, speaker: A B, sides: [AZ], topics: [energy], quoted: yes}\n"
        "- {manner: agreed, sides: [AZ, NATO], quoted: false}"
    )
    assert entry.statements == (
        Statement(Manner.THANKED, "A B", ("AZ",), ("energy",), quoted=True),
        Statement(Manner.AGREED, None, ("AZ", "NATO")),
    )
    assert "- {manner: agreed" not in entry_text(entry)
    assert read_entry("x.md", entry_text(entry), CODES)[0] == replace(entry, id="x")


def test_an_entry_from_before_there_were_statements_still_loads() -> None:
    assert entry_of("title: x\nparties: [AZ]\ntopics: [military cooperation]").statements == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "{manner: thankd, speaker: Anna Lind}",
            "statements[0].manner is 'thankd': not one of said, stressed, thanked,",
        ),
        ("{speaker: Anna Lind}", "statements[0].manner is missing."),
        (
            "{manner: said, speaker: Ann Lind}",
            "statements[0].speaker is 'Ann Lind': no participant has this name.\n    Did you mean",
        ),
        (
            "{manner: said, speaker: Bo}",
            "statements[0].speaker is 'Bo': no participant has this name.\n    Write the name as under",
        ),
        ("{manner: said}", "statements[0] is nobody's: neither speaker nor sides.\n    Name the speaker,"),
        (
            "{manner: said, speaker: Anna Lind, quoted: maybe}",
            "statements[0].quoted is 'maybe': neither yes nor no.\n    Write 'true' or 'false'.",
        ),
        ("{manner: said, sides: [FX]}", "statements[0].sides[0] is 'FX': not a country code."),
        ("{manner: said, sides: [FR], topic: [a]}", "unknown field 'statements[0].topic'.\n    Did you mean"),
    ],
)
def test_what_is_wrong_with_a_statement_is_told(statement: str, problem: str) -> None:
    found = problems_of(f"participants: [{{name: Anna Lind}}]\nstatements:\n- {statement}")
    assert len(found) == 1
    assert found[0].startswith(f"x.md:6: {problem}")


def lists(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


def maybe(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | of


URLS = st.sampled_from(("https://example.org/a", "http://example.net/b?c=1#d"))

ENTRIES = st.builds(
    Entry,
    id=st.just("2019-a"),
    title=TEXTS,
    date=maybe(DATES),
    end_date=st.none(),  # not before the date: tested above
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    city=maybe(TEXTS),
    country=maybe(CODE),
    participants=lists(st.builds(Participant, TEXTS, maybe(TEXTS), maybe(TEXTS), maybe(CODE), maybe(TEXTS))),
    parties=st.lists(CODE, min_size=1, max_size=3).map(tuple),
    documents=lists(TEXTS),
    occasion=maybe(TEXTS),
    topics=lists(TEXTS),
    statements=lists(
        st.builds(
            Statement,
            st.sampled_from(Manner),
            st.none(),  # or a participant: tested above
            st.lists(CODE, min_size=1, max_size=2).map(tuple),
            lists(TEXTS),
            st.booleans(),
        )
    ),
    sources=lists(st.builds(Source, maybe(TEXTS), maybe(TEXTS), maybe(URLS), maybe(DATES), maybe(TEXTS))),
    review=lists(TEXTS),
    evidence=maybe(
        st.dictionaries(
            st.sampled_from(
                ("date", "participants[0].role", "topics[1]", "statements[0].manner", "sources[0].outlet")
            ),
            st.builds(Evidence, st.sampled_from(Basis), maybe(TEXTS), maybe(TEXTS), maybe(TEXTS)),
            min_size=1,
            max_size=3,
        )
    ),
    made_by=st.none(),
    body=BODIES,
)


@given(ENTRIES)
def test_what_is_written_is_read_again(entry: Entry) -> None:
    assert read_entry("x/2019-a.md", entry_text(entry), CODES) == (entry, ())


@given(ENTRIES)
def test_what_is_remembered_of_an_entry_is_the_entry(entry: Entry) -> None:
    for text in (f"---\ntitle: x\n---\n\n{entry.body}\n", "of which the body was cleaned"):
        assert unpacked_entry(packed(flat(entry, text)), text.encode(), {}) == entry


@given(ENTRIES, st.integers(1, 99))
def test_what_ingest_has_signed_is_untouched(entry: Entry, number: int) -> None:
    text = signed(entry, number)
    found, problems = read_entry("x/2019-a.md", text, CODES)
    assert not problems
    assert found
    assert is_untouched(found)
    assert encounter_number(found) == number
    assert replace(found, made_by=None) == entry


@given(ENTRIES, st.sampled_from(["\n", "\n\n", "  \n", "\t"]))
def test_white_space_at_the_end_is_no_edit(entry: Entry, end: str) -> None:
    found, _ = read_entry("2019-a.md", signed(entry, 1).rstrip("\n") + end, CODES)
    assert found
    assert is_untouched(found) or not entry.body  # without a body the end is the front matter's last line


@given(ENTRIES, st.data())
def test_any_other_edit_makes_an_entry_a_persons(entry: Entry, data: st.DataObject) -> None:
    text = signed(entry, 1)
    at = data.draw(st.integers(0, len(text.rstrip()) - 1), label="place")
    new = data.draw(st.sampled_from(["", "x", "é", "\n"]), label="put there")
    edited = text[:at] + new + text[at + 1 :]
    found, _ = read_entry("2019-a.md", edited, CODES)
    if found and edited.strip() != text.strip():
        # The number of the encounter stands in the mark itself, which the digest can't cover.
        assert not is_untouched(found) or encounter_number(found) != 1


def test_an_entry_without_its_mark_is_a_persons() -> None:
    text = signed(Entry("2019-a", "Talks", parties=("AZ",), body="They met."), 1)
    lines = [line for line in text.split("\n") if not line.startswith("made_by")]
    found, _ = read_entry("2019-a.md", "\n".join(lines), CODES)
    assert found
    assert not is_untouched(found)
    assert encounter_number(found) is None


def test_an_edited_entry_still_knows_its_encounter() -> None:
    text = signed(Entry("2019-a", "Talks", parties=("AZ",), body="They met."), 3)
    found, _ = read_entry("2019-a.md", text.replace("They met", "They talked"), CODES)
    assert found
    assert not is_untouched(found)
    assert encounter_number(found) == 3


def test_a_corrected_date_is_written_without_quotation_marks() -> None:
    text = entry_text(Entry("x", "2019-02-30", date="2019-11-07", parties=("AZ",)))
    assert "date: 2019-11-07\n" in text
    assert "title: 2019-02-30\n" in text or "title: '2019-02-30'\n" in text
