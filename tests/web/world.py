"""The chronicle that the whole site is judged by: the shipped one and what is long, many or odd."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import ROOT, entry_text

HARBOURS = ROOT / "tests" / "browser" / "world" / "content" / "meetings"
BUSY = "Aurelio Montefalcone-Whittington"  # has very many meetings
MANY_MEETINGS, FEW_MEETINGS = 500, 12
WITHDRAWN = """\
- on: 2022-06-01
  withdrawn: 2022-05-14-drill
  title: Maren Solheim and Tomasz Wilk meet on a quay
  because: The report was about a drill.
- on: 2022-06-02
  entry: 2022-05-12-solheim-wilk
  field: city
  was: Bergen
  now: Oslo
  because: The ministry named the town.
  by: A reader
"""
LONG = (
    # name, role, rank, country
    ("Abdulrahman bin Khalid bin Saeed bin Muhammad al Zubayri al Hashimi", "Minister of State", "", "OM"),
    (
        "Şahmərdanxanım Ağamirzəyeva-Hüseynbəyzadə",
        "Dövlət Gömrük Komitəsi sədrinin birinci müavini",
        "",
        "AZ",
    ),
    ("Константин Преображенский-Богоявленский", "Чрезвычайный и Полномочный Посол", "", "RU"),
    (
        "Annegret von Hohenfels-Schillingsfürst",
        "Bundesministerin für Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten",
        "Oberstabsfeldwebel der Reserve",
        "DE",
    ),
)
MANY = "AZ FR IR TR GE RU DE IT ES PT PL SE NO FI DK NL BE AT CH GR CY MT IE IS EE LV LT CZ SK HU".split()
COUNTERPARTS = (
    ("Piotr Zielonka", "PL"), ("Lotta Björkegren", "SE"), ("Mireia Casadevall", "ES"),
    ("Teuvo Hietasaari", "FI"), ("Domnall Ó Ruairc", "IE"), ("Ágota Szentpéteri", "HU"),
)  # fmt: skip
TOPICS = ("energy", "trade", "regional security", "education", "transport")


def made(folder: Path, *, many: int = MANY_MEETINGS, **settings: str) -> Path:
    """The site of such a chronicle, to stand at https://name.github.io/chronicle/.

    Somebody has `many` meetings. Where these are few all is small: the shipped chronicle isn't in it.
    """
    content = folder / "content"
    if many > FEW_MEETINGS:
        shutil.copytree(ROOT / "content", content)
    shutil.copytree(HARBOURS, content / "meetings", dirs_exist_ok=True)
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / "glossary.md").write_text(
        "# Glossary\n\nWhat *credentials* are.\n", encoding="utf-8"
    )
    (content / "corrections.yaml").write_text(WITHDRAWN, encoding="utf-8")
    for name, text in entries(many):
        file = content / "meetings" / name[:4] / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return built(folder, **settings)


def built(folder: Path, **settings: str) -> Path:
    """The site of a folder's content."""
    lines = {
        "title": "Meetings chronicle",
        "address": "https://name.github.io/chronicle/",
        "repository": "https://github.com/name/chronicle",
        "licence": "CC-BY-4.0",
        **settings,
    }
    config = folder / "config.yaml"
    config.write_text("".join(f"{name}: {value}\n" for name, value in lines.items()), encoding="utf-8")
    where = ["--content", folder / "content", "--output", folder / "site", "--config", config]
    command = [sys.executable, str(ROOT / "build.py"), *map(str, where)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def entries(many: int) -> Iterator[tuple[str, str]]:
    """The names and texts of the entries that are added."""
    for number in range(many):
        yield busy(number)
    if many > FEW_MEETINGS:
        yield "2020-02-02-conference", conference()
    yield (
        "2020-03-03-long-names",
        meeting(
            "Ministerin trifft Minister zur Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung",
            date="2020-03-03",
            city="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            country="GB",
            parties="[OM, AZ, RU, DE]",
            participants=people(LONG),
            topics="[Zusammenarbeitsrahmenvereinbarungsverhandlungen, energy]",
        ),
    )


def conference() -> str:
    """A meeting of very many, the text of its entry."""
    return meeting(
        "Conference of thirty parties on the navigation of inland waterways",
        date="2020-02-02",
        city="Geneva",
        country="CH",
        parties=f"[{', '.join(quoted(code) for code in MANY)}]",
        participants=people(
            [(f"Delegate {code} Ordinarius", "Head of Delegation", "", code) for code in MANY]
        ),
    )


def busy(number: int) -> tuple[str, str]:
    """One of the meetings of somebody who has very many."""
    day = (date(2004, 1, 6) + timedelta(days=number // 4 * 44)).isoformat()  # four a day
    other, country = COUNTERPARTS[number * 7 % len(COUNTERPARTS)]
    host = number % 3 == 0
    return f"{day}-busy-{number:03}", meeting(
        f"{BUSY} meets {other}",
        date=day,
        city="Rome" if host else "Vienna",
        country="IT" if host else "AT",
        parties=f"[IT, {quoted(country)}]",
        participants=people([(BUSY, "Foreign Minister", "", "IT"), (other, "Foreign Minister", "", country)]),
        topics=f"[{TOPICS[number % len(TOPICS)]}]",
        sources=f'[{{outlet: Example Daily, url: "https://daily.example/{number}", published: {day}}}]',
    )


def meeting(title: str, **fields: str) -> str:
    """An entry's text."""
    return entry_text("It is said that they met.", title=title, **fields)


def people(several: object) -> str:
    """Participants as an entry has them."""
    lines = [
        f"- {{name: {name}, role: {role}, country: {quoted(country)}{f', rank: {rank}' if rank else ''}}}"
        for name, role, rank, country in several
    ]
    return "\n" + "\n".join(lines)


def quoted(code: str) -> str:
    """A country's code, so that YAML doesn't take Norway's for "no"."""
    return f'"{code}"'
