"""Two names laid side by side: which words answer which, and in what form one is the other."""

from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from chronicle.resolve.names import INITIAL, SHORT, SLIP, SPELLING, Name, likeness, lists


class Form(StrEnum):
    """In what form one name is another."""

    WORDS = "the same words"
    ORDER = "the same words in another order"
    MIDDLE = "middle names left out"
    TAIL = "last words left out"
    HEAD = "first words left out"
    FIRST = "a first name left out that many bear"
    INSIDE = "only inner words in common"
    OTHERS = "other middle names"
    NUMBER = "another number of a king, or father and son"
    CONFLICT = "each has a word that the other hasn't"


class Alignment(NamedTuple):
    """How one name answers another."""

    form: Form
    spellings: int  # words that are spelt in another way
    short: int  # short forms of given names
    slips: int  # words that are nearly alike
    given_slips: int  # of these, given names: in them a letter mostly makes another name
    initials: int  # words of which one has only the first letter
    number_left_out: bool  # "King Abdullah" beside "King Abdullah II"


@lru_cache(maxsize=262_144)
def alignment(one: Name, other: Name, *, strict: bool = False) -> Alignment:
    """How two names answer each other; the same whichever comes first. `strict`: see `likeness`."""
    few, many = sorted((one, other), key=lambda name: (len(name.words), name))
    numbers = {few.number, many.number}
    if len(numbers) > 1 and "" not in numbers:
        return Alignment(Form.NUMBER, 0, 0, 0, 0, 0, number_left_out=False)
    if "".join(few.words) == "".join(many.words):  # "Jong Un", "Jongun"
        return Alignment(Form.WORDS, 0, 0, 0, 0, 0, number_left_out=len(numbers) > 1)
    many = as_written_in(many, few, strict=strict)
    if len(many.words) < len(few.words):
        few, many = many, few
    answers = answers_of(few.words, many.words, strict=strict)
    grades = [grade for grade, _ in answers.values()]
    places = {at: to for at, (_, to) in answers.items()}
    return Alignment(
        form=form_of(few, many, places),
        spellings=grades.count(SPELLING),
        short=grades.count(SHORT),
        slips=grades.count(SLIP),
        given_slips=sum(grade == SLIP and at < len(few.words) - 1 for at, (grade, _) in answers.items()),
        initials=grades.count(INITIAL),
        number_left_out=len(numbers) > 1,
    )


def as_written_in(many: Name, few: Name, *, strict: bool) -> Name:
    """A name with two words as one where the other has them so: "Ahmadi Nejad" beside "Ahmadinejad"."""
    words = list(many.words)
    if len(words) == len(few.words):
        return many
    for at, (one, other) in enumerate(pairwise(words)):
        if any(likeness(one + other, word, strict=strict) >= SPELLING for word in few.words if word != one):
            return many._replace(words=(*words[:at], one + other, *words[at + 2 :]))
    return many


def answers_of(few: tuple[str, ...], many: tuple[str, ...], *, strict: bool) -> dict[int, tuple[float, int]]:
    """For the words of the shorter name: how much which word of the longer is like it, best pairs first."""
    pairs = sorted(
        (-grade, abs(i - j), i, j)
        for i, word in enumerate(few)
        for j, other in enumerate(many)
        if (grade := likeness(word, other, strict=strict))
    )
    answers: dict[int, tuple[float, int]] = {}
    taken = set()
    for grade, _, i, j in pairs:
        if i not in answers and j not in taken:
            answers[i] = (-grade, j)
            taken.add(j)
    return answers


def form_of(few: Name, many: Name, places: dict[int, int]) -> Form:
    """In what form a name is a longer one, by the place of each of its words there."""
    length, full = len(few.words), len(many.words)
    first, last = places.get(0) == 0, places.get(length - 1) == full - 1
    if len(places) < length:
        enough = first and last and length > 2
        return Form.OTHERS if enough else Form.CONFLICT
    order = [places[at] for at in range(length)]
    if order != sorted(order):
        return turned(few, many, order)
    if length == full:
        return Form.WORDS
    if first and last and length > 1:
        return Form.MIDDLE
    if last and order == list(range(full - length, full)):
        left_out = many.words[: full - length]
        return Form.FIRST if set(left_out) <= lists()["borne_by_many"] else Form.HEAD
    return Form.TAIL if first else Form.INSIDE


def turned(few: Name, many: Name, order: list[int]) -> Form:
    """The form of a name whose words stand in another order: the family name has changed its end."""
    if few.by_descent or many.by_descent:  # "Hamad bin Khalifa" is the son of "Khalifa bin Hamad"
        return Form.CONFLICT
    if len(order) < len(many.words):
        return Form.INSIDE
    return (
        Form.ORDER
        if order[1:] + order[:1] == sorted(order) or order[-1:] + order[:-1] == sorted(order)
        else Form.CONFLICT
    )
