"""Who is who, from a command through the registry to the addresses of the built site, and back again."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import World, copy, files_of

BECAUSE = ("--because", "seen at both", "--by", "Leyla")
ZAKIR = "{name: Zakir Hasanov, role: Minister of Defense, country: AZ}"
GUEST = "{name: Paul Martin, role: ambassador, country: FR}"
Told = Callable[..., str]


@pytest.fixture
def people(world: World) -> World:
    """Meetings of Zakir Hasanov and, in between, of somebody called Zakir Asgarov; a namesake abroad."""
    entry(world, "2019-01-01-a", ZAKIR)
    entry(world, "2019-02-01-b", "{name: Zakir Asgarov, role: Minister of Defense, country: AZ}")
    entry(world, "2019-03-01-c", "{name: Zakir Hasanov, role: Minister of Defense, country: AZ}")
    entry(world, "2019-04-01-d", "{name: Zakir Hasanov, role: Minister of Trade, country: TR}")
    return world


@pytest.fixture
def reports(world: World) -> World:
    """Two reports of one day that are taken to tell of one meeting, and a third, of the day after."""
    for name, day, source in (
        ("2019-11-07-a", "2019-11-07", "1.txt"),
        ("2019-11-07-b", "2019-11-07", "2.txt"),
        ("2019-11-09-c", "2019-11-09", "3.txt"),
    ):
        world.entry(
            name,
            date=day,
            title=f"Talks {name[-1]}",
            participants=f"[{ZAKIR}, {GUEST}]",
            sources=f"[{{outlet: Outlet {source}, article: {source}}}]",
            made_by=None,  # type: ignore[arg-type]
        )
    return world


def entry(world: World, name: str, *participants: str) -> None:
    world.entry(
        name, date=name[:10], title=f"Talks of {name}", participants=f"[{', '.join((*participants, GUEST))}]"
    )


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """A command that must end well; what it says."""

    def run(world: World, *arguments: str) -> str:
        code = world.cli(*arguments)
        out, err = capsys.readouterr()
        assert (code, err) == (0, ""), err
        return out

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Told:
    """A command that must be refused, with nothing written; why."""

    def run(world: World, *arguments: str) -> str:
        before = files_of(world.content)
        code = world.cli(*arguments)
        out, err = capsys.readouterr()
        assert (code, out) == (2, "")
        assert files_of(world.content) == before
        return err

    return run


def officials(world: World) -> set[str]:
    """The ids of the officials who have a page of their own."""
    pages = (world.site / "officials").glob("*/index.html")
    return {page.parent.name for page in pages if not target(page) and page.parent.name != "page"}


def target(page: Path) -> str:
    """Where a page leads on to; "" for one that doesn't."""
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page.read_text(encoding="utf-8"))
    return found.group(1) if found else ""


def leads(world: World) -> dict[str, str]:
    """The former addresses of officials, and to whom they lead."""
    pages = {page.parent.name: target(page) for page in (world.site / "officials").glob("*/index.html")}
    return {name: Path(to).name for name, to in pages.items() if to}


def met(world: World, official: str) -> set[str]:
    """The meetings that an official's page lists."""
    page = (world.site / "officials" / official / "index.html").read_text(encoding="utf-8")
    return set(re.findall(r'href="[./]*meetings/([^/"]+)/"', page))


def built(world: World, told: Told) -> None:
    """Build, and see that the site is what a clean build gives, and that every link leads somewhere."""
    told(world)
    assert files_of(world.site) == world.clean_site()
    assert told(world, "check").startswith("Nothing is wrong")


# ── merge ────────────────────────────────────────────────────────────────────────────────────


def test_a_merge_moves_all_meetings_to_the_first_and_the_others_address_leads_there(
    people: World, told: Told
) -> None:
    built(people, told)
    assert {"zakir-hasanov", "zakir-asgarov"} <= officials(people)
    said = told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    assert said.startswith("zakir-asgarov is zakir-hasanov now: the page officials/zakir-asgarov/ will lead")
    assert "Next: python build.py" in said
    built(people, told)
    assert "zakir-asgarov" not in officials(people)
    assert leads(people) == {"zakir-asgarov": "zakir-hasanov"}
    assert met(people, "zakir-hasanov") == {"2019-01-01-a", "2019-02-01-b", "2019-03-01-c"}
    for path, content in files_of(people.site).items():
        if path != "officials/zakir-asgarov/index.html":
            assert b"officials/zakir-asgarov" not in content, path


def test_a_merge_is_taken_back_by_a_split_and_by_taking_the_judgement_away(people: World, told: Told) -> None:
    told(people, "pin", "--all")
    built(people, told)
    before = files_of(people.site)
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    built(people, told)
    assert files_of(people.site) != before
    judgements = people.content / "registry" / "judgements.yaml"
    text = judgements.read_bytes()
    judgements.unlink()
    built(people, told)
    assert files_of(people.site) == before
    judgements.write_bytes(text)
    built(people, told)
    assert files_of(people.site) != before
    said = told(people, "split", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    assert said.startswith("zakir-hasanov and zakir-asgarov are two officials again.")
    built(people, told)
    assert files_of(people.site) == before
    assert judgements.read_text(encoding="utf-8").count("verdict: ") == 2


def test_a_chain_of_merges_leads_to_its_end(people: World, told: Told) -> None:
    entry(people, "2019-05-01-e", "{name: Zakir Babayev, role: Minister of Defense, country: AZ}")
    told(people, "merge", "zakir-asgarov", "zakir-babayev", *BECAUSE)
    told(people, "merge", "zakir-hasanov", "zakir-babayev", *BECAUSE)
    built(people, told)
    assert leads(people) == {"zakir-asgarov": "zakir-hasanov", "zakir-babayev": "zakir-hasanov"}
    told(people, "split", "zakir-hasanov", "zakir-babayev", *BECAUSE)
    built(people, told)
    assert {"zakir-hasanov", "zakir-babayev"} - officials(people) == {"zakir-babayev"} - officials(people)
    assert "zakir-hasanov" in officials(people)
    assert leads(people) in ({}, {"zakir-babayev": "zakir-asgarov"})


def test_whom_a_merge_means_may_be_said_by_an_address(people: World, told: Told) -> None:
    told(
        people,
        "merge",
        "https://example.org/chronicle/officials/zakir-hasanov/",
        "officials/zakir-asgarov/index.html",
        *BECAUSE,
    )
    built(people, told)
    assert leads(people) == {"zakir-asgarov": "zakir-hasanov"}


def test_what_was_merged_is_merged_already(people: World, told: Told) -> None:
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    before = files_of(people.content)
    said = told(people, "merge", "zakir-asgarov", "zakir-hasanov", *BECAUSE)
    assert said == (
        "zakir-asgarov and zakir-hasanov are one official already: zakir-hasanov.\nNothing was written.\n"
    )
    assert files_of(people.content) == before


def test_a_judgement_tells_who_when_and_why(people: World, told: Told) -> None:
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    text = (people.content / "registry" / "judgements.yaml").read_text(encoding="utf-8")
    assert re.search(
        r"^- \{verdict: same, officials: \[zakir-hasanov, zakir-asgarov\], by: Leyla, "
        r"on: \d{4}-\d\d-\d\d, because: seen at both\}$",
        text,
        re.MULTILINE,
    )


def test_what_nobody_is_or_isn_t_of_a_kind_is_refused(people: World, refused: Told) -> None:
    assert refused(people, "merge", "zakir-hasanov", "zakir-hasano", *BECAUSE) == (
        "there is no official or meeting 'zakir-hasano'.\n    Did you mean 'zakir-hasanov'?\n"
    )
    assert refused(people, "merge", "zakir-hasanov", "2019-01-01-a", *BECAUSE) == (
        "'zakir-hasanov' and '2019-01-01-a' are an official and a meeting.\n    Name two of a kind.\n"
    )


def test_what_is_wrong_in_the_registry_is_told_and_nothing_is_written(
    people: World, capsys: pytest.CaptureFixture[str]
) -> None:
    people.write("content/registry/officials.yaml", "- id: a\n  nam: A\n")
    before = files_of(people.content)
    assert people.cli("merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE) == 1
    assert "content/registry/officials.yaml:2: unknown field 'a.nam'" in capsys.readouterr().err
    assert files_of(people.content) == before


# ── split ────────────────────────────────────────────────────────────────────────────────────


def test_a_spelling_that_is_another_person_gets_a_page(world: World, told: Told) -> None:
    entry(world, "2019-01-01-a", ZAKIR)
    entry(world, "2019-02-01-b", "{name: Z. Hasanov, role: Minister of Defense, country: AZ}")
    built(world, told)
    assert officials(world) == {"zakir-hasanov", "paul-martin"}
    said = told(world, "split", "zakir-hasanov", "Z. Hasanov", *BECAUSE)
    assert said.startswith("'Z. Hasanov' isn't zakir-hasanov any more but an official of its own, z-hasanov.")
    built(world, told)
    assert officials(world) == {"zakir-hasanov", "z-hasanov", "paul-martin"}
    assert met(world, "zakir-hasanov") == {"2019-01-01-a"}
    assert met(world, "z-hasanov") == {"2019-02-01-b"}
    told(world, "merge", "zakir-hasanov", "z-hasanov", *BECAUSE)
    built(world, told)
    assert leads(world) == {"z-hasanov": "zakir-hasanov"}


@pytest.mark.parametrize("option", [(), ("--entries",)])
def test_a_namesake_in_some_entries_gets_a_page(people: World, told: Told, option: tuple[str, ...]) -> None:
    said = told(
        people, "split", "zakir-hasanov", *option, "2019-03-01-c", "--as", "zakir-hasanov-junior", *BECAUSE
    )
    assert said.startswith("zakir-hasanov-junior is an official of its own now, named in 2019-03-01-c.")
    built(people, told)
    assert met(people, "zakir-hasanov") == {"2019-01-01-a"}
    assert met(people, "zakir-hasanov-junior") == {"2019-03-01-c"}
    # a later report of that name is the one's who has the name, not the namesake's
    entry(people, "2019-06-01-f", ZAKIR)
    built(people, told)
    assert met(people, "zakir-hasanov") == {"2019-01-01-a", "2019-06-01-f"}
    told(people, "merge", "zakir-hasanov", "zakir-hasanov-junior", *BECAUSE)
    built(people, told)
    assert met(people, "zakir-hasanov") == {"2019-01-01-a", "2019-03-01-c", "2019-06-01-f"}
    assert leads(people) == {"zakir-hasanov-junior": "zakir-hasanov"}


def test_a_namesake_of_a_namesake_can_be_split_off(people: World, told: Told) -> None:
    entry(people, "2019-06-01-f", ZAKIR)
    told(people, "split", "zakir-hasanov", "2019-03-01-c", "2019-06-01-f", "--as", "second", *BECAUSE)
    told(people, "split", "second", "meetings/2019-06-01-f/", "--as", "third", *BECAUSE)
    built(people, told)
    assert met(people, "zakir-hasanov") == {"2019-01-01-a"}
    assert met(people, "second") == {"2019-03-01-c"}
    assert met(people, "third") == {"2019-06-01-f"}


def test_what_cannot_be_split_is_refused(people: World, refused: Told) -> None:
    assert refused(people, "split", "zakir-asgarov", "2019-02-01-b", *BECAUSE) == (
        "'zakir-asgarov' is named in no other entries.\n    To give the official another name: rename.\n"
    )
    assert "isn't named in 2019-02-01-b" in refused(
        people, "split", "zakir-hasanov", "--entries", "2019-02-01-b", *BECAUSE
    )
    assert "is the name of 'zakir-hasanov' itself" in refused(
        people, "split", "zakir-hasanov", "Zakir Həsənov", *BECAUSE
    )
    assert "is no official, no meeting and no spelling" in refused(
        people, "split", "zakir-hasanov", "Ali Aliyev", *BECAUSE
    )
    assert "nothing is said that is to be kept apart" in refused(people, "split", "zakir-hasanov", *BECAUSE)
    assert "was" in refused(
        people, "split", "zakir-hasanov", "2019-03-01-c", "--as", "zakir-asgarov", *BECAUSE
    )
    assert "not fit for an address" in refused(
        people, "split", "zakir-hasanov", "2019-03-01-c", "--as", "Über Uns", *BECAUSE
    )


def test_a_namesake_is_meant_in_all_reports_of_the_meeting(reports: World, told: Told, refused: Told) -> None:
    assert refused(reports, "split", "zakir-hasanov", "--entries", A, B, C, *BECAUSE) == (
        "'zakir-hasanov' is named in no other entries.\n    To give the official another name: rename.\n"
    )
    said = told(reports, "split", "zakir-hasanov", "--entries", B, "--as", "second", *BECAUSE)
    assert said.startswith(
        f"second is an official of its own now, named in {B}, {A}.\n"
        f"The namesake is meant in all that tells of the same meeting: {A}.\n"
    )
    built(reports, told)
    assert meetings(reports) == {frozenset([A, B]), frozenset([C])}
    assert (met(reports, "second"), met(reports, "zakir-hasanov")) == ({A}, {C})


def test_who_is_named_in_one_meeting_alone_is_no_namesake_there(
    reports: World, told: Told, refused: Told
) -> None:
    (reports.content / "meetings" / "2019" / f"{C}.md").unlink()
    why = refused(reports, "split", "zakir-hasanov", "--entries", B, *BECAUSE)
    assert why == (
        "'zakir-hasanov' is named in no other meeting.\n"
        f"    {A} tells of the same meeting. If not, say: split {A} {B}. For another name: rename.\n"
    )
    told(reports, "split", A, B, *BECAUSE)
    told(reports, "split", "zakir-hasanov", "--entries", B, "--as", "second", *BECAUSE)
    built(reports, told)
    assert (met(reports, "second"), met(reports, "zakir-hasanov")) == ({B}, {A})


def test_two_of_one_name_at_one_table_keep_apart_when_one_is_split(world: World, told: Told) -> None:
    minister, envoy = (
        f"{{name: Ali Aliyev, role: {role}, country: AZ}}" for role in ("Minister of Trade", "envoy")
    )
    entry(world, "2019-01-01-a", minister, envoy)
    entry(world, "2019-02-01-b", minister)
    built(world, told)
    pages = {frozenset(met(world, name)): name for name in officials(world) - {"paul-martin"}}
    one, other = (pages[frozenset(some)] for some in ({"2019-01-01-a", "2019-02-01-b"}, {"2019-01-01-a"}))
    told(world, "split", one, "--entries", "2019-01-01-a", "--as", "third", *BECAUSE)
    built(world, told)
    assert met(world, one) == {"2019-02-01-b"}
    assert met(world, other) == {"2019-01-01-a"}
    assert met(world, "third") == {"2019-01-01-a"}


def test_what_was_split_is_suggested_no_more(world: World, told: Told) -> None:
    entry(world, "2019-01-01-a", ZAKIR)
    entry(world, "2019-02-01-b", "{name: Z. Hasanov, role: Minister of Trade, country: AZ}")
    (found,) = [json.loads(line) for line in told(world, "suggest", "--json").splitlines()]
    assert (found["of"], {found["one"], found["other"]}) == ("officials", {"zakir-hasanov", "z-hasanov"})
    assert 0 < found["score"] < 1
    assert all(found["reasons"])
    assert told(world, "suggest").startswith("1 suggestion: 1 official\n")
    assert "python build.py merge " in told(world, "suggest")
    said = told(world, "split", "zakir-hasanov", "z-hasanov", *BECAUSE)
    assert said.startswith("zakir-hasanov and z-hasanov are kept apart.")
    assert told(world, "suggest") == "Nothing to suggest.\n"
    assert told(world, "suggest", "--json") == ""
    built(world, told)
    assert officials(world) == {"zakir-hasanov", "z-hasanov", "paul-martin"}


# ── meetings ─────────────────────────────────────────────────────────────────────────────────


def meetings(world: World) -> set[frozenset[str]]:
    """The entries by page: each with those whose addresses lead there."""
    pages = {page.parent.name: target(page) for page in (world.site / "meetings").glob("*/index.html")}
    return {
        frozenset([own, *(name for name, to in pages.items() if to and Path(to).name == own)])
        for own, leads_on in pages.items()
        if not leads_on
    }


A, B, C = "2019-11-07-a", "2019-11-07-b", "2019-11-09-c"


def test_two_meetings_that_were_taken_to_be_one_have_each_a_page_again(reports: World, told: Told) -> None:
    built(reports, told)
    assert meetings(reports) == {frozenset([A, B]), frozenset([C])}
    before = files_of(reports.site)
    said = told(reports, "split", A, f"content/meetings/2019/{B}.md", *BECAUSE)
    assert said.startswith(f"{A} and {B} are meetings of their own now.")
    built(reports, told)
    assert meetings(reports) == {frozenset([A]), frozenset([B]), frozenset([C])}
    told(reports, "merge", A, B, *BECAUSE)
    built(reports, told)
    assert files_of(reports.site) == before


def test_two_meetings_are_made_one(reports: World, told: Told) -> None:
    told(reports, "merge", A, C, *BECAUSE)
    built(reports, told)
    assert meetings(reports) == {frozenset([A, B, C])}
    assert told(reports, "merge", B, C, *BECAUSE).startswith(f"{B} and {C} are one meeting already.")
    (reports.content / "registry" / "judgements.yaml").unlink()
    built(reports, told)
    assert meetings(reports) == {frozenset([A, B]), frozenset([C])}


# ── rename ───────────────────────────────────────────────────────────────────────────────────


def test_a_rename_changes_name_and_address_and_the_old_address_leads_there_for_ever(
    people: World, told: Told
) -> None:
    built(people, told)
    said = told(people, "rename", "zakir-asgarov", "Zaki Hasanli")
    assert said.startswith(
        "zakir-asgarov is called Zaki Hasanli now.\n"
        "The page is officials/zaki-hasanli/; officials/zakir-asgarov/ will lead there.\n"
        "To take it back: python build.py rename zaki-hasanli 'Zakir Asgarov' --id zakir-asgarov\n"
    )
    built(people, told)
    assert leads(people) == {"zakir-asgarov": "zaki-hasanli"}
    assert met(people, "zaki-hasanli") == {"2019-02-01-b"}
    assert "<h1>Zaki Hasanli</h1>" in (people.site / "officials/zaki-hasanli/index.html").read_text("utf-8")
    told(people, "rename", "officials/zakir-asgarov/", "Zaki Hasanlı", "--id", "hasanli")
    built(people, told)
    assert leads(people) == {"zakir-asgarov": "hasanli", "zaki-hasanli": "hasanli"}
    told(people, "rename", "hasanli", "Zakir Asgarov")  # back to the first address
    built(people, told)
    assert leads(people) == {"zaki-hasanli": "zakir-asgarov", "hasanli": "zakir-asgarov"}


def test_judgements_outlive_a_rename(people: World, told: Told) -> None:
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    told(people, "rename", "zakir-hasanov", "Zakir Asgar Hasanov")
    built(people, told)
    assert leads(people) == {
        "zakir-asgarov": "zakir-asgar-hasanov",
        "zakir-hasanov": "zakir-asgar-hasanov",
    }
    assert met(people, "zakir-asgar-hasanov") == {"2019-01-01-a", "2019-02-01-b", "2019-03-01-c"}


def test_a_name_that_is_spelt_otherwise_keeps_its_address(people: World, told: Told) -> None:
    told(people, "rename", "zakir-hasanov", "Zakir Həsənov")
    built(people, told)
    assert leads(people) == {}
    assert met(people, "zakir-hasanov") == {"2019-01-01-a", "2019-03-01-c"}


def test_an_address_or_a_name_of_another_is_refused(people: World, refused: Told, told: Told) -> None:
    assert refused(people, "rename", "zakir-asgarov", "Paul Martin") == (
        "the address 'paul-martin' is another official's, or was.\n    Choose another one with --id.\n"
    )
    assert "is a name of 'zakir-hasanov', too" in refused(
        people, "rename", "zakir-asgarov", "Zakir Hasanov", "--id", "other"
    )
    told(people, "rename", "zakir-asgarov", "Zaki Hasanli")
    assert "is another official's, or was" in refused(people, "rename", "paul-martin", "Zakir Asgarov")


def test_nobody_gets_an_address_that_was_anothers(people: World, told: Told) -> None:
    told(people, "rename", "paul-martin", "Paul J. Martin")
    entry(people, "2019-06-01-f", "{name: Paul Martin, role: minister, country: CA}")
    built(people, told)
    assert leads(people) == {"paul-martin": "paul-j-martin"}
    assert "paul-martin-ca" in officials(people)


def test_each_page_of_a_long_list_has_its_old_address(people: World, told: Told) -> None:
    people.write("config.yaml", "title: A chronicle\naddress: https://example.org/\npage_length: 2\n")
    told(people, "rename", "paul-martin", "Paul Henri Martin")
    built(people, told)
    old, new = people.site / "officials/paul-martin", people.site / "officials/paul-henri-martin"
    assert (new / "page/2/index.html").is_file()
    assert target(old / "page/2/index.html") == "../../../../officials/paul-henri-martin/page/2/"
    assert not (old / "page/3/index.html").exists()


# ── pin ──────────────────────────────────────────────────────────────────────────────────────


def test_pinning_everybody_moves_nothing_and_is_done_once(people: World, told: Told) -> None:
    built(people, told)
    before = files_of(people.site).keys(), {name: met(people, name) for name in officials(people)}
    assert "Note: 4 of 4 officials aren't pinned (paul-martin, zakir-asgarov, zakir-hasanov …)" in told(
        people, "check"
    )
    assert told(people, "check", "--quiet") == ""
    assert told(people, "pin", "--list").splitlines() == [
        *sorted(before[1]),
        "4 of 4 officials not pinned.",
    ]
    assert told(people, "pin", "--all").startswith("Pinned: paul-martin, zakir-asgarov, zakir-hasanov, ")
    built(people, told)
    assert (files_of(people.site).keys(), {name: met(people, name) for name in officials(people)}) == before
    assert "Note" not in told(people, "check")
    assert told(people, "pin", "--all") == "Every official is pinned already.\nNothing was written.\n"
    assert told(people, "pin", "--list", "--quiet") == ""


def test_a_pinned_official_keeps_the_address_when_a_namesake_comes_first(people: World, told: Told) -> None:
    told(people, "pin", "zakir-hasanov")
    entry(people, "2018-01-01-z", "{name: Zakir Hasanov, role: Minister of Trade, country: KZ}")
    built(people, told)
    assert met(people, "zakir-hasanov") == {"2019-01-01-a", "2019-03-01-c"}
    assert met(people, "zakir-hasanov-kz") == {"2018-01-01-z"}


def test_namesakes_of_one_side_are_pinned_by_their_offices(world: World, told: Told) -> None:
    general = "{name: Ali Aliyev, role: Chief of Staff, country: AZ}"
    entry(world, "2019-01-01-a", "{name: Ali Aliyev, role: Minister of Trade, country: AZ}", general)
    entry(world, "2019-02-01-b", general)
    built(world, told)
    before = {name: met(world, name) for name in officials(world)}
    assert len(before) == 3
    told(world, "pin", "--all")
    text = (world.content / "registry" / "officials.yaml").read_text(encoding="utf-8")
    assert text.count("roles: [") == 2
    built(world, told)
    assert {name: met(world, name) for name in officials(world)} == before


def test_officials_of_a_vanished_state_are_pinned(world: World, told: Told) -> None:
    entry(world, "1985-11-19-a", "{name: Mikhail Gorbachev, role: General Secretary, country: SU}")
    assert told(world, "pin", "mikhail-gorbachev").startswith("Pinned: mikhail-gorbachev.\n")
    assert "country: SU\n" in (world.content / "registry" / "officials.yaml").read_text(encoding="utf-8")
    built(world, told)
    told(world, "rename", "mikhail-gorbachev", "Mikhail S. Gorbachev")
    built(world, told)
    assert met(world, "mikhail-s-gorbachev") == {"1985-11-19-a"}


def test_who_is_pinned_already_is_told(people: World, told: Told, refused: Told) -> None:
    told(people, "pin", "zakir-hasanov")
    assert told(people, "pin", "officials/zakir-hasanov/") == (
        "zakir-hasanov is pinned already.\nNothing was written.\n"
    )
    assert refused(people, "pin").startswith("nobody is named.\n")
    assert refused(people, "pin", "zakir").startswith("there is no official 'zakir'.\n")


# ── what people wrote stays ──────────────────────────────────────────────────────────────────

BY_HAND = """\
# the officials of our chronicle

- id: zakir-hasanov   # since 2013
  name: 'Zakir Hasanov'
  country: AZ
  # seen in a Russian report
  spellings:
    - Закир Гасанов   # TASS
- {id: paul-martin, name: "Paul Martin", country: FR, links: [https://example.org/martin]}

# to be looked at: Trade
"""

AFTERWARDS = """\
# the officials of our chronicle

- id: zakir-asgar-hasanov   # since 2013
  name: 'Zakir Asgar Hasanov'
  country: AZ
  # seen in a Russian report
  spellings:
    - Закир Гасанов   # TASS
    - Zakir Hasanov
  formerly: [zakir-hasanov]
- {id: paul-martin, name: "Paul Henri Martin", spellings: [Paul Martin], country: FR, links: [https://example.org/martin]}

# to be looked at: Trade
- id: zakir-asgarov
  name: Zakir Asgarov
  country: AZ
"""


def test_a_file_by_hand_keeps_its_comments_order_and_quotation_marks(people: World, told: Told) -> None:
    people.write("content/registry/officials.yaml", BY_HAND)
    told(people, "rename", "zakir-hasanov", "Zakir Asgar Hasanov")
    told(people, "rename", "paul-martin", "Paul Henri Martin", "--id", "paul-martin")
    told(people, "pin", "zakir-asgarov")
    text = (people.content / "registry" / "officials.yaml").read_text(encoding="utf-8")
    assert text == AFTERWARDS


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"[]\n", b"# none\n[]", b"---\n[]\n...\n"])
def test_an_empty_file_is_begun(people: World, told: Told, content: bytes) -> None:
    people.write("content/registry/officials.yaml", content)
    told(people, "pin", "zakir-hasanov")
    told(people, "pin", "paul-martin")
    assert "zakir-hasanov is pinned already." in told(people, "pin", "zakir-hasanov", "paul-martin")
    built(people, told)


def test_windows_line_ends_and_the_mark_at_the_beginning_stay(people: World, told: Told) -> None:
    windows = ("\ufeff" + BY_HAND).replace("\n", "\r\n").encode()
    people.write("content/registry/officials.yaml", windows)
    told(people, "pin", "zakir-asgarov")
    assert files_of(people.content)["registry/officials.yaml"] == windows + (
        b"- id: zakir-asgarov\r\n  name: Zakir Asgarov\r\n  country: AZ\r\n"
    )


def test_what_cannot_be_changed_alone_is_left_to_the_person(
    people: World, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "- &z {id: zakir-hasanov, name: &n Zakir Hasanov, country: AZ}\n- {id: b, name: *n, country: KZ}\n"
    people.write("content/registry/officials.yaml", text)
    before = files_of(people.content)
    assert people.cli("rename", "b", "Bakir Hasanov") == 1
    assert "content/registry/officials.yaml: this can't be changed" in capsys.readouterr().err
    assert files_of(people.content) == before


# ── the registry and the rest ────────────────────────────────────────────────────────────────


def test_a_clone_of_the_content_has_the_decisions(people: World, told: Told, tmp_path: Path) -> None:
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", *BECAUSE)
    built(people, told)
    other = World(tmp_path / "clone")
    copy(people.content, other.content)
    other.write("config.yaml", people.config.read_bytes())
    other.build()
    assert files_of(other.site) == files_of(people.site)


def test_an_entry_that_the_registry_names_and_nobody_has_is_noted(people: World, told: Told) -> None:
    people.write(
        "content/registry/judgements.yaml", "- {verdict: same, meetings: [2019-01-01-a, 2019-01-01-x]}\n"
    )
    note = "Note: in the registry, a judgement names the entry '2019-01-01-x', which isn't there.\n"
    assert note in told(people)
    assert note in told(people, "check")


def test_a_record_that_fits_nobody_is_noted(people: World, told: Told) -> None:
    people.write("content/registry/officials.yaml", "- {id: x, name: Ali Aliyev, country: AZ}\n")
    told(people)
    assert "Note: 'x' of the registry is nobody in the entries" in told(people, "check")
    assert "x" not in officials(people)


def test_quiet_says_nothing(people: World, told: Told) -> None:
    assert told(people, "merge", "zakir-hasanov", "zakir-asgarov", "--quiet", *BECAUSE) == ""
    assert told(people, "split", "zakir-hasanov", "zakir-asgarov", "--quiet", *BECAUSE) == ""
    assert told(people, "rename", "zakir-hasanov", "Zakir A. Hasanov", "--quiet") == ""
    assert told(people, "pin", "--all", "--quiet") == ""
    assert told(people, "suggest", "--quiet") == ""


def test_without_a_reason_or_a_name_it_is_wrong_usage(world: World) -> None:
    for arguments in (("merge", "a", "b"), ("merge", "a", "--because", "x"), ("split",), ("rename", "a")):
        done = world.run(*arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("usage: build.py")


def test_an_empty_reason_is_none(people: World, refused: Told) -> None:
    assert refused(people, "merge", "zakir-hasanov", "zakir-asgarov", "--because", " ").startswith(
        "the reason is empty.\n"
    )


@pytest.mark.parametrize("sign", ["\x07", "\x00", "\x9f", "\x7f", "\udcff", "\uffff"])
def test_a_control_character_is_refused_by_name(people: World, refused: Told, sign: str) -> None:
    merge = ("merge", "zakir-hasanov", "zakir-asgarov")
    hint = f": {sign!r}.\n    Write it again without.\n"
    character = "there is a control character in"
    assert refused(people, *merge, "--because", f"se{sign}en") == f"{character} --because{hint}"
    assert refused(people, *merge, "--because", "seen", "--by", f"L{sign}") == f"{character} --by{hint}"
    assert refused(people, "rename", "zakir-asgarov", f"Zaki{sign}r") == f"{character} the new name{hint}"


def test_blanks_are_single_in_what_is_written(people: World, told: Told) -> None:
    told(people, "merge", "zakir-hasanov", "zakir-asgarov", "--because", "a \t b\n", "--by", " Leyla  Q ")
    text = (people.content / "registry" / "judgements.yaml").read_text(encoding="utf-8")
    assert "by: Leyla Q, " in text
    assert "because: a b}" in text


def test_who_decides_is_told_by_git_where_there_is_one(people: World) -> None:
    people.write(".gitconfig", "[user]\n\tname = Leyla  Quliyeva\n")
    done = people.run(
        "merge", "zakir-hasanov", "zakir-asgarov", "--because", "x",
        HOME=str(people.root), GIT_CONFIG_GLOBAL=str(people.root / ".gitconfig"), GIT_CEILING_DIRECTORIES="/",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    text = (people.content / "registry" / "judgements.yaml").read_text(encoding="utf-8")
    assert "by: Leyla Quliyeva, " in text
