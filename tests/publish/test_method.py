"""The method page: what `make score` wrote is shown, field by field."""

from collections.abc import Callable

from chronicle.lexicon.words import load_accuracy
from chronicle.publish.edition import Edition
from chronicle.publish.pages.method import FIELDS, SETS, context_of, per_cent

Make = Callable[..., Edition]


def test_every_set_has_a_text_that_can_be_translated() -> None:
    assert [row["about"] for row in load_accuracy("en")] == list(SETS)


def test_every_field_that_is_measured_is_shown(edition: Make) -> None:
    measured = {field for row in load_accuracy("en") for field in row["fields"]}
    assert measured == set(FIELDS)
    page = context_of(edition())
    assert all(len(row.fields) == len(page.fields) for row in page.accuracy)
    assert page.accuracy[0].about == "Five reports that the rules were written on"


def test_nearly_all_is_not_shown_as_all_nor_hardly_any_as_none() -> None:
    shares = (None, 0, 0.003, 0.026, 0.5, 0.994, 0.997, 1.0)
    assert [*map(per_cent, shares)] == ["", "0", "1", "3", "50", "99", "99", "100"]
