"""Meeting, call, visit …: of what kind an encounter is."""

import re
from collections.abc import Sequence
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import sides_of
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention

CALLED_BY_ITS_DAY = re.compile(r"\sof\s(?:[a-z]+\.?\s\d|\d\d?\s[a-z])")
LEAD = 400  # code points at the top that tell in which form people spoke
MANY = 4  # sides of a gathering
PLAIN = (Kind.MEETING, Kind.VISIT)


def kind_of(scenes: Sequence[Scene], main: Sequence[Scene], people: Sequence[Person]) -> Kind:
    """The kind that the scenes' acts tell: a special one, a visit where one side is named, a meeting."""
    told = {Kind(act.value) for scene in main for act in scene.acts}
    others = () if Kind.MEETING in told and main[0].acts[:1] else scenes
    acts = [
        (act, scene) for scene in (*main, *others) for act in scene.acts if not of_another_day(act, scene)
    ]
    special = [kind for act, _ in acts if (kind := Kind(act.value)) not in PLAIN]
    form = special[0] if special else form_told(main) or form_of_the_lead(main)
    if form is not None:
        return form
    if is_a_gathering(main, people):
        return Kind.CONFERENCE
    alone = len(sides_of(people, ())) < 2
    visits = any(act.value == Kind.VISIT for scene in scenes for act in scene.acts)
    return Kind.VISIT if alone and visits and Kind.MEETING not in told else Kind.MEETING


def act_of(kind: Kind, scenes: Sequence[Scene]) -> Mention | None:
    """The first word of an encounter of that kind."""
    return next((act for scene in scenes for act in scene.acts if act.value == kind), None)


def of_another_day(act: Mention, scene: Scene) -> bool:
    """As in "the consequences of the video conference of June 2": what is called by its day."""
    return CALLED_BY_ITS_DAY.match(scene.text.low, act.span.stop) is not None


def form_told(main: Sequence[Scene]) -> Kind | None:
    """As in "conferred in front of screens", "picked up the receiver": by other words than acts."""
    for scene in main:
        if not words_of_forms().starts(scene.text.low[slice(*scene.sentence.span)]):
            continue
        for kind, pattern in forms().items():
            if pattern.search(scene.text.low, *scene.sentence.span):
                return kind
    return None


def form_of_the_lead(main: Sequence[Scene]) -> Kind | None:
    """As in "The minister's call with …" above "The minister spoke today with …": people only spoke."""
    acts = [scene.text.low[act.span.start : act.span.stop] for scene in main for act in scene.acts]
    if not acts or not all(act.startswith(word_lists("en/cues")["speaking_acts"]) for act in acts):
        return None
    lead = main[0].text.low[:LEAD]
    told = (kind for kind, form in forms().items() if kind is not Kind.CREDENTIALS and form.search(lead))
    return Kind.CALL if calls().search(lead) else next(told, None)


def is_a_gathering(main: Sequence[Scene], people: Sequence[Person]) -> bool:
    """As in "Chiefs of police gather for a conference, which opened on Tuesday": of many sides."""
    if not main or len(sides_of(people, ())) < MANY:
        return False
    text = main[0].text
    spans = [scene.sentence.span for scene in main]
    return any(gatherings().search(text.low, start, stop) for start, stop in (*spans, (0, LEAD)))


@cache
def calls() -> re.Pattern[str]:
    """What in a title tells that somebody called."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, word_lists('en/cues')['titles_of_calls']))})\b")


@cache
def gatherings() -> re.Pattern[str]:
    """A gathering that opens, sits, is attended: not that on whose sidelines somebody meets."""
    lists = word_lists("en/cues")
    of, opens = "|".join(lists["gatherings"]), "|".join(lists["gathering_opens"])
    aside = r"(?<!\bmargins\sof\sthe\s)(?<!\bsidelines\sof\sthe\s)"
    return re.compile(
        rf"\b(?:{opens})\s(?:the|a|an|its|this|their)\s(?:[\w'’-]+\s){{0,6}}(?:{of})\b"
        rf"|{aside}\b(?:{of})\b(?:\s(?:on|of|for)\s[^.;:]{{3,80}})?,?\s(?:that\s|which\s)?"
        r"(?:opened|opens|began|is\sunder\sway|got\sunder\sway|convened|started|was\sopened)\b"
    )


@cache
def words_of_forms() -> Phrases:
    """Without one of these words no form is told."""
    return Phrases(
        Phrase(word, name, word) for name, words in word_lists("en/forms").items() for word in words
    )


@cache
def forms() -> dict[Kind, re.Pattern[str]]:
    """The words that tell a form."""
    lists = word_lists("en/forms")
    return {
        Kind(name): re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") for name, words in lists.items()
    }
