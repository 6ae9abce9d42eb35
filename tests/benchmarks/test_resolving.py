"""The invented entries on which resolving is measured: the same outcome whatever the seed and the order."""

import os
import subprocess
import sys

from chronicle.resolve import resolve
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

from resolving import entries

NUMBER = 600
PROGRAM = f"""
import hashlib, sys
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "benchmarks")!r}]
from resolving import entries
from chronicle.model import UNDECIDED
from chronicle.resolve import resolve
from chronicle.resolve.people import likely_people
some = list(entries({NUMBER}))
found = repr((resolve(some).meetings, sorted(resolve(some).officials.items()), likely_people(some)))
print(hashlib.sha256(found.encode()).hexdigest())
"""


def outcome(seed: str) -> str:
    """A digest of all that is resolved and suggested, with a seed for hashes."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, check=True, capture_output=True, text=True
    )
    return run.stdout


def test_the_hash_seed_changes_nothing() -> None:
    assert len({outcome(seed) for seed in ("0", "1", "4711")}) == 1


def test_the_order_of_entries_changes_nothing() -> None:
    some = list(entries(NUMBER))
    assert resolve(some[::-1]) == resolve(some)
    assert resolve([*some[NUMBER // 2 :], *some[: NUMBER // 2]]) == resolve(some)


def test_there_are_spellings_surnames_and_several_reports_in_them() -> None:
    chronicle = resolve(list(entries(NUMBER)))
    assert any(len(official.spellings) > 2 for official in chronicle.officials.values())
    assert any(len(meeting.entries) > 1 for meeting in chronicle.meetings)
