"""Changes of a person's file: what was decided, and not a character more."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.amend import inline, lines_of
from chronicle.lexicon.countries import load_countries
from chronicle.model import Judgement, OfficialId, Registered, Registry, Verdict
from chronicle.problems import ProblemsFound
from chronicle.project import JUDGEMENTS, OFFICIALS
from chronicle.registrar import save, with_judgements, with_officials
from chronicle.registry import read_registry

CODES = load_countries().keys()


def read(text: str, name: str = OFFICIALS) -> Registry:
    registry, problems = read_registry({name: text.encode()}, folder="registry", codes=CODES)
    assert not problems, problems
    return registry


def changed(text: str, **fields: object) -> str:
    """The text of a file of which the first record is changed."""
    before = read(text)
    after = Registry((replace(before.officials[0], **fields), *before.officials[1:]))  # type: ignore[arg-type]
    content = with_officials(text.encode(), before, after)
    assert content is not None
    assert read(content.decode()) == after
    return content.decode()


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("- {id: a, name: A}\n", {"name": "B"}, "- {id: a, name: B}\n"),
        ("- {id: a, name: 'A'}  # c\n", {"name": "B"}, "- {id: a, name: 'B'}  # c\n"),
        ('- {"id": "a", "name": "A"}\n', {"name": "B: C"}, '- {"id": "a", "name": "B: C"}\n'),
        ("- id: a\n  name: A # c\n", {"name": "B"}, "- id: a\n  name: B # c\n"),
        ("- id: a\n  name: >-\n    A\n    B\n  note: x\n", {"name": "C"}, "- id: a\n  name: C\n  note: x\n"),
        ("- id: a\n  name: A\n   B # c\n", {"name": "C"}, "- id: a\n  name: C # c\n"),
        ("- id: a\n  name: A", {"spellings": ("B",)}, "¶: [B]\n"),
        ("-\n  id: a\n  name: A\n", {"country": "AZ"}, "-\n  id: a\n  name: A\n  country: AZ\n"),
        (
            "- note: x\n  name: A\n  id: a # i\n",
            {"formerly": ("b",)},
            "- note: x\n  name: A\n  id: a # i\n  formerly: [b]\n",
        ),
        (
            "- {§: [B]}\n",
            {"spellings": ("B", "C")},
            "- {§: [B, C]}\n",
        ),
        (
            "- {§: [B,]}\n",
            {"spellings": ("B", "C, D")},
            "- {§: [B, 'C, D',]}\n",
        ),
        (
            "- {§: []}\n",
            {"spellings": ("B",)},
            "- {§: [B]}\n",
        ),
        ("- {§: }\n", {"spellings": ("B",)}, "- {§: [B]}\n"),
        ("- {§}\n", {"spellings": ("B",)}, "- {§: [B]}\n"),
        (
            "¶:  # c\n",
            {"spellings": ("B",)},
            "¶: [B]  # c\n",
        ),
        (
            "¶: ~ # c\n",
            {"spellings": ("B",)},
            "¶: [B] # c\n",
        ),
        (
            "- id: a\n  spellings:\n  - B # b\n  # end\n  name: A\n",
            {"spellings": ("B", "C")},
            "- id: a\n  spellings:\n  - B # b\n  - C\n  # end\n  name: A\n",
        ),
        (
            "¶:\n    - B # b\n    - C # c\n    - D # d\n",
            {"spellings": ("B", "D")},
            "¶:\n    - B # b\n    - D # d\n",
        ),
        (
            "¶:\n    - B # b\n  note: x\n",
            {"spellings": ()},
            "¶: [] # b\n  note: x\n",
        ),
        (
            "- {§: [B, C, D]}\n",
            {"spellings": ("B", "C")},
            "- {§: [B, C]}\n",
        ),
        (
            "- {§: [B, C, D]}\n",
            {"spellings": ("C", "E")},
            "- {§: [C, E]}\n",
        ),
        ("- {§: [B]}\n", {"spellings": ()}, "- {§: []}\n"),
        (
            "¶: [B, # b\n    C # c\n  ]\n",
            {"spellings": ("B",)},
            "¶: [B, # b\n     # c\n  ]\n",
        ),
        (
            "- {§: [B, C]}\n",
            {"spellings": ("C", "B")},
            "- {§: [C, B]}\n",
        ),
        ("[{id: a, name: A}, {id: b, name: B}]\n", {"name": "C"}, "[{id: a, name: C}, {id: b, name: B}]\n"),
        (
            "[\n  {id: a,\n   name: A},  # a\n]\n",
            {"note": "x"},
            "[\n  {id: a,\n   name: A, note: x},  # a\n]\n",
        ),
    ],
)
def test_only_what_changes_is_changed(text: str, fields: dict[str, object], expected: str) -> None:
    """For short: § is "id: a, name: A, spellings", ¶ the same in lines."""
    for sign, meaning in (("§", "id: a, name: A, spellings"), ("¶", "- id: a\n  name: A\n  spellings")):
        text, expected = text.replace(sign, meaning), expected.replace(sign, meaning)
    assert changed(text, **fields) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, name: A}\n", "- {id: a, name: A}\n- id: z\n  name: Z\n"),
        ("- {id: a, name: A}", "- {id: a, name: A}\n- id: z\n  name: Z\n"),
        ("- {id: a, name: A}\n\n# end\n", "- {id: a, name: A}\n\n# end\n- id: z\n  name: Z\n"),
        ("  - id: a\n    name: A\n", "  - id: a\n    name: A\n  - id: z\n    name: Z\n"),
        ("---\n- {id: a, name: A}\n...\n", "---\n- {id: a, name: A}\n- id: z\n  name: Z\n...\n"),
        ("[{id: a, name: A}]\n", "[{id: a, name: A}, {id: z, name: Z}]\n"),
        ("[ # none\n]\n", "[{id: z, name: Z} # none\n]\n"),
        (
            "- id: a\n  name: A\n  note: |\n    x\n\n",
            "- id: a\n  name: A\n  note: |\n    x\n\n- id: z\n  name: Z\n",
        ),
        ("# none\n", "# none\n- id: z\n  name: Z\n"),
    ],
)
def test_a_new_record_comes_at_the_end(text: str, expected: str) -> None:
    before = read(text)
    after = Registry((*before.officials, Registered(OfficialId("z"), "Z")))
    content = with_officials(text.encode(), before, after)
    assert content is not None
    assert content.decode() == expected
    assert read(expected) == after


def test_a_new_judgement_is_a_line() -> None:
    judgement = Judgement(Verdict.SAME, meetings=("a", "2019-11-07"), because='so: "yes", no')
    content = with_judgements(b"# ours\n", Registry(), Registry((), (judgement,)))
    assert content == (b"# ours\n- {verdict: same, meetings: [a, 2019-11-07], because: 'so: \"yes\", no'}\n")
    assert read(content.decode(), JUDGEMENTS).judgements == (judgement,)


@pytest.mark.parametrize(
    "value", ["no", "null", "~", "12", "a: b", "# x", "- x", "'", '"', "[", "{a}", "a, b", "é", "2019-11-07"]
)
def test_a_value_is_read_as_what_it_was(value: str) -> None:
    records = (Registered(OfficialId("a"), value, (value,), note=value),)
    for flow in (False, True):
        text = lines_of({"id": "a", "name": value, "spellings": (value,), "note": value}, "", flow=flow)
        assert read(text).officials == records
    assert "\n" not in inline(value)


def test_where_more_would_change_nothing_is_written(tmp_path: Path) -> None:
    text = b"- {id: a, name: &n A}\n- {id: b, name: *n, country: AZ}\n"
    before = read(text.decode())
    after = Registry((replace(before.officials[0], name="C"), before.officials[1]))
    with pytest.raises(ProblemsFound) as caught:
        save(tmp_path, {OFFICIALS: text}, before, after, CODES)
    assert caught.value.problems
    assert not list(tmp_path.iterdir())


def test_two_kinds_of_line_ends_are_left_to_the_person(tmp_path: Path) -> None:
    text = b"- {id: a, name: A}\r\n- {id: b, name: B}\n"
    before = read(text.decode())
    after = Registry((*before.officials, Registered(OfficialId("z"), "Z")))
    with pytest.raises(ProblemsFound, match="two kinds of line ends"):
        save(tmp_path, {OFFICIALS: text}, before, after, CODES)
    assert not list(tmp_path.iterdir())


# ── any file ─────────────────────────────────────────────────────────────────────────────────

PLAIN = (
    st.text("abcZəГ,:#'\"[]{}- 1&*!|>%@?", min_size=1, max_size=12)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)
COMMENT = st.sampled_from(["", "  # since 2013", "  # a, b: [c] 'd", " #"])
BETWEEN = st.sampled_from(["", "\n", "# between\n", "  # indented, [odd\n", "\n\n# two\n\n"])


@st.composite
def listing(draw: st.DrawFn, items: list[str]) -> str:
    """A list as a value: in brackets, in several lines of brackets, or as lines."""
    style = draw(st.sampled_from(["flow", "wide", "block", "flush"]))
    if style == "flow" or not items:
        return f" [{', '.join(map(inline, items))}]{draw(COMMENT)}\n"
    if style == "wide":
        return " [\n" + "".join(f"      {inline(item)},{draw(COMMENT)}\n" for item in items) + "    ]\n"
    margin = "    " if style == "block" else "  "
    return f"{draw(COMMENT)}\n" + "".join(f"{margin}- {inline(item)}{draw(COMMENT)}\n" for item in items)


@st.composite
def written(draw: st.DrawFn, number: int) -> str:
    """A record as a person may write it, with comments, in any order of fields."""
    name, spellings = draw(PLAIN), draw(st.lists(PLAIN, max_size=3, unique=True))
    note = draw(st.none() | PLAIN)
    if draw(st.booleans()):
        quoted = draw(st.sampled_from([None, '"', "'"]))
        fields = [f"id: n{number}", f"name: {inline(name, like=quoted)}"]
        fields += [f"spellings: [{', '.join(map(inline, spellings))}]"] if spellings else []
        fields += [f"note: {inline(note)}"] if note else []
        return f"- {{{', '.join(draw(st.permutations(fields)))}}}{draw(COMMENT)}\n"
    lines = [f"id: n{number}{draw(COMMENT)}\n", f"name: {inline(name)}{draw(COMMENT)}\n"]
    lines += [f"spellings:{draw(listing(spellings))}"] if spellings or draw(st.booleans()) else []
    lines += [f"note: |\n    {note}\n" if note.isalpha() else f"note: {inline(note)}\n"] if note else []
    return "- " + "  ".join(draw(st.permutations(lines)))


@st.composite
def files(draw: st.DrawFn) -> list[str]:
    """A file in parts: records, with what stands between them."""
    number = draw(st.integers(1, 4))
    parts = [draw(BETWEEN)]
    for each in range(number):
        parts += [draw(written(each)), draw(BETWEEN)]
    return parts


@given(files(), st.data())
def test_an_edit_changes_one_record_and_leaves_every_other_character(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    before = unchecked(text)
    number = data.draw(st.integers(0, len(before.officials) - 1))
    old = before.officials[number]
    kept = data.draw(st.lists(st.sampled_from(old.spellings), unique=True)) if old.spellings else []
    spellings = tuple(s for s in old.spellings if s in kept)
    spellings += tuple(s for s in data.draw(st.lists(PLAIN, max_size=2, unique=True)) if s not in spellings)
    new = replace(
        old,
        name=data.draw(st.just(old.name) | PLAIN),
        spellings=spellings,
        formerly=data.draw(st.sampled_from([(), ("x",)])),
        id=data.draw(st.sampled_from([old.id, OfficialId(f"m{number}")])),
    )
    more = data.draw(st.sampled_from([(), (Registered(OfficialId("last"), "Last"),)]))
    after = Registry((*before.officials[:number], new, *before.officials[number + 1 :], *more))
    content = with_officials(text.encode(), before, after)
    if after == before:
        assert content is None
        return
    assert content is not None
    made = content.decode()
    assert unchecked(made) == after
    head, tail = "".join(parts[: 2 * number + 1]), "".join(parts[2 * number + 2 :])
    assert made.startswith(head)
    assert made.removesuffix("- id: last\n  name: Last\n").endswith(tail)


def unchecked(text: str) -> Registry:
    """The records of a text, whatever names they share."""
    registry, problems = read_registry({OFFICIALS: text.encode()}, folder="registry", codes=CODES)
    assert not [p for p in problems if "nothing tells them apart" not in p.what], problems
    return registry
