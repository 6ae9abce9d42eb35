"""A person's edit wins for ever: over new, changed, renamed and removed articles, over kills and clones."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from chronicle.model import Entry, Source
from chronicle.ownership import Fresh, Plan, plan
from chronicle.record import read_entry, signed
from chronicle.store import Line, Stored, entry_path
from tests.conftest import World, article_text, entry_text

SECOND = (
    "\nOn the same day, Hasanov also met with the Iranian ambassador to Azerbaijan, Javad Jahangirzadeh.\n"
)
YOURS = "{}.txt has changed, and meetings/2019/{}.md is a person's: it is left as it is. Compare the two."
GROSS, IRAN = "2019-11-07-hasanov-gross", "2019-11-07-hasanov-jahangirzadeh"


# ── the plan, by itself ──────────────────────────────────────────────────────────────────────


def draft(entry_id: str, article: str = "a.txt", **fields: str) -> Entry:
    made = Entry(
        entry_id, "Talks", parties=("AZ", "FR"), sources=(Source(article=article),), body="They met."
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def stored(made: Entry, number: int | None = 1, *, edited: bool = False) -> Stored:
    """An entry as ingest wrote it; or, if `edited`, as a person left it."""
    text = signed(made, number) if number else entry_text(title="By hand")
    path = entry_path(made.id)
    found, problems = read_entry(
        path, text.replace("They met", "They talked") if edited else text, ("AZ", "FR", "GB", "IR", "RU")
    )
    assert not problems
    assert found
    return Stored(path, found)


def planned(
    *drafts: Entry,
    has: tuple[Stored, ...] = (),
    before: int | None = None,
    article: str = "a.txt",
    digest: str = "new",
) -> Plan:
    """The plan for one article that is new (`before` None) or has changed; `has` are the entries there are."""  # noqa: E501  a case is read best on one line
    ledger = {} if before is None else {"a.txt": Line("a.txt", "old", before, "")}
    return plan([Fresh(article, digest, drafts, "")], present={article}, stored=has, ledger=ledger)


def test_a_new_article_gets_its_entries() -> None:
    result = planned(draft("2019-a"), draft("2019-b"))
    assert sorted(result.writes) == ["2019/2019-a.md", "2019/2019-b.md"]
    assert result.ledger == {"a.txt": Line("a.txt", "new", 2, "")}
    assert not result.removals
    assert not result.notes


def test_an_article_without_a_meeting_is_remembered_with_the_reason() -> None:
    result = plan([Fresh("a.txt", "new", (), "no meeting")], present={"a.txt"}, stored=(), ledger={})
    assert result.ledger == {"a.txt": Line("a.txt", "new", 0, "no meeting")}


def test_an_untouched_entry_is_written_anew() -> None:
    result = planned(draft("2019-a", title="More"), has=(stored(draft("2019-a")),), before=1)
    assert "title: More" in result.writes["2019/2019-a.md"]
    assert not result.removals


def test_an_edited_entry_is_never_overwritten() -> None:
    result = planned(draft("2019-a", title="More"), has=(stored(draft("2019-a"), edited=True),), before=1)
    assert not result.writes
    assert not result.removals
    assert result.notes == [YOURS.format("a", "2019-a")]


def test_a_removed_entry_is_not_made_again() -> None:
    result = planned(draft("2019-a"), draft("2019-b"), has=(stored(draft("2019-b"), 2),), before=2)
    assert list(result.writes) == ["2019/2019-b.md"]
    assert result.notes == ["encounter 1 of a.txt was removed by a person and is left out."]


def test_an_entry_moves_when_its_date_changes() -> None:
    result = planned(draft("2020-a"), has=(stored(draft("2019-a")),), before=1)
    assert list(result.writes) == ["2020/2020-a.md"]
    assert result.removals == {"2019/2019-a.md"}


def test_an_edited_entry_stays_where_it_is_when_the_date_changes() -> None:
    result = planned(draft("2020-a"), has=(stored(draft("2019-a"), edited=True),), before=1)
    assert not result.writes
    assert not result.removals


def test_more_encounters_are_added_where_nobody_edited() -> None:
    result = planned(draft("2019-a"), draft("2019-b"), has=(stored(draft("2019-a")),), before=1)
    assert sorted(result.writes) == ["2019/2019-a.md", "2019/2019-b.md"]


def test_fewer_encounters_take_entries_away_where_nobody_edited() -> None:
    has = (stored(draft("2019-a")), stored(draft("2019-b"), 2))
    result = planned(draft("2019-a"), has=has, before=2)
    assert result.removals == {"2019/2019-b.md"}
    assert result.ledger["a.txt"].encounters == 1


@pytest.mark.parametrize("now", [1, 3])
def test_another_number_of_encounters_in_an_edited_article_leaves_all_as_it_is(now: int) -> None:
    has = (stored(draft("2019-a"), edited=True), stored(draft("2019-b"), 2))
    result = planned(*(draft(f"2019-{letter}") for letter in "abc"[:now]), has=has, before=2)
    assert not result.writes
    assert not result.removals
    assert result.notes == [
        (
            "a.txt has changed, and a person edited or removed entries of it: all are left as they are. "
            f"Compare them with the article, which now tells of {now} encounters."
        )
    ]
    assert result.ledger["a.txt"] == Line("a.txt", "new", 2, "")


def test_an_id_that_another_entry_has_gets_a_number() -> None:
    result = planned(draft("2019-a"), has=(stored(draft("2019-a", article=""), None),))
    assert list(result.writes) == ["2019/2019-a-2.md"]


def test_an_entry_keeps_its_numbered_id() -> None:
    result = planned(draft("2019-a", title="More"), has=(stored(draft("2019-a-2")),), before=1)
    assert list(result.writes) == ["2019/2019-a-2.md"]


def test_two_new_articles_with_one_id_get_two() -> None:
    fresh = [Fresh(name, name, (draft("2019-a", name),), "") for name in ("b.txt", "a.txt")]
    result = plan(fresh, present={"a.txt", "b.txt"}, stored=(), ledger={})
    assert "article: a.txt" in result.writes["2019/2019-a.md"]
    assert "article: b.txt" in result.writes["2019/2019-a-2.md"]


def test_a_renamed_article_keeps_its_entries() -> None:
    has = (stored(draft("2019-a"), edited=True),)
    result = planned(draft("2019-a", "b.txt"), has=has, before=1, article="b.txt", digest="old")
    assert not result.writes
    assert not result.removals
    assert result.ledger == {"b.txt": Line("b.txt", "old", 1, "")}


def test_a_removed_article_takes_its_untouched_entries_with_it() -> None:
    has = (stored(draft("2019-a")), stored(draft("2019-b"), 2, edited=True), stored(draft("2019-c"), None))
    result = plan([], present={"x"}, stored=has, ledger={"a.txt": Line("a.txt", "old", 2, "")})
    assert result.removals == {"2019/2019-a.md"}
    assert result.notes == ["meetings/2019/2019-b.md is a person's and stays, though its article has gone."]
    assert not result.ledger


def test_of_the_two_files_that_a_kill_left_one_stays() -> None:
    """Killed between writing an entry under its new name and removing the old one."""
    has = (stored(draft("2019-a")), stored(draft("2020-a")))
    result = planned(draft("2020-a"), has=has, before=1)
    assert list(result.writes) == ["2020/2020-a.md"]
    assert result.removals == {"2019/2019-a.md"}


def test_an_edited_copy_beside_the_untouched_entry_is_another_entry() -> None:
    """A person took an entry as the pattern for one of their own."""
    has = (stored(draft("2019-copy"), edited=True), stored(draft("2020-a")))
    result = planned(draft("2020-a"), has=has, before=1)
    assert list(result.writes) == ["2020/2020-a.md"]
    assert "2019/2019-copy.md" not in result.removals


def test_entries_that_a_kill_left_without_a_ledger_are_the_articles() -> None:
    result = planned(draft("2019-a"), draft("2019-b"), has=(stored(draft("2019-a")),))
    assert sorted(result.writes) == ["2019/2019-a.md", "2019/2019-b.md"]


def test_an_article_whose_line_of_the_ledger_is_lost_still_has_its_edited_entry() -> None:
    has = (stored(draft("2019-a"), edited=True),)
    result = planned(draft("2019-a"), has=has)
    assert not result.writes
    assert not result.removals
    assert result.ledger["a.txt"].encounters == 1
    assert result.notes == [YOURS.format("a", "2019-a")]


def test_to_delete_a_line_of_the_ledger_brings_removed_entries_back_beside_an_edited_one() -> None:
    result = planned(draft("2019-a"), draft("2019-b"), has=(stored(draft("2019-b"), 2, edited=True),))
    assert list(result.writes) == ["2019/2019-a.md"]


def test_an_edited_entry_whose_encounter_has_another_place_in_the_article_swallows_no_other() -> None:
    one, other = (draft(f"2019-{letter}", parties=(letter, "AZ")) for letter in ("FR", "IR"))
    one, other = replace(one, parties=("FR", "GB")), replace(other, parties=("IR", "RU"))
    has = (stored(one, edited=True), stored(other, 2))
    result = planned(other, one, has=has, before=2)
    assert not result.writes
    assert not result.removals
    assert "left as they are" in result.notes[0]


def test_an_article_under_the_name_of_one_that_has_gone_is_read() -> None:
    gone = replace(draft("2018-x"), parties=("FR", "GB"))
    fresh = replace(draft("2019-y"), parties=("IR", "RU"))
    result = planned(fresh, has=(stored(gone, edited=True),))
    assert list(result.writes) == ["2019/2019-y.md"]


def test_entries_outlive_a_folder_of_articles_that_is_emptied_and_filled_again(world: World) -> None:
    world.article("one.txt", article_text())
    world.build()
    entries = world.entries
    (world.content / "articles" / "one.txt").unlink()
    world.build()
    world.article("two.txt", "A text that tells of no meeting at all.")
    summary = world.build()
    assert world.entries == entries
    assert summary.removed == 0


def test_encounters_that_change_places_keep_two_addresses() -> None:
    has = (stored(draft("2019-a")), stored(draft("2019-b"), 2))
    result = planned(draft("2019-b"), draft("2019-a"), has=has, before=2)
    left = {each.path for each in has} - result.removals | result.writes.keys()
    assert len(left) == 2


def test_notes_come_in_one_order() -> None:
    has = [stored(draft(f"2019-{name}", f"{name}.txt"), edited=True) for name in "dbca"]
    ledger = {f"{name}.txt": Line(f"{name}.txt", name, 1, "") for name in "cadb"}
    notes = plan([], present={"x"}, stored=has, ledger=ledger).notes
    assert notes == sorted(notes)


# ── end to end ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def made(world: World) -> World:
    """A chronicle of one article that tells of two meetings, one of whose entries a person has edited."""
    world.article("talks.txt", article_text(end=SECOND))
    world.build()
    assert list(world.entries) == [f"2019/{GROSS}.md", f"2019/{IRAN}.md"]
    edit(world)
    world.build()
    return world


def edit(world: World) -> None:
    """Correct the first entry's title."""
    path = world.content / "meetings" / "2019" / f"{GROSS}.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text(
        "\n".join("title: Corrected" if line.startswith("title") else line for line in lines),
        encoding="utf-8",
    )


def corrected(world: World) -> str:
    return (world.content / "meetings" / "2019" / f"{GROSS}.md").read_text(encoding="utf-8")


def test_an_edited_entry_survives_a_build(made: World) -> None:
    before = made.entries
    assert made.build().written == 0
    assert made.entries == before
    assert b"Corrected" in (made.site / "meetings" / GROSS / "index.html").read_bytes()


def test_an_edited_entry_survives_a_new_article(made: World) -> None:
    before = corrected(made)
    made.article("more.txt", published="2019-11-12", guest="Aurélia Bouchez")
    assert made.build().written == 1
    assert corrected(made) == before


def test_an_edited_entry_survives_a_changed_article_and_that_is_told(made: World) -> None:
    before = corrected(made)
    made.article("talks.txt", article_text(end=SECOND).replace("regional security", "peacekeeping"))
    summary = made.build()
    assert summary.written == 1
    assert corrected(made) == before
    assert summary.notes == (YOURS.format("talks", GROSS),)
    assert "peacekeeping" in made.entries[f"2019/{IRAN}.md"]
    assert made.build().notes == ()


def test_an_edited_entry_survives_a_renamed_article(made: World) -> None:
    before = corrected(made)
    articles = made.content / "articles"
    (articles / "new").mkdir()
    (articles / "talks.txt").rename(articles / "new" / "talks.txt")
    made.build()
    assert corrected(made) == before
    assert len(made.entries) == 2
    assert "article: new/talks.txt" in made.entries[f"2019/{IRAN}.md"]


def test_an_edited_entry_survives_a_removed_article(made: World) -> None:
    before = corrected(made)
    made.article("other.txt", published="2019-11-12")
    (made.content / "articles" / "talks.txt").unlink()
    summary = made.build()
    assert corrected(made) == before
    assert f"2019/{IRAN}.md" not in made.entries
    assert summary.notes == (
        f"meetings/2019/{GROSS}.md is a person's and stays, though its article has gone.",
    )


def test_all_entries_stay_where_there_is_no_article_any_more(made: World) -> None:
    before = made.entries
    (made.content / "articles" / "talks.txt").unlink()
    assert made.build().notes == (
        "there are no articles any more; the entries that were made of them are kept.",
    )
    assert made.entries == before


def test_an_edited_entry_survives_an_article_with_another_number_of_encounters(made: World) -> None:
    before = made.entries
    made.article("talks.txt")
    (note,) = made.build().notes
    assert note.startswith("talks.txt has changed, and a person edited or removed entries of it:")
    assert made.entries == before
    assert made.build().written == 0


def git(*arguments: str, cwd: Path) -> None:
    settings = [
        "user.name=A",
        "user.email=a@example.org",
        "init.defaultBranch=main",
        "protocol.file.allow=always",
    ]
    options = [word for setting in settings for word in ("-c", setting)]
    subprocess.run(["git", *options, *arguments], cwd=cwd, check=True, capture_output=True)  # noqa: S607  the git that is installed


def cloned(world: World, place: Path, *, autocrlf: bool) -> World:
    """The world as somebody else gets it: content and settings, with neither a memory nor a site."""
    git("init", cwd=world.root)
    git("add", "content", "config.yaml", cwd=world.root)
    git("commit", "-m", "All", cwd=world.root)
    git("clone", "-c", f"core.autocrlf={str(autocrlf).lower()}", str(world.root), str(place), cwd=world.root)
    return World(place)


@pytest.mark.parametrize("autocrlf", [False, True])
def test_an_edited_entry_survives_a_clone(made: World, tmp_path: Path, autocrlf: bool) -> None:  # noqa: FBT001  pytest gives it by name
    clone = cloned(made, tmp_path / "clone", autocrlf=autocrlf)
    before = clone.entries
    assert (b"\r\n" in (clone.content / "meetings" / "2019" / f"{GROSS}.md").read_bytes()) == autocrlf
    summary = clone.build()
    assert (summary.fresh, summary.written, summary.removed) == (0, 0, 0)
    assert clone.entries == before
    clone.article("talks.txt", article_text(end=SECOND).replace("regional security", "peacekeeping"))
    assert clone.build().written == 1
    assert clone.entries[f"2019/{GROSS}.md"] == before[f"2019/{GROSS}.md"]
    assert "peacekeeping" in clone.entries[f"2019/{IRAN}.md"]


@pytest.mark.parametrize("autocrlf", [False, True])
def test_a_deleted_entry_stays_deleted(made: World, tmp_path: Path, autocrlf: bool) -> None:  # noqa: FBT001  pytest gives it by name
    (made.content / "meetings" / "2019" / f"{IRAN}.md").unlink()
    made.build()
    assert list(made.entries) == [f"2019/{GROSS}.md"]
    made.article("talks.txt", article_text(end=SECOND).replace("regional security", "peacekeeping"))
    assert "encounter 2 of talks.txt was removed by a person and is left out." in made.build().notes
    assert list(made.entries) == [f"2019/{GROSS}.md"]
    clone = cloned(made, tmp_path / "clone", autocrlf=autocrlf)
    clone.build()
    clone.article("talks.txt", article_text(end=SECOND).replace("regional security", "demining"))
    clone.build()
    assert list(clone.entries) == [f"2019/{GROSS}.md"]
    assert not (clone.site / "meetings" / IRAN).exists()


def test_an_entry_without_its_mark_is_left_alone(world: World) -> None:
    world.article()
    world.build()
    path = world.only_entry
    lines = path.read_text(encoding="utf-8").split("\n")
    without = "\n".join(line for line in lines if not line.startswith("made_by"))
    path.write_text(without, encoding="utf-8")
    world.article(end="\nThey also talked about demining.\n")
    world.build()
    assert world.only_entry.read_text(encoding="utf-8") == without


def test_a_renamed_entry_keeps_its_new_name(world: World) -> None:
    world.article()
    world.build()
    renamed = world.only_entry.rename(world.only_entry.with_name("2019-11-07-talks-on-security.md"))
    world.build()
    assert world.only_entry == renamed
    world.article(end="\nThey also talked about demining.\n")
    world.build()
    assert world.only_entry == renamed


def test_an_entry_moves_with_the_date_of_its_article(world: World) -> None:
    world.article()
    world.build()
    world.article(published="2019-11-12")
    summary = world.build()
    assert list(world.entries) == ["2019/2019-11-12-hasanov-gross.md"]
    assert (summary.written, summary.removed) == (1, 1)


def test_two_articles_on_one_meeting_have_an_entry_each(world: World) -> None:
    world.article("a.txt")
    world.article("b.txt", end="\nMore was said.\n")
    world.build()
    assert list(world.entries) == [f"2019/{GROSS}-2.md", f"2019/{GROSS}.md"]
    before = world.entries
    world.article("b.txt", end="\nMore was said, and more.\n")
    world.build()
    assert world.entries[f"2019/{GROSS}.md"] == before[f"2019/{GROSS}.md"]
    assert "and more" in world.entries[f"2019/{GROSS}-2.md"]


def test_an_entry_by_hand_is_never_touched(world: World) -> None:
    path = world.entry(GROSS)
    before = path.read_bytes()
    world.article()
    world.build()
    assert path.read_bytes() == before
    assert list(world.entries) == [f"2019/{GROSS}-2.md", f"2019/{GROSS}.md"]


def test_a_build_killed_between_two_writes_is_done_again(world: World) -> None:
    """The new file of a moved entry is written, the old one not yet removed, the ledger not yet written."""
    world.article()
    world.build()
    old, ledger = world.only_entry, world.ledger.read_bytes()
    content = old.read_bytes()
    world.article(published="2019-11-12")
    world.build()
    expected = world.entries
    old.write_bytes(content)
    world.ledger.write_bytes(ledger)
    world.write("content/meetings/2019/.2019-11-12-half.md.part", "---\ntitle: Half")
    world.build()
    assert world.entries == expected


def test_half_written_files_of_a_killed_build_are_no_entries(world: World) -> None:
    world.entry()
    world.write("content/meetings/2019/.2019-11-08-x.md.part", "---\ntitle: Half")
    assert world.build().entries == 1
    assert [path.name for path in (world.content / "meetings").rglob("*.*")] == [f"{GROSS}.md"]


def test_nothing_hidden_of_the_users_is_removed(world: World) -> None:
    kept = world.write("content/articles/.download.html.part", "half of a download")
    world.build()
    assert kept.exists()


def test_an_article_that_became_unreadable_keeps_its_entries(world: World) -> None:
    world.article("a.txt")
    world.article("b.txt", published="2019-11-12")
    world.build()
    before = world.entries
    world.article("a.txt", "---\npublished: never\n---\nText.")
    assert len(world.build().problems) == 1
    assert world.entries == before


def test_the_lines_of_one_file_are_articles_of_their_own(world: World) -> None:
    def line(number: int, text: str) -> str:
        return f'{{"url": "https://example.org/{number}", "published": "2019-11-07", "text": "{text}"}}\n'

    texts = [
        article_text(guest=name).split("---\n")[2].replace("\n", " ")
        for name in ("Zacharie Gross", "Paul Martin")
    ]
    world.article("press.jsonl", "".join(line(number, text) for number, text in enumerate(texts)))
    assert world.build().written == 2
    edit(world)
    before = corrected(world)
    world.article("press.jsonl", line(1, texts[1] + "More.") + line(0, texts[0] + "More."))
    summary = world.build()
    assert summary.written == 1
    assert summary.articles == 2
    assert corrected(world) == before
