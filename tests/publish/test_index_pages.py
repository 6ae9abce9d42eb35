"""Indexes in pages that break at letters."""

from chronicle.publish.index_pages import Letter, in_pages, letters_of, letters_on
from chronicle.publish.page import Link
from chronicle.publish.urls import OFFICIALS


def test_a_letter_that_fits_on_a_page_is_not_broken() -> None:
    assert in_pages(["aaa", "bb", "c", "dddd"], 5) == [[*"aaabb"], [*"cdddd"]]
    assert in_pages(["aaa", "bbb"], 5) == [[*"aaa"], [*"bbb"]]


def test_a_letter_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    assert in_pages(["a", "bbbbbbb", "c"], 5) == [[*"a"], [*"bbbbb"], [*"bbc"]]


def test_an_index_of_nothing_has_one_page() -> None:
    assert in_pages([], 5) == [[]]


def test_each_letter_leads_to_the_first_page_that_has_it() -> None:
    letters = letters_of([[("A", "a"), ("B", "b")], [("B", "b"), ("C", "c")]], OFFICIALS)
    assert [link for link, _ in letters] == [
        Link(f"{OFFICIALS}#a", "A"),
        Link(f"{OFFICIALS}#b", "B"),
        Link(f"{OFFICIALS}page/2/#c", "C"),
    ]
    assert [letter.here for letter in letters_on(letters, 1)] == [True, True, False]
    assert letters_on(letters, 2)[2] == Letter(Link(f"{OFFICIALS}page/2/#c", "C"), here=True)
    assert letters_on(letters[:1], 1) == ()
