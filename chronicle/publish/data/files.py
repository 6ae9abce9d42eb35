"""The files of the folder data/, by name."""

from chronicle.config import Config
from chronicle.publish.data.network import gexf_of
from chronicle.publish.data.package import checksum, checksums, citation, datapackage, licence_text
from chronicle.publish.data.records import rows_of
from chronicle.publish.data.schema import TABLES, WITH_JSON, Table
from chronicle.publish.data.sqlite import sqlite_of
from chronicle.publish.data.tables import csv_of, json_of
from chronicle.publish.edition import Edition

SQLITE, NETWORK = "chronicle.sqlite", "network.gexf"
PACKAGE, CITATION, LICENCE, CHECKSUMS = "datapackage.json", "CITATION.cff", "LICENCE", "SHA256SUMS"
PLAIN = ("meetings.json", "meetings.csv", "officials.json", "offices.json")  # every site has these


def data_files(edition: Edition, *, whole: bool = True) -> dict[str, bytes]:
    """The files; those that every site has if they aren't wanted `whole`."""
    rows, config = rows_of(edition), edition.config
    files = {json_name(table): json_of(table, rows[table.name]) for table in WITH_JSON}
    files |= {csv_name(table): csv_of(table, rows[table.name]) for table in TABLES}
    if not whole:
        return {name: files[name] for name in PLAIN}
    files[SQLITE] = sqlite_of(rows)
    files[NETWORK] = gexf_of(edition.chronicle)
    sums = {name: checksum(content) for name, content in files.items()}
    files[PACKAGE] = datapackage(files, sums, config)
    files[CITATION] = citation(config)
    if config.licence:
        files[LICENCE] = licence_text(config)
    files[CHECKSUMS] = checksums(
        {name: sums.get(name) or checksum(content) for name, content in files.items()}
    )
    return files


def names_of_data(config: Config, *, whole: bool = True) -> tuple[str, ...]:
    """The names of these files, known before they are made."""
    tables = [*map(json_name, WITH_JSON), *map(csv_name, TABLES)]
    licence = [LICENCE] if config.licence else []
    return (*tables, SQLITE, NETWORK, PACKAGE, CITATION, *licence, CHECKSUMS) if whole else PLAIN


def json_name(table: Table) -> str:
    """A table's JSON file."""
    return f"{table.name}.json"


def csv_name(table: Table) -> str:
    """A table's CSV file."""
    return f"{table.name}.csv"
