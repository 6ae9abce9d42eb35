"""Offices: "Chief of the General Staff of the Armed Forces of the Islamic Republic of Iran"."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.find.before_heads import (
    LINKING,
    is_the_place,
    letters_before,
    list_before,
    named_before,
    ordinary_before,
    owns,
)
from chronicle.ingest.find.complements import (
    BRACKETED,
    OWNING,
    View,
    after_article,
    complement,
    run,
)
from chronicle.ingest.find.heads import (
    after_assistant,
    before_a_place,
    is_above_others,
    is_honour,
    is_hour,
    is_in_front,
    is_in_letters,
)
from chronicle.ingest.find.office_words import COMMANDS, MAYORS, mentions_of
from chronicle.ingest.find.owners import is_force_of_a_country
from chronicle.ingest.find.pairs import PERSONAL, of_one_kind, of_two_in_turn, of_two_people, of_two_sides
from chronicle.ingest.find.pieces import FIELDS, SIDES, Piece, Plain, Row, rows_of
from chronicle.ingest.text import Text, by_sentence
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

WORDS = word_lists("en/office_words")
HELD = frozenset(("decoy", "country", "demonym", "organisation", "body", "city", "region", "metonym"))
TELLING = frozenset(("head", "charge"))
LEFT = frozenset(
    ("modifier", "field", "standing", "country", "demonym", "organisation", "body", "metonym", "region")
)
TOLD = frozenset(("field", "common", "body", "organisation", "name", "capitals"))
NAMED = frozenset(("field", "body", "organisation"))
TELLERS = frozenset(WORDS["tellers"])
DELEGATIONS = frozenset(("delegation", "team", "mission", "side", "talks", "meeting", "group"))
CHARGED, CHOSEN = frozenset(WORDS["charged"]), frozenset(WORDS["chosen"])
CHARGEABLE = ("minister", "minister delegate", "minister-delegate", "secretary of state", "state secretary")
CHARGING = frozenset(("in charge of", "responsible for", "tasked with", "charged with", "entrusted with"))
OF_THEMSELVES = frozenset(("holder of", "titular of"))  # charges that need nothing before them
HELD_BY = ("whose ", "titular of", "in charge of", "at the h", "took ", "taken ", *COMMANDS)
JOINTS = {"and": 1, ",": 1, "-": 1, "/": 1, "&": 1, "cum": 1, "plus": 1, "(": 2}  # and how many pieces
ALSO = frozenset(("the", "also", "concurrently", "simultaneously", "its", "his", "her"))
BETWEEN = frozenset(
    ("also", "now", "currently", "presently", "jointly", "long", "still", "since", "recently")
)
BRIEFS = frozenset(("portfolio", "brief"))
DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their"))
HANGING = frozenset(("ad interim", "a.i.", "emeritus"))
PARTICIPLES = frozenset(("commanding", "heading", "chairing"))
SEATS = frozenset(WORDS["seats"])  # who sits there has an office
SITTING = frozenset(("member", "Member", "deputy", "Deputy"))
LED = 6  # pieces between "appointed" and what somebody heads
SMALL = 6  # small words before that of a body, at most
CHAIN = 3  # offices of one person after the first, at most


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Offices, whom each is held for, and how newly."""
    verbs = words.told.verbs
    told = verbs | SITTING

    def may_tell(plain: Plain, held: Sequence[Mention]) -> bool:
        del held
        return plain.holds(TELLING) or not told.isdisjoint(plain.sentence.words)

    for row in rows_of(text, words, by_sentence(text, found), HELD, may_tell):
        heads = [
            at
            for at, piece in enumerate(row.pieces)
            if (
                (piece.kind in TELLING and not is_verb(row, at, words) and not is_hour(row, at))
                and is_in_letters(row, at)
            )
            or (piece.text in verbs and piece.kind == "low" and tells(row, at, words))
            or piece.text in SITTING
        ]
        if heads:
            yield from offices_of(view_of(row, heads, words), heads)


def view_of(row: Row, heads: Sequence[int], words: Lexicon) -> View:
    """The row with where each of its offices starts."""
    plain = View(row, words, frozenset(), row.headline)
    opens = {head: start_of(plain, head) for head in heads if row.kind(head) == "head"}
    return View(row, words, frozenset(opens.values()), row.headline, opens)


def offices_of(view: View, heads: Sequence[int]) -> Iterator[Mention]:
    """The mentions of a row, left to right, none inside another."""
    end = 0
    for head in heads:
        if head < end:
            continue
        for rule in RULES:
            start, stop = rule(view, head)
            start = max(start, end)
            headed = start <= head < stop or any(view.row.kind(k) == "head" for k in range(start, stop))
            if stop > start and headed:
                yield from mentions_of(view.row, start, stop, view.words, rule.__name__)
                end = stop
                break


def is_verb(row: Row, at: int, words: Lexicon) -> bool:
    """As in "the Police Force heads the group": a head of offices that is a verb here."""
    verb = row.low(at) in words.told.clauses and row.low(at + 1) in DETERMINERS
    return verb and not is_clause(row, at, words)


def tells(row: Row, at: int, words: Lexicon) -> bool:
    """Whether an office is told by the verb or the charge."""
    return row.text(at) in words.told.charges or is_clause(row, at, words)


def is_clause(row: Row, at: int, words: Lexicon) -> bool:
    """As in "who commands", "who has long headed", "the guest heads", "Lim chairs"."""
    verb, before = row.low(at), at - 1
    if verb not in words.told.clauses:
        return False
    if verb in words.told.to:
        led = [row.low(k) for k in range(max(0, at - LED), before)]
        return row.low(before) == "to" and not CHOSEN.isdisjoint(led)
    while row.low(before) in BETWEEN:
        before -= 1
    before = before_a_place(row, before)
    if verb in words.told.done:
        if row.low(before) not in ("has", "have"):
            return False
        before -= 1
    if verb in PARTICIPLES and row.text(before) == "," and row.kind(before - 1) == "name":
        return row.low(at + 1) not in ("a", "an")  # "X, commanding the Navy"
    return row.low(before) in TELLERS or (row.kind(before) == "name" and verb.endswith("s"))


def office_in_a_clause(view: View, at: int) -> tuple[int, int]:
    """As in "who commands Hungary's Joint Forces", "who heads the Department of State"."""
    row = view.row
    if not is_clause(row, at, view.words):
        return at, at
    if row.low(at) in ("sits", "serves") and row.low(at + 1) != "on":
        return at, at
    start = at + 1 + (row.low(at + 1) in ("over", "on"))
    stop = complement(view, start, row.pieces[at], told=True)
    stop = max(stop, small_body(view, after_article(row, start)))
    ends = next((k for k in range(start, stop) if row.low(k) in ("of", "for")), stop)
    sent = row.low(ends - 1) in DELEGATIONS and not row.piece(ends - 1).capital
    if sent and not any(row.kind(k) == "organisation" for k in range(start, stop)):
        return at, at
    by_name = row.low(at - 1) not in TELLERS and row.kind(at - 1) == "name"
    troops = row.low(stop - 1) in view.words.told.troops | {"ministry"}
    told = troops or any(row.kind(k) in NAMED and row.piece(k).capital for k in range(at + 1, stop))
    if by_name and not told:
        return at, at
    held = any(row.kind(k) in TOLD and (k > start or row.piece(k).capital) for k in range(at + 1, stop))
    return (at, stop) if held else (at, at)


def small_body(view: View, at: int) -> int:
    """As in "the plans and principles division of the General Staff": small words up to a body's."""
    row = view.row
    for here in range(at, at + SMALL):
        if row.kind(here) == "field" and row.low(here) in view.words.told.agencies:
            return run(view, here, plural=False)
        if row.kind(here) not in ("low", "field") or row.low(here) in LINKING:
            break
    return at


def charge_of_a_minister(view: View, at: int) -> tuple[int, int]:
    """As in "who is in charge of Ecuador's external relations", "who holds the defence portfolio"."""
    row = view.row
    if row.low(at) not in view.words.told.charges:
        return at, at
    led = {row.low(at - 1), row.low(at - 2)} & CHARGED
    if (not led and row.low(at) not in OF_THEMSELVES) or row.low(at + 1) in ("a", "an"):
        return at, at
    stop = complement(view, at + 1, row.pieces[at], told=True)
    fields = [k for k in range(at + 1, stop) if row.kind(k) in FIELDS]
    known = " ".join(row.low(k) for k in fields) in view.words.told.charged
    stop -= row.low(stop - 1) in BRIEFS
    brief = row.low(stop) in BRIEFS
    sent = row.low(stop - 1) in DELEGATIONS and row.low(at).startswith("at the h")
    told = row.low(at).startswith(("took", "taken")) and row.low(stop - 1) not in view.words.told.troops
    ministry = any(row.low(k) == "ministry" for k in fields)
    post = told and row.low(stop - 1) != "ministry" and not any(row.piece(k).capital for k in fields)
    if not fields or sent or post or not (known or brief or row.low(at).startswith(HELD_BY) or ministry):
        return at, at
    stop += brief
    return at, stop + 2 * (brief and row.low(stop) == "in" and row.kind(stop + 1) in ("city", "country"))


def office_or_offices(view: View, at: int) -> tuple[int, int]:
    """As in "First Deputy Minister of Defense and Chief of Staff": one, or a chain beside a name."""
    start, stop = one_office(view, at)
    end = stop
    for _ in range(CHAIN if stop > start else 0):
        following = chained(view, end)
        if (
            following == end
            or of_two_people(view.row, start, end, following)
            or of_two_sides(view.row, start, end, following)
            or of_one_kind(view.row, start, end, following)
        ):
            break
        end = following
    both = end > stop and beside_name(view, start, end) and not of_two_in_turn(view.row, end)
    return (start, end) if both else (start, stop)


def one_office(view: View, at: int) -> tuple[int, int]:
    """Words before the head, the head, what it is of."""
    row = view.row
    if row.kind(at) != "head" or row.low(at) in view.words.told.charges or is_clause(row, at, view.words):
        return at, at
    if is_honour(row, at) or is_in_front(row, at) or is_above_others(row, at):
        return at, at
    stop = at + 1
    while row.kind(stop) == "head" and row.piece(stop).capital == row.piece(at).capital:
        stop += 1
    stop = after_assistant(row, stop)
    if row.kind(stop) == "possessive" and owns_another(row, stop + 1):
        return at, at
    head = row.pieces[stop - 1]
    if head.low.endswith(" of"):
        stop = run(view, after_article(row, stop), plural=False)  # "the Sultan of Oman"
    while (following := complement(view, stop, head)) > stop:
        stop = following
    stop = charged(view, stop, head)
    stop += row.low(stop) in HANGING
    start = view.opens.get(at)
    return start_of(view, at) if start is None else start, stop


def charged(view: View, at: int, head: Piece) -> int:
    """As in "the minister in charge of European affairs": where what a minister is charged with ends."""
    row = view.row
    if not head.low.endswith(CHARGEABLE) or row.low(at) not in CHARGING:
        return at
    stop = run(view, after_article(row, at + 1), plural=False)
    return stop if any(row.kind(k) in FIELDS for k in range(at + 1, stop)) else at


def owns_another(row: Row, at: int) -> bool:
    """As in "the Georgian prime minister's special representative": an office after the possessive."""
    while row.kind(at) in LEFT and row.kind(at) != "standing":
        at += 1
    return row.kind(at) == "head"


def seat_in_a_body(view: View, at: int) -> tuple[int, int]:
    """As in "a member of the Foreign Affairs Committee", "member of the Presidency Council"."""
    row = view.row
    if row.text(at) in ("member", "Member") and row.kind(at - 1) == "field":
        return member_of_it(view, at)
    if row.text(at) not in SITTING or row.low(at + 1) != "of":
        return at, at
    start = at + 2 + (row.low(at + 2) == "the")
    stop = run(view, start, plural=False)
    bodies = FIELDS | {"body"}
    told = [row.low(k).rpartition(" ")[2] for k in range(start, stop) if row.kind(k) in bodies]
    if told[-1:] == ["of"] or SEATS.isdisjoint(told):
        return at, at
    if row.text(stop) == "(" and row.kind(stop + 1) in BRACKETED and row.text(stop + 2) == ")":
        stop += 3  # "member of the Central Military Commission (CMC) and chief of …"
    return at, chained(view, stop)


def member_of_it(view: View, at: int) -> tuple[int, int]:
    """As in "Politburo member and Deputy Prime Minister Tran Van Hoa", "Presidency Member X"."""
    row, end = view.row, chained(view, at + 1)
    body = row.low(at - 1).rpartition(" ")[2]
    told = end > at + 1 or row.kind(at + 1) in PERSONAL or row.text(at + 1) == ","
    return (at - 1, end) if body in SEATS and row.piece(at - 1).capital and told else (at, at)


RULES = (seat_in_a_body, office_in_a_clause, charge_of_a_minister, office_or_offices)


def start_of(view: View, head: int) -> int:
    """Where the words before the head begin."""
    row, at = view.row, head
    while at > 0 and not is_the_place(row, at - 1, head):
        kind = row.kind(at - 1)
        if kind in LEFT or (kind == "head" and row.piece(at - 1).capital == row.piece(at).capital):
            at -= 1
        elif kind == "possessive" and (row.kind(at - 2) in SIDES | {"head"} or row.low(at - 2) in OWNING):
            at -= 2
        elif kind == "possessive" and at == head and row.low(at) in MAYORS and row.kind(at - 2) == "city":
            at -= 2  # "Riga's mayor"
        elif row.text(at - 1) == ")" and row.text(at - 3) == "(" and row.kind(at - 4) in LEFT:
            at -= 3  # "Royal Malaysian Air Force (RMAF) chief"
        elif kind == "capitals" and letters_before(view, at, head):
            at -= 1  # "the PCG Commandant"
        elif named_before(row, at, head) or (kind == "common" and ordinary_before(view, at - 1, head)):
            at -= 1
        elif row.text(at - 1) in ("and", "&", ",") and list_before(view, at):
            at -= 2
        else:
            break
    at -= 3 * (at < head and is_force_of_a_country(row, at))
    while row.text(at) in ("and", "&", ",") or owns(row, at):
        at += 1 + (row.kind(at + 1) == "possessive")
    return at


def chained(view: View, at: int) -> int:
    """As in "…, the head of …", "… and Chief of …": where the second office ends, else `at`."""
    row = view.row
    joint = JOINTS.get(row.low(at), 0) + (row.text(at) == "," and row.low(at + 1) == "and")
    if row.low(at) == "as" and (row.low(at + 1), row.low(at + 2)) == ("well", "as"):
        joint = len(("as", "well", "as"))
    if not joint or (row.text(at) == "(" and row.low(at + 1) != "and"):
        return at
    if row.low(at + 1) == "the" and row.text(at - 1) in view.words.generic and row.kind(at - 2) != "modifier":
        return at  # "the minister and the Armenian Minister of Culture"
    if row.text(at) == "," and row.low(0) == "as":
        return at  # "As head of the party, Prime Minister X"
    start = at + joint
    while row.low(start) in ALSO:
        start += 1
    if start not in view.starts:
        return at
    head = next((k for k in range(start, row.size) if row.kind(k) == "head"), start)
    if row.text(at) == "," and row.low(head) in view.words.relational:
        return at  # "…, Minister of Foreign Affairs, the Czech guest"
    if row.text(head) == "Commander" and row.text(at) == "," and row.kind(head + 1) == "name":
        return at  # "her Commanding Officer, Commander Ian Ross"
    stop = one_office(view, head)[1]
    if row.text(at) == "," and joint > 1 and not both_behind(row, at, stop):
        return at
    stop += row.text(at) == "(" and row.text(stop) == ")"
    return stop if stop > head else at


def both_behind(row: Row, at: int, stop: int) -> bool:
    """As in "Ann Hart, Minister of Health, and Chair of the Council, met": no "…, and Chair Bob Hall"."""
    if row.low(at + 2) in DETERMINERS or row.kind(stop) in PERSONAL:
        return False
    return row.text(stop) == "," and row.kind(stop + 1) not in PERSONAL


def is_common_name(view: View, at: int) -> bool:
    """As in "Foreign Minister Tea Chenda": an ordinary word as a name, behind no comma."""
    return view.row.kind(at) == "common" and view.row.piece(at).capital and not view.headline


def beside_name(view: View, at: int, stop: int) -> bool:
    """Whether a name, a rank or a style stands next to the chain of offices."""
    row = view.row
    after = stop + (row.text(stop) == ",")
    before = at - 1 - (row.low(at - 1) == "the")
    named = row.kind(after) in PERSONAL or row.low(after) in view.words.naming.given
    named = named or (row.kind(after + 1) == "name" and is_common_name(view, after))
    led = row.text(before) in (",", "is", "as") or row.low(before) in ("currently", "also")
    return named or (led and row.kind(before - 1) in PERSONAL)
