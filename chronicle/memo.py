"""What was worked out before, by content hash: lost or damaged it costs time, never truth.

One SQLite file. A value is stored with a digest of its key and itself, so that a damaged one is a
missing one; a damaged file is thrown away. Nothing is pickled. The file is also the lock: one build
at a time.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from chronicle.digests import SIZE, digest

SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS html (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS templates (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS registry (key BLOB PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS builds (key BLOB PRIMARY KEY, value BLOB);
"""


class Busy(Exception):
    """Raised when another build holds the memory for longer than a minute."""


class Memo:
    """The memory of one project, held from `with` to its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.DatabaseError):  # a memory that can't be kept is a memory lost
            self.connection.rollback() if kind else self.connection.commit()
        self.connection.close()

    def all(self, table: str) -> dict[bytes, bytes]:
        """Everything in a table that is undamaged."""
        try:
            rows = self.connection.execute(f"SELECT key, value FROM {table}").fetchall()  # noqa: S608
        except sqlite3.DatabaseError:
            return {}
        return {key: value[SIZE:] for key, value in rows if sound(key, value)}

    def get(self, table: str, key: bytes) -> bytes | None:
        """One value, None where there is none or it is damaged."""
        try:
            row = self.connection.execute(f"SELECT value FROM {table} WHERE key = ?", (key,)).fetchone()  # noqa: S608
        except sqlite3.DatabaseError:
            return None
        return row[0][SIZE:] if row and sound(key, row[0]) else None

    def put(self, table: str, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Remember some values."""
        rows = [(key, digest(key, value) + value) for key, value in values]
        try:
            self.connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)  # noqa: S608
        except sqlite3.DatabaseError:
            return

    def keep_only(self, table: str, keys: Mapping[bytes, Any] | set[bytes]) -> None:
        """Forget all values but these, if they are many: what was used once may be asked for again."""
        try:
            known = [row[0] for row in self.connection.execute(f"SELECT key FROM {table}")]  # noqa: S608
            if len(known) > 2 * len(keys) + 1000:
                gone = [(key,) for key in known if key not in keys]
                self.connection.executemany(f"DELETE FROM {table} WHERE key = ?", gone)  # noqa: S608
        except sqlite3.DatabaseError:
            return


def sound(key: object, value: object) -> bool:
    """Whether a stored value is what was stored under this key: a damaged index finds another's."""
    return isinstance(key, bytes) and isinstance(value, bytes) and digest(key, value[SIZE:]) == value[:SIZE]


def connect(path: Path) -> sqlite3.Connection:
    """The memory's connection, with its lock taken; a damaged file is thrown away and made anew."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return opened(path)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise Busy from error
            forget(path)
        except (sqlite3.DatabaseError, OSError):
            forget(path)
    return sqlite3.connect(":memory:", isolation_level=None)


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a sound file, locked."""
    connection = sqlite3.connect(path, timeout=60, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_spill = OFF")  # or a long write would lock out child processes
        connection.execute("BEGIN IMMEDIATE")
        for statement in SCHEMA.split(";"):
            connection.execute(statement)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def forget(path: Path) -> None:
    """Throw a memory away, with the journal that would be applied to the next one."""
    for file in (path, path.with_name(f"{path.name}-journal")):
        with contextlib.suppress(OSError):
            file.unlink()


class Remembered:
    """A pure function of texts that looks first whether it was asked before.

    Works in a child process: it only reads the memory, and keeps what is new for the parent to put there.
    """

    def __init__(self, function: Callable[[str], str], *, path: Path, table: str, version: bytes) -> None:
        self.function, self.path, self.table, self.version = function, path, table, version
        self.connections: dict[int, sqlite3.Connection | None] = {}  # by process: they may not be shared
        self.made: dict[bytes, str] = {}

    def __call__(self, text: str) -> str:
        key = digest(self.version, text.encode())
        if key in self.made:
            return self.made[key]
        value = self.known(key)
        if value is None:
            value = self.made[key] = self.function(text)
        return value

    def known(self, key: bytes) -> str | None:
        """What the memory has."""
        process = os.getpid()
        if process not in self.connections:
            self.connections[process] = self.opened()
        connection = self.connections[process]
        if connection is None:
            return None
        try:
            rows = connection.execute(f"SELECT value FROM {self.table} WHERE key = ?", (key,)).fetchall()  # noqa: S608
        except sqlite3.DatabaseError:
            return None
        return rows[0][0][SIZE:].decode() if rows and sound(key, rows[0][0]) else None

    def opened(self) -> sqlite3.Connection | None:
        """The memory's connection for this process; None where nothing is in the table, or no table yet."""
        try:
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        except sqlite3.DatabaseError:
            return None
        with contextlib.suppress(sqlite3.DatabaseError):
            if connection.execute(f"SELECT 1 FROM {self.table} LIMIT 1").fetchone():  # noqa: S608
                return connection
        connection.close()
        return None

    def news(self) -> list[tuple[bytes, bytes]]:
        """What was worked out and not known, since the last time this was asked."""
        made, self.made = self.made, {}
        return [(key, value.encode()) for key, value in made.items()]
