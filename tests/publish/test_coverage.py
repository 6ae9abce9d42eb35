"""What the chronicle rests on: articles read, left out, not read."""

from lxml import html

from chronicle import store
from tests.conftest import World, article_text

DRILL = "---\noutlet: Drill Daily\npublished: 2019-11-08\n---\nThe fleet held a drill in the Caspian Sea.\n"


def rows(world: World, path: str, caption: str) -> list[list[str]]:
    page = html.document_fromstring((world.site / path / "index.html").read_bytes())
    (table,) = [each for each in page.iter("table") if each.findtext("caption") == caption]
    return [
        [
            " ".join(cell.text_content().split())
            for cell in row.iter("th", "td")
            if not cell.get("aria-hidden")
        ]
        for row in table.iterfind("tbody/tr")
    ]


def main_of(world: World, path: str) -> str:
    page = html.document_fromstring((world.site / path / "index.html").read_bytes())
    return " ".join(page.find(".//main").text_content().split())


def test_articles_are_told_by_outlet_and_by_time(world: World) -> None:
    world.article("one.txt")
    world.article("two.txt", DRILL)
    world.build()
    assert rows(world, "coverage", "Articles by outlet") == [
        ["Drill Daily", "1", "0", "1"],
        ["Example Daily", "1", "1", "0"],
    ]
    assert rows(world, "coverage", "Articles by year of publication") == [["2019", "2", "1", "1"]]
    assert rows(world, "coverage", "Articles by month of publication") == [["November 2019", "2", "1", "1"]]
    assert rows(world, "coverage", "Meetings by the number of their reports")[0] == ["one", "1"]


def test_what_was_left_out_is_listed_with_the_reason(world: World) -> None:
    world.article("one.txt")
    world.article("two.txt", DRILL)
    world.build()
    ((reason, number),) = rows(world, "coverage", "Why articles tell of no meeting")
    assert reason
    assert number == "1"
    told = main_of(world, "coverage/without-meeting")
    assert f"8 November 2019 {reason} two.txt Drill Daily" in told
    assert "one.txt" not in told


def test_a_long_list_goes_on_on_further_pages(world: World) -> None:
    world.write("config.yaml", "page_length: 2\n")
    for number in range(5):
        world.article(f"{number}.txt", DRILL.replace("fleet", f"fleet {number}"))
    world.build()
    assert "Page 3 of 3" in main_of(world, "coverage/without-meeting/page/3")
    assert not (world.site / "coverage" / "without-meeting" / "page" / "4").exists()


def test_what_cant_be_read_is_named_without_where_the_chronicle_lies(world: World) -> None:
    world.article("one.txt")
    world.write("content/articles/old/talks.pdf", b"%PDF-1.4")
    world.build()
    told = main_of(world, "coverage")
    assert "old/talks.pdf: PDF isn't read" in told
    assert str(world.root) not in told


def test_imported_rows_are_named_as_such(world: World) -> None:
    world.entry(date="2019-11-07", made_by="import my%20table.csv#7 0123456789abcdef")
    world.build()
    told = main_of(world, "coverage")
    assert "0 articles read" in told
    page = html.document_fromstring((world.site / "coverage" / "index.html").read_bytes())
    (table,) = [each for each in page.iter("table") if each.find("thead/tr/th").text == "Table"]
    assert [cell.text for cell in table.find("tbody").iter("th", "td")] == ["my table.csv", "1"]


def test_an_article_that_is_added_changes_the_page_as_a_clean_build_does(world: World) -> None:
    world.article("one.txt")
    world.build()
    world.article("two.txt", DRILL)
    world.build()
    clean = world.clean_site()
    for path in ("coverage/index.html", "coverage/without-meeting/index.html"):
        assert (world.site / path).read_bytes() == clean[path]
    assert b"two.txt" in clean["coverage/without-meeting/index.html"]


def test_the_ledger_notes_who_published_an_article_and_when(world: World) -> None:
    world.article("two.txt", DRILL)
    world.build()
    (line,) = store.read_ledger(world.ledger.read_bytes(), "ledger.csv")[0].values()
    assert (line.outlet, line.published) == ("Drill Daily", "2019-11-08")


def test_a_ledger_from_before_is_read_and_its_articles_arent_read_again(world: World) -> None:
    world.article("one.txt", article_text())
    world.build()
    lines = store.read_ledger(world.ledger.read_bytes(), "ledger.csv")[0].values()
    before = store.kept_text(store.LEDGER_BEFORE, [line[:4] for line in lines])
    world.ledger.write_bytes(before)
    assert world.build().fresh == 0
    assert world.ledger.read_bytes() == before
