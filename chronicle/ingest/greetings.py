"""Greetings at an airport, on arrival, on leaving: no encounter by themselves (GUIDE rule 12)."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists


def greeting(low: str) -> re.Match[str] | None:
    """The word of greeting, where somebody has just come, or leaves."""
    if not places().starts(low):
        return None
    here = patterns()["airport"].search(low)
    if here is None and (patterns()["arriving"].search(low) is None or patterns()["house"].search(low)):
        return None
    return None if patterns()["talks"].search(low) else patterns()["greets"].search(low)


@cache
def places() -> Phrases:
    """Without one of these words nobody greets at an airport."""
    lists = word_lists("en/unreal")
    return Phrases(Phrase(form, "place", form) for form in (*lists["at_arrival"], *lists["arriving"]))


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """The words for where and how somebody is greeted."""
    form = {name: alternatives(words) for name, words in word_lists("en/unreal").items()}
    return MappingProxyType(
        {
            "airport": re.compile(rf"\b(?:{form['at_arrival']})\b"),
            "arriving": re.compile(rf"\b(?:{form['arriving']})\b"),
            "house": re.compile(rf"\b(?:{form['at_the_house']})\b"),
            "greets": re.compile(rf"\b(?:{form['greets']})\b"),
            "talks": re.compile(rf"\b(?:{form['talks_too']})\b"),
        }
    )
