"""Words of a report, marked in its HTML."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from chronicle.publish.marks import Mark, marked
from chronicle.publish.markup import safe_html


def test_words_are_marked_where_they_first_stand() -> None:
    found = marked("<p>They met in Baku. In Baku, in Baku.</p>", (Mark("w1", "in Baku"),))
    assert found == '<p>They met <mark id="w1">in Baku</mark>. In Baku, in Baku.</p>'


def test_words_are_whole_words_and_never_stand_in_a_tag() -> None:
    found = marked('<p><a title="a > met">I</a> metre, met</p>', (Mark("w1", "met"),))
    assert found == '<p><a title="a > met">I</a> metre, <mark id="w1">met</mark></p>'


def test_words_within_others_and_over_their_end_share_the_mark() -> None:
    marks = (Mark("w1", "Minister"), Mark("w2", "the Minister of"), Mark("w3", "of Defence"))
    found = marked("<p>the Minister of Defence</p>", marks)
    assert found == (
        '<p><span id="w1"></span><span id="w3"></span><mark id="w2">the Minister of Defence</mark></p>'
    )


def test_signs_of_html_are_found_as_they_are_written() -> None:
    assert '<mark id="w1">Black &amp; Veatch</mark>' in marked(
        safe_html("at Black & Veatch."), (Mark("w1", "Black & Veatch"),)
    )


def test_words_that_stand_across_a_tag_lead_to_the_beginning() -> None:
    found = marked("<p>in <em>Baku</em></p>", (Mark("w1", "in Baku"),))
    assert found == '<span id="w1"></span><p>in <em>Baku</em></p>'


WORDS = st.text(alphabet="ab c.<&*_", min_size=1, max_size=8)


@given(st.text(alphabet="ab c.<&*_\n", max_size=60), st.lists(WORDS, max_size=5, unique=True))
def test_every_mark_is_there_once_and_the_text_stays(text: str, words: list[str]) -> None:
    clean = safe_html(text)
    marks = tuple(Mark(f"w{number}", each) for number, each in enumerate(words))
    found = html.fragment_fromstring(f"<div>{marked(clean, marks)}</div>")
    assert found.text_content() == html.fragment_fromstring(f"<div>{clean}</div>").text_content()
    ids = [element.get("id") for element in found.iter("mark", "span") if element.get("id")]
    assert sorted(ids) == sorted(mark.id for mark in marks)
