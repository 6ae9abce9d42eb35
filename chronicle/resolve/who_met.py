"""What the people and the sides of two entries say for or against one encounter."""

from collections.abc import Iterator, Sequence

from chronicle.model import Kind, Participant
from chronicle.resolve.accounts import Account, side_of
from chronicle.resolve.alike import is_alike, is_slip
from chronicle.resolve.weights import Ground, ground

GATHERINGS = (Kind.CONFERENCE, Kind.CREDENTIALS)
MANY = 4  # parties that don't meet by chance


def people(one: Account, other: Account) -> Iterator[Ground]:
    """Who is named in both, and who stands in one's place in the other."""
    met = named_in_both(one, other)
    sides = {side_of(one.entry.participants[i]) or one.officials[i] for i, _, _ in met}
    names = " and ".join([one.entry.participants[i].name for i, _, _ in met[:3]])
    if met:
        kind = (
            ("people of two sides" if len(sides) > 1 else "people of one side")
            if len(met) > 1
            else "one person"
        )
        yield ground(kind, f"{names} in both")
    yield from spellings(one, other, met)
    mine = [p for i, p in enumerate(one.entry.participants) if all(i != m[0] for m in met)]
    its = [p for j, p in enumerate(other.entry.participants) if all(j != m[1] for m in met)]
    yield from others(mine, its, sides)
    if len(sides) > 1 and not both_gatherings(one, other):
        yield from leaders(one.entry.participants, mine, sides)
        yield from leaders(other.entry.participants, its, sides)


def named_in_both(one: Account, other: Account) -> list[tuple[int, int, bool]]:
    """Participants by their places in both entries, and whether they are known to be one official."""
    places = {official: j for j, official in reversed(list(enumerate(other.officials)))}
    met = {places[o]: i for i, o in reversed(list(enumerate(one.officials))) if o in places}
    found = [(i, j, True) for j, i in sorted(met.items())]
    for i, p in enumerate(one.entry.participants):
        for j, q in enumerate(other.entry.participants if one.officials[i] not in places else ()):
            if j not in met and side_of(p) == side_of(q) and is_alike(p, q):
                met[j] = i
                found.append((i, j, False))
                break
    return found


def spellings(one: Account, other: Account, met: Sequence[tuple[int, int, bool]]) -> Iterator[Ground]:
    """Who may be one by name alone; a slip counts where nobody else of that side is surely in both."""
    two = [(one.entry.participants[i], other.entry.participants[j]) for i, j, same in met if not same]
    known = {side_of(one.entry.participants[i]) for i, _, same in met if same}
    known |= {side_of(p) for p, q in two if not is_slip(p, q)}
    for p, q in two:
        slip = is_slip(p, q) and side_of(p) not in known
        kind = "a name nearly alike" if slip else "a name in two spellings"
        yield ground(kind, f"{p.name} may be {q.name}")


def others(some: Sequence[Participant], rest: Sequence[Participant], met: set[str]) -> Iterator[Ground]:
    """Who is named in one of them only."""
    for side in sorted({side_of(p) for p in some} & {side_of(q) for q in rest}):
        one = next(p.name for p in some if side_of(p) == side)
        other = next(q.name for q in rest if side_of(q) == side)
        kind = "delegations told differently" if side in met else "somebody else for a side"
        yield ground(kind, f"{one} in one, {other} in the other")
    alone = [p for p in (*some, *rest) if side_of(p) in met]
    if alone and not (some and rest):
        yield ground("somebody left out", f"{alone[0].name} in one of them only")


def leaders(
    all_of_one: Sequence[Participant], alone: Sequence[Participant], met: set[str]
) -> Iterator[Ground]:
    """Whether the first of a side in one entry isn't named in the other, though the side's people are.

    A prime minister who receives a guest with a minister at the table, and the minister who receives the
    guest next door, are two encounters.
    """
    for side in sorted(met):
        first = next((p for p in all_of_one if side_of(p) == side), None)
        if first and first in alone:
            yield ground(
                "somebody else leads", f"{first.name} leads a side in one and isn't named in the other"
            )


def both_gatherings(one: Account, other: Account) -> bool:
    """Whether both are told as gatherings of many, of whom each report names its own."""
    return one.entry.kind in GATHERINGS and other.entry.kind in GATHERINGS


def parties(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the same sides took part."""
    if not one.sides or not other.sides:
        return
    if one.sides == other.sides:
        kind = "the same three parties" if len(one.sides) > 2 else "the same two parties"
        if len(one.sides) > 1:
            yield ground(kind, f"the parties are {', '.join(sorted(one.sides))} in both")
        return
    more = sorted(one.sides ^ other.sides)
    both = one.sides & other.sides
    gathering = both_gatherings(one, other) and len(both) > 1
    if gathering and len(both) >= MANY and 4 * len(both) >= 3 * min(len(one.sides), len(other.sides)):
        yield ground("most parties of a gathering", f"{', '.join(sorted(both))} in both")
    else:
        kind = "a side more at a gathering" if gathering else "a side more"
        yield ground(kind, f"{', '.join(more)} took part in one of them only")
