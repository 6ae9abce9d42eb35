"""Learn who takes part in what from articles with records: writes chronicle/lexicon/en/model.json.

    python tools/train_reader.py [DIR …]

A DIR holds NAME.txt and NAME.yaml as ../shared/corpus/GUIDE.md tells. Without one it learns from
tests/training and, where they are there, from the seeds and dev of ../shared/corpus. Three log-linear
models are made: for each person's introduction, whether it joins the encounter told before, begins one
or neither (`introductions`); for each encounter, whether it was held, is planned or was called off
(`status`); and for each article, by its doubts, whether what was read is wrong (`doubt`).
The outcome is the same each time.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent / "shared" / "corpus")]

from score import Tally, score_article  # noqa: E402  the path comes first

from chronicle.ingest import read_through  # noqa: E402
from chronicle.ingest.cast import Person, cast_of  # noqa: E402  the path comes first
from chronicle.ingest.confidence import RIGHT, WRONG  # noqa: E402
from chronicle.ingest.cues import Cues, cues_of  # noqa: E402
from chronicle.ingest.decisions import BIAS, JOIN, NEW, OUT, Telling  # noqa: E402
from chronicle.ingest.find import find_all  # noqa: E402
from chronicle.ingest.formats import read  # noqa: E402
from chronicle.ingest.introductions import (  # noqa: E402
    Before,
    Introduction,
    introductions_of,
    of_the_state,
)
from chronicle.ingest.origin import origin  # noqa: E402
from chronicle.ingest.outlets import home_of  # noqa: E402
from chronicle.ingest.report import prediction  # noqa: E402
from chronicle.ingest.scenes import Scene, scenes_of  # noqa: E402
from chronicle.ingest.sides import with_sides  # noqa: E402
from chronicle.ingest.status import status_features  # noqa: E402
from chronicle.ingest.text import Text, text_of  # noqa: E402
from chronicle.lexicon import Lexicon, load_lexicon  # noqa: E402
from chronicle.lexicon.words import Model  # noqa: E402
from chronicle.slug import folded  # noqa: E402

MODEL = ROOT / "chronicle" / "lexicon" / "en" / "model.json"
CORPUS = ROOT.parent / "shared" / "corpus"
PLACES = (CORPUS / "seeds", CORPUS / "dev", ROOT / "tests" / "training")
FOLDS = 6
ROUNDS, RATE = 60, 0.05
DECAY, DECAY_OF_STATUS = 0.003, 0.0005  # status has few examples of two of its classes
REAL = 3  # how often a report that was really told counts, beside an invented one
BYSTANDERS = 0.3  # the training articles name more people who take no part than the press does
SMALLEST = 0.01  # weights below are left out

Example = tuple[frozenset[str], str]  # features, class


class Case(NamedTuple):
    """An article as it is read, with its record."""

    record: Mapping[str, Any]
    text: Text
    introductions: list[Introduction]
    told: list[list[int]]  # for each introduction, the numbers of the meetings in which the person takes part
    words: Lexicon
    scenes: tuple[Scene, ...]
    cues: Cues
    real: bool  # not invented


def main(folders: Sequence[str]) -> int:
    """Read the articles, learn, write the models."""
    words = load_lexicon()
    places = [Path(folder) for folder in folders] or [place for place in PLACES if place.is_dir()]
    files = [file for place in places for file in sorted(place.glob("*.txt"))]
    cases = [case_of(file, words) for file in files]
    doubts: list[Example] = []
    for fold in range(FOLDS):  # how often it is wrong is seen on articles that it wasn't taught by
        taught = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        reader = replace(words, models={**words.models, **models_of(taught)})
        doubts += [doubts_in(file, reader) for number, file in enumerate(files) if number % FOLDS == fold]
    models = {**models_of(cases), "doubt": learnt(doubts)}
    MODEL.write_text(
        json.dumps(models, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    right = sum(name == RIGHT for _, name in doubts)
    print(f"{len(cases)} articles; {right} of them right when read by a model that hadn't seen them.")
    return 0


def models_of(cases: Sequence[Case]) -> dict[str, Model]:
    """What some articles teach about introductions and statuses."""
    weighed = [case for case in cases for _ in range(REAL if case.real else 1)]
    of_people = [example for case in weighed for example in introductions_in(case)]
    of_status = [example for case in weighed for example in statuses_in(case)]
    introductions = learnt(of_people)
    introductions[BIAS] = {**introductions[BIAS], OUT: introductions[BIAS][OUT] - BYSTANDERS}
    return {"introductions": introductions, "status": learnt(of_status, DECAY_OF_STATUS)}


def case_of(file: Path, words: Lexicon) -> Case:
    """One article, read up to its introductions."""
    record = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    article = read(file.name, file.read_bytes())[0]
    text = text_of(article.body, words)
    found = find_all(text, words)
    source = origin(article).source
    home = home_of(source)
    cast = with_sides(cast_of(text, found, words), found, words, text, home)
    cues = cues_of(text, words)
    introductions = introductions_of(text, cast, found, cues, words, published=source.published)
    people = [[p["name"] for p in meeting["participants"]] for meeting in record["meetings"]]
    told = [
        [number for number, names in enumerate(people) if any(same(name, i.person.name) for name in names)]
        for i in introductions
    ]
    scenes = tuple(scenes_of(text, cast, found, words))
    real = file.parent.parent == CORPUS
    return Case(record, text, introductions, told, words, scenes, cues, real)


def same(name: str, other: str) -> bool:
    """Whether two spellings are one person's: the words of the shorter stand in the longer."""
    one, two = set(folded(name).split()), set(folded(other).split())
    return bool(one and two) and (one <= two or two <= one)


def introductions_in(case: Case) -> Iterator[Example]:
    """Each introduction with what it does, given that all before were decided rightly."""
    opened: list[int] = []
    current: list[Person] = []
    waiting: list[int] = []  # the meetings of somebody whom nobody has met yet
    number, count, previous = -1, 0, None
    for at, (introduction, mine) in enumerate(zip(case.introductions, case.told, strict=True)):
        state = of_the_state(
            introduction, Before(current, previous, count, len(opened)), case.text, case.words
        )
        features = introduction.features.union(state)
        if not mine:
            yield features, OUT
            continue
        common = [meeting for meeting in mine if meeting in waiting]
        fresh = [meeting for meeting in mine if meeting not in opened]
        if common:
            yield features, JOIN
            number, waiting = common[0], []
            opened.append(number)
            current = [*current, introduction.person]
        elif number in mine or (number >= 0 and not fresh and not waiting):
            yield features, JOIN
            current = [*current, introduction.person]
        else:
            yield features, NEW
            before = [
                i.person
                for i, told in zip(case.introductions[:at], case.told, strict=False)
                if fresh[0] in told
            ]
            current = [*before, introduction.person]
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


def learnt(examples: Sequence[Example], decay: float = DECAY) -> dict[str, Mapping[str, float]]:
    """A log-linear model's weights, by feature and class: steps along each example's gradient (AdaGrad)."""
    classes = sorted({name for _, name in examples})
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(classes))
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-3] * len(classes))
    ready = [((BIAS, *sorted(features)), classes.index(name)) for features, name in examples]
    for _ in range(ROUNDS):
        for features, right in ready:
            scores = [sum(weights[f][c] for f in features) for c in range(len(classes))]
            highest = max(scores)
            shares = [exp(score - highest) for score in scores]
            total = sum(shares)
            for c in range(len(classes)):
                error = shares[c] / total - (c == right)
                for f in features:
                    step = error + decay * weights[f][c]
                    squares[f][c] += step * step
                    weights[f][c] -= RATE * step / sqrt(squares[f][c])
    return {
        f: {name: round(w, 2) for name, w in zip(classes, ws, strict=True) if f == BIAS or abs(w) >= SMALLEST}
        for f, ws in sorted(weights.items())
        if f == BIAS or any(abs(w) >= SMALLEST for w in ws)
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
