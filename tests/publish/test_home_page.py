"""The home page."""

from collections.abc import Callable
from dataclasses import replace

from lxml import html

from chronicle.model import Entry, PartialDate, Source, Status
from chronicle.publish.edition import Edition
from chronicle.publish.pages import home, pairs
from chronicle.publish.pages.home import HomeContext
from tests.conftest import World

Make = Callable[..., Edition]


def talks(date: str | None, title: str = "Talks", **more: object) -> Entry:
    entry = Entry(f"{date}-{title.lower()}", title, date=date and PartialDate(date))  # type: ignore[arg-type]
    return replace(entry, **more)  # type: ignore[arg-type]


def shown(made: Edition) -> HomeContext:
    (page,) = home.pages(made)
    context = page.context()
    assert isinstance(context, HomeContext)
    return context


def test_what_is_announced_for_later_than_all_reports_is_to_come(edition: Make) -> None:
    page = shown(
        edition(
            talks("2019-11-07"),
            talks("2019-11-05", "Earlier", status=Status.PLANNED),
            talks("2031-06-01", "Third", status=Status.PLANNED),
            talks("2020-01-01", "First", status=Status.PLANNED),
            talks("2020-03", "Second", status=Status.PLANNED),
            talks("2020-02-01", "Off", status=Status.CANCELLED),
            talks(None, "Some day", status=Status.PLANNED),
        )
    )
    assert [row.title for row in page.planned] == ["First", "Second", "Third"]
    assert [row.title for row in page.rows] == ["Off", "Talks", "Earlier", "Some day"]


def test_the_latest_are_latest_however_much_is_to_come(edition: Make) -> None:
    held = [talks(f"2019-11-{day:02}", f"Talks {day}") for day in range(1, 21)]
    planned = [talks(f"2020-01-{day:02}", f"Plan {day}", status=Status.PLANNED) for day in range(1, 31)]
    page = shown(edition(*held, *planned))
    assert [row.title for row in page.rows] == [f"Talks {day}" for day in range(20, 10, -1)]
    assert [row.title for row in page.planned] == [f"Plan {day}" for day in range(1, 6)]


def test_reports_are_counted_if_there_are_any(edition: Make) -> None:
    assert shown(edition(talks("2019-11-07"))).articles == 0
    told = replace(talks("2019-11-07"), sources=(Source("a.txt"), Source("b.txt")))
    assert shown(edition(told, talks("2019-11-08", sources=(Source("a.txt"),)))).articles == 2


def test_all_years_are_there_with_those_between(edition: Make) -> None:
    page = shown(edition(talks("2017-01-01"), talks("2019-11-07"), talks(None)))
    assert [(year.text, year.meetings) for year in page.years] == [("2017", 1), ("2018", 0), ("2019", 1)]
    assert page.undated.meetings == 1


def home_of(world: World) -> html.HtmlElement:
    world.build()
    return html.fromstring((world.site / "index.html").read_text(encoding="utf-8"))


def test_pairs_are_counted_as_their_page_counts_them(edition: Make) -> None:
    off = talks("2019-01-02", parties=("AZ", "IR"), status=Status.CANCELLED)
    made = edition(talks("2019-01-01", parties=("AZ", "FR")), off)
    (pairs_page,) = pairs.pages(made)
    assert shown(made).contents.country_pairs == pairs_page.context().pairs == 1  # type: ignore[attr-defined]


def test_the_home_page_is_the_door_to_every_kind_of_list(world: World) -> None:
    world.entry(date="2019-11-07", city="Baku", country="AZ", parties="[AZ, NATO]")
    page = home_of(world)
    doors = set(page.xpath("//dl[@class='doors']//a/@href"))
    assert {
        "countries/",
        "officials/",
        "places/",
        "topics/",
        "outlets/",
        "organisations/",
        "on-this-day/",
    } <= doors
    (form,) = page.xpath("//form")
    assert (form.get("action"), form.get("method"), [*form.inputs.keys()]) == ("search/", None, ["q"])
    assert "report" not in page.xpath("string(//header[@class='opening'])")


def test_no_door_leads_to_what_is_left_out(world: World) -> None:
    world.entry(date="2019-11-07")
    parts = (
        "offices country-pairs organisations places topics outlets on-this-day search network map statistics "
        "data coverage corrections"
    ).split()
    world.write("config.yaml", f"leave_out: [{', '.join(parts)}]\n")
    page = home_of(world)
    assert page.xpath("//dl[@class='doors']//a/@href") == ["countries/", "officials/", "about/"]
    assert page.xpath("//form") == []


def test_an_empty_chronicle_says_what_to_do_first(world: World) -> None:
    page = home_of(world)
    steps = page.xpath("//ol/li")
    assert [code.text for step in steps for code in step.iter("code")] == [
        "content/articles",
        "python build.py",
        "content/meetings",
    ]
    assert "0" not in page.xpath("string(//header[@class='opening'])")
