"""The memory: gives back what it was given, under the key it was given for, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronicle.memo import Busy, Memo, Remembered, sound


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    return tmp_path / "folder" / "memory.sqlite"


def test_what_was_put_is_there_the_next_time(path: Path) -> None:
    with Memo(path) as memo:
        memo.put("html", [(b"a", b"1"), (b"b", b"")])
        assert memo.get("html", b"a") == b"1"
    with Memo(path) as memo:
        assert memo.all("html") == {b"a": b"1", b"b": b""}
        assert memo.get("html", b"c") is None
        assert memo.get("entries", b"a") is None


def test_nothing_is_kept_of_a_build_that_failed(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Memo(path) as memo:  # noqa: PT012  the error comes from within
        memo.put("html", [(b"a", b"1")])
        raise ZeroDivisionError
    with Memo(path) as memo:
        assert memo.all("html") == {}


def test_a_value_under_anothers_key_is_none(path: Path) -> None:
    """A damaged index can lead to another row, whose own digest is sound."""
    with Memo(path) as memo:
        memo.put("html", [(b"a", b"1"), (b"b", b"2")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE html SET value = (SELECT value FROM html WHERE key = ?) WHERE key = ?", (b"b", b"a")
        )
    with Memo(path) as memo:
        assert memo.get("html", b"a") is None
        assert memo.all("html") == {b"b": b"2"}


@pytest.mark.parametrize("value", [b"", b"x" * 15, b"x" * 100, "text", 7, None])
def test_a_value_without_its_digest_is_none(path: Path, value: object) -> None:
    with Memo(path):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO html VALUES (?, ?)", (b"a", value))
    with Memo(path) as memo:
        assert memo.get("html", b"a") is None
        assert memo.all("html") == {}
    assert not sound(b"a", value)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    damage=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=40),
    cut=st.floats(0, 1),
)
def test_damage_never_gives_a_wrong_value(path: Path, damage: list[tuple[float, int]], cut: float) -> None:
    values = {bytes([number]): bytes([number]) * number for number in range(50)}
    path.unlink(missing_ok=True)
    with Memo(path) as memo:
        memo.put("html", values.items())
    content = bytearray(path.read_bytes())
    for place, byte in damage:
        content[int(place * len(content))] = byte
    path.write_bytes(content[: int(len(content) * max(cut, 0.2))] if cut < 0.9 else content)
    with Memo(path) as memo:
        assert memo.all("html").items() <= values.items()
        for key, value in values.items():
            assert memo.get("html", key) in (None, value)
        memo.put("html", values.items())
        memo.keep_only("html", set(values))


def test_a_journal_left_beside_a_damaged_memory_goes_with_it(path: Path) -> None:
    with Memo(path):
        pass
    path.write_bytes(b"garbage" * 1000)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"garbage" * 1000)
    with Memo(path) as memo:
        memo.put("html", [(b"a", b"1")])
    with Memo(path) as memo:
        assert memo.get("html", b"a") == b"1"


def test_what_is_no_longer_used_is_forgotten_once_it_is_much(path: Path) -> None:
    with Memo(path) as memo:
        memo.put("html", [(str(number).encode(), b"x") for number in range(1200)])
        memo.keep_only("html", {str(number).encode() for number in range(200)})
        assert len(memo.all("html")) == 1200
        memo.keep_only("html", {str(number).encode() for number in range(50)})
        assert len(memo.all("html")) == 50


def test_a_second_build_waits_and_then_says_that_it_is_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(
        "sqlite3.connect", lambda *a, **k: connect(*a, **{**k, "timeout": 0.1})
    )  # not a minute
    with Memo(path), pytest.raises(Busy):
        Memo(path)


def test_a_remembered_function_is_asked_once(path: Path) -> None:
    asked: list[str] = []

    def shout(text: str) -> str:
        asked.append(text)
        return text.upper()

    remembered = Remembered(shout, path=path, table="html", version=b"1")
    assert [remembered("a"), remembered("a")] == ["A", "A"]
    with Memo(path) as memo:
        memo.put("html", remembered.news())
    assert remembered.news() == []
    again = Remembered(shout, path=path, table="html", version=b"1")
    assert again("a") == "A"
    assert again.news() == []
    assert asked == ["a"]
    assert Remembered(shout, path=path, table="html", version=b"2")("a") == "A"
    assert asked == ["a", "a"]


def test_a_remembered_function_works_without_a_memory(path: Path) -> None:
    assert Remembered(str.upper, path=path, table="html", version=b"")("a") == "A"
