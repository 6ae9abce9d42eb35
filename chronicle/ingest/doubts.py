"""What a person should look at, in plain words: only where there is real doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.ingest.encounter import Encounter
from chronicle.ingest.sides import BARELY
from chronicle.ingest.title import party_name
from chronicle.ingest.when import Day, days_told, out_of_time, resolved
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Source, Status

UNSURE = 0.75  # of a decision's chance


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at."""

    encounter: Encounter
    day: Day | None
    source: Source
    words: Lexicon
    found: Sequence[Mention]
    body: str


def doubts_of(case: Case) -> tuple[tuple[str, str], ...]:
    """The rules that doubt something, each with one sentence, in the order of RULES."""
    return tuple((rule.__name__, reason) for rule in RULES for reason in rule(case))


def without_role(case: Case) -> Iterator[str]:
    """Somebody without an office is seldom a participant."""
    for person in case.encounter.people:
        if person.role is None and case.encounter.kind != "credentials":
            yield f"No office was found for {person.name}."


def concluded_side(case: Case) -> Iterator[str]:
    """A country that only the most frequent name suggests."""
    for person in case.encounter.people:
        if person.side is None:
            yield f"It is not clear whom {person.name} acts for."
        elif person.side.rule == BARELY:
            yield f"That {person.name} acts for {party_name(person.side.value, case.words)} is only a guess."


def undated(case: Case) -> Iterator[str]:
    """A publication date is known, but the day of the encounter isn't."""
    if case.day is None and case.source.published is not None and case.encounter.status is not Status.HELD:
        yield "The day of what is planned is not told."


def without_publication(case: Case) -> Iterator[str]:
    """A day is told that only the day of publication would make a date."""
    if case.day is None and case.source.published is None:
        for mention in days_told(case.encounter)[:1]:
            yield f'The article says "{quoted(case, mention)}", but not when it was published.'


def told_out_of_time(case: Case) -> Iterator[str]:
    """Held after the publication, or still to come before it."""
    for mention in out_of_time(case.encounter, case.source.published)[:1]:
        told, when = (
            ("held", "after") if case.encounter.status is Status.HELD else ("still to come", "before")
        )
        yield f'It is told as {told}, but "{quoted(case, mention)}" is {when} the publication.'


def quoted(case: Case, mention: Mention) -> str:
    """The article's own words, white space evened out."""
    return " ".join(case.body[mention.span.start : mention.span.stop].split())


def other_days_told(case: Case) -> Iterator[str]:
    """The day is that of the publication only because the days in the text were not understood."""
    if case.day is None or case.day.rule != "day_of_publication":
        return
    days = (resolved(m, case.source.published, case.encounter.status) for m in case.found if m.kind == "date")
    other = sorted({day.first for day in days if day is not None and day.first != case.day.first})
    if other:
        yield f"The day is the publication's, but the text also tells {', '.join(other)}."


def one_sided(case: Case) -> Iterator[str]:
    """Nobody is named for one of the sides."""
    if case.encounter.unnamed and case.encounter.people:
        sides = dict.fromkeys(party_name(m.value, case.words) for m in case.encounter.unnamed)
        yield f"Nobody is named for {', '.join(sides)}."


def no_word_of_meeting(case: Case) -> Iterator[str]:
    """Officials of two sides stand together, but no word of meeting was understood."""
    if case.encounter.act is None:
        yield "No word of meeting was understood; two sides are named together."


def unsure_who(case: Case) -> Iterator[str]:
    """Whether somebody takes part, or in what, was nearly decided otherwise."""
    if case.encounter.chance < UNSURE:
        people = ", ".join(p.name for p in case.encounter.newcomers)
        yield (
            f"Whether {people} took part in this is not told plainly."
            if people
            else "That they met is not told plainly."
        )


def office_too_general(case: Case) -> Iterator[str]:
    """As in "Minister" or "Secretary" without what of."""
    for person in case.encounter.people:
        if person.role is not None and person.role.value.lower() in case.words.too_general:
            yield f"Of what {person.name} is {person.role.value} is not told."


def three_sides(case: Case) -> Iterator[str]:
    """More than two sides, all of them named by people: perhaps two encounters."""
    trilateral = any(sign in scene.signs for scene in case.encounter.scenes for sign in ("institutional",))
    if (
        len(case.encounter.sides) == len("abc")
        and not trilateral
        and not any(s.group for s in case.encounter.scenes)
    ):
        yield "Three sides are named; they may have met two by two."


def spelled_in_two_ways(case: Case) -> Iterator[str]:
    """The article itself spells a name in two ways: one is wrong (caa-123)."""
    for person in case.encounter.people:
        forms = sorted({n.person.value for n in person.namings})
        if len(forms) == 1:
            continue
        full = [form for form in forms if len(form.split()) == len(person.name.split()) > 1]
        if len({form.casefold() for form in full}) > 1 and "." not in "".join(full):
            yield f"A name is spelled in two ways: {' and '.join(full)}."


def told_in_passing(case: Case) -> Iterator[str]:
    """A sentence speaks both of what took place and of what was called off or is to come."""
    if case.encounter.status is Status.HELD and any(
        "cancelled" in scene.signs for scene in case.encounter.scenes
    ):
        yield "Something is also said to be called off."


RULES = (
    no_word_of_meeting,
    unsure_who,
    office_too_general,
    three_sides,
    spelled_in_two_ways,
    told_in_passing,
    without_role,
    concluded_side,
    undated,
    without_publication,
    told_out_of_time,
    other_days_told,
    one_sided,
)
