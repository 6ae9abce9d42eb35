"""This project, as ../shared/bench/run.py builds it beside its peers.

As `chronicle` with the page kinds that the peers have, and little more: each meeting's neighbours by
official and country, an about page, a 404 page, redirects, meetings.json and meetings.csv. As
`chronicle-all` with everything that it can have, search among it.
"""

import os
import re
import shutil
import sys
from pathlib import Path

from adapters.common import each_entry

ROOT = Path(os.environ["CHRONICLE_ROOT"])
sys.path.insert(0, str(ROOT))
from chronicle.config import Part  # noqa: E402  where the package is has to be told first

OUTPUT = "out"  # the site and, beside it, what is remembered: a cold build has neither
PLACE = re.compile(r"^place: \{city: (.*), country: (.*)\}$", re.MULTILINE)


def prepare(entries: str, work: str) -> None:
    """The entries with the field names of this project."""
    shutil.rmtree(work, ignore_errors=True)
    for rel, head, body, meta in each_entry(entries):
        named = PLACE.sub(r"city: \1\ncountry: \2", head).replace("\ncountries: ", "\nparties: ")
        meta.write(entry_path(work, rel), f"---\n{named}---\n{body}")
    everything = Path(__file__).parent.name == "chronicle-all"
    without = [] if everything else [part.value for part in Part]
    settings = f"title: Meetings chronicle\naddress: https://example.com/\nleave_out: {without}\n"
    Path(work, "config.yaml").write_text(settings, encoding="utf-8")


def entry_path(work: str, rel: str) -> str:
    """Where an entry stands."""
    return str(Path(work, "content", "meetings", rel))


def build(tools: str) -> list[str]:
    """The command."""
    where = ["--content", "content", "--output", f"{OUTPUT}/site", "--config", "config.yaml", "--quiet"]
    return [sys.executable, str(ROOT / "build.py"), *where]


def url(rel: str) -> str:
    """A meeting's address, below OUTPUT."""
    return f"/site/meetings/{Path(rel).stem}/"
