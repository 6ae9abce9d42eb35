"""What an office is of: "of the Armed Forces", "for Civil Defence and Emergencies", "to Azerbaijan"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from chronicle.ingest.find.accredited import CLOSED, MINISTRIES, WHOLE, accredited, assists, in_a_ministry
from chronicle.ingest.find.owners import (
    SOVEREIGNS,
    has_a_desk,
    held_to,
    is_topic,
    officed,
    sign_or_style,
)
from chronicle.ingest.find.pieces import FIELDS, SIDES, Piece, Row, roman
from chronicle.ingest.find.small_words import (
    after_letters,
    bodied,
    bracketed_part,
    commands_a_place,
    complement_of_another,
    countries_in_turn,
    goes_on_at,
    named_vessel,
    small_unit,
    small_words,
)
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
LISTED = FIELDS | {"region", "decoy"}
OWNED = CLOSED | {"common", "head"}
PREPOSITIONS = frozenset(("of", "for", "on", "to", "at", "in", "with", "within"))
OWNERS = frozenset(WORDS["owners"])
OWNING = OWNERS | frozenset(WORDS["owning"])  # with an "'s" only
HELD_IN = frozenset(("assembly", "senate", "chamber", "party"))  # "the assembly's president"
LIKE = frozenset(("corresponding", "equivalent", "respective"))  # "who chairs the corresponding group"
ARTICLES = frozenset(("the", "its", "their", "his", "her"))
TITLES = frozenset(("rank", "style", "initial"))
OF_A_FIELD = ("director", "director general", "director-general", "officer", "manager")
OF_A_BODY = frozenset(("field", "common", "modifier", "number", "body"))
IN_NAME = frozenset(("name", "particle"))
COMPASS = frozenset(WORDS["compass"])
EMPLOYERS = frozenset(WORDS["employers"])
BRACKETED = frozenset(("capitals", "initial", "head", "name", "organisation"))
BODIES_OF = frozenset(WORDS["bodies"])
UNDER = frozenset(("head", "field"))  # "under the President", "under the Ministry of Justice"
COMMANDING = (
    "goc",
    "commander",
    "commandant",
    "director general",
    "commanding",
    "commanding-in-chief",
    "chairman",
)
OF_SOMEBODY = frozenset(("its", "their", "his", "her"))
COMMUNITIES = frozenset(("francophonie", "la francophonie"))  # what a minister is for
LISTING = COMMUNITIES | {",", "the"}
JOINED_WITH = frozenset(("relations", "cooperation", "affairs", "liaison", "coordination", "parliament"))


class View(NamedTuple):
    """A sentence's pieces, the lexicon, where its offices start."""

    row: Row
    words: Lexicon
    starts: frozenset[int]
    headline: bool
    opens: Mapping[int, int] = MappingProxyType({})  # each head -> where its office starts

    def follows_name(self, at: int) -> bool:
        """Whether the piece may end a name: "Anna Rose"."""
        return self.row.kind(at - 1) in IN_NAME


def complement(view: View, at: int, head: Piece, *, told: bool = False) -> int:
    """Where what the office is of ends, if it starts at `at`; `told` where a verb needs no preposition."""
    row = view.row
    if told:
        return small_after(view, run(view, after_article(row, at), plural=False))
    kind, text, low, _, _ = row.piece(at)
    if text == "(":
        if (end := bracketed_part(row, at + 1)) > at + 1:
            return end
        bracketed = row.kind(at + 1) in BRACKETED and row.text(at + 2) == ")"
        named = row.kind(at + 1) == "name" and not row.piece(at + 1).text[-1].isupper()
        return at + 3 if bracketed and not named else after_letters(row, at)
    if commands_a_place(row, at, head.text):
        return at + 1
    if head.low in view.words.relational and kind not in ("low", "sign"):
        return at  # "the guest of Cyprus" and no "guest House"
    led = kind == "modifier" and row.text(at - 1) == ")" and row.kind(at + 1) == "field"
    if ((kind == "field" or led) and at not in view.starts) or commands(view, at, head):
        return run(view, at + (low == "the"), plural=False)
    if text == ",":
        return body_after_comma(view, at, head)
    if head.low in view.words.relational:
        return complement_of_another(row, at)
    if low == "from":
        return complement_from(view, at, head)
    return complement_of(view, at, head) if low in PREPOSITIONS else at


def body_after_comma(view: View, at: int, head: Piece) -> int:
    """As in "Chief of the Air Staff, Pakistan Air Force (PAF)", "Permanent Secretary, Ministry of Works"."""
    row, start = view.row, at + 1
    if start in view.starts:
        return at
    nation = row.kind(start) in ("country", "demonym")
    opens = row.kind(start) in OF_A_BODY and row.piece(start).capital and head.capital and not view.headline
    if not (opens or nation) or (nation and row.kind(start + 1) not in OF_A_BODY):
        return at
    stop = run(view, start, plural=False)
    if row.kind(stop) == "rank" and (stop == start + 1 or not head.capital):
        return at  # "the commander, U.S. Navy Adm. Alan Holt": the service of the rank
    if row.kind(stop) not in TITLES | {"sign"} or not view.starts.isdisjoint(range(start, stop)):
        return at
    if row.kind(start + 1) == "field" and nation:
        return stop
    named = {row.low(k).rpartition(" ")[2] for k in (*range(start, start + 2), stop - 1) if k < stop}
    told = view.words.told
    field = head.low.endswith(OF_A_FIELD) and {row.kind(k) for k in range(start, stop)} == {"field"}
    return at if not field and named.isdisjoint(told.agencies | told.troops | MINISTRIES) else stop


def small_after(view: View, at: int) -> int:
    """As in "director of medical services,": where small words that go on from `at` end."""
    return small_words(view.row, at, view.words, view.starts)


def commands(view: View, at: int, head: Piece) -> bool:
    """As in "Commander Turkish Land Forces", "General Officer Commanding the Southern Command"."""
    if view.row.low(at) == "the":
        return head.low.endswith("commanding")
    return head.capital and head.low.endswith(COMMANDING) and follows_without_of(view, at)


def follows_without_of(view: View, at: int) -> bool:
    """As in "Commander Turkish Land Forces", "Commander Eastern Naval Area": before a name or a sign."""
    row = view.row
    led = row.kind(at) in ("demonym", "country", "common", "modifier") and row.piece(at).capital
    if (
        not (led or row.kind(at) == "number")
        or row.kind(at + 1) not in FIELDS
        or not row.piece(at + 1).capital
    ):
        return False
    stop = run(view, at, plural=False)
    told = any(row.kind(k) == "field" for k in range(at, stop)) and view.starts.isdisjoint(range(at, stop))
    chained = row.low(stop) == "and" and stop + 1 in view.starts
    return told and (chained or row.kind(stop) in TITLES | {"sign", ""})


def after_article(row: Row, at: int) -> int:
    """The place after "the", "its", "the country's"."""
    at += row.low(at) in ARTICLES
    at += row.low(at) in LIKE
    return at + 2 if row.low(at) in OWNING and row.kind(at + 1) == "possessive" else at


def complement_from(view: View, at: int, head: Piece) -> int:
    """As in "Ambassadors from Japan, Chad, …" (wma-111), "… from the Iranian side" (seed 004)."""
    row = view.row
    start = at + 1 + (row.low(at + 1) == "the")
    if head.low in view.words.told.singles and row.kind(start) == "country":
        return run(view, start, plural=True)
    return start + 2 if row.kind(start) == "demonym" and row.low(start + 1) == "side" else at


def complement_of(view: View, at: int, head: Piece) -> int:
    """What follows "of", "for", "on", "to", "at", "in", where it belongs to the office."""
    row, preposition = view.row, view.row.low(at)
    start = after_article(row, at + 1)
    if row.low(start) in SOVEREIGNS and row.low(start + 1) == "the" and row.kind(start + 2) == "head":
        start += 2  # "Adviser to His Majesty the King"
    elif preposition == "to" and row.low(start) in SOVEREIGNS and assists(head):
        return start + 1  # "Adviser to His Majesty for Policies"
    if preposition in ("with", "within") and not (has_a_desk(head) and in_a_ministry(row, start)):
        return at
    if preposition in ("to", "in", "at") and not accredited(row, start, head, preposition):
        return at
    start += row.low(start) == "this"
    if (
        preposition in ("to", "in", "of")
        and row.low(start) in ("country", "capital")
        and row.kind(start) == "low"
    ):
        return start + 1  # "the Ambassador of Pakistan to the country" seed 002
    if preposition == "in" and row.kind(start) in ("name", "common") and not in_a_ministry(row, start):
        return at  # "a new Head of Delegation in Katarzyna Wolska"
    small = start if row.low(start - 1) in OF_SOMEBODY else small_after(view, start)
    if preposition in ("for", "on") and not (small > start or is_topic(row, start, head)):
        return at
    if row.kind(start) == "low" and preposition == "of" and bodied(row, start + 1):
        start += 1  # "the dissolved National Assembly"
    stop = run(view, start, plural=head.low in view.words.told.singles)
    stop = small_after(view, small_unit(row, stop, view.words)) if stop > start else small
    about = has_a_desk(head) and "for" in (row.low(k) for k in range(at, stop))
    if about or (preposition == "to" and head.value == "envoys"):
        stop = countries_in_turn(row, stop)
    return named_vessel(row, stop) if stop > start else at


def run(view: View, at: int, *, plural: bool) -> int:
    """The words of a body or a field from `at`, with what joins them; where they end."""
    stop, first = at, True
    while True:
        width = word(view, at, stop, first=first)
        if width:
            stop, first = stop + width, False
            continue
        start = stop if first else joined(view, stop, plural=plural)
        if start == stop or not word(view, at, start, first=True):
            return stop
        stop, first = start, True


def word(view: View, at: int, here: int, *, first: bool) -> int:
    """How many pieces at `here` go on with the run; `first` right after a preposition or a joint."""
    row = view.row
    piece = row.piece(here)
    if here in view.starts and here > at and not first:
        return 0
    if piece.kind in CLOSED and piece.text != "under":  # "the Security Council under the President"
        return int(not (piece.kind in ("city", "country") and not first and begins_name(view, here)))
    if piece.kind == "possessive":
        owner = row.kind(here - 1) in SIDES or (
            row.kind(here - 1) in ("head", "field", "common") and here > at
        )
        owned = row.kind(here + 1) in OWNED or bool(word(view, at, here + 1, first=False))
        return int(owner and owned)
    if piece.kind == "head":
        return int(head_in_a_run(view, at, here, first=first))
    if piece.kind == "rank":  # "the General Administration of Customs"
        return int(piece.low == "general" and row.kind(here + 1) in FIELDS and row.piece(here + 1).capital)
    if piece.kind == "capitals":
        return int(letters_in_a_run(view, here, first=first))
    if piece.kind == "number":
        named = row.kind(here + 1) == "name" and row.kind(here + 2) == "field"  # "the 11th Airmobile Brigade"
        return int(row.piece(here + 1).capital and (named or row.kind(here + 1) in FIELDS))
    if piece.kind == "common" and not view.headline:
        return int(not begins_name(view, here))
    if piece.text == "/" or piece.kind == "style":
        return int(sign_or_style(row, at, here, first=first))
    return names(view, at, here, first=first) if piece.kind in IN_NAME and piece.text[0].isalpha() else 0


def letters_in_a_run(view: View, here: int, *, first: bool) -> bool:
    """As in "Secretary of the CSTO", "CEO of SOCAR Rauf Aliyarov"; no "Minister of Tourism YIM Vichet"."""
    row, text = view.row, view.row.text(here)
    if first and row.low(here - 1) == "of" and row.kind(here + 1) == row.kind(here + 2) == "name":
        return True
    named = row.kind(here + 1) == "name" or row.low(here + 1) in view.words.naming.forenames
    family = row.low(here) in view.words.naming.families
    last = len(text) == len("CSTO") and not first and row.kind(here + 2) not in IN_NAME
    return not (named and (family or last or len(text) > len("CSTO"))) or roman(text)


def head_in_a_run(view: View, at: int, here: int, *, first: bool) -> bool:
    """As in "Board of Directors", "Office of the President", "the UAE President": the head of an office."""
    row = view.row
    if row.low(here) in view.words.told.singles and row.low(here - 1) == "of":
        return row.low(here - 2).rpartition(" ")[2] in BODIES_OF
    held = first or row.kind(here - 1) == "modifier" or (row.kind(here - 1) in SIDES and held_to(row, at))
    return held and (officed(row, here) or not begins_name(view, here + 1))


def begins_name(view: View, at: int) -> bool:
    """As in "Mark Rutte", "Jordan Smith", "Park Joon-ho": what may be a person's name starts here."""
    row = view.row
    if row.kind(at) == "name":
        return True
    piece = row.piece(at)
    if piece.kind not in ("common", "city", "country", "region") or not piece.capital:
        return False
    ends = row.low(at + 2) in view.words.naming.institutions or row.kind(at + 2) == "field"
    given = piece.kind != "common" or piece.low in view.words.naming.given
    return given and row.kind(at + 1) == "name" and not ends


def names(view: View, at: int, here: int, *, first: bool) -> int:
    """How many words of a name belong to what the office is of; the rest is its holder's."""
    row, stop = view.row, here
    while row.kind(stop) in IN_NAME:
        stop += 1
    count, after = stop - here, row.piece(stop)
    if row.low(here - 1) in EMPLOYERS and not row.piece(here - 1).capital:
        return count  # "Vice President of Danish shipping company Maersk"
    if not view.headline and names_a_body(view, stop):
        return count
    if first:
        holder = count >= WHOLE and not (row.low(here - 1) == "the" and after.text == ",")
        if count == WHOLE - 1 and row.low(here - 1) != "the" and view.headline:
            return 1
        return count - WHOLE + 1 if holder else count
    if here == at + 1 and row.low(at) in COMPASS:
        return 1  # "governor of North Kivu"
    hanging = after.kind in TITLES or (after.text == "," and row.low(at - 1) == "the")
    return count if hanging and row.kind(here - 1) == "common" else 0


def names_a_body(view: View, at: int) -> bool:
    """As in "Brno Technical University": ordinary words after the name, the last that of a body."""
    row = view.row
    for here in range(at, at + WHOLE):
        piece = row.piece(here)
        if piece.kind not in ("field", "common") or not piece.capital:
            return False
        if piece.kind == "field" or piece.low in view.words.naming.institutions:
            return True
    return False


def joined(view: View, stop: int, *, plural: bool) -> int:
    """Where the run goes on after "of the", "and", ",", "in", "to"; `stop` where it doesn't."""
    row, joint = view.row, view.row.low(stop)
    start = after_article(row, stop + 1)
    kind, before = row.kind(start), row.kind(stop - 1)
    if joint in ("of", "for", "on"):
        return start if kind != "low" else stop
    if joint == "under":
        return start if row.piece(start).capital and kind in UNDER else stop
    if joint == "with":
        told = kind in SIDES or (kind in ("common", "field") and row.piece(start).capital)
        return start if row.low(stop - 1) in JOINED_WITH and told else stop
    if joint in ("in", "to", "at"):
        return start if goes_on_at(row, stop, start) else stop
    if joint in ("and", "&"):
        if row.low(stop + 1) in ("of", "for") and row.kind(start + 1) in FIELDS:
            return after_article(row, stop + 2)  # "Minister of State and of Foreign Affairs"
        listed = before == "organisation" and row.text(stop - 2) == "," and row.kind(stop - 3) == "field"
        if start in view.starts or begins_name(view, start):
            return stop
        if before in SIDES and kind not in SIDES and not listed:
            return stop
        return start
    return behind_a_comma(view, stop, start, plural=plural) if joint == "," else stop


def behind_a_comma(view: View, stop: int, start: int, *, plural: bool) -> int:
    """Where a list goes on, of countries or of fields; `stop` where it doesn't."""
    row = view.row
    if plural and row.kind(start) in SIDES:
        return start
    if row.low(stop + 1) in ("and", "&"):
        return closes_a_list(view, stop)
    return start if goes_on(view, stop - 1, start) else stop


def closes_a_list(view: View, stop: int) -> int:
    """As in "Political Affairs, Peace, and Security": behind the comma and the "and", else `stop`."""
    row, start = view.row, after_article(view.row, stop + 2)
    listed = row.kind(stop - 1) in LISTED and row.kind(start) == "field" and start not in view.starts
    alike = row.piece(start).capital == row.piece(stop - 1).capital
    return start if listed and alike and comma_before(row, stop) else stop


def comma_before(row: Row, stop: int) -> bool:
    """Whether what ends there is a list already: "Political Affairs, Peace"."""
    here = stop - 1
    while row.kind(here) in LISTED:
        here -= 1
    return row.text(here) == ","


def goes_on(view: View, before: int, at: int) -> bool:
    """As in "…, Communications and High Technologies": a list of fields up to its "and"."""
    row, here = view.row, at
    if row.kind(at) == "organisation" and row.low(at + 1) == "and" and row.kind(before) == "field":
        following = at + 2 + (row.kind(at + 2) == "demonym")  # "Francophonie and Chadians Abroad"
        return row.kind(following) in FIELDS and at not in view.starts  # "…, European Union and Cooperation"
    if row.kind(before) not in LISTED or row.kind(at) not in LISTED:
        return False
    if row.piece(at).capital != row.piece(before).capital or (view.headline and row.kind(at) != "field"):
        return False
    while here not in view.starts and (row.kind(here) in LISTED or row.low(here) in LISTING):
        here += 1
    if row.kind(here - 1) == "field" and " and " in row.low(here - 1):
        return True  # "Political Affairs, Peace and Security": the last two are one field
    after = after_article(row, here + 1)
    abroad = row.kind(after) == "demonym" and row.kind(after + 1) in FIELDS  # "and Tunisians Abroad"
    last = row.kind(after) in LISTED or row.low(after) in COMMUNITIES
    told = (last or abroad) and after not in view.starts
    return row.low(here) in ("and", "&") and told
