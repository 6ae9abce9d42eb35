"""Build invented entries with this project and, where it is installed, with Hugo; write docs/performance.md.

    python benchmarks/bench.py [-n 1000,10000] [--repeat 3] [--tools DIR]

The entries, the peers' templates and the timing are ../shared/bench (its README.md tells how the
figures are to be read). Hugo is looked for in DIR, where `sh ../shared/bench/install.sh DIR` puts it.
Cold is with neither site nor memory; both projects build the same entries in one run, in turns,
into memory. Quote the ratios: machines are noisy.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "bench"
REPORT = ROOT / "docs" / "performance.md"
# By number of entries, peer, what was done, and run: the figures of ../shared/bench/run.py.
Results = dict[str, dict[str, dict[str, list[dict[str, float]]]]]
OURS = ("chronicle", "chronicle-all")
FIGURES = ("wall", "user", "sys", "rss_mb")


def main() -> int:
    """Measure and write the table."""
    made = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    made.add_argument("-n", default="1000,10000", help="numbers of entries")
    made.add_argument(
        "--repeat", type=int, default=3, help="measurements of each, of which the median counts"
    )
    made.add_argument(
        "--tools", type=Path, default=ROOT / ".scratch" / "peers", help="where Hugo was installed"
    )
    options = made.parse_args()
    if not SHARED.is_dir():
        print("There is nothing to measure with: ../shared/bench, the generator of entries, isn't here.")
        return 0
    peers = list(OURS)
    if list(options.tools.glob("venv/lib/python3*/site-packages/hugo/binaries/hugo")):
        peers.append("hugo")
    else:
        print(f"Hugo isn't in {options.tools}: only this project is measured.")
    results = measured(peers, options.n, options.repeat, options.tools)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(results, options.repeat), encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return 0


def measured(peers: list[str], counts: str, repeat: int, tools: Path) -> Results:
    """All single runs, by number of entries, peer and what was done."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Path(folder, "bench")
        shutil.copytree(SHARED, bench, copy_function=shutil.copyfile)
        for name in OURS:
            (bench / "adapters" / name).mkdir()
            shutil.copyfile(Path(__file__).with_name("adapter.py"), bench / "adapters" / name / "adapter.py")
        found = Path(folder, "found.json")
        command = [sys.executable, str(bench / "run.py"), "--tools", str(tools), "--peers", ",".join(peers)]
        command += ["-n", counts, "--repeat", str(repeat), "--no-serve", "--json", str(found)]
        subprocess.run(command, check=True, env={**os.environ, "CHRONICLE_ROOT": str(ROOT)})
        return json.loads(found.read_text())


def report(results: Results, repeat: int) -> str:
    """The figures as Markdown."""
    lines = [
        "# Performance",
        "",
        "Written by `make bench`. The same invented entries, built by this project and by Hugo 0.168",
        f"in one run, in turns; medians of {repeat}. Python {platform.python_version()},",
        f"{os.cpu_count()} cores, into memory. Cold: neither site nor",
        "memory of earlier builds. One change: the title of one of the newest meetings. `chronicle` has",
        "the peers' page kinds and little more: neighbours by official and country on each meeting,",
        "JSON, CSV, an about page. `chronicle-all` has every kind of page and file: pairs, places, days,",
        "search, feeds and calendars and so on.",
        "",
    ]
    for count, peers in results.items():
        lines += [
            f"## {int(count):,} entries",
            "",
            "| | what | wall s | user s | sys s | peak MB | pages | wall, to Hugo's |",
        ]
        lines.append("|---|---|---:|---:|---:|---:|---:|---:|")
        for peer, rows in peers.items():
            for what, runs in rows.items():
                medians = [statistics.median(run[figure] for run in runs) for figure in FIGURES]
                pages = f"{runs[0]['pages']:.0f}" if "pages" in runs[0] else ""
                hugo = peers.get("hugo", {}).get(what)
                ratio = f"{medians[0] / statistics.median(run['wall'] for run in hugo):.2f}" if hugo else ""
                cells = [
                    f"{medians[0]:.2f}",
                    f"{medians[1]:.2f}",
                    f"{medians[2]:.2f}",
                    f"{medians[3]:.0f}",
                    pages,
                    ratio,
                ]
                lines.append(f"| {peer} | {what} | {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
