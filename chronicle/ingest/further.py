"""Encounters without a newcomer: of people who were told before, by name, office or pronoun."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chronicle.ingest.background import status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.groups import Telling
from chronicle.ingest.kinds import PLAIN, act_of, kind_of
from chronicle.ingest.scenes import Scene
from chronicle.model import Kind, Status

SAME_TALKS = re.compile(  # of few, then of many, then at table: one encounter (GUIDE rule 3)
    r"\b(?:face[- ]to[- ]face|one[- ]on[- ]one|t[êe]te[- ][àa][- ]t[êe]te|in private|privately"
    r"|dinner|lunch|luncheon|banquet"
    r"|(?:expanded|extended|enlarged|restricted|narrow|wider) (?:format|composition|circle|meeting|talks))\b"
)
ANOTHER = re.compile(  # another encounter, of fewer people
    r"\b(?:bilateral(?:ly)?|separate(?:ly)?|alone|(?:his|her|their) own|this (?:morning|afternoon|evening)"
    r"|in the (?:morning|afternoon|evening)|before the|ahead of the|prior to the"
    r"|during (?:a|the) (?:coffee |lunch )?break|on the (?:sidelines|margins|fringes)"
    r"|between (?:the )?sessions|(?:when|once|after) (?:it|that|this|the [a-z]+)"
    r" (?:was|were|is|had been|had|has)? ?(?:over|ended|closed|finished|done|gone)|afterwards?)\b"
)
EARLIER = re.compile(
    r"\bhad (?:already |first |also )?(?:begun|started|opened|been|gone|come|called|met|seen|received|hosted"
    r"|spoken|sat|conferred|talked)\b.{0,90}"
    r"\b(?:the day|morning|afternoon|noon|earlier|before the|ahead of the|prior to|alone)\b"
    r"|\b(?:earlier|before|ahead of|prior to)\b.{0,90}\bhad (?:already |first |also )?"
    r"(?:been|gone|come|called|met|seen|received|hosted|spoken|sat|conferred|talked)\b"
)
NOT = re.compile(
    r"\b(?:will|would|are|is|were|was) (?:now |after all )?not (?:now |after all )?(?:be |to |going to )?"
    r"(?:meet|meeting|sit|hold|take place|come|coming|travel|travelling|visit|receive|host|see|go"
    r"|join|sitting)\b"
)
OFF = re.compile(
    r"\b(?:called off|calls off|cancell?(?:ed|s)|postponed?|put off|puts off|fell through"
    r"|falls through|scrapped|shelved"
    r"|dropped|struck (?:off|from)|will not (?:take place|come|travel|be)|did not (?:take place|come about)"
    r"|f[ae]ll(?:en|s)? victim|instead of (?:flying|travelling|traveling|going|coming|receiving|hosting)"
    r"|(?:was|were) to (?:have|pay|visit|come|travel)|had to (?:stay|turn back|cancel))\b"
)
EACH = re.compile(  # as many encounters as there are guests
    r"\beach (?:in turn )?(?:met|saw|sat down|held (?:talks|a meeting)|conferred|(?:spoke|talked) (?:with|to)"
    r"|called on|paid|came to see|went to see)\b"
    r"|\b(?:separately|one by one|one after (?:the other|another)|in succession|at different (?:hours|times)"
    r"|not (?:together|at the same (?:hour|time|table)))\b"
)
TO_THE_PRESS = re.compile(
    r"\b(?:spoke|speak|talked|appeared|answered|faced|addressed|briefed)(?: (?:to|with|before))?(?: the)?"
    r" (?:reporters|journalists|press|media|cameras|newsmen)\b"
)
REACH = 8  # sentences back to whom a pronoun may mean


def further(scene: Scene, told: Sequence[Encounter], telling: Telling) -> list[Encounter]:
    """An encounter without a newcomer: of people who were told before, by name, office or pronoun."""
    status = status_of(scene)
    span = scene.sentence.span
    if SAME_TALKS.search(telling.text.low, *span) or TO_THE_PRESS.search(telling.text.low, *span):
        return []
    people = [*subject_of(scene, telling.scenes), *scene.people]
    if len(sides_of(people, ())) < 2:
        people += stand_ins(scene, people, told)
    people = list(dict.fromkeys(people))
    sequence = any(kind == "sequence" for _, kind in telling.cues[scene.sentence.number])
    apart = any(act.value != Kind.VISIT for act in scene.acts)
    sequence = sequence or (apart and ANOTHER.search(scene.text.low, *scene.sentence.span) is not None)
    if len(sides_of(people, ())) < 2 or retold(status, people, told, sequence=sequence):
        return []
    if NOT.search(scene.text.low, *scene.sentence.span):
        call_off(people, scene, told)
        return []
    if goes_on(scene, people, told) or (status is Status.HELD and not apart):
        return []
    if (
        status is Status.HELD
        and not (sequence and fewer(people, told, scene))
        and not stands_apart(scene, people, told)
    ):
        return []
    if status is not Status.HELD and not scene.dates and not scene.cities:
        return []
    kind = kind_of([scene], [scene], people)
    return [Encounter(status, kind, people, [], [scene], act_of(kind, [scene]))]


def call_off(people: Sequence[Person], scene: Scene, told: Sequence[Encounter]) -> None:
    """As in "X and Y will not sit down next Monday": writes that what was planned of just these is off."""
    here = {p.number for p in people}
    for encounter in told:
        if here == {p.number for p in encounter.people} and encounter.status is Status.PLANNED:
            encounter.status = Status.CANCELLED
            encounter.scenes = [scene, *encounter.scenes]


def goes_on(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """Whether the sentence goes on about a planned encounter of which the one before told first."""
    before = scene.sentence.number - 1
    return any(
        encounter.status is Status.PLANNED is status_of(scene)
        and any(
            s.sentence.number == before and s.sentence.paragraph == scene.sentence.paragraph
            for s in encounter.main
        )
        and any(p in encounter.newcomers for p in people)
        and not any(p in encounter.people for p in people if p not in encounter.newcomers)
        for encounter in told
    )


def stands_apart(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """As in "A called the three-way meeting off. B and C spoke by telephone": in no form told before."""
    here = {p.number for p in people}
    theirs = [e for e in told if here <= {p.number for p in e.people}]
    kinds = {Kind(act.value) for act in scene.acts}
    named = all(any(n.sentence == scene.sentence.number for n in p.namings) for p in people)
    other = any(kind not in PLAIN and all(kind is not e.kind for e in theirs) for kind in kinds)
    off = named and all(e.status is Status.CANCELLED for e in theirs)
    return bool(theirs) and (other or off) and all(e.status is not Status.HELD for e in theirs)


def fewer(people: Sequence[Person], told: Sequence[Encounter], scene: Scene) -> bool:
    """Whether they are some of those of an encounter of which all are told before."""
    here, number = {p.number for p in people}, scene.sentence.number
    return any(
        here < {p.number for p in encounter.people}
        and all(s.sentence.number < number for s in encounter.main or encounter.scenes)
        for encounter in told
    )


def retold(status: Status, people: Sequence[Person], told: Sequence[Encounter], *, sequence: bool) -> bool:
    """Whether it is an encounter told already: of the same people, or of some without a word of another."""
    here = {p.number for p in people}
    for encounter in told:
        there = {p.number for p in encounter.people}
        if encounter.status is status and (here == there or (here <= there and not sequence)):
            return True
    return False


def subject_of(scene: Scene, scenes: Sequence[Scene]) -> list[Person]:
    """Whom "He …" stands for: the first of the people named last; in a group, one of its sides."""
    if not (scene.he_opens or (scene.group and scene.pronoun and not scene.people)):
        return []
    here = scene.sentence.number
    last = next((s.people for s in reversed(scenes[max(0, here - REACH) : here]) if s.people), ())
    group = {side.value for told in scene.unnamed for side in told.sides}
    return [p for p in last if not scene.group or (p.side is not None and p.side.value in group)][:1]


def stand_ins(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> list[Person]:
    """Whom "he" or "they" may be: who has met most so far, of another side."""
    if not scene.pronoun or not people:
        return []
    sides = sides_of(people, ())
    pool = [p for e in told for p in e.people if p.side is not None and p.side.value not in sides]
    return sorted(dict.fromkeys(pool), key=lambda p: (-pool.count(p), p.number))[:1]


def before_the_rest(scene: Scene, told: Sequence[Encounter]) -> list[Encounter]:
    """As in "X had begun the day with Y alone", of some of those who met in a larger round."""
    if (
        not told
        or not EARLIER.search(scene.text.low, *scene.sentence.span)
        or status_of(scene) is not Status.HELD
    ):
        return []
    number = scene.sentence.number
    everybody = dict.fromkeys(p for e in told for p in e.people)
    here = [p for p in everybody if any(n.sentence == number for n in p.namings)]
    if len(sides_of(here, ())) < len("ab") or retold(Status.HELD, here, told, sequence=True):
        return []
    if not fewer(here, told, scene):
        return []
    return [Encounter(Status.HELD, kind_of([scene], [scene], here), here, [], [scene], None)]


def called_instead(encounter: Encounter, stop: int, telling: Telling) -> list[Encounter]:
    """As in "The visit fell through; the ministers spoke by telephone": what was called off, and the call."""
    if encounter.kind is not Kind.CALL or encounter.status is Status.PLANNED or not encounter.main:
        return [encounter]
    start = encounter.main[0].sentence.number
    scenes = [s for s in telling.scenes[start : max(stop, start + 1)] if s.whole and (s.people or s.acts)]
    calls = [s for s in scenes if any(act.value == Kind.CALL for act in s.acts)]
    off = [s for s in scenes if s not in calls and OFF.search(s.text.low, *s.sentence.span)]
    if not calls or not off:
        return [encounter]
    people, unnamed = encounter.people, encounter.unnamed
    kind = kind_of(off, off, people)
    fallen = replace(
        encounter, status=Status.CANCELLED, kind=kind, scenes=off, act=act_of(kind, off), main=tuple(off[:1])
    )
    call = replace(encounter, status=Status.HELD, scenes=calls, main=tuple(calls[:1]), newcomers=())
    return [fallen, call] if people or unnamed else [encounter]


def one_by_one(encounter: Encounter, made: Sequence[Encounter]) -> list[Encounter]:
    """As in "A's and B's ministers each met C's": an encounter for each side, with the one in common."""
    scene = encounter.main[0] if encounter.main else None
    sign = EACH.search(scene.text.low, *scene.sentence.span) if scene is not None else None
    if scene is None or sign is None:
        return [encounter]
    same = [e for e in made if e.main and e.main[0] is scene]
    people = list(dict.fromkeys(p for e in same for p in e.people))
    places = {p.number: place for p in people if (place := place_in(p, scene)) is not None}
    if any(e.unnamed for e in same) or any(p.number not in places or p.side is None for p in people):
        return [encounter]
    verb = scene.acts[0].span.start if scene.acts else sign.start()
    early = [p for p in people if places[p.number] < verb]
    late = [p for p in people if p not in early]
    host, guests = sorted((early, late), key=len)
    sides = list(dict.fromkeys(p.side.value for p in guests if p.side is not None))
    told = len(same) == len(sides) and all(p in e.people for e in same for p in host)
    if len(host) != 1 or len(sides) < len("ab") or told or not sides_of(host, ()).isdisjoint(sides):
        return [encounter]
    if encounter is not same[0]:
        return []
    each = ([p for p in guests if p.side is not None and p.side.value == side] for side in sides)
    return [replace(encounter, people=[*host, *some]) for some in each]


def place_in(person: Person, scene: Scene) -> int | None:
    """Where somebody is named in a sentence first."""
    here = (n.person.span.start for n in person.namings if n.sentence == scene.sentence.number)
    return next(here, None)
