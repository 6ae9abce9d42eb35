"""The names under which a site shows countries."""

from collections.abc import Mapping

from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.language import territories
from chronicle.lexicon.states import load_vanished
from chronicle.model import CountryCode


def names_shown(language: str, own: Mapping[CountryCode, str]) -> dict[CountryCode, str]:
    """The name of each country in the site's language, in order of code; those in `own` are the owner's.

    CLDR names no vanished states: these keep their English names.
    """
    local = territories(language)
    today = {code: local.get(code, country.name) for code, country in load_countries().items()}
    return {**today, **{code: state.name for code, state in load_vanished().items()}, **own}
