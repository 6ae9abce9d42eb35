"""What tells others of the data: datapackage.json, CITATION.cff, the licence, checksums."""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
import yaml

from chronicle.config import Config
from chronicle.publish.data.schema import TABLES, Field, Table, Type, key_of, refers
from chronicle.slug import slug

SPDX = "https://spdx.org/licenses/"
DAY_OR_LESS = r"^\d{4}(-\d{2}(-\d{2})?)?$"
TYPES = {Type.NUMBER: "integer", Type.YES_NO: "boolean"}
FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".sqlite": "application/vnd.sqlite3",
    ".gexf": "application/gexf+xml",
}


def datapackage(files: Mapping[str, bytes], sums: Mapping[str, str], config: Config) -> bytes:
    """datapackage.json, as Frictionless has it; `files` are those of the folder, by name, with their sums."""
    tables = {f"{table.name}.csv": table for table in TABLES}
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": slug(config.title) or "chronicle",
        "title": config.title,
        "description": config.description,
        "homepage": config.address,
    }
    if config.licence:
        package["licenses"] = [{"name": config.licence, "path": licence_address(config.licence)}]
    if config.publisher:
        package["contributors"] = [{"title": config.publisher, "role": "publisher"}]
    package["resources"] = [resource(name, len(files[name]), sums[name], tables.get(name)) for name in files]
    return orjson.dumps(package, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def resource(name: str, size: int, checked: str, table: Table | None) -> dict[str, Any]:
    """A file of the package; of a table's, what its fields are."""
    stem, _, ending = name.rpartition(".")
    told: dict[str, Any] = {
        "name": stem if table else f"{stem}-{ending}",
        "path": name,
        "format": ending,
        "mediatype": media_type(name),
        "bytes": size,
        "hash": f"sha256:{checked}",
    }
    if table:
        told |= {"profile": "tabular-data-resource", "encoding": "utf-8", "description": table.about}
        told["dialect"] = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"}
        told["schema"] = schema_of(table)
    return told


def media_type(name: str) -> str:
    """What kind of file has a name."""
    return FORMATS[name[name.rindex(".") :]]


def schema_of(table: Table) -> dict[str, Any]:
    """A table as Frictionless describes it."""
    return {
        "fields": [described(field, table) for field in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": [field.name], "reference": {"resource": field.of, "fields": [key_of(field.of)]}}
            for field in table.columns
            if refers(field)
        ],
    }


def described(field: Field, table: Table) -> dict[str, Any]:
    """One field; in CSV lists and records are texts."""
    told: dict[str, Any] = {
        "name": field.name,
        "type": TYPES.get(field.type, "string"),
        "description": field.about,
    }
    if field.type is Type.ADDRESS:
        told["format"] = "uri"
    constraints: dict[str, Any] = {"pattern": DAY_OR_LESS} if field.type is Type.DATE else {}
    if field.name in table.key:
        constraints["required"] = True
    return told | ({"constraints": constraints} if constraints else {})


def citation(config: Config) -> bytes:
    """CITATION.cff: how to cite the data."""
    told: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as follows.",
        "type": "dataset",
        "title": config.title,
        "abstract": config.description,
        "authors": [{"name": config.publisher or config.title}],
        "url": config.address,
    }
    if config.licence:
        told["license"] = config.licence
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True).encode()


def licence_text(config: Config) -> bytes:
    """LICENCE: under which licence the data are, and where its text stands."""
    licence = config.licence or ""
    return f"{config.title}\n\nLicence of the data: {licence}\n{licence_address(licence)}\n".encode()


def licence_address(licence: str) -> str:
    """Where the text of a licence stands."""
    return f"{SPDX}{licence}.html"


def checksums(sums: Mapping[str, str]) -> bytes:
    """SHA256SUMS, as `sha256sum -c` reads it."""
    return "".join([f"{checked}  {name}\n" for name, checked in sums.items()]).encode()


def checksum(content: bytes) -> str:
    """A file's SHA-256."""
    return hashlib.sha256(content).hexdigest()
