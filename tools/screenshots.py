"""Takes the pictures of README.md: the shipped chronicle's pages, wide and on a phone, light and dark.

    python tools/screenshots.py    → docs/screenshots/home-wide-light.webp …

The pictures are WebP, which Chromium writes itself; all of them together stay below LARGEST.
"""

import base64
import functools
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LARGEST = 1_500_000  # bytes, all together
QUALITY = 60  # of 100: letters stay sharp
PAGES = {
    "home": "",
    "meeting": "meetings/2019-01-16-hasanov-bagheri/",
    "official": "officials/zakir-hasanov/",
    "country": "countries/az/",
    "pair": "pairs/az-tr/",
    "statistics": "statistics/",
    "map": "map/",
    "network": "network/",
    "matrix": "pairs/",
    "on-this-day": "on-this-day/",
    "search": "search/?q=hasanov",
}
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
SCHEMES = ("light", "dark")


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server for a folder, without its talk."""

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def picture(browser: Browser, url: str, size: tuple[int, int], scheme: str) -> bytes:
    """What a window of a size shows of a page, as WebP."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of SCHEMES
        reduced_motion="reduce",
    )
    page = context.new_page()
    answer = page.goto(url, wait_until="networkidle")
    if not answer or not answer.ok:
        raise SystemExit(f"{url}: there is no such page")
    taken = context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
    )
    context.close()
    return base64.b64decode(taken["data"])


def main() -> None:
    """Build the chronicle, take all pictures, and put them in the place of those that were there."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not chromium:
        raise SystemExit(f"None of {', '.join(BROWSERS)} is on the PATH; `make browser` installs one.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, ROOT / "build.py", "--output", site, "--quiet"], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with served(site) as address:
            taken = {
                f"{name}-{width}-{scheme}.webp": picture(browser, address + path, size, scheme)
                for name, path in PAGES.items()
                for width, size in SIZES.items()
                for scheme in SCHEMES
            }
        browser.close()
    total = sum(map(len, taken.values()))
    if total > LARGEST:
        raise SystemExit(f"The pictures weigh {total:,} bytes, more than {LARGEST:,}: lower QUALITY.")
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    for name, content in taken.items():
        (PICTURES / name).write_bytes(content)
    print(f"{len(taken)} pictures, {total:,} bytes: {PICTURES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
