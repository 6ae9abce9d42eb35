"""What a meeting's page says of topics and statements."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from chronicle.config import ArticleText, Config, Part
from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Manner,
    OfficialId,
    PartialDate,
    Participant,
    Source,
    Statement,
    Status,
)
from chronicle.publish.edition import Edition
from chronicle.publish.inferred import inferred
from chronicle.publish.page import Link
from chronicle.publish.pages.meeting import MeetingContext, context_of
from chronicle.publish.pages.notes import Note
from chronicle.publish.urls import meeting_url, official_url, topic_url
from tests.conftest import World

Make = Callable[..., Edition]


def page_of(edition: Edition) -> MeetingContext:
    (meeting,) = edition.chronicle.meetings
    return context_of(meeting, meeting_url(meeting.id), edition)


def manners(page: MeetingContext) -> list[tuple[list[str], list[tuple[str, Sequence[str]]]]]:
    return [
        (
            [party.text for party in side.parties],
            [(voice.speaker.text, [said.manner for said in voice.said]) for voice in side.voices],
        )
        for side in page.sides
    ]


def test_topics_are_shown_by_name_and_a_persons_own_words_as_they_are(edition: Make, entry: Entry) -> None:
    page = page_of(edition(replace(entry, topics=("gas-and-oil", "Gas and oil", "bee-keeping"))))
    assert page.topics == (
        Link(topic_url("gas-and-oil"), "Gas and oil"),
        Link(topic_url("bee-keeping"), "bee-keeping"),
    )


def test_what_was_said_stands_side_by_side_and_what_was_said_together_last(
    edition: Make, entry: Entry
) -> None:
    entry = replace(
        entry,
        statements=(
            Statement(Manner.AGREED, None, ("AZ", "NATO")),
            Statement(Manner.SAID, "Jens Stoltenberg", ("NATO",), ("energy",)),
            Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",)),
            Statement(Manner.PROPOSED, None, ("AZ",)),
            Statement(Manner.WISHED, "Zakir Hasanov", ("AZ",)),
        ),
    )
    page = page_of(edition(entry))
    assert manners(page) == [
        (["Azerbaijan"], [("", ["proposed"]), ("Zakir Hasanov", ["thanked", "wished"])]),
        (["NATO"], [("Jens Stoltenberg", ["said"])]),
        (["Azerbaijan", "NATO"], [("", ["agreed"])]),
    ]
    assert page.sides[0].voices[1].speaker == Link(official_url(OfficialId("zakir-hasanov")), "Zakir Hasanov")
    assert [topic.text for topic in page.sides[1].voices[0].said[0].topics] == ["Energy"]


def test_each_statement_shows_what_it_rests_on(edition: Make, entry: Entry) -> None:
    said = Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",))
    words = Evidence(Basis.INFERRED, "the minister thanked", "holder_of_the_office", "Zakir Hasanov")
    page = page_of(edition(replace(entry, statements=(said,), evidence={"statements[0].speaker": words})))
    assert page.sides[0].voices[0].said[0].notes == (
        Note("inferred", (Link("", "the minister thanked"),), "holder of the office"),
    )
    assert page.readings == (), "what stands beside the fact isn't told again"


def test_a_speaker_who_is_spelt_in_two_ways_is_shown_by_one_name(edition: Make, entry: Entry) -> None:
    short = Participant("Z. Hasanov", "Minister of Defense", None, CountryCode("AZ"))
    one = replace(entry, statements=(Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",)),))
    other = replace(
        entry,
        id="2019-11-08-other",
        date="2019-11-08",
        participants=(short,),
        statements=(Statement(Manner.SAID, "Z. Hasanov", ("AZ",)),),
    )
    made = edition(one, other)
    later = made.chronicle.meetings[1]
    page = context_of(later, meeting_url(later.id), made)
    assert manners(page) == [(["Azerbaijan"], [("Zakir Hasanov", ["said"])])]


def test_a_meeting_of_which_nothing_is_told_has_no_such_part(edition: Make, entry: Entry) -> None:
    assert page_of(edition(replace(entry, statements=()))).sides == ()


# ── who, and what it rests on ────────────────────────────────────────────────────────────────


def test_participants_stand_under_their_sides_in_the_order_of_the_parties(
    edition: Make, entry: Entry
) -> None:
    page = page_of(edition(replace(entry, parties=("NATO", "AZ"))))
    named = [(side.side.text, [one.official.text for one in side.people]) for side in page.delegations]
    assert named == [
        ("NATO", ["Jens Stoltenberg"]),
        ("Azerbaijan", ["Zakir Hasanov"]),
        ("", ["Nobody Else"]),
    ]


def test_a_role_leads_to_the_office_that_it_is(edition: Make, entry: Entry) -> None:
    made = edition(entry)
    page = page_of(made)
    (office,) = [each.id for each in made.chronicle.offices.values() if each.country == "AZ"]
    assert page.delegations[0].people[0].role == Link(f"\x1aoffices/{office}/", "Minister of Defense")
    left_out = page_of(edition(entry, config=Config(leave_out=frozenset({Part.OFFICES}))))
    assert left_out.delegations[0].people[0].role == Link("", "Minister of Defense")


def test_words_beside_a_fact_lead_to_where_they_stand_in_the_report(edition: Make, entry: Entry) -> None:
    rests_on = {
        "city": Evidence(Basis.STATED, "in Baku", "a_rule", "Baku"),
        "date": Evidence(Basis.INFERRED, "on Friday", "past_weekday", "2019-11-07"),
    }
    page = page_of(edition(replace(entry, body="They met in Baku, again in Baku.", evidence=rests_on)))
    assert page.notes.place == (Note("stated", (Link("#w1", "in Baku"),), ""),)
    assert page.notes.date == (
        Note("inferred", (Link("", "on Friday"),), "the weekday before the publication"),
    )
    assert [(mark.id, mark.words) for mark in page.reports[0].marks] == [("w1", "in Baku")]


@pytest.mark.parametrize(("city", "noted"), [("Ganja", ["confirmed"]), (None, [])])
def test_a_country_isnt_told_by_a_city_that_a_person_took_back(
    edition: Make, entry: Entry, city: str | None, noted: list[str]
) -> None:
    rests_on = {
        "city": Evidence(Basis.STATED, "in Baku", "a_rule", "Baku"),
        "country": Evidence(Basis.INFERRED, "Baku", "country_of_the_city", "AZ"),
    }
    read = replace(entry, city="Baku", country=CountryCode("AZ"), evidence=rests_on)
    made = edition(read)
    assert [note.basis for note in page_of(made).notes.place] == ["stated", "inferred"]
    assert inferred(made.chronicle.meetings[0]) == ("country",)
    edited = edition(replace(read, city=city))
    assert [note.basis for note in page_of(edited).notes.place] == noted
    assert inferred(edited.chronicle.meetings[0]) == ()


def test_words_lead_nowhere_where_the_report_isnt_shown(edition: Make, entry: Entry) -> None:
    rests_on = {"city": Evidence(Basis.STATED, "in Baku", "a_rule", "Baku")}
    told = replace(entry, body="They met in Baku.", evidence=rests_on)
    for shown in (ArticleText.EXCERPT, ArticleText.NONE):
        page = page_of(edition(told, config=Config(article_text=shown)))
        assert page.notes.place == (Note("stated", (Link("", "in Baku"),), ""),)


def test_what_another_report_was_read_to_say_stands_in_the_evidence(edition: Make, entry: Entry) -> None:
    def told(name: str, words: str) -> Entry:
        rests_on = {"city": Evidence(Basis.STATED, words, "a_rule", "Baku")}
        return replace(entry, id=name, evidence=rests_on, sources=(Source(f"{name}.txt", name),))  # type: ignore[arg-type]

    page = page_of(edition(told("a", "in Baku"), told("b", "at Baku")))
    assert [words.text for note in page.notes.place for words in note.words] == ["in Baku"]
    told_of = [(each.outlet, [(one.field, one.words.text) for one in each.grounds]) for each in page.readings]
    assert told_of == [("b", [("city", "at Baku")])]


# ── before, after and beside ─────────────────────────────────────────────────────────────────


def people(number: int) -> tuple[Participant, ...]:
    codes = (
        "AL AM AR AT AU AZ BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GE GR HR HU IE IL IN".split()
    )
    return tuple(
        Participant(
            f"Person{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]} Longsurname{n}x",
            "Minister of Foreign Affairs",
            None,
            CountryCode(codes[n]),
        )
        for n in range(number)
    )


def test_before_and_after_is_told_for_the_pairs_of_two_and_three_countries(
    edition: Make, entry: Entry
) -> None:
    def page_with(number: int) -> MeetingContext:
        some = people(number)
        codes = tuple(str(one.country) for one in some)
        one = replace(entry, participants=some, parties=codes, statements=())
        later = replace(one, id="2019-12-09-later", date=PartialDate("2019-12-09"))
        made = edition(one, later)
        first = made.chronicle.meetings[0]
        return context_of(first, meeting_url(first.id), made)

    two, three, many = page_with(2), page_with(3), page_with(7)
    assert [each.within.text for each in two.neighbours][-2:] == [
        "Albania – Armenia",
        "Personaa Longsurname0x – Personab Longsurname1x",
    ]
    assert len([each for each in three.neighbours if " – " in each.within.text]) == 6
    assert [each.within.text for each in many.neighbours] == ["Chronology"]
    assert (two.crowded, many.crowded) == (False, True)


def test_what_came_before_and_did_not_take_place_is_told_so(edition: Make, entry: Entry) -> None:
    off = replace(entry, id="2019-10-01-off", date=PartialDate("2019-10-01"), status=Status.CANCELLED)
    made = edition(off, entry)
    page = context_of(made.chronicle.meetings[1], meeting_url(made.chronicle.meetings[1].id), made)
    assert {each.previous.text for each in page.neighbours} == {
        "1 October 2019: Zakir Hasanov meets Zacharie Gross [cancelled]"
    }


def test_who_finds_the_page_elsewhere_is_told_that_it_did_not_take_place(world: World) -> None:
    world.entry(title="Talks", date="2019-11-07", status="cancelled", city="Baku")
    world.build()
    page = html.fromstring((world.site / "meetings/2019-11-07-hasanov-gross/index.html").read_bytes())
    described = page.xpath("//meta[@name='description' or @property='og:description']/@content")
    assert described == ["7 November 2019 (cancelled), Baku"] * 2


def test_a_page_of_thirty_parties_is_light(world: World) -> None:
    some = people(30)
    listed = ", ".join(f"{{name: {one.name}, role: {one.role}, country: {one.country}}}" for one in some)
    evidence = "".join(
        f"\n  participants[{n}].{field}: {{basis: stated, words: '{words}', rule: a_rule, value: '{words}'}}"
        for n, one in enumerate(some)
        for field, words in (("name", one.name), ("role", one.role))
    )
    fields = {
        "date": "2019-11-07",
        "kind": "conference",
        "city": "Baku",
        "country": "AZ",
        "parties": f"[{', '.join(str(one.country) for one in some)}]",
        "participants": f"[{listed}]",
        "topics": "[energy, regional-security, trade]",
        "sources": "[{outlet: News.Az, url: 'https://news.az/1', published: 2019-11-08}]",
    }
    world.write("config.yaml", "repository: https://github.com/a/b\narticle_text: none\n")
    for day in ("2019-11-07", "2019-11-20"):
        world.entry(f"{day}-council", "", **fields | {"date": day, "evidence": evidence})
    world.build()
    page = world.site / "meetings" / "2019-11-07-council" / "index.html"
    assert page.stat().st_size < 30_000


def test_a_page_names_the_file_of_its_entry_and_leads_to_the_form(world: World) -> None:
    world.entry(date="2019-11-07")
    world.build()
    page = tree(world.site / "meetings" / "2019-11-07-hasanov-gross")
    assert "content/meetings/2019/2019-11-07-hasanov-gross.md" in page.text_content()
    assert not [link for link in links_of(page) if "github" in link]
    world.write("config.yaml", "repository: https://github.com/a/b\n")
    world.build()
    links = links_of(tree(world.site / "meetings" / "2019-11-07-hasanov-gross"))
    assert "https://github.com/a/b/blob/HEAD/content/meetings/2019/2019-11-07-hasanov-gross.md" in links
    assert [
        link for link in links if link.startswith("https://github.com/a/b/issues/new?template=correction")
    ]


def test_an_edit_of_another_entry_gives_the_same_bytes_as_a_clean_build(world: World) -> None:
    world.entry(date="2019-11-07", topics="[energy]", country="AZ")
    other = {"country": "FR", "topics": "[energy]"}
    world.entry("2019-11-20-other", date="2019-11-20", **other)
    world.build()
    world.entry("2019-11-20-other", date="2020-03-05", **other)
    world.build()
    made = {path.relative_to(world.site).as_posix(): path.read_bytes() for path in world.site.rglob("*.html")}
    assert made == {name: content for name, content in world.clean_site().items() if name.endswith(".html")}


def tree(folder: Path) -> html.HtmlElement:
    return html.document_fromstring((folder / "index.html").read_bytes())


def links_of(page: html.HtmlElement) -> list[str]:
    return [element.get("href") for element in page.iter("a")]


def test_form_and_status_stand_apart_so_that_no_language_must_make_them_agree(world: World) -> None:
    world.entry(date="2019-11-07", kind="visit")
    world.write("config.yaml", "language: ru\n")
    world.build()
    page = html.document_fromstring(
        (world.site / "meetings/2019-11-07-hasanov-gross/index.html").read_bytes()
    )
    assert "визит · состоялось" in [fact.text_content() for fact in page.findall(".//dl/div/dd")]


def test_a_meeting_without_a_date_is_before_and_after_nothing(edition: Make, entry: Entry) -> None:
    undated = replace(entry, id="undated", date=None)
    later = replace(entry, id="2019-12-01-later", date=PartialDate("2019-12-01"))
    made = edition(entry, undated, later)
    neighbours = {
        meeting.id: context_of(meeting, meeting_url(meeting.id), made).neighbours
        for meeting in made.chronicle.meetings
    }
    assert neighbours["undated"] == ()
    assert {each.previous.url for each in neighbours[entry.id]} == {""}
    assert {each.following.url for each in neighbours[entry.id]} == {meeting_url(later.id)}
