"""A table as it was read: headings, and rows of cells; nothing is judged yet."""

from typing import NamedTuple, TypeAlias

Cell: TypeAlias = "str | list[Cell] | dict[str, Cell]"
"""What stands in a cell: text; of JSON also lists and records of texts. Nothing is ""."""


class Row(NamedTuple):
    """A row of a table."""

    file: str  # as messages name it
    line: int  # of the file, at which it begins; from 1
    cells: tuple[Cell, ...]  # one for each heading
    odd: str = ""  # what is wrong with the row as such, as "has more cells than there are headings"


class Table(NamedTuple):
    """What stands in one file."""

    headings: tuple[str, ...]
    line: int | None  # at which the headings stand; None where every record has its own
    rows: tuple[Row, ...]  # those with nothing in them left out
    is_flat: bool  # whether cells are texts; JSON has lists and records
    note: str = ""  # what a person should know about the reading


class Unclear(NamedTuple):
    """Why a cell can't be taken for what its column holds, and what to do."""

    what: str
    hint: str
