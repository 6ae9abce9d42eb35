"""How fast articles are read, on one core; writes docs/reading-speed.md.

    python benchmarks/reading.py [--seconds 10]

Reads the articles of tests/training, its events/ and, where they are there, those of ../shared/corpus/dev,
over and over for some seconds, start-up apart; then prose of growing length, which should take time in
proportion.
"""

import argparse
import platform
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chronicle.ingest import ingest  # noqa: E402  the path comes first
from chronicle.ingest.formats import read  # noqa: E402
from chronicle.lexicon import load_lexicon  # noqa: E402
from chronicle.model import Article  # noqa: E402

SETS = (
    ROOT / "tests" / "training",
    ROOT / "tests" / "training" / "events",
    ROOT.parent / "shared" / "corpus" / "dev",
)
REPORT = ROOT / "docs" / "reading-speed.md"
LENGTHS = (10_000, 100_000, 1_000_000)  # code points


def main() -> int:
    """Measure and write the table."""
    made = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    made.add_argument("--seconds", type=float, default=10, help="how long to read articles")
    options = made.parse_args()
    started = time.perf_counter()
    words = load_lexicon()
    articles = [
        article
        for folder in SETS
        for file in sorted(folder.glob("*.txt"))
        for article in read(file.name, file.read_bytes())
    ]
    for article in articles:
        ingest(article, words)
    start_up = time.perf_counter() - started
    number, seconds = 0, 0.0
    while seconds < options.seconds:
        seconds += timed(articles)
        number += len(articles)
    length = sum(len(article.body) for article in articles) / len(articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    prose = "\n\n".join(article.body for article in articles)
    rows = [(size, timed([long_article(prose, size)])) for size in LENGTHS]
    REPORT.write_text(report(number / seconds, length, start_up, peak, rows), encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return 0


def timed(articles: Sequence[Article]) -> float:
    """Seconds of one core that reading some articles takes."""
    words = load_lexicon()
    started = time.process_time()
    for article in articles:
        ingest(article, words)
    return time.process_time() - started


def long_article(prose: str, size: int) -> Article:
    """The prose of many articles as one."""
    body = (prose * (size // len(prose) + 1))[:size]
    return Article(id="long.txt", text=body, body=body)


def report(speed: float, length: float, start_up: float, peak: int, rows: Sequence[tuple[int, float]]) -> str:
    """The figures as Markdown."""
    lines = [
        "# Speed of reading",
        "",
        "Written by `make bench`. Articles of the training and development sets, one core,",
        f"Python {platform.python_version()}, mean length {length:,.0f} characters.",
        "",
        "| | |",
        "|---|---:|",
        f"| articles a second | {speed:,.0f} |",
        f"| start-up with the first reading of each, seconds | {start_up:.1f} |",
        f"| peak memory, MB | {peak} |",
        "",
        "| one text of … characters | seconds |",
        "|---:|---:|",
        *(f"| {size:,} | {seconds:.2f} |" for size, seconds in rows),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
