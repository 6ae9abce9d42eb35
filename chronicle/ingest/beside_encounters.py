"""Which sentences beside an encounter tell its time."""

import re
from functools import cache

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.scenes import Scene
from chronicle.ingest.told_days import Telling
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Status

LEAD = 3  # sentences at the top: what is told in them is told of all
OF_SIDES = ("country", "demonym", "organisation", "city")
OF_ITS_TIME = re.compile(r"(?:in|on|at|for|as|with|from|to|after|before|over|one|all|there|by)\b")


def leads_up(scene: Scene, told: Telling) -> bool:
    """Whether a scene beside the encounter tells its time: news as it is, in the same tense."""
    if recalled(scene) is not None or scene.signs.get("recalled") is not None:
        return False
    status = status_of(scene)
    if told.encounter.status is Status.HELD:
        return status is not Status.PLANNED
    if told.encounter.status is Status.PLANNED and scene.dates and is_at_hand(scene):
        return True
    return status is told.encounter.status or all(act.value == Kind.VISIT for act in scene.acts)


def is_the_lead(scene: Scene, told: Telling) -> bool:
    """As in "Drivers will need no visa under an accord which the two signed on Tuesday"."""
    held = told.encounter.status is Status.HELD
    return held and not scene.acts and scene.sentence.number < LEAD and recalled(scene) is None


def of_else(scene: Scene) -> bool:
    """As in "A ship sank on Monday.": what opens so and tells of no encounter leads up to none."""
    if scene.acts or scene.people or not scene.kinds.isdisjoint(OF_SIDES):
        return False
    return scene.text.low.startswith(("a ", "an "), scene.sentence.span.start)


def is_at_hand(scene: Scene) -> bool:
    """As in "The city hosts the commission from Wednesday to Friday": a plan in the present tense."""
    return at_hand().search(scene.text.low, *scene.sentence.span) is not None


@cache
def at_hand() -> re.Pattern[str]:
    """Verbs in the present tense that tell of a plan."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/days')['at_hand'])})\b")


def is_about(scene: Scene, told: Telling) -> bool:
    """Whether a sentence goes on with the encounter or its people: not "Parliament meets on Sunday"."""
    low, start = scene.text.low, scene.sentence.span.start
    if scene.signs.keys() & {"continuations", "placings"} or going_on().match(low, start):
        return True
    if OF_ITS_TIME.match(low, start) and (scene.pronoun or scene.acts):
        return True
    return any(person in told.encounter.people for person in scene.people)


@cache
def going_on() -> re.Pattern[str]:
    """How a sentence opens that goes on with what was told."""
    lists = word_lists("en/days")
    talks, other = alternatives((*lists["talks"], *lists["goers"])), alternatives(lists["other_talks"])
    return re.compile(
        rf"(?:[\"“‘'(]\s?)?(?:according\sto\s[^,.]{{3,60}},\s)?(?:(?:{alternatives(lists['going_on'])})\b"
        rf"|(?:the|their|this|that|his|her|these|those|both|our)\s(?:(?!{other})[\w'-]+\s){{0,3}}(?:{talks})\b"
        rf"|(?:{alternatives(lists['weekdays'])}|{alternatives(lists['talks'])})\b(?!\s(?:{other})))"
    )


def is_dated(scene: Scene) -> bool:
    """As in "The promise dates from Sunday"."""
    return scene.text.low.find(" date", *scene.sentence.span) >= 0
