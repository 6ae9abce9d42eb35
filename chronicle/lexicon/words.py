"""Word lists on disk → frozen data. Every scalar is text: `NO` is Norway, not False."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

Words: TypeAlias = "str | tuple[Words, ...] | Mapping[str, Words]"

Model: TypeAlias = Mapping[str, Mapping[str, int]]  # feature -> class -> weight; the feature "" is the bias

HERE = Path(__file__).parent
try:
    from yaml import CBaseLoader as Loader  # BaseLoader: no types, each scalar as it stands
except ImportError:  # PyYAML without libyaml: slower, otherwise the same
    from yaml import BaseLoader as Loader  # type: ignore[assignment]


@cache
def load_words(name: str) -> Words:
    """What `lexicon/<name>.yaml` holds, lists as tuples; `name` is "outlets" or "en/furniture".

    Raises FileNotFoundError or yaml.YAMLError: the lexicon is a part of the program.
    """
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    return frozen(yaml.load(text, Loader=Loader))  # noqa: S506 - BaseLoader makes nothing but text


def word_mapping(name: str) -> Mapping[str, Words]:
    """A file of words by key. Raises TypeError where the file is anything else."""
    words = load_words(name)
    if not isinstance(words, Mapping):
        message = f"lexicon/{name}.yaml is no mapping"
        raise TypeError(message)
    return words


@cache
def word_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """A file of lists, by the list's name. Raises TypeError where the file is anything else."""
    words = word_mapping(name)
    return MappingProxyType({key: texts(name, value) for key, value in words.items()})


@cache
def texts(name: str, value: Words) -> tuple[str, ...]:
    """The value, which must be a list of texts."""
    if not isinstance(value, tuple) or not all(isinstance(word, str) for word in value):
        message = f"lexicon/{name}.yaml: {value!r} is no list of texts"
        raise TypeError(message)
    return tuple(str(word) for word in value)


def word_list(name: str) -> frozenset[str]:
    """The words of `lexicon/<name>.txt`, one a line."""
    return frozenset((HERE / f"{name}.txt").read_text(encoding="utf-8").split())


def frozen(value: object) -> Words:
    """The loaded value with tuples for lists and read-only mappings for dicts."""
    if isinstance(value, dict):
        return MappingProxyType({str(key): frozen(held) for key, held in value.items()})
    if isinstance(value, list):
        return tuple(map(frozen, value))
    return str(value)


@cache
def load_models(language: str) -> Mapping[str, Model]:
    """What `make train` learnt, by name."""
    found: Mapping[str, Model] = json.loads((HERE / language / "model.json").read_text(encoding="utf-8"))
    return found


def load_accuracy(language: str) -> Sequence[Mapping[str, Any]]:
    """How well articles of a language are read, as `make score` found: see publish.pages.about.Measured."""
    found: Sequence[Mapping[str, Any]] = json.loads(
        (HERE / language / "accuracy.json").read_text(encoding="utf-8")
    )
    return found
