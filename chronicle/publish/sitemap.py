"""For search engines: the sitemap and robots.txt."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markupsafe import escape

from chronicle.config import Config, Links
from chronicle.publish.page import Page
from chronicle.publish.pages.missing import PATH as MISSING
from chronicle.publish.urls import ROOT, absolute

ADDRESSES_A_SITEMAP = 50_000  # the protocol's limit


def sitemaps(pages: Sequence[Page], config: Config) -> dict[str, bytes]:
    """sitemap.xml, and behind it others where the addresses are too many for one."""
    to_files = config.links is Links.FILES
    addresses = [
        absolute(ROOT + quote(page.place.removesuffix("index.html")), config.address, to_files=to_files)
        for page in pages
        if page.path != MISSING and page.template != "redirect.html"
    ]
    if len(addresses) <= ADDRESSES_A_SITEMAP:
        return {"sitemap.xml": sitemap("urlset", "url", addresses)}
    parts = [addresses[at : at + ADDRESSES_A_SITEMAP] for at in range(0, len(addresses), ADDRESSES_A_SITEMAP)]
    files = {f"sitemap-{number}.xml": sitemap("urlset", "url", part) for number, part in enumerate(parts, 1)}
    files["sitemap.xml"] = sitemap("sitemapindex", "sitemap", [config.address + name for name in files])
    return files


def sitemap(of: str, each: str, addresses: Iterable[str]) -> bytes:
    """A sitemap, or an index of sitemaps."""
    lines = "".join(f"<{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<{of} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{opening}{lines}</{of}>\n".encode()


def robots(config: Config) -> bytes:
    """robots.txt: everybody is welcome."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {config.address}sitemap.xml\n".encode()
