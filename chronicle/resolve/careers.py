"""Who is seen in which office when: what tells a father from a son."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from chronicle.resolve.alignment import Form, alignment
from chronicle.resolve.names import Name
from chronicle.resolve.namings import NOT_HELD, Naming, Office
from chronicle.resolve.titles import titles_of

FEW = 10.0  # years
Seat = tuple[str, Office]  # a side and an office


class Careers(NamedTuple):
    """The holders of each office that one person holds at a time, in order of time."""

    seats: Mapping[Seat, tuple[tuple[float, ...], tuple[Name, ...]]]

    def somebody_between(self, one: Naming, other: Naming, office: Office) -> bool:
        """Whether somebody of another name is seen in an office between the times of two namings."""
        mine, theirs = one.offices[office], other.offices[office]
        if not mine or not theirs or not mine.gap(theirs):
            return False
        start, stop = min(mine.last, theirs.last), max(mine.first, theirs.first)
        return self.others_between(one.side, office, start, stop, (one.name, other.name))

    def shared_seat(self, one: Naming, other: Naming) -> bool:
        """Whether two are seen in an office of one holder within a few years, and nobody else in between."""
        for office in one.offices.keys() & other.offices.keys():
            mine, theirs = one.offices[office], other.offices[office]
            near = mine and theirs and mine.gap(theirs) <= FEW and is_single(one.side, office)
            if near and not self.somebody_between(one, other, office):
                return True
        return False

    def others_between(
        self, side: str, office: Office, start: float, stop: float, names: Iterable[Name]
    ) -> bool:
        """Whether an office is seen held by somebody of another name within some years."""
        times, holders = self.seats.get((side, office), ((), ()))
        some = holders[bisect_right(times, start) : bisect_left(times, stop)]
        return any(all(alignment(holder, name).form is Form.CONFLICT for name in names) for holder in some)


def careers_of(namings: Iterable[Naming]) -> Careers:
    """Who is seen in which office."""
    seen: dict[Seat, set[tuple[float, Name]]] = defaultdict(set)
    for naming in namings:
        for office, span in naming.offices.items():
            if span:
                seen[naming.side, office] |= {(time, naming.name) for time in span}
    return Careers(
        {
            seat: (tuple(time for time, _ in some), tuple(name for _, name in some))
            for seat, some in ((seat, sorted(some)) for seat, some in seen.items())
            if is_single(*seat)
        }
    )


def is_single(side: str, office: Office) -> bool:
    """Whether one person alone holds an office at a time."""
    return not office.startswith(NOT_HELD) and all(title.single for title in titles_of(office, side))
