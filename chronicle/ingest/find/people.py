"""People: capitalised words that something in the text makes a person's name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from chronicle.ingest.find.complements import OWNING
from chronicle.ingest.find.forms import differing, is_form_of, misspells, words_of_name
from chronicle.ingest.find.pieces import LONG, Plain, rows_of
from chronicle.ingest.find.runs import BEFORE, NAMELIKE, TITLED, Run, runs_of
from chronicle.ingest.text import Text, by_sentence
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

HELD = frozenset(
    (
        "country",
        "demonym",
        "organisation",
        "body",
        "city",
        "region",
        "decoy",
        "metonym",
        "office",
        "offices",
        "act",
        "date",
    )
)
NAMING = BEFORE | {"name"}  # without any of these, an office or a forename a sentence names nobody
OPENS = 8  # pieces before the subject of a sentence, at most
JOINTS = frozenset((",", "and", ":", "-"))
SHARED = frozenset(("of", "from", ",", ";", "and", "for"))
IN_LIST = frozenset(("name", "initial", "capitals", "particle", "rank", "style"))
REACH = 60  # pieces that a list of names or a clause may be long
TITLED_NAME = "after_office_or_title"
IN_COMPANY = "in_company"
SOURCE = "source_named_again"
AFTER_A_PLACE = frozenset(("possessive", "office", "field"))
SLIPS = 2  # letters in which a title may be misspelt
JOINING = frozenset((",", "and", "&"))


def listed(name: str) -> frozenset[str]:
    """A list of the words around names."""
    return frozenset(word_lists("en/naming")[name])


LINKS, PLACED, LEADING, LETTERS = map(listed, ("links", "placed", "leading", "letters"))
MEMORIALS, TOURED, SENT, MISTAKEN = map(listed, ("memorials", "toured", "sent", "mistaken"))
TELLING, TOLD, TOLD_ON, TOMBS = map(listed, ("telling", "told", "told_on", "tombs"))


class Ruled(NamedTuple):
    """A run, the words of its name, and the rule that calls it one; "" where none does."""

    run: Run
    name: tuple[str, ...]
    rule: str


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Runs that a rule calls a name; then shorter forms of those names wherever they stand."""
    forenames = words.naming.forenames

    def may_name(plain: Plain, held: Iterable[Mention]) -> bool:
        named = plain.holds(NAMING) or any(m.kind == "office" for m in held)
        return named or not forenames.isdisjoint([piece.low for piece in plain.pieces])

    rows = rows_of(text, words, by_sentence(text, found), HELD, may_name)
    runs = [run for row in rows for run in runs_of(row, words)]
    ruled = [Ruled(run, name_words(text, run), rule_for(run)) for run in runs]
    sure = by_word(name for _, name, rule in ruled if rule and rule not in WEAK)
    ruled = [one._replace(rule="") if one.rule in WEAK and misread(one.name, sure) else one for one in ruled]
    ruled = with_sources(in_company(ruled))
    known = by_word(name for _, name, rule in ruled if rule)
    titled = {name for run, name, rule in ruled if rule == TITLED_NAME and len(name) == 1}
    for run, name, rule in ruled:
        if rule:
            yield mention_of(text, run, rule)
        elif is_known(name, known):
            yield mention_of(text, run, "name_known_from_elsewhere")
        elif run.full and not run.headline and name[-1:] in titled:
            yield mention_of(text, run, "fuller_name_of_one_titled_elsewhere")


def rule_for(run: Run) -> str:
    """The first rule that calls the run a name; "" where none does."""
    for rule in RULES:
        if rule(run):
            if entombed(run):
                return ""
            weak = rule.__name__ in WEAK
            return "" if weak and any(denied(run) for denied in DENIALS) else rule.__name__
    return ""


def in_company(ruled: Sequence[Ruled]) -> list[Ruled]:
    """As in "Ambassador Ola Mbeki and Zoltan Baker": each run joined to a name is one, too."""
    told: list[Ruled] = []
    for one in ruled:
        if not one.rule and told and told[-1].rule and is_joined(told[-1].run, one.run):
            told.append(one._replace(rule=IN_COMPANY))
        else:
            told.append(one)
    return told


def with_sources(ruled: Sequence[Ruled]) -> list[Ruled]:
    """As in "according to Karim Ivanov" where "Ivanov said" stands elsewhere: no outlet."""
    alone = {name for run, name, _ in ruled if len(name) == 1 and not run.headline}
    return [
        one._replace(rule=SOURCE)
        if not one.rule and one.run.sure and one.name[-1:] in alone and outlet_quoted(one.run)
        else one
        for one in ruled
    ]


def is_joined(before: Run, run: Run) -> bool:
    """Whether a comma or an "and" stands between two runs, and behind them nothing that makes a place."""
    row, gap = run.row, range(before.stop, run.start)
    alone = run.stop - run.start == 1 and len(row.text(run.start).rpartition(".")[2]) < LONG  # "M.Sc"
    if row is not before.row or not 1 <= len(gap) <= 2 or not run.full or alone or run.headline:
        return False
    joined = all(row.text(at) in JOINING for at in gap) and row.kind(run.stop) not in AFTER_A_PLACE
    return joined and not any(denied(run) for denied in DENIALS)


def by_word(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The different names, by each of their words."""
    held: dict[str, list[tuple[str, ...]]] = {}
    for name in dict.fromkeys(names):
        for word in dict.fromkeys(name):
            held.setdefault(word, []).append(name)
    return held


def is_known(form: tuple[str, ...], known: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """Whether the form is one of a known name, in full, shorter, or spelled a little otherwise."""
    names = (name for word in form for name in known.get(word, ()))
    return any(is_form_of(form, name) or misspells(form, name) for name in names)


def misread(form: tuple[str, ...], sure: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """As in "Minsiter Hasanov greeted" (seed 001): a known family name after a title misspelt."""
    names = [name for name in sure.get(form[-1], ()) if name[-1] == form[-1] and len(name) > 1]
    if not names or any(is_form_of(form, n) or is_form_of(n, form) or misspells(form, n) for n in names):
        return False
    return any(differing(form[0], title) <= SLIPS for title in MISTAKEN)


def after_office_or_title(run: Run) -> bool:
    """As in "Minister Hasanov", "Colonel General Zakir Hasanov", "Mr. Ban"."""
    at = run.start - 1
    at -= run.row.kind(at) == "suffix" and run.row.kind(at - 1) in TITLED  # "Maj. Gen. (rtd) Moyo"
    before = run.row.kind(at)
    return before in {"office", *TITLED} or (before == "offices" and run.full)


def after_office_and_comma(run: Run) -> bool:
    """As in "the newly appointed French ambassador to Azerbaijan, Zacharie Gross" (seed 000)."""
    opens = run.row.text(run.start - 1) in (",", ":", "-", "(") or (
        run.row.low(run.start - 1) == "in" and run.sure
    )
    named = run.full or (run.row.kind(run.start) == "name" and run.row.text(run.stop) == ",")
    return named and opens and run.row.kind(run.start - 2) == "office"


def before_office(run: Run) -> bool:
    """As in "Hong Liang, the Chinese Ambassador to Myanmar" (sea-131), "…, who is Chair of …"."""
    at = run.stop
    if run.row.text(at) not in (",", "(", "-") and run.row.low(at) != "as":
        return False
    at += 1
    while run.row.low(at) in LINKS or run.row.kind(at) == "standing":
        at += 1
    owner = run.row.low(at) in OWNING or run.row.kind(at) == "city"
    at += 2 * (owner and run.row.kind(at + 1) == "possessive")
    others = run.row.text(at - 1) == "," and run.row.kind(at + 1) in NAMELIKE  # "in Kita Loma, Minister Sow"
    return run.row.kind(at) == "office" and run.full and not others


def of_a_country(run: Run) -> bool:
    """As in "Armenia's Armen Petrosov" (caa-129)."""
    owned = run.row.kind(run.start - 1) == "possessive"
    body = run.row.kind(run.start - 2) in ("field", "body", "organisation")  # "the Foreign Ministry's …"
    return owned and ((run.full and run.row.kind(run.start - 2) == "country") or (run.sure and body))


def from_a_country(run: Run) -> bool:
    """As in "Daniyar Omurov of Kyrgyzstan", "Nino Beridze from Georgia"."""
    at = run.stop + 1 + (run.row.low(run.stop + 1) == "the")
    return run.full and run.row.low(run.stop) in ("of", "from") and run.row.kind(at) == "country"


def with_country_in_brackets(run: Run) -> bool:
    """As in "Idriss Baba (Chad)"."""
    row, at = run.row, run.stop
    return run.full and row.text(at) == "(" and row.kind(at + 1) == "country" and row.text(at + 2) == ")"


def after_one_of_their_countries(run: Run) -> bool:
    """As in "the ambassadors of Cuba, Tania Perez, and of Ireland, Caitríona Ingoldsby": the second."""
    at = run.start - 1 - (run.row.text(run.start - 1) == ",")
    opens = run.row.kind(at) == "country" and run.row.low(at - 1 - (run.row.low(at - 1) == "the")) in SHARED
    before = range(max(0, run.start - REACH), run.start)
    return run.full and opens and any(run.row.kind(at) == "offices" for at in before)


def beside_an_act(run: Run) -> bool:
    """As in "Mariusz Błaszczak held talks with Boris Pistorius" (wma-121)."""
    if not run.full or run.row.low(run.start - 1) in PLACED:
        return False
    before, after = run.row.kind(run.start - 1), run.row.kind(run.stop)
    linked = run.row.low(run.start - 1) in ("with", "by", "and") and run.row.kind(run.start - 2) == "act"
    return before == "act" or after == "act" or linked


def in_list_after_offices(run: Run) -> bool:
    """As in "Foreign ministers of Armenia and Azerbaijan, Armen Petrosov and Rauf Aliyarov, met"."""
    at = run.start - 1
    while at > run.start - REACH and (run.row.kind(at) in IN_LIST or run.row.low(at) in JOINTS):
        at -= 1
    return run.full and at < run.start - 1 and run.row.kind(at) == "offices"


def subject_of_an_act(run: Run) -> bool:
    """As in "Joseph Okoro presented his credentials to …": opens a sentence with an act."""
    if not run.full or run.start > OPENS or run.row.kind(run.stop) != "low":
        return False
    opens = all(run.row.kind(k) not in ("low", "name", "country") for k in range(run.start))
    return opens and any(run.row.kind(k) == "act" for k in range(run.stop, run.stop + REACH))


def led_by(run: Run) -> bool:
    """As in "a delegation headed by Blessing Moyo": whoever leads, signs or comes along."""
    row, at = run.row, run.start - 1
    return run.full and not row.headline and row.low(at) == "by" and row.low(at - 1) in LEADING


def alone_before_office(run: Run) -> bool:
    """As in "Sukarsono, the coordinating minister, received …": a person of one name only."""
    row, at = run.row, run.stop
    alone = run.stop - run.start == 1 and row.kind(run.start) == "name" and not row.headline
    if not alone or row.text(at) != "," or row.low(at + 1) not in ("the", "who"):
        return False
    opens = run.start == 0 or row.kind(run.start - 1) == "act" or row.low(run.start - 1) in ("with", "by")
    at += 1
    while row.low(at) in LINKS or row.kind(at) in ("standing", "demonym"):
        at += 1
    return opens and row.kind(at) == "office"


def of_whose_letters(run: Run) -> bool:
    """As in "accepted the letters of credence of Vlora Berisha": who hands them over."""
    return run.sure and run.row.low(run.start - 1) == "of" and run.row.low(run.start - 2) in LETTERS


def two_words_of_a_name(run: Run) -> bool:
    """As in "took her seat across from Domingos Kassoma": words that can hardly be anything else."""
    alone = run.start == 0 and run.stop >= len(run.row.pieces)
    signed = (run.start <= OPENS // 4 and run.row.text(run.start - 1) == ":") or (
        run.start == 1 and run.row.low(0) == "by"
    )
    return run.sure and not alone and not signed and run.row.low(run.start - 1) not in PLACED


RULES = (
    after_office_or_title,
    after_office_and_comma,
    before_office,
    of_a_country,
    from_a_country,
    with_country_in_brackets,
    in_list_after_offices,
    after_one_of_their_countries,
    beside_an_act,
    subject_of_an_act,
    of_whose_letters,
    led_by,
    alone_before_office,
    two_words_of_a_name,
)


def remembered(run: Run) -> bool:
    """As in "the monument to José Martí": somebody who isn't there."""
    low = run.row.low
    return low(run.start - 1) in ("of", "to", "for") and low(run.start - 2) in MEMORIALS


def entombed(run: Run) -> bool:
    """As in "the graves of the national leader Rauf Aliyarov": whatever the title."""
    row = run.row
    for at in range(run.start - 1, max(0, run.start - OPENS), -1):
        if row.low(at) in ("of", "to") and row.low(at - 1) in TOMBS:
            return True
        if row.kind(at) in ("act", "sign") or row.low(at) in ("by", "with", "and", "from"):
            return False
    return False


def origin_of_things(run: Run) -> bool:
    """As in "firefighters from Minas Gerais", "toured Vanua Levu": a place."""
    before = run.row.low(run.start - 1)
    return before in TOURED or (before == "from" and run.row.low(run.start - 2) in SENT)


def outlet_that_reports(run: Run) -> bool:
    """As in "Vestnik Kavkaza reports", "Sabah Olami wrote that": an outlet."""
    low = run.row.low
    return low(run.stop) in TELLING or (low(run.stop) in TOLD and low(run.stop + 1) in TOLD_ON)


def outlet_quoted(run: Run) -> bool:
    """As in "according to Vestnik Kavkaza": an outlet."""
    return run.row.low(run.start - 2) == "according" and run.row.low(run.start - 1) == "to"


DENIALS = (remembered, origin_of_things, outlet_that_reports, outlet_quoted)
"""What makes a run no person, unless a title or an office calls it one."""

WEAK = frozenset(
    (
        "beside_an_act",
        "subject_of_an_act",
        "of_whose_letters",
        "led_by",
        "alone_before_office",
        "two_words_of_a_name",
    )
)


def name_words(text: Text, run: Run) -> tuple[str, ...]:
    """The words of a run to compare: small letters, hyphens and full stops apart."""
    span = run.row.span(run.start, run.stop)
    return words_of_name(text.low[span.start : span.stop])


def mention_of(text: Text, run: Run, rule: str) -> Mention:
    """The run as a mention; the value is the name as it stands, white space evened out."""
    span = run.row.span(run.start, run.stop)
    return Mention("person", span, " ".join(text.body[span.start : span.stop].split()), rule)
