"""The files of the lexicon."""

from pathlib import Path

import pytest
import yaml

import chronicle.lexicon

FOLDER = Path(chronicle.lexicon.__file__).parent


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.yaml")), ids=lambda file: file.stem)
def test_each_is_yaml_for_every_parser(file: Path) -> None:
    """The fast parser, where it is there, forgives what the plain one doesn't: "stands? ready"."""
    assert yaml.load(file.read_text(encoding="utf-8"), yaml.SafeLoader)
