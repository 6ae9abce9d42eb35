"""How long it takes to find out who is who and what is one meeting; writes docs/resolving-speed.md.

    python benchmarks/resolving.py [-n 1000,10000,100000]

Invented entries, the same ones each time: a tenth as many officials as entries, of 150 countries, whom
reports spell in up to four ways, call by surname alone one time in six, and who hold one office after
another. A third of the meetings are told by two or three reports. Each number of entries has a process of
its own; the time is that of `resolve` alone, the memory that of the whole process.
"""

import argparse
import datetime as dt
import gc
import platform
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from chronicle.lexicon.countries import load_countries  # noqa: E402  the path comes first
from chronicle.model import ArticleId, Entry, PartialDate, Participant, Source  # noqa: E402
from chronicle.parallel import processes  # noqa: E402
from chronicle.resolve import resolve  # noqa: E402

REPORT = ROOT / "docs" / "resolving-speed.md"
FIRST_DAY, DAYS = dt.date(1995, 1, 1), 30 * 365
OFFICES = (
    "President",
    "Prime Minister",
    "Minister of Foreign Affairs",
    "Minister of Defense",
    "Deputy Minister of Foreign Affairs",
    "Chief of the General Staff",
    "ambassador",
    "Speaker of the Parliament",
)
BEGINNINGS = "ba da fa ga ha ja ka la ma na pa ra sa ta va za sha cha kha bra dri gla kro pre sti".split()
MIDDLES = "ri lo me nu di ka se to vi ra nda ste mpo lge".split()
ENDINGS = "n r s l m nov dze yan son escu ski ova man sen li to ma ro".split()
OTHERWISE = (("kh", "h"), ("sh", "sch"), ("i", "y"), ("v", "w"), ("ss", "s"), ("o", "oh"))
MERGED = {1: 0.67, 2: 0.9, 3: 1.0}  # by number of reports: up to which chance


def word(chance: random.Random) -> str:
    """A name that nobody has."""
    middle = "".join(chance.choice(MIDDLES) for _ in range(chance.randint(0, 2)))
    return f"{chance.choice(BEGINNINGS)}{middle}{chance.choice(ENDINGS)}".capitalize()


def spellings(chance: random.Random) -> tuple[str, ...]:
    """What reports call one official: in full, with a middle name, in other letters, by surname."""
    given, surname = word(chance), word(chance)
    old, new = chance.choice(OTHERWISE)
    return (
        f"{given} {surname}",
        f"{given} {word(chance)[0]}. {surname}",
        f"{given} {surname.replace(old, new)}",
        f"{given[0]}. {surname}",
        surname,
    )


USED = (0.6, 0.68, 0.76, 0.84, 1.0)  # up to which chance each of them is used


def entries(number: int) -> Iterator[Entry]:
    """Entries on invented meetings."""
    chance = random.Random(number)  # noqa: S311  the same entries each time, no secret
    countries = list(load_countries())[:150]
    people = [
        (chance.choice(countries), spellings(chance), chance.sample(OFFICES, 2)) for _ in range(number // 10)
    ]
    made = 0
    while made < number:
        day = chance.randrange(DAYS)
        date = (FIRST_DAY + dt.timedelta(day)).isoformat()
        some = chance.sample(people, 2)
        told = chance.random()
        reports = next(reports for reports, most in MERGED.items() if told <= most)
        for report in range(min(reports, number - made)):
            participants = []
            for country, names, offices in some:
                used = chance.random()
                name = next(name for name, most in zip(names, USED, strict=True) if used <= most)
                participants.append(Participant(name, offices[2 * day // DAYS], None, country))
            yield Entry(
                id=f"{date}-{made}",
                title="A meeting",
                date=PartialDate(date),
                country=some[0][0],
                participants=tuple(participants),
                parties=(some[0][0], some[1][0]),
                sources=(Source(ArticleId(f"{made}.txt"), f"Outlet {report}"),),
            )
            made += 1


def measure(number: int) -> str:
    """One line of the table."""
    some = list(entries(number))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    gc.disable()  # as a build does
    started = time.perf_counter()
    chronicle = resolve(some)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"| {number:,} | {len(chronicle.officials):,} | {len(chronicle.meetings):,} | {seconds:.2f} |"
        f" {1e6 * seconds / number:.0f} | {before:,} | {peak:,} |"
    )


def report(lines: Sequence[str]) -> str:
    """The table, and how it came about."""
    about = " ".join((__doc__ or "").split("\n\n")[2].split())
    return f"""# Speed of resolving

Written by `make bench`. {about}

Python {platform.python_version()}, {processes()} cores.

| entries | officials | meetings | seconds | microseconds an entry | MB before | MB at the peak |
|---:|---:|---:|---:|---:|---:|---:|
{chr(10).join(lines)}
"""


def main() -> int:
    """Measure each number in a process of its own, and write the table."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("-n", default="1000,10000,100000", help="numbers of entries")
    made.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = made.parse_args()
    if options.one:
        print(measure(options.one))
        return 0
    lines = []
    for number in options.n.split(","):
        command = [sys.executable, __file__, "--one", number]
        lines.append(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    REPORT.write_text(report(lines), encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
