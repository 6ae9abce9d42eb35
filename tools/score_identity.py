"""Score who is who and which reports tell of one meeting: prints it and writes docs/accuracy-identity.md.

    python tools/score_identity.py

The site of the development articles is scored by ../shared/corpus/score_site.py, where that is; the pairs of
names are the project's own.
"""

import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chronicle.lexicon.countries import load_countries  # noqa: E402  the path comes first
from chronicle.model import CountryCode, Entry, PartialDate, Participant  # noqa: E402
from chronicle.resolve.people import identify, likely_people  # noqa: E402
from chronicle.slug import slug  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
REPORT = ROOT / "docs" / "accuracy-identity.md"
PAIRS = {
    "written on": ROOT / "tests" / "cases" / "officials.csv",
    "held out": ROOT / "tests" / "heldout" / "officials.csv",
}
Row = Mapping[str, str]


def main() -> int:
    """Score the pairs and, where there are articles for it, the site."""
    lines = [pairs_line(name, path) for name, path in PAIRS.items() if path.is_file()]
    REPORT.write_text(report(lines, site_score()), encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return 0


def pairs_line(name: str, path: Path) -> str:
    """How a set of labelled pairs fares, as a line of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        found = Counter((row["same"], verdict(row)) for row in csv.DictReader(file))
    same, namesakes = (sum(n for (label, _), n in found.items() if label == kind) for kind in ("yes", "no"))
    cells = (
        same,
        found["yes", "one"],
        found["yes", "suggested"],
        found["yes", "two"],
        namesakes,
        found["no", "one"],
        found["no", "suggested"],
        found["no", "two"],
    )
    return f"| {name} | {' | '.join(map(str, cells))} |"


def verdict(row: Row) -> str:
    """What a chronicle of nothing but a pair's two names makes of them."""
    of_one, of_other = reports(row, "one"), reports(row, "other")
    people = identify([*of_one, *of_other])
    one, other = ({people.official_of(e, e.participants[0]) for e in some} for some in (of_one, of_other))
    if one & other:
        return "one"
    return "suggested" if likely_people([*of_one, *of_other]) else "two"


def reports(row: Row, who: str) -> list[Entry]:
    """Entries that name one of a pair, in the first year and in the last."""
    side = row["country"]
    country = CountryCode(side) if side in load_countries() else None
    participant = Participant(row[who], row[f"{who}_role"] or None, None, country, None if country else side)
    years = sorted({row[f"{who}_first"], row[f"{who}_last"] or row[f"{who}_first"]})
    return [
        Entry(
            f"{year}-{slug(row[who])}-{who}",
            "x",
            date=PartialDate(year) if year else None,
            participants=(participant,),
        )
        for year in years
    ]


def site_score() -> str:
    """What the scorer says of a site built of the development articles; "" where they aren't here."""
    scorer = CORPUS / "score_site.py"
    if not scorer.is_file():
        return ""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "content", "articles")
        articles.mkdir(parents=True)
        for file in sorted((CORPUS / "dev").glob("*.txt")):
            (articles / file.name).write_bytes(file.read_bytes())
        where = ["--content", f"{folder}/content", "--output", f"{folder}/site", "--quiet"]
        subprocess.run([sys.executable, str(ROOT / "build.py"), *where], check=True)
        command = [sys.executable, str(scorer), str(CORPUS / "dev"), f"{folder}/site/data/meetings.json"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return told.strip()


def report(lines: list[str], site: str) -> str:
    """The page."""
    of_site = (
        f"""
## Development articles

B-cubed over the items that the site shows (`../shared/corpus/score_site.py`); the rules were written on them.

```
{site}
```
"""
        if site
        else ""
    )
    return f"""# Accuracy of identity

Written by `make score`. Each pair of names stands alone, without the chronicle that it would be part of.
Half of them are namesakes, relatives, successors of one surname: they are harder than what a chronicle
holds. What isn't sure is suggested to a person, not joined.

| pairs of names | one person | joined | suggested | missed | two | joined wrongly | suggested | apart |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
{chr(10).join(lines)}

Those of the second line were made like the first, and nobody looked at them while writing rules.
{of_site}"""


if __name__ == "__main__":
    sys.exit(main())
