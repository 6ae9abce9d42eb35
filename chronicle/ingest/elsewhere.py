"""Those who are named and are elsewhere: who took the picture, who met before, whom somebody would meet.

Words: lexicon/en/unreal.yaml.
"""

import re
from functools import cache

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.lexicon.words import word_lists
from chronicle.model import Status

BEFORE = 40  # code points before a name in which its credit stands
AGENCIES = re.compile(r"\b[A-Z]{2,6}/[A-Z]{2,6}(?: [Pp]hoto)? $|\b[A-Z]{2,6}/$")
NOT_SINCE = re.compile(
    r"\b(?:not|never|no|first|last|nobody)\b.*\bsince(?: (?!(?:he|she|they|it|his|her)\b)[^\s,.;:]+){0,3} ?$"
)
OLD_ACT = re.compile(r"\b(?:met|came|visited|shook|received|hosted|was|were|held|signed|took|went)\b")


def took_the_picture(one: Introduction, scene: Scene) -> bool:
    """As in "Photo by N.", "ABC/DEF N.", "Reporting by N."."""
    start = one.naming.person.span.start
    text, begin = scene.text, max(0, start - BEFORE)
    return (
        AGENCIES.search(text.key, begin, start) is not None
        or picture_of().search(text.low, begin, start) is not None
    )


def of_a_former_round(_: Introduction, scene: Scene) -> bool:
    """As in "At their last meeting, in Lima in 2022, they were joined by N."."""
    vague = bool(scene.dates) and all(is_vague(date.value) for date in scene.dates)
    return vague and former_round().match(scene.text.low, *scene.sentence.span) is not None


def only_wished_for(one: Introduction, scene: Scene) -> bool:
    """As in "he told his guest that he was ready to meet N.": no word of when."""
    ahead = one.start - BEFORE * 2
    wished = wishes().search(scene.text.low, max(scene.sentence.span.start, ahead), one.start)
    later = any(date.span.start > one.stop for date in scene.dates)
    return wished is not None and (scene.sure is Status.HELD or not later)


def in_a_file_picture(_: Introduction, scene: Scene) -> bool:
    """As in "N. with his colleague in Lima in 2019 (file photo)"."""
    return file_pictures().search(scene.text.low, *scene.sentence.span) is not None


def not_since(one: Introduction, scene: Scene) -> bool:
    """As in "the first since X met Y", "have not sat down since N. came to Lima": long ago."""
    before = scene.text.low[scene.sentence.span.start : one.start]
    return (
        NOT_SINCE.search(before) is not None
        and OLD_ACT.search(scene.text.low, one.stop, scene.sentence.span.stop) is not None
    )


RULES = (
    took_the_picture,
    in_a_file_picture,
    of_a_former_round,
    only_wished_for,
    not_since,
)


@cache
def file_pictures() -> re.Pattern[str]:
    """As in "(File photo)"."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/unreal')['file_pictures'])})\b|\(file\)")


@cache
def picture_of() -> re.Pattern[str]:
    """What stands right before the name of who took a picture or wrote the text."""
    return re.compile(rf"(?:{alternatives(word_lists('en/unreal')['credits'])}) $")


@cache
def former_round() -> re.Pattern[str]:
    """As in "During their previous talks"."""
    things = alternatives(word_lists("en/status")["things"])
    former = "previous|last|earlier|preceding|former|latest"
    return re.compile(
        rf"(?:at|during|in|after|since) (?:their|the|his|her|an?) (?:{former}) (?:[a-z-]+ )?(?:{things})\b"
    )


@cache
def wishes() -> re.Pattern[str]:
    """As in "would like to meet the Cuban"."""
    lists = word_lists("en/unreal")
    to, met = alternatives(lists["wishes_to"]), alternatives(lists["wished_for"])
    return re.compile(rf"\b(?:{to}) (?:{met})(?: [a-z'’-]+){{0,3}} ?$")
