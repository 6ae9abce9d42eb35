"""Score the reading of reports: prints it, writes docs/accuracy.md and what the about page shows of it.

    python tools/score.py

The scorer is ../shared/corpus/score.py; its docstring tells what "right", "silent" and "needless" mean.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chronicle.ingest import ingest  # noqa: E402  the path comes first
from chronicle.ingest.formats import read  # noqa: E402
from chronicle.ingest.report import prediction  # noqa: E402
from chronicle.lexicon import load_lexicon  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
REPORT = ROOT / "docs" / "accuracy.md"
SHOWN = ROOT / "chronicle" / "lexicon" / "en" / "accuracy.json"
COLUMNS = {
    "right": "right",
    "silent_errors": "silent errors",
    "unflagged_precision": "unflagged precision",
    "needless_flags": "needless flags",
    "meeting_f1": "meeting F1",
    "participant_f1": "participant F1",
}
FIELDS = ("date", "city", "status", "kind", "parties", "affiliation", "role", "rank", "published", "outlet")


class Articles(NamedTuple):
    """A set of articles with their records."""

    name: str
    folder: Path
    about: str  # as the about page labels it


TRAINING, HELD_OUT = ROOT / "tests" / "training", ROOT / "tests" / "heldout"
SETS = (
    Articles("seeds", CORPUS / "seeds", "five reports that the rules were written on"),
    Articles("dev", CORPUS / "dev", "reports retold, that the rules were written on"),
    Articles("training", TRAINING, "invented reports like those, that the rules were written on"),
    Articles("training, events", TRAINING / "events", "reports of the world's press, retold, learnt from"),
    Articles("training, harder", TRAINING / "harder", "invented reports in odder prose, learnt from"),
    Articles("training, short", TRAINING / "short", "invented reports in few sentences, learnt from"),
    Articles("held out", HELD_OUT, "invented reports that nobody looked at while writing rules"),
    Articles("held out, free", HELD_OUT / "free", "others, in no shape of a report that was seen"),
    Articles("held out, harder", HELD_OUT / "harder", "others, with more bystanders and odder prose"),
    Articles("held out, events", HELD_OUT / "events", "others, as the world's press has them, retold"),
)


def main() -> int:
    """Score all sets that are here."""
    if not (CORPUS / "score.py").is_file():
        print("There is nothing to score with: ../shared/corpus, the scorer and its articles, isn't here.")
        return 0
    reports = {articles: scored(articles.folder) for articles in SETS if articles.folder.is_dir()}
    REPORT.write_text(as_markdown(reports), encoding="utf-8")
    rows = [
        {
            "about": articles.about,
            "articles": report["articles"],
            "right": round(report["right"], 3),
            "silent": round(report["silent_errors"], 3),
            "needless": round(report["needless_flags"] or 0, 3),
            "fields": {
                field: round(report["fields"][field]["score"], 3)
                for field in FIELDS
                if report["fields"].get(field, {}).get("score") is not None
            },
        }
        for articles, report in reports.items()
    ]
    SHOWN.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return 0


def scored(folder: Path) -> dict[str, Any]:
    """What the scorer says of a folder's articles."""
    words = load_lexicon()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as found:
        for file in sorted(folder.glob("*.txt")):
            readings = [ingest(article, words) for article in read(file.name, file.read_bytes())]
            print(json.dumps(prediction(file.name, readings), ensure_ascii=False), file=found)
        found.flush()
        command = [sys.executable, str(CORPUS / "score.py"), str(folder), found.name, "--json"]
        report: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return report


def as_markdown(reports: Mapping[Articles, Mapping[str, Any]]) -> str:
    """The figures as tables."""
    lines = [
        "# Accuracy",
        "",
        "Written by `make score`. An article is right if every encounter is found and none invented, each",
        "with its status, day, parties and exactly its participants, each of these with office and country.",
        "A wrong article that doesn't ask for review is a silent error; flags are needless on right ones.",
        "",
        f"| articles | number | {' | '.join(COLUMNS.values())} |",
        f"|---|---:|{'---:|' * len(COLUMNS)}",
    ]
    for articles, report in reports.items():
        cells = [figure(report[column]) for column in COLUMNS]
        lines.append(f"| {articles.name} | {report['articles']} | {' | '.join(cells)} |")
    lines += ["", f"| articles | {' | '.join(FIELDS)} |", f"|---|{'---:|' * len(FIELDS)}"]
    for articles, report in reports.items():
        cells = [figure(report["fields"].get(field, {}).get("score")) for field in FIELDS]
        lines.append(f"| {articles.name} | {' | '.join(cells)} |")
    lines += ["", *told_of(list(reports)), ""]
    return "\n".join(lines)


def told_of(sets: Sequence[Articles]) -> list[str]:
    """What the sets are."""
    return [f"- **{articles.name}**: {articles.about}." for articles in sets]


def figure(value: float | None) -> str:
    """Three digits, or nothing."""
    return "" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
