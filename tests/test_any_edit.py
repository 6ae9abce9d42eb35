"""Whatever is edited, the site that stands is brought to the very bytes that a clean build gives.

Each page is made again only when its ingredients changed; what is missing among them shows here.
"""

import random
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from chronicle.config import Part
from tests.conftest import World, files_of

PEOPLE = (  # name, role, side
    ("Zakir Hasanov", "Minister of Defense", "AZ"),
    ("Z. Hasanov", "Defence Minister", "AZ"),
    ("Elmar Mammadyarov", "Minister of Foreign Affairs", "AZ"),
    ("Jeyhun Bayramov", "Minister of Foreign Affairs", "AZ"),
    ("Zacharie Gross", "ambassador", "FR"),
    ("Aurelia Bouchez", "ambassador", "FR"),
    ("Mohammad Bagheri", "Chief of the General Staff", "IR"),
    ("Jens Berg", "Secretary General", "NATO"),
    ("Anna Long", "deputy Secretary General", "NATO"),
    ("Yasar Guler", "Minister of Defense", "TR"),
)
CITIES = (("Baku", "AZ"), ("Paris", "FR"), ("Tehran", "IR"), (None, "AZ"), (None, None), ("Ganja", "AZ"))
TOPICS = ("energy", "trade", "Bee-keeping", "bee keeping", "regional-security")
DAYS = ("2018-03-01", "2018-03-03", "2018-03", "2019-11-07", "2019-11-08", "2019-12-01", "2020", "2021-02-28")
OUTLETS = ("Example Daily", "Example Weekly", "Third")
KINDS = ("meeting", "call", "visit", "credentials", "conference")
STATUSES = ("held", "held", "held", "planned", "cancelled")
DOUBT = "Check the date: the report gives no year."
EDITS_EACH = 6


class Chance(random.Random):
    """Entries, and what may be changed of them, by chance."""

    def some(self, of: tuple[Any, ...], most: int = 2) -> list[Any]:
        """A few of several."""
        return self.sample(of, self.randint(0, most))

    def place(self) -> dict[str, Any]:
        """A city, a country, or neither."""
        city, country = self.choice(CITIES)
        return {"city": city, "country": country}

    def people(self) -> dict[str, Any]:
        """Who took part."""
        named = self.sample(PEOPLE, self.randint(2, 4))
        listed = [
            {"name": name, "role": role, "organisation" if len(side) > 2 else "country": side}
            for name, role, side in named
        ]
        return {"participants": listed, "parties": list(dict.fromkeys(side for *_, side in named))}

    def day(self) -> dict[str, Any]:
        """When."""
        day = self.choice((*DAYS, None))
        end = self.choice((None, None, "2019-11-09")) if day == "2019-11-07" else None
        return {"date": day, "end_date": end}

    def sources(self, number: int) -> dict[str, Any]:
        """What it rests on."""
        outlets = self.sample(OUTLETS, self.randint(1, 2))
        return {
            "sources": [
                {"article": f"a{number}{outlet[-1]}.txt", "outlet": outlet, "published": "2020-01-02"}
                for outlet in outlets
            ]
        }

    def fields(self, number: int) -> dict[str, Any]:
        """A whole entry."""
        made = {
            "title": f"Meeting {number}",
            "kind": self.choice(KINDS),
            "status": self.choice(STATUSES),
            "topics": self.some(TOPICS),
            **self.day(),
            **self.place(),
            **self.people(),
            **self.sources(number),
        }
        return made | ({"review": [DOUBT]} if self.random() < 0.2 else {})


class Edited:
    """A world that changes."""

    def __init__(self, world: World, seed: int, *, searched: bool) -> None:
        self.world, self.chance = world, Chance(seed)
        self.left_out = set() if searched else {Part.SEARCH}
        self.settings: dict[str, Any] = {
            "address": "https://example.org/chronicle/",
            "page_length": 3,
            "other_languages": ["az"],
        }
        self.entries = {f"m{n:02}": self.chance.fields(n) for n in range(14)}
        self.corrected: list[str] = []
        for name in self.entries:
            self.write(name)
        self.set()
        world.build()

    def write(self, name: str) -> None:
        """Write an entry's file, wherever it belongs."""
        for old in self.world.content.glob(f"meetings/*/{name}.md"):
            old.unlink()
        fields = {field: value for field, value in self.entries[name].items() if value}
        folder = str(fields.get("date", "undated"))[:4] if "date" in fields else "undated"
        text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
        body = "They met in Baku.\n" if fields["kind"] == "meeting" else ""
        self.world.write(f"content/meetings/{folder}/{name}.md", f"---\n{text}---\n\n{body}")

    def set(self, **settings: object) -> None:
        """Write the settings."""
        self.settings |= settings
        told = self.settings | {"leave_out": sorted(part.value for part in self.left_out)}
        self.world.write("config.yaml", yaml.safe_dump(told))

    def differs(self) -> list[str]:
        """The files that a clean build of the same gives otherwise."""
        there, clean = files_of(self.world.site), self.world.clean_site()
        return sorted(name for name in there.keys() | clean.keys() if there.get(name) != clean.get(name))

    def tell_of_corrections(self) -> None:
        """Write what was corrected; the entries that are gone were withdrawn."""
        gone = {"on": "2022-02-02", "title": "Old", "because": "A drill."}
        mended = {"on": "2022-01-01", "field": "title", "was": "x"}
        told = [
            mended | {"entry": each} if each in self.entries else gone | {"withdrawn": each}
            for each in dict.fromkeys(self.corrected)
        ]
        self.world.write("content/corrections.yaml", yaml.safe_dump(told, sort_keys=False))

    def change(self, **fields: object) -> None:
        """Change an entry."""
        name = self.chance.choice(list(self.entries))
        self.entries[name] |= fields
        self.write(name)


def retitle(world: Edited) -> None:
    world.change(title=f"Talks {world.chance.random()}")


def move_to_another_day(world: Edited) -> None:
    world.change(**world.chance.day())


def change_who_came(world: Edited) -> None:
    world.change(**world.chance.people())


def change_the_place(world: Edited) -> None:
    world.change(**world.chance.place())


def change_the_status(world: Edited) -> None:
    world.change(status=world.chance.choice(STATUSES), kind=world.chance.choice(KINDS))


def change_the_topics(world: Edited) -> None:
    world.change(topics=world.chance.some(TOPICS, 3))


def change_the_sources(world: Edited) -> None:
    world.change(**world.chance.sources(world.chance.randrange(14)))


def doubt(world: Edited) -> None:
    world.change(review=world.chance.choice(([DOUBT], None)))


def infer(world: Edited) -> None:
    basis = world.chance.choice(("inferred", "stated"))
    found = {"basis": basis, "words": "in Baku", "rule": "a_rule"}
    world.change(evidence={"participants[0].role": found, "city": found, "date": found})


def tell_what_was_said(world: Edited) -> None:
    said = {"manner": "said", "sides": ["AZ"], "topics": world.chance.some(TOPICS)}
    world.change(statements=[said], occasion=world.chance.choice(("newly appointed", "official visit")))


def write_another(world: Edited) -> None:
    number = 20 + len(world.entries)
    world.entries[f"m{number}"] = world.chance.fields(number)
    world.write(f"m{number}")


def tell_of_the_same_meeting(world: Edited) -> None:
    other = world.chance.choice(list(world.entries.values()))
    number = 40 + len(world.entries)
    world.entries[f"m{number}"] = other | {"title": "The same", **world.chance.sources(number)}
    world.write(f"m{number}")


def remove(world: Edited) -> None:
    name = world.chance.choice(list(world.entries))
    del world.entries[name]
    for file in world.world.content.glob(f"meetings/*/{name}.md"):
        file.unlink()
    world.tell_of_corrections()


def rename_in_the_registry(world: Edited) -> None:
    name = world.chance.choice(("Zakir Hasanov", "Zakir Asgar Hasanov", "Hasan Zakirov"))
    record = {"id": "hasanov", "name": name, "spellings": ["Z. Hasanov"], "country": "AZ", "note": name}
    if name != "Zakir Hasanov":
        record["spellings"] = ["Z. Hasanov", "Zakir Hasanov"]
    world.world.write("content/registry/officials.yaml", yaml.safe_dump([record]))


def correct(world: Edited) -> None:
    world.corrected.append(world.chance.choice(list(world.entries)))
    world.tell_of_corrections()


def leave_something_out(world: Edited) -> None:
    world.left_out ^= {world.chance.choice([part for part in Part if part is not Part.SEARCH])}
    world.set()


def set_the_length_of_pages(world: Edited) -> None:
    world.set(page_length=world.chance.choice((2, 3, 50)), links=world.chance.choice(("folders", "files")))


def write_a_template(world: Edited) -> None:
    number = world.chance.randrange(100)
    world.world.write("content/templates/parts/row.html", f'<li class="n{number}">{{{{ row.title }}}}</li>\n')


def write_a_page(world: Edited) -> None:
    world.world.write("content/pages/help.md", f"# Help {world.chance.random()}\n\nWords.\n")


def read_an_article(world: Edited) -> None:
    number = world.chance.randrange(100)
    world.world.article(f"drill{number}.txt", f"---\noutlet: Third\n---\nThe fleet held drill {number}.\n")


EDITS: tuple[Callable[[Edited], None], ...] = (
    retitle,
    move_to_another_day,
    change_who_came,
    change_the_place,
    change_the_status,
    change_the_topics,
    change_the_sources,
    doubt,
    infer,
    tell_what_was_said,
    write_another,
    tell_of_the_same_meeting,
    remove,
    rename_in_the_registry,
    correct,
    leave_something_out,
    set_the_length_of_pages,
    write_a_template,
    write_a_page,
    read_an_article,
)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_site_equals_a_clean_build(world: World, seed: int) -> None:
    edited = Edited(world, seed, searched=seed == 0)
    done = []
    for edit in edited.chance.sample(EDITS, EDITS_EACH):
        done.append(edit.__name__)
        edit(edited)
        world.build()
        assert (edited.differs(), done) == ([], done)
