"""Learn who takes part in what from articles with records: writes chronicle/lexicon/en/model.json.

    python tools/train_reader.py [DIR …]

A DIR holds NAME.txt and NAME.yaml as ../shared/corpus/GUIDE.md tells. Without one it learns from
tests/training, its harder/ and, where they are there, the seeds and dev of ../shared/corpus. Three log-linear
models are made: for each person's introduction, whether it joins the encounter told before, begins one
or neither (`introductions`); for each encounter, whether it was held, is planned or was called off
(`status`); and for each article, by its doubts, whether what was read is wrong (`doubt`).
The outcome is the same each time.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

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
from chronicle.ingest.sides import with_sides  # noqa: E402
from chronicle.ingest.states import Before, of_the_state  # noqa: E402
from chronicle.ingest.status import status_features  # noqa: E402
from chronicle.ingest.text import Text, text_of  # noqa: E402
from chronicle.ingest.weights import BIAS, UNITS  # noqa: E402
from chronicle.lexicon import Lexicon, load_lexicon  # noqa: E402
from chronicle.lexicon.words import Model  # noqa: E402
from chronicle.slug import folded  # noqa: E402

MODEL = ROOT / "chronicle" / "lexicon" / "en" / "model.json"
CORPUS = ROOT.parent / "shared" / "corpus"
PLACES = {  # with how often an example counts
    CORPUS / "seeds": 3.0,
    CORPUS / "dev": 3.0,
    ROOT / "tests" / "training": 1.0,
    ROOT / "tests" / "training" / "harder": 0.3,  # more bystanders and odder prose than in the press
}
FOLDS = 6
STRENGTH, STRENGTH_OF_STATUS = 0.1, 1.0  # of the weights; status has few examples of two of its classes
FEWEST = 3  # examples of which a feature must be told

Example = tuple[frozenset[str], str]  # features, class
Weighed = tuple[frozenset[str], str, float]  # an example, and how much it counts


class Case(NamedTuple):
    """An article as it is read, with its record."""

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
    words = load_lexicon()
    places = [Path(folder).resolve() for folder in folders] or [place for place in PLACES if place.is_dir()]
    files = [file for place in places for file in sorted(place.glob("*.txt"))]
    cases = [case_of(file, words) for file in files]
    doubts: list[Weighed] = []
    for fold in range(FOLDS):  # how often it is wrong is seen on articles that it wasn't taught by
        taught = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        reader = replace(words, models={**words.models, **models_of(taught)})
        doubts += [
            (*doubts_in(file, reader), 1.0) for number, file in enumerate(files) if number % FOLDS == fold
        ]
    models = {**models_of(cases), "doubt": learnt(doubts)}
    MODEL.write_text(
        json.dumps(models, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    right = sum(name == RIGHT for _, name, _ in doubts)
    print(f"{len(cases)} articles; {right} of them right when read by a model that hadn't seen them.")
    return 0


def models_of(cases: Sequence[Case]) -> dict[str, Model]:
    """What some articles teach about introductions and statuses."""
    return {
        "introductions": learnt([(*e, case.weight) for case in cases for e in introductions_in(case)]),
        "status": learnt(
            [(*e, case.weight) for case in cases for e in statuses_in(case)], STRENGTH_OF_STATUS
        ),
    }


def case_of(file: Path, words: Lexicon) -> Case:
    """One article, read up to its introductions."""
    record = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    article = read(file.name, file.read_bytes())[0]
    text = text_of(article.body, words)
    found = find_all(text, words)
    source = origin(article).source
    home = home_of(source)
    cast = with_sides(cast_of(text, found, words), found, words, text, home)
    scenes = tuple(scenes_of(text, cast, found, words))
    cues = cues_of(text, words)
    introductions = introductions_of(text, cast, scenes, found, cues, words=words, published=source.published)
    told: list[list[int]] = [[] for _ in introductions]
    for number, meeting in enumerate(record["meetings"]):
        for at in introduced_by(introductions, meeting):
            told[at].append(number)
    return Case(record, text, introductions, told, words, scenes, cues, PLACES.get(file.parent, 1.0))


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
        if not mine or told_before:
            yield features, OUT
            continue
        common = [meeting for meeting in mine if meeting in waiting]
        fresh = [meeting for meeting in mine if meeting not in opened]
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


def learnt(examples: Sequence[Weighed], strength: float = STRENGTH) -> dict[str, Mapping[str, int]]:
    """A log-linear model's weights, by feature and class; what few examples tell of is left out."""
    often = Counter(feature for features, *_ in examples for feature in features)
    told = sorted(feature for feature, times in often.items() if times >= FEWEST)
    column = {feature: number for number, feature in enumerate(told)}
    rows = [sorted(column[feature] for feature in features if feature in column) for features, *_ in examples]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([number for row in rows for number in row], dtype=int)
    table = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(told)))
    regression = LogisticRegression(C=strength, max_iter=5000)
    regression.fit(
        table, [name for _, name, _ in examples], sample_weight=[weight for *_, weight in examples]
    )
    names = [str(name) for name in regression.classes_]
    weights, bias = regression.coef_, regression.intercept_
    if len(names) == len("ab"):  # then the library gives the second class's alone
        weights, bias = np.vstack([0 * weights, weights]), np.concatenate([0 * bias, bias])
    model = {BIAS: {name: round(float(w) * UNITS) for name, w in zip(names, bias, strict=True)}}
    for feature, row in zip(told, weights.T, strict=True):
        units = ((name, round(float(w) * UNITS)) for name, w in zip(names, row, strict=True))
        kept = {name: weight for name, weight in units if weight}
        model |= {feature: kept} if kept else {}
    return model


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
