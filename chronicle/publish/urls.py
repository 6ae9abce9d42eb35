"""The only place where an address is made.

An address is written from the root of the site's language, behind the sign ROOT; what all languages
share, from the site's root behind the sign SHARED. When a page is finished a sign becomes the way from
that page to the root, so that the same files work at a domain's root, under /repo/ and from a folder.
"""

import re
from urllib.parse import quote, unquote

from chronicle.model import CountryCode, MeetingId, OfficeId, OfficialId, PartialDate

ROOT = "\x1a"  # a control character, which no text of an entry or an article can have
SHARED = "\x1c"  # another one
FOLDER_LINK = re.compile(rf'([{ROOT}{SHARED}])([^"#?<>\s]*/)?(?=["#?])')
NUMBERED = re.compile(r"page/\d+/$")

HOME = ROOT
ABOUT = f"{ROOT}about/"
COUNTRIES = f"{ROOT}countries/"
OFFICES = f"{ROOT}offices/"
OFFICIALS = f"{ROOT}officials/"
UNDATED = f"{ROOT}undated/"
PAIRS = f"{ROOT}pairs/"  # of countries: all of them as a matrix
ORGANISATIONS = f"{ROOT}organisations/"
PLACES = f"{ROOT}places/"
TOPICS = f"{ROOT}topics/"
OUTLETS = f"{ROOT}outlets/"
ON_THIS_DAY = f"{ROOT}on-this-day/"
SEARCH = f"{ROOT}search/"
NETWORK = f"{ROOT}network/"
MAP = f"{ROOT}map/"
STATISTICS = f"{ROOT}statistics/"
DATA = f"{ROOT}data/"  # the page that tells of the files, which stand in the same folder
COVERAGE = f"{ROOT}coverage/"
CORRECTIONS = f"{ROOT}corrections/"
CORRECTIONS_FEED = f"{SHARED}corrections.xml"
METHOD = f"{ROOT}method/"
WITHOUT_MEETING = f"{COVERAGE}without-meeting/"  # the articles that tell of none
ASSETS = f"{SHARED}assets/"
FILES = f"{SHARED}data/"
FEED = f"{SHARED}feed.xml"


def meeting_url(meeting: MeetingId) -> str:
    """A meeting's page; its id is a file's name, in which a person may have written anything."""
    return f"{ROOT}meetings/{quote(meeting)}/"


def official_url(official: OfficialId) -> str:
    """An official's page."""
    return f"{ROOT}officials/{official}/"


def office_url(office: OfficeId) -> str:
    """An office's page."""
    return f"{ROOT}offices/{office}/"


def country_url(code: CountryCode) -> str:
    """A country's page."""
    return f"{ROOT}countries/{code.lower()}/"


def country_pair_url(pair: str) -> str:
    """The page of two countries, by their group's id."""
    return f"{PAIRS}{pair}/"


def official_pair_url(pair: str) -> str:
    """The page of two officials, by their group's id: below the first one's."""
    one, _, other = pair.partition("/")
    return f"{ROOT}officials/{one}/with/{other}/"


def organisation_url(organisation: str) -> str:
    """An organisation's page, by its group's id."""
    return f"{ORGANISATIONS}{organisation}/"


def place_url(place: str) -> str:
    """A place's page, by its group's id."""
    return f"{PLACES}{place}/"


def topic_url(topic: str) -> str:
    """A topic's page, by its group's id."""
    return f"{TOPICS}{topic}/"


def outlet_url(outlet: str) -> str:
    """An outlet's page, by its group's id."""
    return f"{OUTLETS}{outlet}/"


def day_url(date: PartialDate) -> str:
    """The page of a day: "2019/11/07/"."""
    return f"{ROOT}{date.replace('-', '/')}/"


def year_statistics_url(year: str) -> str:
    """The page of a year in numbers."""
    return f"{STATISTICS}{year}/"


def anniversary_url(day: str) -> str:
    """The page of all meetings on one day of the year, such as "11-07"."""
    return f"{ON_THIS_DAY}{day}/"


def own_page_url(name: str) -> str:
    """A page of the owner's."""
    return f"{ROOT}{name}/"


def beside(url: str, name: str) -> str:
    """A file beside the pages of a list, which all languages share: "meetings.json"."""
    return url.replace(ROOT, SHARED) + name


def period_url(date: PartialDate | None) -> str:
    """The page of a date's month, or of its year where that is all that is known."""
    return f"{ROOT}{date[:7].replace('-', '/')}/" if date else UNDATED


def numbered(url: str, number: int) -> str:
    """The address of one of several pages of a list; the first has the list's own."""
    return url if number == 1 else f"{url}page/{number}/"


def list_of(url: str) -> str:
    """The address of a list of which this is one page."""
    return NUMBERED.sub("", url)


def path_of(url: str) -> str:
    """The file behind an address, below the site's root."""
    path = unquote(url.lstrip(ROOT + SHARED))
    return path + "index.html" if not path or path.endswith("/") else path


def relative(text: str, path: str, *, to_files: bool, prefix: str = "") -> bytes:
    """A finished page's file with all addresses as seen from the page at `path`.

    `path` counts from the root of its language, which stands at `prefix`: "az/", or "" for the first one.
    """
    if to_files:
        text = FOLDER_LINK.sub(r"\1\2index.html", text)
    up = "../" * path.count("/")
    return from_here(from_here(text.encode(), ROOT, up), SHARED, up + "../" * prefix.count("/"))


def from_here(page: bytes, sign: str, up: str) -> bytes:
    """A page with the way to a root in place of the root's sign; a folder of no name is called "./"."""
    if not up:
        page = page.replace(f'{sign}"'.encode(), b'./"')
    return page.replace(sign.encode(), up.encode())


def from_domain(text: str, base: str, *, to_files: bool, prefix: str = "") -> str:
    """The same for the page that a server shows at any address: all from the domain's root."""
    if to_files:
        text = FOLDER_LINK.sub(r"\1\2index.html", text)
    return text.replace(ROOT, base + prefix).replace(SHARED, base)


def absolute(url: str, address: str, *, to_files: bool, prefix: str = "") -> str:
    """An address with its domain, for feeds, the sitemap and canonical links."""
    full = url.replace(ROOT, address + prefix).replace(SHARED, address)
    return f"{full}index.html" if to_files and full.endswith("/") else full
