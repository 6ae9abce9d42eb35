"""config.yaml to `Config`: what the owner of a site may set."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import yaml

from chronicle.fields import (
    Complaints,
    Node,
    choice_reader,
    composed,
    guess,
    is_null,
    read_country,
    read_text,
    shown,
)
from chronicle.import_settings import Ways, read_import
from chronicle.lexicon.language import ENGLISH, is_language, language_meant
from chronicle.lexicon.states import known_codes
from chronicle.model import CountryCode
from chronicle.problems import Problem


class Links(StrEnum):
    """How addresses end: in a folder, for web servers; in a file, for opening from a disk too."""

    FOLDERS = "folders"
    FILES = "files"


class ArticleText(StrEnum):
    """How much of an article a meeting's page shows."""

    FULL = "full"
    EXCERPT = "excerpt"
    NONE = "none"


class Part(StrEnum):
    """What a site may do without: kinds of pages, and files beside them."""

    OFFICES = "offices"
    COUNTRY_PAIRS = "country-pairs"
    OFFICIAL_PAIRS = "official-pairs"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    TOPICS = "topics"
    OUTLETS = "outlets"
    DAYS = "days"
    ON_THIS_DAY = "on-this-day"
    SEARCH = "search"
    NETWORK = "network"
    MAP = "map"
    STATISTICS = "statistics"
    DATA = "data"
    LISTS = "lists"  # .json, .csv, .xml and .ics beside lists of meetings
    COVERAGE = "coverage"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True)
class Config:
    """What config.yaml sets, and what holds where it is silent."""

    title: str = "Meetings chronicle"
    description: str = "Who met whom, in what office, when and where: a chronicle of official meetings."
    address: str = "https://example.org/"  # where the site will stand; for feed, sitemap and canonical links
    publisher: str | None = None  # shown in the footer and named in the feed
    links: Links = Links.FOLDERS
    article_text: ArticleText = ArticleText.FULL
    article_text_of: Mapping[str, ArticleText] = field(default_factory=dict)  # by outlet
    page_length: int = 100  # meetings on one page of a list
    language: str = ENGLISH  # of the site, as CLDR and HTML write it: "az", "pt-BR"
    other_languages: tuple[str, ...] = ()  # in which the site stands, too, below /az/ and so on
    titles: Mapping[str, str] = field(default_factory=dict)  # in other languages
    descriptions: Mapping[str, str] = field(default_factory=dict)
    content_language: str = ENGLISH  # in which reports, titles and offices are written
    leave_out: frozenset[Part] = frozenset()
    repository: str | None = None  # where the entries' files are, on GitHub: "https://github.com/a/b"
    licence: str | None = None  # of the data, by its SPDX name: "CC-BY-4.0"
    country_names: Mapping[CountryCode, str] = field(
        default_factory=dict
    )  # where the owner says it otherwise
    country_names_in: Mapping[str, Mapping[CountryCode, str]] = field(default_factory=dict)  # … by language
    imports: Ways = field(default_factory=Ways)  # how tables of a person's own are read

    def title_in(self, language: str) -> str:
        """The site's title in one of its languages."""
        return self.titles.get(language, self.title)

    def country_names_of(self, language: str) -> Mapping[CountryCode, str]:
        """What the owner calls some countries in one of the site's languages."""
        own = self.country_names if language == self.language else {}
        return {**own, **self.country_names_in.get(language, {})}

    def description_in(self, language: str) -> str:
        """What the site is, in one of its languages."""
        return self.descriptions.get(language, self.description)


EXAMPLE_ADDRESS = Config().address
LONGEST_PAGE = 1000
SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
WITHOUT_VERSION = re.compile(r"CC-BY(-NC)?(-SA|-ND)?", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(r'[\s"<>]')


def read_config(path: str, text: str) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration in a file's text, and all that is wrong with it.

    What is wrong keeps its default, so that the problems of other files can be reported too.
    """
    complaints = Complaints(path, 1, known_codes())
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    node = composed(text, complaints, of="file") if lines else None
    settings: dict[str, Any] = {}
    for key, value in node.value if node else ():
        name = key.value if isinstance(key, yaml.ScalarNode) else shown(key)
        if name in settings:
            complaints.add(key, "", f"{name!r} is given twice", "Keep one of the two.")
        elif name not in SETTINGS:
            complaints.add(key, "", f"unknown setting {name!r}", guess(name, SETTINGS))
        else:
            settings[name] = SETTINGS[name](value, name, complaints)
    if isinstance(settings.get("article_text"), tuple):
        settings["article_text"], settings["article_text_of"] = settings["article_text"]
    settings["imports"] = settings.pop("import", None)
    settings["country_names_in"] = named = settings.pop("country_names", None) or {}
    settings["country_names"] = named.pop("", None)
    language = settings.get("language") or ENGLISH
    for name in ("title", "description"):
        if isinstance(settings.get(name), dict):
            told = settings[f"{name}s"] = settings.pop(name)
            settings[name] = told.get(language) or next(iter(told.values()), None)
    others = settings.get("other_languages") or ()
    settings["other_languages"] = tuple([code for code in others if code != language])
    given = {name: value for name, value in settings.items() if value is not None}
    return Config(**given), tuple(complaints.problems)


def read_told(node: Node, where: str, complaints: Complaints) -> str | dict[str, str] | None:
    """One text, or one for each language: {en: Meetings chronicle, az: Görüşlər salnaməsi}."""
    if not isinstance(node, yaml.MappingNode):
        return read_text(node, where, complaints)
    check_twice(node, where, complaints)
    told = {}
    for key, value in node.value:
        language = read_language(key, where, complaints)
        text = read_text(value, f"{where}.{shown(key)}", complaints)
        if language and text:
            told[language] = text
    return told or None


def read_address(
    node: Node,
    where: str,
    complaints: Complaints,
    *,
    hint: str = "Write where the site will stand, such as https://name.github.io/chronicle/",
) -> str | None:
    """An absolute web address; a slash at its end is added."""
    value = read_text(node, where, complaints)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:  # brackets that hold no IPv6 address
        parts = urlsplit("")
    odd = parts.query or parts.fragment or NOT_IN_ADDRESSES.search(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or odd:
        complaints.add(node, where, f"is {value!r}: not a web address", hint)
        return None
    return value.rstrip("/") + "/"


def read_page_length(node: Node, where: str, complaints: Complaints) -> int | None:
    """A whole number from 1 to 1000."""
    value = node.value if isinstance(node, yaml.ScalarNode) else shown(node)
    if len(value) <= len(str(LONGEST_PAGE)) and value.isdecimal() and 1 <= int(value) <= LONGEST_PAGE:
        return int(value)
    complaints.add(node, where, f"is {value!r}: not a whole number from 1 to {LONGEST_PAGE}")
    return None


def read_article_text(
    node: Node, where: str, complaints: Complaints
) -> tuple[ArticleText | None, Mapping[str, ArticleText]] | None:
    """One word for all articles, or {default: …, outlets: {News.Az: none}}."""
    read = choice_reader(ArticleText)
    if not isinstance(node, yaml.MappingNode):
        return read(node, where, complaints), MappingProxyType({})
    default = None
    outlets: dict[str, Any] = {}
    check_twice(node, where, complaints)
    for key, value in node.value:
        if key.value == "default":
            default = read(value, f"{where}.default", complaints)
        elif key.value == "outlets" and isinstance(value, yaml.MappingNode):
            check_twice(value, f"{where}.outlets", complaints)
            for outlet, word in value.value:
                outlets[str(outlet.value)] = read(word, f"{where}.outlets.{outlet.value}", complaints)
        else:
            complaints.add(
                key, "", f"unknown setting '{where}.{key.value}'", "Write {default: …, outlets: {Name: …}}."
            )
    return default, MappingProxyType(outlets)


def check_twice(node: Node, where: str, complaints: Complaints) -> None:
    """A key may stand in a record once."""
    seen: set[str] = set()
    for key, _ in node.value:
        if str(key.value) in seen:
            complaints.add(key, "", f"'{where}.{key.value}' is given twice", "Keep one of the two.")
        seen.add(str(key.value))


def read_language(node: Node, where: str, complaints: Complaints) -> str | None:
    """The code of a language that CLDR knows: "az", "pt-BR"."""
    value = read_text(node, where, complaints)
    if value is None or is_language(value):
        return value
    meant = language_meant(value)
    hint = (
        f"Did you mean '{meant}'?"
        if meant
        else "Write its code: az for Azerbaijani, pt-BR for Brazil's Portuguese."
    )
    complaints.add(node, where, f"is {value!r}: not the code of a language", hint)
    return None


def read_languages(node: Node, where: str, complaints: Complaints) -> tuple[str, ...] | None:
    """A list of codes of languages; a single one may stand for itself."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    read = [read_language(each, where, complaints) for each in nodes]
    return tuple(dict.fromkeys(filter(None, read)))


def read_parts(node: Node, where: str, complaints: Complaints) -> frozenset[Part] | None:
    """A list of what the site does without."""
    read = choice_reader(Part)
    if not isinstance(node, yaml.SequenceNode):
        return frozenset(filter(None, [read(node, where, complaints)]))
    several = [read(each, f"{where}[{number}]", complaints) for number, each in enumerate(node.value)]
    return frozenset(filter(None, several))


def read_repository(node: Node, where: str, complaints: Complaints) -> str | None:
    """A repository on GitHub, or on a server that has its addresses."""
    hint = "Write it as in https://github.com/owner/name"
    value = read_address(node, where, complaints, hint=hint)
    if value is None or len(urlsplit(value).path.strip("/").split("/")) == len(("owner", "name")):
        return value and value.rstrip("/").removesuffix(".git")
    complaints.add(node, where, f"is {value!r}: not a repository", hint)
    return None


def read_licence(node: Node, where: str, complaints: Complaints) -> str | None:
    """The name of a licence in the list of SPDX; those of Creative Commons have their version in it."""
    value = read_text(node, where, complaints)
    if value is None or (SPDX.fullmatch(value) and not WITHOUT_VERSION.fullmatch(value)):
        return value
    meant = "-".join(value.upper().split())
    hint = "Write its SPDX name, such as CC-BY-4.0: https://spdx.org/licenses/"
    if WITHOUT_VERSION.fullmatch(meant):
        hint = f"Did you mean '{meant}-4.0'?"
    elif SPDX.fullmatch(meant) and meant.startswith("CC"):
        hint = f"Did you mean '{meant}'?"
    complaints.add(node, where, f"is {value!r}: not the name of a licence", hint)
    return None


def read_country_names(
    node: Node, where: str, complaints: Complaints
) -> dict[str, dict[CountryCode, str]] | None:
    """Names by language, "" for the site's, and code: {TR: Turkey, MM: {en: Burma, ru: Бирма}}."""
    if is_null(node):
        return None
    if not isinstance(node, yaml.MappingNode):
        complaints.add(node, where, f"is {shown(node)}: not a record", "Write {TR: Turkey, MM: Burma}.")
        return None
    check_twice(node, where, complaints)
    names: dict[str, dict[CountryCode, str]] = {}
    for key, value in node.value:
        code = read_country(key, where, complaints)
        told = read_told(value, f"{where}.{code or shown(key)}", complaints)
        for language, name in (told if isinstance(told, dict) else {"": told}).items():
            if code and name:
                names.setdefault(language, {})[CountryCode(code)] = name
    return names


SETTINGS = {
    "title": read_told,
    "description": read_told,
    "address": read_address,
    "publisher": read_text,
    "links": choice_reader(Links),
    "article_text": read_article_text,
    "page_length": read_page_length,
    "language": read_language,
    "other_languages": read_languages,
    "content_language": read_language,
    "leave_out": read_parts,
    "repository": read_repository,
    "licence": read_licence,
    "country_names": read_country_names,
    "import": read_import,
}
