"""A row → an entry in an entry's own terms, or all that is wrong with it."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import MappingNode

from chronicle.fields import Complaints, Loader
from chronicle.import_settings import Way, read_import
from chronicle.lexicon.countries import load_countries
from chronicle.model import Entry, Kind, Participant, Source, Statement, Status
from chronicle.record import read_entry, signed_for
from chronicle.tables.layout import ONE, SEVERAL, layout_of
from chronicle.tables.reading import read_table
from chronicle.tables.rows import Draft, Rejected, judged


def judged_of(text: str, **way: object) -> list[Draft | Rejected]:
    """The rows of a table, judged; `way` as in the settings."""
    problems = Complaints("config.yaml", 1, ())
    node = Loader(json.dumps(way)).get_single_node()
    assert isinstance(node, MappingNode)
    told = read_import(node, "import", problems)
    assert not problems.problems
    assert told
    table = read_table("t.csv", text.encode())
    layout = layout_of("t.csv", table.headings, table.line, told.general.columns, ignore_unknown=False)
    assert not layout.problems
    return [judged(row, layout, told.general, "t.csv") for row in table.rows]


def entry(text: str, **way: object) -> Entry:
    (one,) = judged_of(text, **way)
    assert isinstance(one, Draft), one
    return one.entry


def problems(text: str, **way: object) -> list[str]:
    return [
        str(problem)
        for one in judged_of(text, **way)
        for problem in (one.problems if isinstance(one, Rejected) else ())
    ]


A = Participant("Zakir Hasanov", "Minister of Defense", None, "AZ")  # type: ignore[arg-type]
B = Participant("Zacharie Gross", "ambassador", None, "FR")  # type: ignore[arg-type]
IN_ONE_CELL = '"Zakir Hasanov (Minister of Defense, AZ); Zacharie Gross (ambassador, FR)"'


def test_a_row_becomes_an_entry_with_title_and_id_of_its_facts() -> None:
    found = entry(
        f"date,city,country,kind,participants\n7 November 2019,Baku,Azerbaijan,Meeting,{IN_ONE_CELL}\n"
    )
    assert found == Entry(
        id="2019-11-07-hasanov-gross",
        title="Zakir Hasanov meets Zacharie Gross",
        date="2019-11-07",  # type: ignore[arg-type]
        city="Baku",
        country="AZ",  # type: ignore[arg-type]
        participants=(A, B),
        sources=(Source(article="t.csv"),),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("A B", [("A B", None, None, None)]),
        ("A B (AZ)", [("A B", None, "AZ", None)]),
        ("A B (NATO)", [("A B", None, None, "NATO")]),
        ("A B (EU)", [("A B", None, None, "EU")]),
        ("A B (ambassador)", [("A B", "ambassador", None, None)]),
        ("A B (ambassador, French)", [("A B", "ambassador", "FR", None)]),
        ("A B (Minister of Trade, Industry, AZ)", [("A B", "Minister of Trade, Industry", "AZ", None)]),
        ("A B (Minister of Trade, Industry)", [("A B", "Minister of Trade, Industry", None, None)]),
        ("A B (Prime Minister, Singapore)", [("A B", "Prime Minister", "SG", None)]),
        ("A B (Luxembourg); C D (Monaco)", [("A B", None, "LU", None), ("C D", None, "MC", None)]),
        ("A B (Djibouti); C D (San Marino)", [("A B", None, "DJ", None), ("C D", None, "SM", None)]),
        ("A B (Hong Kong); C D (Macau)", [("A B", None, "HK", None), ("C D", None, "MO", None)]),
        ("A B (mayor, Paris)", [("A B", "mayor, Paris", None, None)]),
        ("A B (mayor, Hanover)", [("A B", "mayor, Hanover", None, None)]),
        ("A B (AZ, Minister of Defense)", [("A B", "Minister of Defense", "AZ", None)]),
        ("A B (NATO, Secretary General)", [("A B", "Secretary General", None, "NATO")]),
        ("A B (PM, FR)", [("A B", "PM", "FR", None)]),
        ("A B (Foreign Minister, Aserbaidschan)", [("A B", "Foreign Minister, Aserbaidschan", None, None)]),
        ("A (Abu) B (Minister (acting), AZ)", [("A (Abu) B", "Minister (acting)", "AZ", None)]),
        (
            "A B (Minister; Deputy, AZ);;C D",
            [("A B", "Minister; Deputy", "AZ", None), ("C D", None, None, None)],
        ),
        ("A B\nC D (FR)", [("A B", None, None, None), ("C D", None, "FR", None)]),
        ("Martin King, Jr.", [("Martin King, Jr.", None, None, None)]),
    ],
)
def test_people_stand_in_one_cell_with_office_and_side(
    cell: str, expected: list[tuple[str | None, ...]]
) -> None:
    found = entry(f'date,participants\n2019,"{cell}"\n').participants
    assert [(p.name, p.role, p.country, p.organisation) for p in found] == expected


def test_people_may_have_columns_of_their_own() -> None:
    headings = (
        "Participant 2,participant_1,participant 1 role,Participant 1: Country,participant 2 organisation"
    )
    found = entry(f"{headings}\nJens Stoltenberg,Zakir Hasanov,Minister of Defense,Azerbaijan,NATO\n")
    assert found.participants == (A, Participant("Jens Stoltenberg", organisation="NATO"))


def test_a_column_of_its_own_may_have_office_and_side_in_the_cell() -> None:
    found = entry('participant 1;participant 2\nZakir Hasanov (Minister of Defense, AZ);"A (FR); B (FR)"\n')
    assert [p.name for p in found.participants] == ["Zakir Hasanov", "A", "B"]
    assert found.participants[0] == A


def test_sources_stand_in_one_cell_or_in_columns() -> None:
    one = entry('parties,sources\nAZ,"https://a.org/1;x; News.Az 2019-11-07;Report; 2019"\n').sources
    assert one == (
        Source(url="https://a.org/1;x"),  # type: ignore[arg-type]
        Source(outlet="News.Az", published="2019-11-07"),  # type: ignore[arg-type]
        Source(outlet="Report"),
        Source(published="2019"),  # type: ignore[arg-type]
    )
    two = entry(
        "parties,url,outlet,published,source 2\nAZ,https://a.org/1,A,8 May 2019,https://b.org/\n"
    ).sources
    assert two == (
        Source(outlet="A", url="https://a.org/1", published="2019-05-08"),  # type: ignore[arg-type]
        Source(url="https://b.org/"),  # type: ignore[arg-type]
    )


def test_rows_that_name_no_source_rest_on_the_table_and_on_what_the_settings_say_of_it() -> None:
    assert entry("parties\nAZ\n", source={"outlet": "Archive"}).sources == (
        Source(article="t.csv", outlet="Archive"),
    )  # type: ignore[arg-type]
    assert entry("parties,outlet\nAZ,Own\n", source={"outlet": "Archive"}).sources == (Source(outlet="Own"),)


def test_lists_stand_between_semicolons_or_on_lines_of_their_own() -> None:
    found = entry(
        'parties,topics,documents,review\n"Azerbaijan; FR\nNATO","energy;trade",Treaty; Memo,why?\n'
    )
    assert found.parties == ("AZ", "FR", "NATO")
    assert found.topics == ("energy", "trade")
    assert found.documents == ("Treaty", "Memo")
    assert found.review == ("why?",)


def test_statements_are_read_as_the_sites_own_table_writes_them() -> None:
    cell = "Zakir Hasanov (AZ) thanked: energy, trade; AZ, FR agreed; Zacharie Gross said"
    found = entry(f'participants,statements\n{IN_ONE_CELL},"{cell}"\n').statements
    assert found == (
        Statement("thanked", "Zakir Hasanov", ("AZ",), ("energy", "trade")),  # type: ignore[arg-type]
        Statement("agreed", None, ("AZ", "FR")),  # type: ignore[arg-type]
        Statement("said", "Zacharie Gross"),  # type: ignore[arg-type]
    )


def test_records_of_json_are_entries_as_in_their_files() -> None:
    found = entry(
        '[{"title": "Talks", "date": "2019-11-07", "kind": "call", "status": "planned", "participants": '
        '[{"id": "x", "name": "Hasanov, Zakir", "rank": "General", "country": "AZ"}], "parties": ["France"], '
        '"statements": [{"manner": "said", "sides": ["AZ"], "quoted": true}], "review": [], "made_by": "x", '
        '"evidence": {"date": {"basis": "stated", "words": "on Thursday"}}, "body": "One.\\n\\nTwo."}]'
    )
    assert found.participants == (Participant("Hasanov, Zakir", None, "General", "AZ"),)  # type: ignore[arg-type]
    assert (found.kind, found.status, found.parties) == (Kind.CALL, Status.PLANNED, ("FR",))
    assert found.statements == (Statement("said", None, ("AZ",), (), quoted=True),)  # type: ignore[arg-type]
    assert (found.made_by, found.body) == (None, "One.\n\nTwo.")
    assert found.evidence
    assert found.evidence["date"].words == "on Thursday"


def test_settings_translate_headings_and_words() -> None:
    found = entry(
        "Datum;Wo;Land;Gast;Form;Bemerkung\n7.11.2019;Berlin;deutschland;Zacharie Gross (FR);Telefonat;x\n",
        columns={
            "DATUM": "date",
            "wo": "city",
            "Land": "country",
            "Gast": "participants",
            "Form": "kind",
            "Bemerkung": "-",
        },
        values={"kind": {"telefonat": "call"}, "country": {"Deutschland": "DE"}},
        dates="dmy",
    )
    assert (found.date, found.city, found.country, found.kind) == ("2019-11-07", "Berlin", "DE", Kind.CALL)
    assert found.participants == (Participant("Zacharie Gross", country="FR"),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "name", "code"),
    [
        ("1936", "Republic of China", "CN"),
        ("1961", "Republic of China", "TW"),
        ("12 May 1881", "Hawaii", "XH"),
        ("1975", "Moscow", "SU"),
        ("1999", "Serbia and Montenegro", "YU"),
        ("", "Moscow", "RU"),
        ("", "Republic of China", "TW"),
    ],
)
def test_a_name_means_the_state_of_the_rows_date(date: str, name: str, code: str) -> None:
    found = entry(
        f"country,parties,participant 1,participant 1 country,date\n{name},{name},A B,{name},{date}\n"
    )
    assert (found.country, found.parties, found.participants[0].country) == (code, (code,), code)


def test_a_side_in_brackets_is_that_of_the_rows_date_too() -> None:
    (one,) = entry('participants,date\n"A B (minister, Hawaii)",1881\n').participants
    assert (one.role, one.country) == ("minister", "XH")
    (two,) = entry('participants,statements,date\n"A B (King, Hanover)",Hawaii agreed,1850\n').participants
    assert two.country == "XG"


def test_names_of_the_settings_language_are_known() -> None:
    text = (
        'Land,parties,participants\nDeutschland,Österreich,"A B (Kanzler, Deutschland); C D (Österreich)"\n'
    )
    found = entry(text, columns={"Land": "country"}, language="de")
    assert (found.country, found.parties) == ("DE", ("AT",))
    assert [(p.role, p.country) for p in found.participants] == [("Kanzler", "DE"), (None, "AT")]


def test_messages_speak_of_the_rows_date_and_language() -> None:
    (told,) = problems("country,parties,date\nRepublic of China,AZ,1949\n")
    assert "It may be CN or TW" in told or "It may be TW or CN" in told
    (told,) = problems("country,parties,date\nAserbaidschann,AZ,1999\n", language="de")
    assert "is 'Aserbaidschann': no country" in told


def test_words_of_the_settings_hold_for_sides_in_brackets() -> None:
    (one,) = entry(
        'participants\n"A B (Foreign Minister, Aserbaidschan)"\n', values={"country": {"Aserbaidschan": "AZ"}}
    ).participants
    assert (one.role, one.country) == ("Foreign Minister", "AZ")


def test_a_word_can_stand_for_nothing_and_dashes_do() -> None:
    found = entry("parties,city,date\nAZ,unbekannt,–\n", values={"city": {"unbekannt": ""}})
    assert (found.city, found.date) == (None, None)


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("2019-11-07-hasanov-gross", True),
        ("baku-talks", True),
        ("751", False),
        ("V-7", False),
        ("v_7", False),
        ("2019-11-07", False),
        ("-a", False),
        ("../a-b", False),
    ],
)
def test_an_id_names_the_entry_if_it_is_fit_for_an_address(key: str, named: bool) -> None:  # noqa: FBT001  a case
    (one,) = judged_of(f"id,date,parties\n{key},2019,AZ\n")
    assert isinstance(one, Draft)
    assert (one.key, one.is_named) == (key, named)
    assert one.entry.id == (key if named else "2019-azerbaijan")


def test_cells_with_markup_yaml_and_control_characters_are_texts() -> None:
    found = entry('parties,title,city\nAZ,"<b>x</b>: {a: [1]}\x07\n- no",null\n')
    assert found.title == "<b>x</b>: {a: [1]} - no"
    assert found.city == "null"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date,participants\n2019,\n", "nobody takes part: neither participants nor parties"),
        ("date,participants\n2019,\x08\n", "nobody takes part: neither participants nor parties"),
        ("date,parties\n11/7/2019,AZ\n", "date is '11/7/2019': whether day or month comes first isn't told"),
        (
            "country,parties\nCongo,AZ\n",
            "country is 'Congo': no country.\n    It may be CD or CG: write the code",
        ),
        ("country,parties\nGeorgia,AZ\n", None),
        ("kind,parties\ncalls,AZ\n", "kind is 'calls': not one of meeting, call, video"),
        ("date,end_date,parties\n2019-02,2019-01,AZ\n", "end_date is '2019-01', before the date '2019-02'"),
        ('participants\n"Hasanov, Zakir"\n', "participants has 'Hasanov, Zakir': one name or several"),
        ("participants\nZakir Hasanov and Zacharie Gross\n", "one name or several"),
        (
            "participant 1,participant 1 role\n,minister\n",
            "participants[0].name (column 'participant 1') is missing",
        ),
        (
            "parties,url\nAZ,javascript:alert(1)\n",
            "sources[0].url (column 'url') is 'javascript:alert(1)': not a web address",
        ),
        (
            "parties,statements\nAZ,nonsense\n",
            "statements has 'nonsense': who said it in what manner isn't told",
        ),
        (
            "participants,statements\nA B,C D (AZ) said\n",
            "statements[0].speaker is 'C D': no participant has this name",
        ),
        ("parties\nFRA\n", None),
        ("parties\nCongo\n", "parties[0] is 'Congo': no country.\n    It may be CD or CG"),
        ("participants\nA B (DE\n", "has 'A B (DE': where the name ends isn't clear.\n    Write 'Zakir"),
        ("participants\nA B (DE; C D (FR)\n", "has 'A B (DE; C D': where the name ends isn't clear"),
        ("participants\nA B [AZ]\n", "has 'A B [AZ]': where the name ends isn't clear"),
        ("participants\nA) B (AZ)\n", "has 'A) B': where the name ends isn't clear"),
        ('participants\n"(AZ, Minister)"\n', "has '(AZ, Minister)': where the name ends isn't clear"),
        ("participants\n()\n", "participants has '()': no name.\n    Leave somebody without a name out"),
        ("participants\n? (AZ)\n", "participants has '?': no name"),
        ("participants\nN.N. (AZ)\n", "participants has 'N.N.': no name"),
        ("participant 1,participant 1 country\nUnknown,AZ\n", "has 'Unknown': no name"),
        ("participants\nTBC\n", "participants has 'TBC': no name"),
        ("participants\nn/a (minister)\n", "participants has 'n/a': no name"),
        ('[{"participants": [{"name": "?", "country": "AZ"}]}]', "participants has '?': no name"),
        (
            'participants\n"A B (Minister, Frence)"\n',
            "participants has 'Frence': no country that is known.\n    Did you mean 'FR'?",
        ),
        ("participants\nA B (Azerbaijen)\n", "no country that is known.\n    Did you mean 'AZ'?"),
        ('participants\n"A B (Minister of the Union, Union)"\n', None),
        ('participants\n"A B (SG, acting)"\n', "participants has 'SG': an office or a country"),
        ('participants\n"A B (Minister, Congo)"\n', "It may be CD or CG: write the code"),
        ('participants\n"A B (Congo, Minister)"\n', "It may be CD or CG: write the code"),
        ("participants\nNa; Nn; Null\n", None),
        ('[{"parties": ["AZ"], "city": ["Baku"]}]', "city is a list: a text is wanted here"),
        ('[{"parties": ["AZ"], "body": ["x"]}]', "body is no text"),
        (
            '[{"participants": [{"name": "A", "contry": "AZ"}]}]',
            "unknown field 'participants[0].contry'.\n    Did you mean 'country'?",
        ),
        ("id,parties\n~1,AZ\n", "id is '~1': no id of a row"),
        ("a,parties\n1,AZ,\n", None),
    ],
)
def test_what_is_wrong_is_told_by_column(text: str, expected: str | None) -> None:
    told = problems(text, columns={"a": "-"})
    if expected is None:
        assert told == []
    else:
        assert len(told) == 1
        assert told[0].startswith("t.csv:")
        assert expected in told[0]


def test_all_that_is_wrong_with_a_row_is_told_at_once_with_the_column_it_came_from() -> None:
    told = problems("Datum,Land,parties\nsoon,Atlantis,AZ\n", columns={"Datum": "date", "Land": "country"})
    assert [line.partition("\n")[0] for line in told] == [
        "t.csv:2: date (column 'Datum') is 'soon': not a date.",
        "t.csv:2: country (column 'Land') is 'Atlantis': no country.",
    ]


def test_a_cell_of_ten_megabytes_is_told_and_not_quoted() -> None:
    (told,) = problems(f"city,parties\n{'x' * 10_000_000},AZ\n")
    assert told == "t.csv:2: the row is 10,000,002 characters long.\n    Is a quotation mark missing?"


HEADINGS = (
    *ONE,
    *SEVERAL,
    *("participant 1", "participant 1 role", "participant 1 country", "url", "source 2 outlet", "source 2"),
)
CELLS = st.one_of(
    st.just(""),
    st.text(max_size=12),
    st.sampled_from(
        ["2019", "AZ", "A (x, AZ); B", "AZ said", "https://a.org/", "\ud7ff", "---", "null", "é\x00\x85"]
    ),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | CELLS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["name", "country", "outlet", "manner", "date", "x"]), inner, max_size=2
        )
    ),
    max_leaves=4,
)


def fit_for_a_file(text: str) -> None:
    """Whatever becomes an entry, a build can read it, and reads the same."""
    table = read_table("t.csv", text.encode())
    layout = layout_of("t.csv", table.headings, table.line, {}, ignore_unknown=True)
    for row in table.rows:
        one = judged(row, layout, Way(), "t.csv")
        if isinstance(one, Rejected):
            assert one.problems
            assert all(problem.what for problem in one.problems)
            continue
        made = signed_for(one.entry, "t.csv", one.key)
        found, problems = read_entry(f"{one.entry.id}.md", made, load_countries().keys())
        assert not problems
        assert found
        assert replace(found, made_by=None, evidence=found.evidence or None) == one.entry


@given(st.lists(st.tuples(*[CELLS] * len(HEADINGS)), max_size=2))
def test_any_cells_are_an_entry_that_can_be_read_again_or_told_what_is_wrong(
    rows: list[tuple[str, ...]],
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADINGS, *([cell.replace("\x00", " ") for cell in row] for row in rows)])
    fit_for_a_file(out.getvalue())


@given(
    st.lists(st.dictionaries(st.sampled_from([*ONE, *SEVERAL]), VALUES, min_size=1), min_size=1, max_size=2)
)
def test_any_records_are_entries_that_can_be_read_again_or_told_what_is_wrong(
    rows: list[dict[str, object]],
) -> None:
    for row in rows:
        row.setdefault("parties", ["AZ"])
    fit_for_a_file(json.dumps(rows))


@given(st.dictionaries(st.sampled_from(["city", "title", "participants", "body", "occasion"]), CELLS))
def test_any_words_beside_good_ones_make_an_entry_that_can_be_read_again(row: dict[str, str]) -> None:
    fit_for_a_file(json.dumps([{**row, "date": "2019", "parties": ["AZ"]}]))
