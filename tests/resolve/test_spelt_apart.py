"""Officials who may be one: reports of one meeting name them in each other's place."""

from chronicle.model import Entry, Participant, Source
from chronicle.resolve.events import same_encounters
from chronicle.resolve.people import identify
from chronicle.resolve.spelt_apart import spelt_apart

HOST = Participant("Phan Van Tho", "defence minister", None, "VN")  # type: ignore[arg-type]


def entry(article: str, name: str, role: str | None = "ambassador", day: str = "2031-04-02") -> Entry:
    guest = Participant(name, role, None, "LA")  # type: ignore[arg-type]
    return Entry(
        f"{day}-{article}", "They meet", day, participants=(HOST, guest), parties=("VN", "LA"), city="Hanoi",
        country="VN", sources=(Source(f"{article}.txt"),),  # type: ignore[arg-type]
    )  # fmt: skip


def suggested(*entries: Entry) -> list[tuple[str, str, float]]:
    people = identify(entries)
    found = spelt_apart(same_encounters(entries, people), people)
    return [(each.one, each.other, each.score) for each in found]


def test_alike_names_in_each_others_place_may_be_one_person() -> None:
    one, other = entry("a", "Khamsing Vongphakdy Noy"), entry("b", "Khamsing Vongpakdy", None)
    assert suggested(one, other) == [("khamsing-vongpakdy", "khamsing-vongphakdy-noy", 0.9)]


def test_two_meetings_tell_more_than_one() -> None:
    days = ["2031-04-02", "2031-06-09"]
    some = [entry("a", "Khamsing Vongphakdy Noy", day=day) for day in days]
    rest = [entry("b", "Khamsing Vongpakdy", None, day=day) for day in days]
    assert [score for _, _, score in suggested(*some, *rest)] == [0.97]


def test_names_that_are_not_alike_and_offices_that_are_not_are_two() -> None:
    assert suggested(entry("a", "Khamsing Vongphakdy"), entry("b", "Bounmy Sisavath")) == []
    assert suggested(entry("a", "Khamsing Vongphakdy"), entry("b", "Khamsing Vongpakdy", "attache")) == []


def test_one_report_alone_tells_nothing() -> None:
    assert suggested(entry("a", "Khamsing Vongphakdy")) == []
