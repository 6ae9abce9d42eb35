"""Learn to read: writes model.json, network.json and cultures.json in chronicle/lexicon/en.

    python tools/train_reader.py [DIR …]

A DIR holds NAME.txt and NAME.yaml as ../shared/corpus/GUIDE.md tells. Without one it learns from
tests/training with its events/, short/ and harder/ and, where they are there, the seeds and dev of
../shared/corpus.
It learns for each person whose side isn't told, which of those named it is (`sides`); for each person's
introduction, whether it joins the encounter told before, begins one or neither (the network); for each
encounter, whether it was held, is planned or was called off (`status`); and for each article, by its
doubts, whether what was read is wrong (`doubt`). The outcome is the same each time on one machine.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent / "shared" / "corpus")]

from score import Tally, party, score_article  # noqa: E402  the path comes first

from chronicle.ingest import read_through  # noqa: E402
from chronicle.ingest.cast import Person, cast_of  # noqa: E402  the path comes first
from chronicle.ingest.confidence import RIGHT, WRONG  # noqa: E402
from chronicle.ingest.cues import Cues, cues_of  # noqa: E402
from chronicle.ingest.decisions import JOIN, NEW, OUT  # noqa: E402
from chronicle.ingest.find import find_all  # noqa: E402
from chronicle.ingest.formats import read  # noqa: E402
from chronicle.ingest.groups import Telling  # noqa: E402
from chronicle.ingest.introductions import Introduction, introductions_of  # noqa: E402
from chronicle.ingest.origin import origin  # noqa: E402
from chronicle.ingest.outlets import home_of  # noqa: E402
from chronicle.ingest.report import prediction  # noqa: E402
from chronicle.ingest.scenes import Scene, scenes_of  # noqa: E402
from chronicle.ingest.sides import (  # noqa: E402
    held_by,
    options_of,
    told_sides,
    unasked,
    weights_by_hand,
    with_sides,
)
from chronicle.ingest.sides.view import View  # noqa: E402
from chronicle.ingest.states import Before, of_the_state  # noqa: E402
from chronicle.ingest.status import status_features  # noqa: E402
from chronicle.ingest.text import Text, text_of  # noqa: E402
from chronicle.ingest.weights import FINE  # noqa: E402
from chronicle.lexicon import Lexicon, load_lexicon  # noqa: E402
from chronicle.lexicon.network import network_of  # noqa: E402
from chronicle.lexicon.words import Model  # noqa: E402
from chronicle.model import Mention, Source  # noqa: E402
from chronicle.slug import folded  # noqa: E402
from tools.cultures import cultures_learnt  # noqa: E402
from tools.log_linear import Weighed, learnt, learnt_by_choice  # noqa: E402
from tools.network import fitted  # noqa: E402
from tools.tables import table_of  # noqa: E402

MODEL = ROOT / "chronicle" / "lexicon" / "en" / "model.json"
NETWORK, CULTURES = MODEL.with_name("network.json"), MODEL.with_name("cultures.json")
TRAINING, CORPUS = ROOT / "tests" / "training", ROOT.parent / "shared" / "corpus"
NAMING = TRAINING / "naming"  # lists of names' parts


class Counts(NamedTuple):
    """How often an article's examples count, and its reading as an example of doubt."""

    told: float
    doubted: float


PLACES = {
    CORPUS / "seeds": Counts(3.0, 3.0),
    CORPUS / "dev": Counts(3.0, 6.0),  # the press itself: doubt is of use there
    TRAINING / "events": Counts(1.0, 1.0),
    TRAINING: Counts(1.0, 0.5),
    TRAINING / "short": Counts(0.5, 0.2),  # of few sentences, for many ways of telling
    TRAINING / "harder": Counts(0.3, 0.2),  # more bystanders and odder prose than in the press
}
ANYWHERE = Counts(1.0, 1.0)
FOLDS = 6
STRENGTH_OF_STATUS = 1.0  # of the weights: there are few examples of two of its classes
NOTHING: Model = {"": {"": 0}}  # has been learnt

Example = tuple[frozenset[str], str]  # features, class
Choice = tuple[list[frozenset[str]], list[bool]]  # what speaks for each of several sides, and which is right


class Opened(NamedTuple):
    """An article read up to its cast, with its record."""

    file: Path
    record: Mapping[str, Any]
    text: Text
    found: Sequence[Mention]
    cast: Sequence[Person]
    source: Source
    weight: float
    choices: list[Choice]


class Case(NamedTuple):
    """An article as it is read, with its record."""

    opened: Opened
    record: Mapping[str, Any]
    text: Text
    introductions: list[Introduction]
    told: list[list[int]]  # for each introduction, the numbers of the meetings in which the person takes part
    words: Lexicon
    scenes: tuple[Scene, ...]
    cues: Cues
    weight: float


def main(folders: Sequence[str]) -> int:
    """Read the articles, learn, write the models."""
    written(CULTURES, cultures_learnt(NAMING))
    words = load_lexicon()
    places = [Path(folder).resolve() for folder in folders] or [place for place in PLACES if place.is_dir()]
    files = [file for place in places for file in sorted(place.glob("*.txt"))]
    cases = cases_of(files, words)
    doubts: list[Weighed] = []
    for fold in range(FOLDS):  # how often it is wrong is seen on articles that it wasn't taught by
        reader = taught(words, [case for at, case in enumerate(cases) if at % FOLDS != fold])
        doubts += [
            (*doubts_in(case.opened.file, reader), PLACES.get(case.opened.file.parent, ANYWHERE).doubted)
            for at, case in enumerate(cases)
            if at % FOLDS == fold
        ]
    written(MODEL, {**models_of(cases), "doubt": learnt(doubts)})
    written(NETWORK, network_learnt(cases))
    right = sum(name == RIGHT for _, name, _ in doubts)
    print(f"{len(doubts)} articles; {right} of them right when read by a model that hadn't seen them.")
    return 0


def written(file: Path, what: Mapping[str, Any]) -> None:
    """As JSON, always in the same order; a feature a line."""
    told = json.dumps(what, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    file.write_text(re.sub(r"([}\]]),(?=\")", r"\1,\n", told) + "\n", encoding="utf-8")


def taught(words: Lexicon, cases: Sequence[Case]) -> Lexicon:
    """A reader that has learnt of some articles."""
    models = {**words.models, **models_of(cases)}
    return replace(words, models=models, network=network_of(network_learnt(cases)))


def with_model(words: Lexicon, name: str, model: Model) -> Lexicon:
    """A reader with one model in another's stead."""
    return replace(words, models={**words.models, name: model})


def models_of(cases: Sequence[Case]) -> dict[str, Model]:
    """What some articles teach about sides and statuses."""
    return {
        "sides": sides_learnt([case.opened for case in cases]),
        "status": learnt(
            [(*e, case.weight) for case in cases for e in statuses_in(case)], STRENGTH_OF_STATUS
        ),
    }


def sides_learnt(opened: Sequence[Opened]) -> Model:
    """What speaks for a side, around the weights given by hand."""
    return learnt_by_choice([(*choice, o.weight) for o in opened for choice in o.choices], weights_by_hand())


def network_learnt(cases: Sequence[Case]) -> dict[str, Any]:
    """What some articles teach about introductions, in the form that chronicle.lexicon.network reads."""
    examples = [(*e, case.weight) for case in cases for e in introductions_in(case)]
    told, table = table_of([features for features, *_ in examples])
    classes = [name for _, name, _ in examples]
    counts = np.array([weight for *_, weight in examples], np.float32)
    names = sorted(set(classes))
    ones = np.array([[float(name == one) for one in names] for name in classes], np.float32)
    inward, bias, outward = fitted(table.astype(np.float32), ones, counts)
    return {
        "classes": names,
        "bias": fine(bias),
        "outward": [fine(row) for row in outward],
        "weights": dict(zip(told, map(fine, inward), strict=True)),
    }


def fine(weights: Iterable[float]) -> list[int]:
    """In the units of a network."""
    return [round(float(weight) * FINE) for weight in weights]


def cases_of(files: Sequence[Path], words: Lexicon) -> list[Case]:
    """The articles, each with the sides that are concluded by what the others teach."""
    opened = [opened_of(file, words) for file in files]
    readers = [
        with_model(words, "sides", sides_learnt([o for at, o in enumerate(opened) if at % FOLDS != fold]))
        for fold in range(FOLDS)
    ]
    return [case_of(some, readers[at % FOLDS]) for at, some in enumerate(opened)]


def opened_of(file: Path, words: Lexicon) -> Opened:
    """One article, read up to its cast."""
    record = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    article = read(file.name, file.read_bytes())[0]
    text = text_of(article.body, words)
    found = find_all(text, words)
    cast = cast_of(text, found, words)
    source = origin(article).source
    people, view = told_sides(cast, found, with_model(words, "sides", NOTHING), text, home_of(source))
    choices = list(choices_in(record, people, view))
    return Opened(file, record, text, found, cast, source, PLACES.get(file.parent, ANYWHERE).told, choices)


def case_of(opened: Opened, words: Lexicon) -> Case:
    """One article, read up to its introductions."""
    _, record, text, found, cast, source, weight, _ = opened
    cast = with_sides(cast, found, words, text, home_of(source))
    scenes = tuple(scenes_of(text, cast, found, words))
    cues = cues_of(text)
    introductions = introductions_of(text, cast, scenes, cues, words=words, published=source.published)
    told: list[list[int]] = [[] for _ in introductions]
    for number, meeting in enumerate(record["meetings"]):
        for at in introduced_by(introductions, meeting):
            told[at].append(number)
    return Case(opened, record, text, introductions, told, words, scenes, cues, weight)


def choices_in(record: Mapping[str, Any], people: list[Person], view: View) -> Iterator[Choice]:
    """Of each person whose side isn't told: what speaks for each side, and which is right.

    Told twice: with nobody else's side concluded, and with all that the record tells.
    """
    told = tuple(people)
    named = {person.number: sides_in(record, person) for person in told}
    for person in told:
        if person.side is not None or not named[person.number]:
            continue
        for others in (told, tuple(with_record(told, named, view))):
            people[:] = others
            people[person.number] = person
            options = options_of(person, view, unasked(person, view), held_by(people))
            right = [party(option.side.value) in named[person.number] for option in options]
            if any(right) and not all(right):
                yield [option.signs for option in options], right


def sides_in(record: Mapping[str, Any], person: Person) -> set[str]:
    """For whom somebody acts in a record."""
    return {
        party(p["country"] or p["organisation"])
        for meeting in record["meetings"]
        for p in meeting["participants"]
        if same(p["name"], person.name)
    }


def with_record(people: Sequence[Person], named: Mapping[int, set[str]], view: View) -> Iterator[Person]:
    """People whose sides aren't told, with those of the record where the article names them."""
    for person in people:
        sides = (m for m in view.first.values() if party(m.value) in named[person.number])
        yield person if person.side is not None else replace(person, side=next(sides, None))


def introduced_by(introductions: Sequence[Introduction], meeting: Mapping[str, Any]) -> list[int]:
    """The places of those introductions that tell who is in a meeting.

    Of those without a name the ones that tell just the sides of which nobody is named, else all, else some.
    """
    named = {party(p["country"] or p["organisation"]) for p in meeting["participants"]}
    rest = set(map(party, meeting["parties"])) - named
    of_people = [
        at
        for at, i in enumerate(introductions)
        if i.person.name and any(same(p["name"], i.person.name) for p in meeting["participants"])
    ]
    sides = {
        at: {party(p.side.value) for p in (i.person, *i.fellows) if p.side is not None}
        for at, i in enumerate(introductions)
        if not i.person.name
    }
    just = [at for at, told in sides.items() if told and told == rest]
    whole = [at for at, told in sides.items() if rest and told > rest]
    return sorted(of_people + (just or whole or [at for at, told in sides.items() if told & rest]))


def same(name: str, other: str) -> bool:
    """Whether two spellings are one person's: the words of the shorter stand in the longer."""
    one, two = set(folded(name).split()), set(folded(other).split())
    return bool(one and two) and (one <= two or two <= one)


def introductions_in(case: Case) -> Iterator[Example]:
    """Each introduction with what it does, given that all before were decided rightly."""
    current: list[Person] = []
    opened: list[int] = []
    waiting: list[int] = []  # the meetings of somebody whom nobody has met yet
    number, count, previous = -1, 0, None
    for at, (introduction, mine) in enumerate(zip(case.introductions, case.told, strict=True)):
        state = of_the_state(
            introduction, Before(current, previous, count, len(opened)), case.text, case.words
        )
        features = introduction.features.union(state)
        told_before = number not in mine and not introduction.person.name and set(mine) <= set(opened)
        common = [meeting for meeting in mine if meeting in waiting]
        fresh = [meeting for meeting in mine if meeting not in opened]
        elsewhere = waiting and not common and not fresh  # of one told before, while somebody waits
        if not mine or told_before or elsewhere:
            yield features, OUT
            continue
        if common or number in mine or (number >= 0 and not fresh and not waiting):
            yield features, JOIN
            if common:
                number, waiting = common[0], []
                opened.append(number)
            current = [*current, introduction.person, *introduction.fellows]
        else:
            yield features, NEW
            earlier = zip(case.introductions[:at], case.told, strict=False)
            before = [i.person for i, told in earlier if fresh[0] in told]
            current = [*before, introduction.person, *introduction.fellows]
            waiting, number = ([], fresh[0]) if before else (mine, -1)
            opened += fresh[:1] if before else []
        previous, count = introduction, count + 1


def statuses_in(case: Case) -> Iterator[Example]:
    """Each meeting of the record with its status, by the introductions of those who are new in it."""
    known: set[int] = set()
    for number, meeting in enumerate(case.record["meetings"]):
        people = [at for at, told in enumerate(case.told) if number in told]
        new = [at for at in people if at not in known] or people
        known |= set(people)
        if new:
            introductions = [case.introductions[at] for at in new]
            features = status_features(introductions, Telling(case.text, case.scenes, case.cues, case.words))
            yield frozenset(features), meeting["status"]


def doubts_in(file: Path, words: Lexicon) -> Example:
    """Whether the reading of an article is right as a whole, by the signs of doubt."""
    record = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    read_it = read_through(read(file.name, file.read_bytes())[0], words)
    why = score_article(record, prediction(file.name, [read_it.reading]), Tally())
    return frozenset(read_it.signs), WRONG if why else RIGHT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
