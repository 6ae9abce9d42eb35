"""Groupings that several kinds of lists share."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.model import Entry, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.groups import grouped
from chronicle.publish.lists import all_years, in_pages, ranked, span_of_years, years_of
from chronicle.publish.page import Count, Link

Make = Callable[..., Edition]


def talks(day: str, number: int = 1, status: Status = Status.HELD) -> Entry:
    return Entry(f"{day}-talks-{number}", f"Talks {number}", date=PartialDate(day), status=status)


def link(text: str) -> Link:
    return Link(f"/{text}/", text)


def test_what_comes_once_is_not_ranked() -> None:
    assert ranked("abacab", link) == (Count("/a/", "a", 3), Count("/b/", "b", 2))
    assert ranked("abc", link) == ()


def test_ties_stand_in_order_of_name() -> None:
    names = {1: "Zagreb", 2: "Ankara", 3: "Évora"}
    found = ranked([1, 2, 3, 1, 2, 3, 3], lambda key: Link("", names[key]))
    assert [count.text for count in found] == ["Évora", "Ankara", "Zagreb"]


def test_a_page_does_not_rank_itself_and_still_fills_its_list() -> None:
    found = ranked("aaabbbccdd", link, without="/a/", limit=2)
    assert [count.text for count in found] == ["b", "c"]


def test_years_without_meetings_stand_between_the_others() -> None:
    found = all_years([Count("/2019/", "2019", 2), Count("/2016/", "2016", 1)])
    assert [(each.text, each.url, each.meetings) for each in found] == [
        ("2016", "/2016/", 1),
        ("2017", "", 0),
        ("2018", "", 0),
        ("2019", "/2019/", 2),
    ]
    assert all_years([]) == ()


def test_years_of_a_list_in_pages_lead_to_the_page_on_which_they_begin(edition: Make) -> None:
    days = ["2017-01-01", "2018-01-01", "2018-01-02", "2018-01-03", "2019-01-01"]
    meetings = edition(*(talks(day) for day in days)).chronicle.meetings
    found = years_of("x/", meetings, 2)  # 2019 2018 | 2018 2018 | 2017
    assert found == (
        Count("x/page/3/", "2017", 1),
        Count("x/", "2018", 3),
        Count("x/", "2019", 1),
    )
    assert {each.url for each in years_of("x/", meetings, 5)} == {""}


def test_years_count_what_took_place(edition: Make) -> None:
    entries = [
        talks("2018-01-01"),
        talks("2018-02-01", 2, Status.CANCELLED),
        talks("2020", 3, Status.PLANNED),
    ]
    undated = replace(talks("2018-01-01", 4), date=None)
    meetings = edition(*entries, undated).chronicle.meetings
    assert [(each.text, each.meetings) for each in years_of("x/", meetings, 9)] == [("2018", 1)]
    assert span_of_years(meetings) == "2018"
    assert span_of_years([meeting for meeting in meetings if not meeting.date]) == ""
    assert span_of_years(edition(talks("2017-05"), talks("2019")).chronicle.meetings) == "2017–2019"


def test_an_index_without_lines_has_one_page() -> None:
    ((url, some, pager),) = in_pages("x/", [], 3)
    assert (url, list(some), pager) == ("x/", [], (1, 1, "", ""))
    pages = list(in_pages("x/", "abcd", 3))
    assert [(url, "".join(some)) for url, some, _ in pages] == [("x/", "abc"), ("x/page/2/", "d")]
    assert [pager.older for _, _, pager in pages] == ["x/page/2/", ""]


def test_names_that_make_one_address_are_told_apart_by_numbers_that_no_other_name_has() -> None:
    names = ["Kanal", "KANAL", "Kanal 2", "kanal", "Trend"]
    ids = {name: group.id for name, group in grouped({name: [] for name in names}, str).items()}
    assert ids == {
        "KANAL": "kanal",
        "Kanal": "kanal-3",
        "kanal": "kanal-4",
        "Kanal 2": "kanal-2",
        "Trend": "trend",
    }
