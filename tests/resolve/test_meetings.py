"""What is shown of a meeting that several reports tell of, and where they differ."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import (
    Attendee,
    Choice,
    Difference,
    Entry,
    Kind,
    Manner,
    Meeting,
    OfficialId,
    Participant,
    Source,
    Statement,
    Status,
)
from chronicle.resolve.choices import OF_PART
from chronicle.resolve.meetings import attendee_of, meeting_of
from chronicle.resolve.people import identify
from chronicle.resolve.titles import title_words

HOST = Participant("Karl Ebner", "Minister of Defence", "General", "AT")  # type: ignore[arg-type]
GUEST = Participant("Lena Sato", "Foreign Minister", None, "JP")  # type: ignore[arg-type]
MARK = "ingest 1 0123456789abcdef"


def entry(**fields: object) -> Entry:
    """One report, as ingest wrote it; a name of its own comes with `meeting`."""
    made = Entry(
        "",
        "A title",
        "2031-03-04",  # type: ignore[arg-type]
        participants=(HOST, GUEST),
        parties=("AT", "JP"),
        made_by=MARK,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def meeting(*entries: Entry) -> Meeting:
    """The meeting of some reports, which come as they would be shown."""
    group = tuple(
        replace(each, id=f"e{n}", sources=(Source(f"{n}.txt"),))  # type: ignore[arg-type]
        for n, each in enumerate(entries)
    )
    return meeting_of(group, identify(group))


def told(made: Meeting, field: str) -> tuple[list[tuple[str, tuple[int, ...]]], Choice]:
    """How the reports differ on one field."""
    (found,) = [each for each in made.differences if each.field == field]
    return [tuple(telling) for telling in found.tellings], found.choice


def test_reports_that_tell_the_same_do_not_differ() -> None:
    assert meeting(entry(), entry()).differences == ()


@pytest.mark.parametrize(
    ("days", "shown", "tellings", "choice"),
    [
        (["2031-03-04", "2031-03-05", "2031-03-05"], "2031-03-05", [("2031-03-05", (1, 2)), ("2031-03-04", (0,))], Choice.MOST),  # noqa: E501  a case is read best on one line
        (["2031-03", "2031-03-05"], "2031-03-05", [("2031-03-05", (1,)), ("2031-03", (0,))], Choice.SPECIFIC),
        ([None, "2031-03"], "2031-03", [("2031-03", (1,)), ("", (0,))], Choice.SPECIFIC),
        (["2031-03-05", "2031-03-04"], "2031-03-05", [("2031-03-05", (0,)), ("2031-03-04", (1,))], Choice.FIRST),  # noqa: E501  a case is read best on one line
        (["2031-03-04", "2031-03-04", None], "2031-03-04", [("2031-03-04", (0, 1)), ("", (2,))], Choice.MOST),
    ],
)  # fmt: skip
def test_the_day_is_what_most_tell_then_the_more_precise_then_the_fullest_ones(
    days: list[str | None], shown: str, tellings: object, choice: Choice
) -> None:
    made = meeting(*[entry(date=day) for day in days])
    assert made.date == shown
    assert told(made, "date") == (tellings, choice)


def test_a_persons_edit_comes_before_what_most_tell() -> None:
    edited = entry(city="Graz", country="AT", made_by=f"a person, after {MARK}")
    most = entry(city="Vienna", country="AT")
    made = meeting(most, most, edited)
    assert made.city == "Graz"
    assert told(made, "city") == ([("Graz", (2,)), ("Vienna", (0, 1))], Choice.EDIT)


def test_what_took_place_comes_before_what_was_announced_even_by_a_person() -> None:
    planned = entry(status=Status.PLANNED, date="2031-03-04", end_date="2031-03-06", title="To meet")
    held = entry(title="Meets")
    made = meeting(replace(planned, made_by=None), planned, held)
    assert (made.status, made.title) == (Status.HELD, "Meets")
    assert told(made, "status") == ([("held", (2,)), ("planned", (0, 1))], Choice.REPORT)
    assert meeting(planned, planned, held).end_date is None
    assert told(meeting(planned, planned, held), "date")[1] is Choice.REPORT


def test_several_days_tell_more_than_the_first_of_them() -> None:
    made = meeting(entry(), entry(end_date="2031-03-06"))
    assert (made.date, made.end_date) == ("2031-03-04", "2031-03-06")
    assert told(made, "date") == (
        [("2031-03-04/2031-03-06", (1,)), ("2031-03-04", (0,))],
        Choice.SPECIFIC,
    )


def test_a_city_is_never_shown_with_a_country_in_which_no_report_has_it() -> None:
    there = entry(city="Tokyo", country="JP")
    made = meeting(there, entry(country="AT"), entry(country="AT"))
    assert (made.city, made.country) == (None, "AT")


def test_one_city_in_two_spellings_is_no_reason_for_another() -> None:
    reports = [entry(city=name, country="UA") for name in ("Kiev", "Kyiv", "Lviv", "Kyiv")]
    made = meeting(*reports)
    assert made.city == "Kyiv"
    assert told(made, "city")[1] is Choice.MOST


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ([Kind.VISIT, Kind.MEETING], Kind.MEETING),
        ([Kind.MEETING, Kind.CREDENTIALS], Kind.CREDENTIALS),
        ([Kind.CALL, Kind.VIDEO], Kind.VIDEO),
        ([Kind.MEETING, Kind.MEETING, Kind.CONFERENCE], Kind.MEETING),
    ],
)
def test_the_form_is_what_most_tell_or_the_narrower(kinds: list[Kind], shown: Kind) -> None:
    assert meeting(*[entry(kind=kind) for kind in kinds]).kind is shown


def shown_of(made: Meeting, name: str) -> Attendee:
    return next(each for each in made.attendees if each.name == name)


def test_offices_and_ranks_that_tell_more_are_shown() -> None:
    plain = replace(HOST, role="Minister", rank="General")
    full = replace(HOST, role="Minister of Defence", rank="Colonel General")
    made = meeting(entry(participants=(plain, GUEST)), entry(participants=(full, GUEST)))
    assert shown_of(made, "Karl Ebner").role == "Minister of Defence"
    assert shown_of(made, "Karl Ebner").rank == "Colonel General"
    assert told(made, "rank") == ([("Colonel General", (1,)), ("General", (0,))], Choice.SPECIFIC)


def test_an_office_in_other_words_counts_as_the_same() -> None:
    ways = ["Minister of Defence", "Defense Minister", "Minister of Interior", "Minister of Interior"]
    made = meeting(
        *[entry(participants=(replace(HOST, role=way), GUEST)) for way in [*ways, "Defence Minister"]]
    )
    assert shown_of(made, "Karl Ebner").role == "Minister of Defence"
    assert told(made, "role")[1] is Choice.FIRST


def test_who_is_named_by_one_report_is_shown_and_told_to_be_left_out_by_the_other() -> None:
    made = meeting(entry(), entry(participants=(HOST,)))
    assert [each.name for each in made.attendees] == ["Karl Ebner", "Lena Sato"]
    assert told(made, "participants") == ([("Lena Sato", (0,)), ("", (1,))], Choice.SPECIFIC)
    assert {each.official for each in made.differences} == {"lena-sato"}


def test_a_spelling_is_told_with_those_who_use_it() -> None:
    reordered = replace(GUEST, name="SATO Lena")
    made = meeting(entry(), entry(participants=(HOST, reordered)))
    assert told(made, "name") == ([("Lena Sato", (0,)), ("SATO Lena", (1,))], Choice.FIRST)


def test_capital_letters_make_no_difference() -> None:
    loud = replace(GUEST, name="Lena SATO", role="foreign minister")
    made = meeting(entry(city="Vienna"), entry(city="VIENNA", participants=(HOST, loud)))
    assert made.differences == ()
    assert (made.city, made.attendees[1].role) == ("Vienna", "Foreign Minister")


def test_one_document_that_two_reports_name_is_listed_once_by_its_longer_name() -> None:
    made = meeting(
        entry(documents=("treaty on customs", "a protocol")),
        entry(documents=("customs treaty of 2031", "memorandum on trade")),
    )
    assert made.documents == ("customs treaty of 2031", "a protocol", "memorandum on trade")
    assert [each.tellings[0].value for each in made.differences if each.field == "documents"] == [
        *made.documents
    ]


def test_what_one_report_has_in_a_list_is_told_to_be_left_out_by_the_other() -> None:
    made = meeting(entry(topics=("trade", "energy")), entry(topics=("energy",)))
    assert told(made, "topics") == ([("trade", (0,)), ("", (1,))], Choice.SPECIFIC)


def annan(*told: Participant) -> tuple[Attendee, list[Difference]]:
    """The part of one official as some reports tell it."""
    official = OfficialId("kofi-annan")
    return attendee_of(official, told, tuple(entry(id=f"e{n}") for n, _ in enumerate(told)), "Kofi Annan")


OF_THE_UN = Participant("Kofi Annan", "Secretary-General", None, None, "UN")


def test_an_attendee_is_not_put_together_from_two_reports() -> None:
    of_ghana = Participant("Kofi Annan", "Chairman", "General", "GH")  # type: ignore[arg-type]
    shown, differences = annan(OF_THE_UN, of_ghana)
    assert (shown.role, shown.rank) == ("Secretary-General", None)
    assert (shown.country, shown.organisation) == (None, "UN")
    (of_country,) = [each for each in differences if each.field == "country"]
    assert (of_country.tellings, of_country.choice) == ((("", (0,)), ("GH", (1,))), Choice.FIRST)


def test_a_report_that_tells_no_office_may_tell_the_rank_and_not_the_side() -> None:
    shown, _ = annan(OF_THE_UN, Participant("Kofi Annan", None, "General", "GH"))  # type: ignore[arg-type]
    assert (shown.rank, shown.country, shown.organisation) == ("General", None, "UN")


def test_the_side_is_that_of_most_who_tell_the_shown_office() -> None:
    reports = [replace(OF_THE_UN, country=code) for code in (None, "GH", "GH", "CH")]  # type: ignore[arg-type]
    assert annan(*reports)[0].country == "GH"


def test_a_city_is_not_put_into_another_reports_country() -> None:
    made = meeting(entry(city="GENEVA"), entry(country="FR"))
    assert (made.city, made.country) == (None, "FR")
    fits = meeting(entry(city="Geneva"), entry(country="CH"))
    assert (fits.city, fits.country) == ("Geneva", "CH")


def test_a_name_that_two_bear_stays_as_the_report_has_it() -> None:
    namesake = replace(HOST, name="Karl Ebner", role="Ambassador", country="JP")  # type: ignore[arg-type]
    said = (Statement(Manner.SAID, "Karl Ebner", ("AT",)), Statement(Manner.SAID, "Lena Sato", ("JP",)))
    report = entry(id="e0", participants=(HOST, namesake, GUEST), statements=said)
    people = identify([report])
    assert len({people.official_of(report, p) for p in report.participants}) == 3
    names = {**people.names, people.official_of(report, namesake): "Karl K. Ebner"}
    made = meeting_of((report,), replace(people, names=names))
    assert [each.speaker for each in made.statements] == ["Karl Ebner", "Lena Sato"]


VALUES = st.fixed_dictionaries(
    {
        "date": st.sampled_from([None, "2031", "2031-03", "2031-03-04", "2031-03-05"]),
        "city": st.sampled_from([None, "Vienna", "Graz", "Tokyo"]),
        "country": st.sampled_from([None, "AT", "JP"]),
        "kind": st.sampled_from([Kind.MEETING, Kind.VISIT, Kind.CONFERENCE]),
        "status": st.sampled_from([Status.HELD, Status.PLANNED]),
        "occasion": st.sampled_from([None, "official visit", "visit"]),
        "topics": st.sampled_from([(), ("trade",), ("trade", "energy")]),
        "participants": st.sampled_from(
            [(HOST,), (HOST, GUEST), (replace(HOST, rank=None), replace(GUEST, role="Minister")), ()]
        ),
        "made_by": st.sampled_from([None, MARK]),
    }
)


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_nothing_is_shown_that_no_report_states(reports: list[dict[str, object]]) -> None:
    made = meeting(*[entry(**fields) for fields in reports])
    for field in ("date", "city", "country", "kind", "status", "occasion"):
        stated = [getattr(each, field) for each in made.entries]
        shown = getattr(made, field)
        assert shown in stated
        assert shown is not None or not any(stated) or field == "city"
    for attendee in made.attendees:
        named = [p for each in made.entries for p in each.participants if p.name == attendee.spelling]
        for field in ("role", "rank", "country"):
            assert getattr(attendee, field) in {getattr(p, field) for p in named}


PARTS = st.builds(
    Participant,
    st.just("Karl Ebner"),
    st.sampled_from([None, "Minister", "Minister of Defence", "Defence Minister", "Chairman"]),
    st.sampled_from([None, "General", "Colonel General"]),
    st.sampled_from([None, "AT", "CH"]),
    st.sampled_from([None, "UN"]),
)


@given(st.lists(st.tuples(PARTS, st.sampled_from([None, MARK])), min_size=1, max_size=5))
def test_office_and_side_are_one_reports_and_a_rank_goes_with_the_office(
    told_by: list[tuple[Participant, str | None]],
) -> None:
    group = tuple(entry(id=f"e{n}", made_by=mark) for n, (_, mark) in enumerate(told_by))
    parts = [p for p, _ in told_by]
    a, differences = attendee_of(OfficialId("karl-ebner"), parts, group, "Karl Ebner")
    assert (a.role, a.country, a.organisation) in {(p.role, p.country, p.organisation) for p in parts}
    ranking = [p.rank for p in parts if title_words(p.role) in (frozenset(), title_words(a.role))]
    assert a.rank in ranking or (a.rank is None and not ranking)
    for each in differences:
        assert each.tellings[0].value == (
            getattr(a, "spelling" if each.field == "name" else each.field) or ""
        )


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_every_difference_tells_two_things_and_each_of_them_by_somebody(
    reports: list[dict[str, object]],
) -> None:
    for each in meeting(*[entry(**fields) for fields in reports]).differences:
        assert isinstance(each, Difference)
        assert len({telling.value for telling in each.tellings}) == len(each.tellings) > 1
        assert each.tellings[0].value or each.field in OF_PART
        places = [place for telling in each.tellings for place in telling.entries]
        assert len(places) == len(set(places)) <= len(reports)
