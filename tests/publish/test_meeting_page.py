"""What a meeting's page says of topics and statements."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from chronicle.model import Basis, CountryCode, Entry, Evidence, Manner, OfficialId, Participant, Statement
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link
from chronicle.publish.pages.meeting import MeetingContext, Note, context_of
from chronicle.publish.urls import meeting_url, official_url

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
    assert page.topics == ("Gas and oil", "bee-keeping")


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
    assert page.sides[1].voices[0].said[0].topics == ("Energy",)


def test_each_statement_shows_what_it_rests_on(edition: Make, entry: Entry) -> None:
    said = Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",))
    words = Evidence(Basis.INFERRED, "the minister thanked", "holder_of_the_office", "Zakir Hasanov")
    page = page_of(edition(replace(entry, statements=(said,), evidence={"statements[0].speaker": words})))
    assert page.sides[0].voices[0].said[0].notes == (
        Note("inferred", ("the minister thanked",), "holder of the office"),
    )
    assert page.readings[0].grounds[0].field == "statement 1, speaker"


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
