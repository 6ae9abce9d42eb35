"""Where things stand in charts."""

from itertools import pairwise

import pytest

from chronicle.model import CountryCode, PartialDate
from chronicle.publish.charts.bars import CROWD, FEW, HEIGHT, MOST_ROWS, bars, columns
from chronicle.publish.charts.calendar import CELL, HEAD, month_names, sheet, weekday_names
from chronicle.publish.charts.fan import DOTS, LONGEST, NO_FAN, TOP, WIDTH, broken, fan
from chronicle.publish.charts.ring import NARROW, cut, length, of_most_meetings, ring, strongest, untangled
from chronicle.publish.charts.shades import STEPS, Shade, shades, step_of
from chronicle.publish.charts.timeline import NO_TIMELINE, Lasted, timeline, year_of
from chronicle.publish.charts.worldmap import LARGEST, world_map
from chronicle.publish.page import Count, Link

AZ, IR, MC, SU = (CountryCode(code) for code in ("AZ", "IR", "MC", "SU"))
NOBODY = Link("", "")


def day(text: str) -> PartialDate:
    return PartialDate(text)


# ── shades ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("most", [1, 2, 3, 7, 12, 99, 100, 7535, 1_000_000])
def test_shades_begin_at_one_and_go_on_without_a_gap(most: int) -> None:
    key = shades([1, most])
    assert key[0].first == 1
    assert key[-1].last == 0
    assert len(key) <= STEPS
    assert [shade.step for shade in key] == list(range(1, len(key) + 1))
    assert all(one.last + 1 == other.first for one, other in pairwise(key))
    assert key[-1].first <= most


def test_shades_begin_at_round_numbers() -> None:
    assert [shade.first for shade in shades([7535])] == [1, 5, 50, 200, 1000]


def test_nothing_has_no_shade() -> None:
    assert shades([]) == shades([0]) == ()
    assert step_of(0, shades([5])) == 0


def test_a_number_has_the_shade_that_the_key_says() -> None:
    key = (Shade(1, 1, 4), Shade(2, 5, 0))
    assert [step_of(number, key) for number in (1, 4, 5, 500)] == [1, 1, 2, 2]


# ── bars ─────────────────────────────────────────────────────────────────────────────────────


def test_the_longest_bar_is_as_wide_as_the_chart() -> None:
    chart = bars([Count("a/", "2018", 4), Count("b/", "2019", 8), Count("", "2020", 0)])
    assert [bar.width for bar in chart.rows] == [50, 100, 0]
    assert [bar.text for bar in chart.rows] == ["2018", "2019", "2020"]
    assert chart.columns is None


def test_no_bar_is_drawn_of_nothing() -> None:
    assert bars([]).rows == ()
    assert bars([Count("", "2019", 0)]).rows[0].width == 0


def test_one_meeting_is_not_drawn_as_many() -> None:
    assert [bar.width for bar in bars([Count("", "2019", 1), Count("", "2020", 0)]).rows] == [100 / FEW, 0]


def test_a_crowd_of_columns_stands_without_gaps() -> None:
    assert "h1V" in columns([Count("", str(at), 1) for at in range(CROWD + 1)]).path


def test_many_numbers_become_columns_and_keep_their_rows_as_a_table() -> None:
    counts = [Count("", str(1900 + at), at) for at in range(MOST_ROWS + 1)]
    chart = bars(counts)
    assert chart.columns
    assert [bar.meetings for bar in chart.rows] == [count.meetings for count in counts]
    assert chart.columns.number == len(counts)
    assert chart.columns.most == MOST_ROWS


def test_a_column_is_as_high_as_its_number_and_none_is_drawn_of_nothing() -> None:
    drawn = columns([Count("", "2018", 1), Count("", "2019", 0), Count("", "2020", 2)])
    assert drawn.path == f"M0 {HEIGHT}V50h0.8V{HEIGHT}M2 {HEIGHT}V0h0.8V{HEIGHT}"


def test_the_years_below_columns_stand_in_the_middle_of_theirs() -> None:
    drawn = columns([Count("", str(year), 1) for year in range(2000, 2010)])
    assert [tick.text for tick in drawn.ticks] == ["2000", "2002", "2004", "2006", "2008"]
    assert [tick.at for tick in drawn.ticks] == [5, 25, 45, 65, 85]


# ── timelines ────────────────────────────────────────────────────────────────────────────────


def test_a_timeline_lasts_from_the_first_year_to_the_end_of_the_last() -> None:
    first = Lasted(NOBODY, "2010–2012", day("2010-01-01"), day("2012-12-31"))
    second = Lasted(NOBODY, "2013", day("2013-01-01"), day("2013"))
    drawn = timeline([(Link("a/", "A"), [first]), (Link("b/", "B"), [second])])
    ((one,), (other,)) = (lane.stretches for lane in drawn.lanes)
    assert (one.left, one.width) == (0, pytest.approx(75, abs=0.3))
    assert (other.left, other.width) == (75, 25)
    assert [tick.text for tick in drawn.ticks] == ["2010", "2011", "2012", "2013"]


def test_what_lasted_a_day_is_seen_and_stays_on_the_sheet() -> None:
    last = Lasted(NOBODY, "2019", day("2019-12-31"), day("2019-12-31"))
    ((stretch,),) = [lane.stretches for lane in timeline([(NOBODY, [last])]).lanes]
    assert stretch.width > 0
    assert stretch.left + stretch.width <= 100


def test_the_years_below_a_long_timeline_are_few_and_round() -> None:
    drawn = timeline([(NOBODY, [Lasted(NOBODY, "", day("1867"), day("2024"))])])
    assert [tick.text for tick in drawn.ticks] == ["1900", "1950", "2000"]


def test_without_days_there_is_no_timeline() -> None:
    assert timeline([]) == timeline([(NOBODY, [])]) == NO_TIMELINE


def test_days_months_and_years_stand_in_order() -> None:
    assert year_of(day("2019")) == 2019
    assert year_of(day("2019"), at_end=True) == 2020
    days = [year_of(day(text)) for text in ("2019-01-01", "2019-01-31", "2019-02-01", "2019-12-31")]
    assert days == sorted(set(days))
    assert year_of(day("2019-12-31"), at_end=True) <= 2020
    assert year_of(day("2019-06"), at_end=True) == pytest.approx(2019.5)


# ── calendars ────────────────────────────────────────────────────────────────────────────────


def test_a_month_has_a_row_a_week_from_monday_on() -> None:
    drawn = sheet(2019, 11, {7: 2}, key=shades([2]), weekdays=weekday_names("en"))
    assert [cell.day for cell in drawn.cells] == list(range(1, 31))
    friday = drawn.cells[0]  # 1 November 2019
    assert (friday.x, friday.y) == (4 * CELL, HEAD)
    assert (drawn.cells[3].x, drawn.cells[3].y) == (0, HEAD + CELL)
    assert drawn.height == HEAD + 5 * CELL
    assert [(cell.day, cell.meetings) for cell in drawn.cells if cell.step] == [(7, 2)]


def test_months_and_days_of_the_week_have_names_in_every_language() -> None:
    for language in ("en", "en-GB", "az", "ru", "ar"):
        assert len(set(month_names(language))) == 12
        assert len(weekday_names(language)) == 7
    assert month_names("en")[10] == "Nov"
    assert weekday_names("ru")[0] == "пн"


# ── networks ─────────────────────────────────────────────────────────────────────────────────


def test_everybody_stands_on_the_ring_in_order_and_names_never_stand_on_their_heads() -> None:
    nodes = {str(at): Count(f"{at}/", f"N{at}", at + 1) for at in range(10)}
    drawn = ring(nodes, {("0", "5"): Count("x/", "N0 – N5", 3)})
    assert [node.text for node in drawn.nodes] == [f"N{at}" for at in range(10)]
    assert all(node.x**2 + node.y**2 == pytest.approx(NARROW**2, rel=0.01) for node in drawn.nodes)
    assert all(-90 <= node.turn <= 90 for node in drawn.nodes)
    assert all(node.after == (node.x > 0) for node in drawn.nodes)
    radii = [node.radius for node in drawn.nodes]
    assert radii == sorted(radii)


def test_the_curves_of_a_ring_come_with_most_meetings_first_and_thickest() -> None:
    nodes = {key: Count("", key, 1) for key in "abc"}
    drawn = ring(nodes, {("a", "b"): Count("", "a – b", 1), ("a", "c"): Count("", "a – c", 9)})
    assert [edge.meetings for edge in drawn.edges] == [9, 1]
    assert drawn.edges[0].width > drawn.edges[1].width
    first, last = drawn.nodes[0], drawn.nodes[2]
    assert drawn.edges[0].path.startswith(f"M{first.x:g} {first.y:g}Q")
    assert drawn.edges[0].path.endswith(f" {last.x:g} {last.y:g}")


def test_those_of_the_pairs_with_most_meetings_are_shown_and_nobody_alone() -> None:
    edges = {("a", "b"): 5, ("c", "d"): 4, ("a", "e"): 3, ("f", "g"): 0}
    assert list(of_most_meetings(edges, 3)) == ["a", "b", "e"]
    assert list(of_most_meetings(edges, 9)) == ["a", "b", "c", "d", "e"]


def test_of_the_curves_the_strongest_are_drawn_and_one_at_least_of_everybody() -> None:
    edges = {("a", "b"): 9, ("a", "c"): 8, ("b", "c"): 7, ("c", "d"): 1}
    assert list(strongest(edges, 3)) == [("a", "b"), ("a", "c"), ("c", "d")]
    assert list(strongest(edges, 4)) == [*edges]
    assert list(strongest(edges, 1)) == [("a", "b"), ("a", "c"), ("c", "d")]
    assert list(strongest({}, 3)) == []


def test_a_ring_is_untangled_and_those_of_one_side_stay_together() -> None:
    blocks = [["a1", "a2"], ["b"], ["c"], ["d"], ["e"]]
    edges = [("a1", "d"), ("a2", "c"), ("b", "e")]
    order = untangled(blocks, edges)
    assert sorted(order) == ["a1", "a2", "b", "c", "d", "e"]
    assert abs(order.index("a1") - order.index("a2")) == 1
    assert length([order], edges) < length(blocks, edges)
    assert untangled(blocks, edges) == order


def test_everybody_on_a_ring_knows_the_own_curves() -> None:
    nodes = {key: Count("", key, 1) for key in "abc"}
    drawn = ring(nodes, {("a", "b"): Count("", "a – b", 1), ("a", "c"): Count("", "a – c", 9)})
    assert [node.edges for node in drawn.nodes] == [(0, 1), (1,), (0,)]
    assert drawn.edges[0].strength > drawn.edges[1].strength


def test_a_long_name_around_an_official_has_two_lines() -> None:
    assert broken("Zakir Hasanov") == ("Zakir Hasanov",)
    assert broken("Sheikh Mohammed bin Zayed Al Nahyan") == ("Sheikh Mohammed bin", "Zayed Al Nahyan")
    assert broken("x" * 40) == ("x" * (LONGEST - 1) + "…",)
    assert all(len(line) <= LONGEST for line in broken("Abdulrahman " * 9))


def test_a_long_name_is_cut() -> None:
    assert cut("Zakir Hasanov") == "Zakir Hasanov"
    assert cut("x" * 40, 10) == "x" * 9 + "…"


def test_those_around_an_official_stand_in_two_columns_without_touching() -> None:
    sides = [(side, [Count("", f"{side}{at}", at + 1) for at in range(4)]) for side in ("A", "B", "C")]
    drawn = fan(sides)
    assert {met.x for met in drawn.met} == {DOTS, WIDTH - DOTS}
    assert sum(1 for met in drawn.met if met.path) == 12
    assert [met.text for met in drawn.met if not met.path] == ["A", "B", "C"]
    for left in (True, False):
        lines = [met.y for met in drawn.met if met.left is left]
        assert all(other - one >= TOP for one, other in pairwise(lines))
        assert lines[0] > 0
        assert lines[-1] < drawn.height


def test_those_of_a_single_side_are_broken_over_both_columns() -> None:
    drawn = fan([("A", [Count("", str(at), 1) for at in range(5)])])
    assert [met.left for met in drawn.met if met.path] == [True, True, True, False, False]
    assert fan([]) == fan([("A", [])]) == NO_FAN


# ── the map ──────────────────────────────────────────────────────────────────────────────────


def test_countries_are_shaded_by_meetings_and_circles_lie_where_these_took_place() -> None:
    links = {AZ: Link("az/", "Azerbaijan"), IR: Link("ir/", "Iran"), MC: Link("mc/", "Monaco")}
    drawn = world_map({AZ: 9, IR: 3, MC: 1, SU: 2}, {AZ: 80, IR: 20}, links)
    assert [(land.link.text, land.meetings) for land in drawn.lands] == [
        ("Azerbaijan", 9),
        ("Iran", 3),
        ("Monaco", 1),
    ]
    assert drawn.lands[0].step > drawn.lands[2].step > 0
    assert drawn.lands[0].path
    assert not drawn.lands[2].path
    assert drawn.lands[0].path not in drawn.rest
    assert [circle.radius for circle in drawn.circles] == [LARGEST, LARGEST / 2]
    assert [(size.meetings, size.radius) for size in drawn.sizes] == [
        (80, LARGEST),
        (10, pytest.approx(LARGEST * (10 / 80) ** 0.5, abs=0.1)),
        (1, pytest.approx(LARGEST * (1 / 80) ** 0.5, abs=0.1)),
    ]
    assert world_map({AZ: 1}, {}, links).sizes == ()
