"""Everything that a user can type is named in README.md."""

import argparse
import re
from dataclasses import fields

import pytest

from chronicle.cli import COMMANDS, parser
from chronicle.config import SETTINGS, ArticleText, Links, Part
from chronicle.model import (
    Basis,
    Entry,
    Evidence,
    Judgement,
    Kind,
    Manner,
    Participant,
    Registered,
    Source,
    Statement,
    Status,
    Verdict,
)
from chronicle.project import JUDGEMENTS, OFFICIALS
from chronicle.record import read_entry
from chronicle.registry import read_registry
from tests.conftest import ROOT

RECORDS = (Entry, Participant, Statement, Source, Evidence)
README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_CODE = set(re.findall(r"`([^`\n]+)`", README))
WORDS = {word for code in IN_CODE for word in re.split(r"[\s,]+", code)} | {
    word
    for block in re.findall(r"```.*?```", README, re.DOTALL)
    for word in re.split(r"[\s,:{}\[\]]+", block)
}


def options() -> list[str]:
    """All options of all commands."""
    made = parser()
    parsers = [made]
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            parsers += action.choices.values()
    return sorted(
        {option for each in parsers for action in each._actions for option in action.option_strings}
        - {"-h", "--help"}
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`python build.py {command}" in README


@pytest.mark.parametrize("option", options())
def test_every_option_is_in_the_readme(option: str) -> None:
    assert re.search(rf"`{option}[` ]", README)


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_in_the_readme(key: str) -> None:
    assert f"| `{key}` |" in README


@pytest.mark.parametrize(
    "field",
    sorted(
        {
            field.name
            for record in (Entry, Participant, Statement, Source, Evidence, Registered, Judgement)
            for field in fields(record)
        }
        - {"id", "body", "rule"}
    ),
)
def test_every_field_is_in_the_readme(field: str) -> None:
    assert field in WORDS


@pytest.mark.parametrize("word", [*Kind, *Status, *Manner, *Basis, *Links, *ArticleText, *Verdict, *Part])
def test_every_word_that_may_be_written_is_in_the_readme(word: str) -> None:
    assert word in WORDS


def test_the_example_entry_is_one() -> None:
    (example,) = re.findall(r"```yaml\n(---\n.*?)```", README, re.DOTALL)
    entry, problems = read_entry("2019-11-07-hasanov-gross.md", example, ("AZ", "FR"))
    assert not problems
    assert entry


def test_the_examples_of_the_registry_are_ones() -> None:
    (officials,) = re.findall(r"```yaml\n(- id: .*?)```", README, re.DOTALL)
    (judgements,) = re.findall(r"```yaml\n(- \{verdict: .*?)```", README, re.DOTALL)
    files = {
        OFFICIALS: (officials + "- {id: z-hasanov, name: Z. Hasanov}\n")
        .replace("formerly: [z-hasanov]", "formerly: [hasanov]")
        .encode(),
        JUDGEMENTS: judgements.encode(),
    }
    registry, problems = read_registry(files, folder="registry", codes=("AZ",))
    assert not problems
    assert (len(registry.officials), len(registry.judgements)) == (2, 2)


def test_every_picture_that_the_readme_shows_is_there() -> None:
    shown = re.findall(r'(?:src|srcset)="(docs/screenshots/[^"]+)"', README)
    assert len(shown) > 20
    assert [picture for picture in shown if not (ROOT / picture).is_file()] == []
