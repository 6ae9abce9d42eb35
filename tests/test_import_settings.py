"""The setting `import`: what holds for all tables, and what one says for itself."""

from chronicle.config import read_config
from chronicle.import_settings import Way, Ways
from chronicle.model import Source
from chronicle.tables.days import Days


def test_without_it_headings_are_fields() -> None:
    assert read_config("config.yaml", "title: x")[0].imports == Ways()


def test_what_a_table_says_for_itself_is_added_to_what_holds_for_all() -> None:
    config, wrong = read_config(
        "config.yaml",
        "import:\n"
        "  columns: {Datum: date, Ort: city}\n"
        "  values: {kind: {Telefonat: call}}\n"
        "  dates: dmy\n"
        "  source: {outlet: Archive, url: 'https://example.org/'}\n"
        "  tables:\n"
        "    a.csv: {columns: {Ort: '-'}, values: {kind: {Treffen: meeting}, city: {x: ''}}, dates: mdy}\n",
    )
    assert not wrong
    ways = config.imports
    source = Source(outlet="Archive", url="https://example.org/")  # type: ignore[arg-type]
    general = Way({"datum": "date", "ort": "city"}, {"kind": {"telefonat": "call"}}, Days.DMY, source=source)
    assert ways.of("other.csv") == general
    assert ways.of("a.csv") == Way(
        {"datum": "date", "ort": "-"},
        {"kind": {"telefonat": "call", "treffen": "meeting"}, "city": {"x": ""}},
        Days.MDY,
        source=source,
    )
