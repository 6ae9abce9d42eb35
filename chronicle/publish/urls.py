"""The only place where an address is made.

An address is written from the site's root, behind the sign ROOT. When a page is finished the sign
becomes the way from that page to the root, so that the same files work at a domain's root, under
/repo/ and from a folder.
"""

import re
from urllib.parse import quote, unquote

from chronicle.model import CountryCode, MeetingId, OfficeId, OfficialId, PartialDate

ROOT = "\x1a"  # a control character, which no text of an entry or an article can have
FOLDER_LINK = re.compile(ROOT + r'([^"#?<>\s]*/)?(?=["#?])')

HOME = ROOT
ABOUT = f"{ROOT}about/"
COUNTRIES = f"{ROOT}countries/"
OFFICES = f"{ROOT}offices/"
OFFICIALS = f"{ROOT}officials/"
UNDATED = f"{ROOT}undated/"


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


def period_url(date: PartialDate | None) -> str:
    """The page of a date's month, or of its year where that is all that is known."""
    return f"{ROOT}{date[:7].replace('-', '/')}/" if date else UNDATED


def numbered(url: str, number: int) -> str:
    """The address of one of several pages of a list; the first has the list's own."""
    return url if number == 1 else f"{url}page/{number}/"


def path_of(url: str) -> str:
    """The file behind an address, below the site's root."""
    path = unquote(url.removeprefix(ROOT))
    return path + "index.html" if not path or path.endswith("/") else path


def relative(text: str, path: str, *, to_files: bool) -> str:
    """A finished page's text with all addresses as seen from the page at `path`."""
    if to_files:
        text = FOLDER_LINK.sub(rf"{ROOT}\1index.html", text)
    up = "../" * path.count("/")
    return text.replace(f'{ROOT}"', f'{up or "./"}"').replace(ROOT, up)


def from_domain(text: str, base: str, *, to_files: bool) -> str:
    """The same for the page that a server shows at any address: all from the domain's root."""
    return (FOLDER_LINK.sub(rf"{ROOT}\1index.html", text) if to_files else text).replace(ROOT, base)


def absolute(url: str, address: str, *, to_files: bool) -> str:
    """An address with its domain, for feeds, the sitemap and canonical links."""
    full = url.replace(ROOT, address)
    return f"{full}index.html" if to_files and full.endswith("/") else full
