"""What describes the data."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from chronicle.config import Config
from chronicle.model import Entry
from chronicle.publish.data.files import data_files
from chronicle.publish.edition import Edition

Make = Callable[..., Edition]
SETTINGS = Config(title="Görüşlər: A", publisher="Archive", licence="CC-BY-4.0")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="this system has no sha256sum")
def test_sha256sum_finds_every_file_whole_and_a_changed_one_not(
    edition: Make, entry: Entry, tmp_path: Path
) -> None:
    files = data_files(edition(entry, config=SETTINGS))
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK") == len(files) - 1
    (tmp_path / "meetings.csv").write_text("x")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_package_names_all_tables_with_sizes_keys_and_licence(edition: Make, entry: Entry) -> None:
    files = data_files(edition(entry, config=SETTINGS))
    package = json.loads(files["datapackage.json"])
    assert package["licenses"] == [{"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0.html"}]
    by_path = {resource["path"]: resource for resource in package["resources"]}
    assert by_path.keys() == files.keys() - {"datapackage.json", "CITATION.cff", "LICENCE", "SHA256SUMS"}
    for path, resource in by_path.items():
        assert resource["bytes"] == len(files[path])
        assert resource["hash"].removeprefix("sha256:") in files["SHA256SUMS"].decode()
    schema = by_path["participants.csv"]["schema"]
    assert schema["primaryKey"] == ["meeting", "number"]
    assert {"fields": ["official"], "reference": {"resource": "officials", "fields": ["id"]}} in schema[
        "foreignKeys"
    ]
    types = {field["name"]: field["type"] for field in by_path["tenures.csv"]["schema"]["fields"]}
    assert (types["number"], types["acting"], types["role"]) == ("integer", "boolean", "string")


def test_the_citation_names_who_publishes_and_where(edition: Make, entry: Entry) -> None:
    told = yaml.safe_load(data_files(edition(entry, config=SETTINGS))["CITATION.cff"])
    assert told["title"] == "Görüşlər: A"
    assert told["authors"] == [{"name": "Archive"}]
    assert told["license"] == "CC-BY-4.0"
    assert told["url"] == "https://example.org/"


def test_nothing_is_claimed_of_a_licence_that_nobody_set(edition: Make, entry: Entry) -> None:
    files = data_files(edition(entry, config=replace(SETTINGS, licence=None)))
    assert "LICENCE" not in files
    assert "licenses" not in json.loads(files["datapackage.json"])
    assert "license" not in yaml.safe_load(files["CITATION.cff"])


def test_a_site_without_the_data_page_keeps_what_every_site_has(edition: Make, entry: Entry) -> None:
    files = data_files(edition(entry), whole=False)
    assert set(files) == {"meetings.json", "meetings.csv", "officials.json", "offices.json"}
