"""The bytes of a file → a table: which letters, which of the forms."""

import codecs

from chronicle.problems import Unreadable
from chronicle.tables.delimited import delimited
from chronicle.tables.records import records
from chronicle.tables.table import Table

WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OF_WESTERN_EXCEL = "cp1252"
GUESSED = (
    "{} isn't UTF-8 and was read as Western European (Windows-1252). Look at the names; if they are wrong, "
    "set 'encoding' under 'import' in the settings."
)


def read_table(file: str, content: bytes, encoding: str | None = None) -> Table:
    """The table in a file; `file` is how messages name it. Raises Unreadable."""
    if content.startswith((WORKBOOK, OLD_WORKBOOK)):
        hint = "Save it from the spreadsheet program as 'CSV UTF-8'."
        raise Unreadable("this is a workbook, not a table as text", hint)
    text, is_guess = decoded(content, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("there is nothing in it")
    table = records(file, text) if text.lstrip().startswith(("[", "{")) else delimited(file, text)
    return table._replace(note=GUESSED.format(file)) if is_guess and not text.isascii() else table


def decoded(content: bytes, encoding: str | None) -> tuple[str, bool]:
    """The text of a file, and whether its letters had to be guessed. Raises Unreadable."""
    marked = next((name for bom, name in BOMS if content.startswith(bom)), encoding)
    try:
        return content.decode(marked or "utf-8"), False
    except (UnicodeError, LookupError) as error:
        if marked:
            hint = "Save the table as 'CSV UTF-8', or correct 'encoding' under 'import' in the settings."
            raise Unreadable(f"this can't be read as {marked}", hint) from error
    try:
        return content.decode(OF_WESTERN_EXCEL), True
    except UnicodeDecodeError as error:
        hint = "Save the table as 'CSV UTF-8', or set 'encoding' under 'import' in the settings."
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable("this isn't UTF-8", hint, line) from error
