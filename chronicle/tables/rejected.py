"""Rows that were rejected → a table of them with the reasons, to be mended and imported again."""

import csv
import io
import json
import re
from collections.abc import Sequence

from chronicle.problems import Problem
from chronicle.tables.rows import Rejected
from chronicle.tables.table import Table

FORMULA = re.compile(r"[=+\-@\t\r]")


def rejected_text(table: str, rejected: Sequence[tuple[Rejected, Table]]) -> bytes:
    """The file of some rejected rows of one table: a record a line if one came so, else with commas.

    The heading of the reasons tells which table the rows belong to; no import reads that column.
    """
    reason = f"rejected from {table} because"
    records = [
        {**dict(zip(of.headings, each.row.cells, strict=True)), reason: reasons_of(each.problems)}
        for each, of in rejected
    ]
    if not all(of.is_flat for _, of in rejected):
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    headings = list(dict.fromkeys(heading for record in records for heading in record if heading))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(
        out, [*(h for h in headings if h != reason), reason], restval="", extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows({name: guarded(str(cell)) for name, cell in record.items()} for record in records)
    return out.getvalue().encode("utf-8-sig")  # without the mark Excel takes it for Windows-1252


def reasons_of(problems: Sequence[Problem]) -> str:
    """All that is wrong with a row, in one cell."""
    return " ".join(f"{problem.what}. {problem.hint}".strip() for problem in problems)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell
