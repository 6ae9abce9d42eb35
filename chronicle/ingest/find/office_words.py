"""An office's pieces → what it is called, whom it is held for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronicle.ingest.find.accredited import MINISTRIES
from chronicle.ingest.find.complements import COMMUNITIES, HELD_IN, OF_A_BODY, OWNING
from chronicle.ingest.find.owners import has_a_desk
from chronicle.ingest.find.pieces import SIDES, Piece, Row
from chronicle.ingest.find.small_words import PARTS
from chronicle.lexicon import Lexicon
from chronicle.lexicon.countries import load_parts
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

WORDS = word_lists("en/office_words")
UNTOLD = frozenset(("country", "demonym", "metonym", "standing"))
BODIES = frozenset(("organisation", "body"))
LEADING = frozenset(("of", "to", "in", "for"))
SENT = frozenset(("to", "in"))
NAMED = ("name", "body")  # kinds of what has a name of its own
ABOUT = frozenset(("on", "with"))
HANGING = (" of", " the", " to", " in", " and", " at", " for", ",", " its", " their", " his", " her")
PRESIDENTS = frozenset(("senate", "national council", "national assembly", "federal council"))
MISSIONS = frozenset(("mission", "office", "presence", "force"))  # whose names tell where they are
LONG = 3  # spaces in an organisation's name that is better told in letters: "to the OIC"
MISSION = 3  # pieces before the place: "head", "of", "Mission"
DEALING = frozenset(WORDS["dealing"])
MAYORS = frozenset(WORDS["mayors"])
IN_COMMAND = "in command of"
COMMANDS = (IN_COMMAND, "took command of", "takes command of", "assumed command of")
HEADED = re.compile(
    r"(?:head|chief|boss) of (?:the )?"
    r"(?:Ministry (?:of|for) (?:the )?([^']+)|(?!th(?:at|is) |his |her )((?:(?! of )[^'])+) Ministry)"
    r"|((?:(?! of )[^'])+) Ministry (?:head|chief|boss)",
    re.IGNORECASE,
)
SECOND = re.compile(
    r"number two (?:of|at|in) (?:the )?(?:Ministry (?:of|for) (?:the )?([^']+)|((?:(?! of )[^'])+) Ministry)"
    r"|((?:(?! of )[^'])+) Ministry number two",
    re.IGNORECASE,
)
AT_THE_EMBASSY = re.compile(
    r"(?<=.) (?:at|in|with) (?:the |its |their |his |her )?(?:embassy|high commission|consulate(?: general)?)"
    r"(?: (?:in|to) .+)?$",
    re.IGNORECASE,
)  # where an attaché has his desk is no part of what he is
AT_COURT = re.compile(
    r"(?<=.) (?:to|at) the Court of (?:St\.?|Saint)(?: James(?:'s?)?)?(?!\w)", re.IGNORECASE
)
AIRFORCE = re.compile(r"\b(A|a)irforce\b")
ALSO = re.compile(r" (?:cum|plus|as well as|and (?:concurrently|simultaneously|also)) ")
LINKED = re.compile(r" (?:of|for|in|on|at) ")
ABROAD = ("ambassador", "high commissioner", "charg")
BY_CLAUSE = frozenset(("office_in_a_clause", "charge_of_a_minister"))
CORPORATE = frozenset(
    (
        "ceo",
        "chief executive",
        "chief executive officer",
        "vice president",
        "president",
        "managing director",
        "executive director",
        "general manager",
        "country manager",
        "secretary general",
        "secretary-general",
        "deputy secretary general",
        "deputy secretary-general",
    )
)


def mentions_of(row: Row, start: int, stop: int, words: Lexicon, rule: str) -> Iterator[Mention]:
    """The office itself, then each country or organisation it is held for, then its standing."""
    pieces = row.pieces[start:stop]
    head = next((k for k, piece in enumerate(pieces) if piece.kind == "head"), len(pieces))
    many = head < len(pieces) and pieces[head].low in words.told.singles and rule not in BY_CLAUSE
    employer = employer_in(pieces, head)
    kept = [*pieces[: head + 1], *pieces[employer[-1] + 1 :]] if employer else pieces
    yield Mention("offices" if many else "office", row.span(start, stop), role_of(kept, words, rule), rule)
    for number, piece in enumerate(pieces):
        told_for = piece.kind in SIDES and piece.low not in COMMUNITIES and not hosting(pieces, number)
        if told_for and not of_a_second(pieces, number):
            yield Mention("acts for", row.span_of(start + number), piece.value, f"{piece.kind}_in_office")
        if piece.kind == "standing":
            yield Mention("standing", row.span_of(start + number), piece.value, "standing_before_office")
    if employer:
        name = " ".join(pieces[number].text for number in employer)
        span = row.span(start + employer[0], start + employer[-1] + 1)
        yield Mention("acts for", span, name, "employer_in_office")


def of_a_second(pieces: Sequence[Piece], number: int) -> bool:
    """As in "Minister for Foreign Affairs and Chair of the ASEAN Council": a minister acts for a country."""
    heads = [k for k in range(number) if pieces[k].kind == "head"]
    if len(heads) <= 1 or pieces[number].kind != "organisation":
        return False
    joined = any(pieces[k].low == "and" for k in range(heads[0], heads[-1]))
    return joined and pieces[heads[0]].low.endswith(("minister", "president"))


def employer_in(pieces: Sequence[Piece], at: int) -> Sequence[int]:
    """As in "CEO of Maersk": the places of a company or an organisation that the lexicon doesn't know."""
    if at == len(pieces) or pieces[at].low not in CORPORATE or any(p.kind in BODIES for p in pieces):
        return ()
    if any(piece.low.endswith("party") for piece in pieces):
        return ()
    following = [piece.low for piece in pieces[at + 1 : at + 3]]
    if following[:1] not in (["of"], ["at"]):
        return ()
    stop = next((k for k in range(at + 2, len(pieces)) if pieces[k].low in ("for", "in", ",")), len(pieces))
    rest = [
        k
        for k in range(at + 2 + (following[1:] == ["the"]), stop)
        if pieces[k].capital and pieces[k].kind not in ("demonym", "country", "possessive")
    ]
    return rest if any(pieces[k].kind in ("name", "capitals") for k in rest) else ()


def hosting(pieces: Sequence[Piece], number: int) -> bool:
    """Whether somebody is sent to the country, or deals with it: "to Azerbaijan", "on Afghanistan"."""
    before = [piece.low for piece in pieces[max(0, number - 2) : number]]
    if before[-1:] == ["the"]:
        before.pop()
    if before[-1:] == ["("] and number > 1 and pieces[number - 2].kind == "organisation":
        return hosting(pieces, number - 2)  # "to the Organization of Islamic Cooperation (OIC)"
    if listed_for(pieces, number):
        heads = [p for p in pieces[:number] if p.kind == "head"]
        owner = number + 1 < len(pieces) and pieces[number + 1].kind == "possessive"
        return any(p.value == "envoys" for p in heads) or (not owner and any(map(has_a_desk, heads[-1:])))
    if is_desk(pieces, number) or in_a_list(pieces, number):
        return True
    if before[-1:] == ["to"] and any(p.value == "aides" or p.low == "secretary" for p in pieces[:number]):
        return False  # "Adviser to the UAE President" wma-125
    owner = number + 1 < len(pieces) and pieces[number + 1].kind == "possessive"
    if before[-1:] == ["in"] and (owner or pieces[number].low.rpartition(" ")[2] in MINISTRIES):
        return False  # "in Serbia's Ministry of Defence", "head of a division in the External Action Service"
    return bool(before) and before[-1] in SENT | ABOUT


def listed_for(pieces: Sequence[Piece], number: int) -> bool:
    """As in "for Russia, Ukraine and Chad": whether "for" leads to the country, or to a list with it."""
    here = number - 1
    while here > 0 and (
        pieces[here].low in (",", "and", "the") or pieces[here].kind in ("country", "region")
    ):
        here -= 1
    return here >= 0 and pieces[here].low == "for"


def role_of(pieces: Sequence[Piece], words: Lexicon, rule: str) -> str:
    """The office in words, without the countries, what leads to them, and standing."""
    if len(pieces) == 1 and pieces[0].kind == "head" and " " not in pieces[0].text and rule not in BY_CLAUSE:
        return words.synonyms.get(pieces[0].low, pieces[0].text)
    named = len(pieces) == 2 or (len(pieces) == 3 and pieces[1].kind == "possessive")
    named = named and pieces[0].kind in ("city", "name")
    if named and pieces[-1].low in MAYORS:
        return f"{pieces[-1].text} of {pieces[0].text}"
    pieces = up_to_its_chief(pieces)
    kept = [in_full(shown(pieces, number), piece, words) for number, piece in enumerate(pieces)]
    if rule in BY_CLAUSE:
        return by_clause(pieces, kept, words)
    for number, piece in enumerate(pieces[:-2]):
        if piece.low in words.relational and pieces[number + 1].low in ("in", "from", "of"):
            end = number + 2 + (pieces[number + 2].low == "the")
            kept[number + 1 : end + 1] = [""] * (end - number)  # "his opposite number in Kuwait City"
    text = evened(kept)
    first, joint, rest = text.partition(" and ")
    if joint and first.lower() in words.relational:
        text = rest  # "his Israeli counterpart, Defense Minister Benny Gantz" wma-105
    last = pieces[-1].low if pieces[-1].kind == "head" else ""
    if last in words.relational:
        return pieces[-1].text  # "her South Ossetian counterpart"
    text = AIRFORCE.sub(r"\1ir Force", AT_COURT.sub("", AT_THE_EMBASSY.sub("", text)))
    return of_a_ministry(words.synonyms.get(text.lower(), text))


def in_full(part: str, piece: Piece, words: Lexicon) -> str:
    """As in "Cabinet Secretary" for the "CS" of "Defence CS"."""
    letters = part and piece.kind == "head" and part[-1:].isupper() and part[0].isupper()
    return words.synonyms.get(piece.low, part) if letters else part


def up_to_its_chief(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """As in "Secretary of the Security Council under the President": without whom the body is under."""
    return pieces[: next((k for k, piece in enumerate(pieces) if piece.low == "under" and k), len(pieces))]


def of_a_ministry(role: str) -> str:
    """As in "Interior Minister" for "head of the Interior Ministry"; its number two is the deputy."""
    second = SECOND.fullmatch(role)
    if second is not None:
        return f"Deputy Minister of {second[1]}" if second[1] else f"Deputy {second[2] or second[3]} Minister"
    found = HEADED.fullmatch(role)
    if found is None:
        return role
    return f"Minister of {found[1]}" if found[1] else f"{found[2] or found[3]} Minister"


def evened(kept: Sequence[str]) -> str:
    """The parts as one text, without what hangs over at its ends."""
    text = " ".join(" ".join(kept).split()).replace(" ,", ",").replace(" 's", "'s")
    text = (
        ALSO.sub(" and ", text)
        .replace(" - ", " and ")
        .replace("and and", "and")
        .replace("and the head", "and head")
    )
    text = text.replace(" / ", "/").removeprefix("of ").removeprefix("the ")
    while text.lower().endswith(HANGING):
        text = text.rpartition(" ")[0] if not text.endswith(",") else text[:-1]
    return text


def by_clause(pieces: Sequence[Piece], kept: Sequence[str], words: Lexicon) -> str:
    """The office that a verb or a charge tells: "commander of the Navy", "Speaker of the Seimas"."""
    first = 1 + (len(pieces) > 1 and pieces[1].low in ("over", "on", "the"))
    text = evened([part for part in kept[1:] if part.lower() not in ("portfolio", "brief")])
    text = text.removeprefix("over ").removeprefix("on ").removeprefix("the ").removeprefix("its ")
    low = text.lower()
    if low in words.told.charged:
        return words.told.charged[low]
    if low in words.told.parliaments:
        presiding = pieces[0].low.startswith("presid") and low in PRESIDENTS
        return f"{'President' if presiding else 'Speaker'} of the {text}"
    if (low.endswith(" ministry") and " of " not in low) or low.startswith("ministry of "):
        return of_a_ministry(f"head of {text}")
    told = "commander" if pieces[0].low in COMMANDS else words.told.clauses.get(pieces[0].low)
    if told is None:
        ends = LINKED.split(low, maxsplit=1)[0].rpartition(" ")[2]
        told = "head" if ends in words.told.units else "Minister"
        told = "commander" if {ends, low.partition(" ")[0]} & words.told.troops else told
        told = "head" if ends in words.told.desks else told
    article = "the " if any(piece.low == "the" for piece in pieces[1 : first + 1]) else ""
    return f"{told} of {article}{text}"


def shown(pieces: Sequence[Piece], number: int) -> str:
    """The piece's part in the role; "" for countries and the words that only lead to one."""
    piece = pieces[number]
    before = pieces[number - 1] if number else None
    if piece.kind == "possessive":
        lead = pieces[number - 2].low if number > 1 else ""
        named = [piece.kind in NAMED for piece in pieces[number + 1 : number + 2]]
        if lead == "in" or (lead == "of" and any(named)):
            return "the"  # "State Secretary in Serbia's Ministry of Defence", "Speaker of Sweden's Riksdag"
        return "'s" if before is not None and before.kind in ("head", "common") else ""
    if is_seat(pieces, number):
        return piece.text.rpartition(" ")[2] if piece.kind == "body" else ""
    if piece.text in ("(", ")") or piece.low == "ruling" or is_owner(pieces, number):
        return ""
    inside = in_brackets(pieces, number)
    if inside is not None:
        return inside
    if piece.kind in UNTOLD or piece.kind == "organisation":
        short = piece.value if piece.text.count(" ") >= LONG and piece.value.isupper() else piece.text
        return short if told(pieces, number) else ""
    if piece.low == "country" or piece.low in ("from", "side"):
        return ""
    if leads_away(pieces, number):
        return ""
    return joint_in(pieces, number) if piece.text in (",", "/") else piece.text


def joint_in(pieces: Sequence[Piece], at: int) -> str:
    """What a comma or a stroke stands for: itself in a list, "of the" before a body, else "and"."""
    if opens_a_body(pieces, at):
        return "of the"
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if pieces[at].text == "/" and following is not None and following.kind == "number":
        return "/"  # "the J7/9 Directorate"
    if following is not None and following.kind == "country" and listed_for(pieces, at + 1):
        return ","
    listed = following is not None and (following.kind in ("field", "common") or " and " in following.low)
    listed = listed or in_a_list(pieces, at + 1)
    return pieces[at].text if listed and at and pieces[at - 1].kind in ("field", "common") else "and"


def is_owner(pieces: Sequence[Piece], at: int) -> bool:
    """As in "the ministry's" and "the company's", but not "the foreign ministry's"."""
    owner = pieces[at].text in OWNING and pieces[at + 1 :][:1] and pieces[at + 1].kind == "possessive"
    return bool(owner) and pieces[at].text not in HELD_IN and not (at and pieces[at - 1].kind == "field")


def opens_a_body(pieces: Sequence[Piece], comma: int) -> bool:
    """As in "Permanent Secretary, Ministry of Works": no "Prime Minister, Defence Minister"."""
    at = comma + 1
    if not comma or pieces[comma].text != "," or pieces[comma - 1].kind != "head":
        return False
    if at == len(pieces) or pieces[at].kind not in OF_A_BODY | SIDES:
        return False
    head = next((k for k in range(at, len(pieces)) if pieces[k].kind == "head"), len(pieces))
    return head == len(pieces) or pieces[head - 1].low in ("and", ",", "-", "the")


def in_brackets(pieces: Sequence[Piece], number: int) -> str | None:
    """As in "(East Asia)", "(Asia Pacific)", "Secretary (ER)", but not "(COAS)"; None outside of brackets."""
    piece, before = pieces[number], pieces[number - 1] if number else None
    if before is not None and before.text == "(":
        if piece.kind == "capitals" and not abbreviates(piece.text, pieces[: number - 1]):
            return f"({piece.text})"
        more = number + 1 < len(pieces) and pieces[number + 1].text != ")"
        return f"({piece.text}{'' if more else ')'}" if piece.kind in PARTS and number > 1 else ""
    if piece.text == "&" and before is not None and before.kind == "organisation":
        return ""  # "Joint Secretary (ASEAN & SAARC)"
    ends = number + 1 < len(pieces) and pieces[number + 1].text == ")"
    return f"{piece.text})" if ends and bracketed(pieces, number) else None


def bracketed(pieces: Sequence[Piece], number: int) -> bool:
    """As in "(Asia Pacific)": whether the words in brackets up to the place are told."""
    opens = next((k for k in range(number - 1, 0, -1) if pieces[k].text == "("), number)
    return opens + 1 < number and all(p.kind in PARTS for p in pieces[opens + 1 : number + 1 : 2])


def abbreviates(letters: str, pieces: Sequence[Piece]) -> bool:
    """Whether the letters are those of the words before them, or stand behind anything but a head."""
    initials = iter([word[0].upper() for piece in pieces for word in piece.text.split()])
    return pieces[-1].kind != "head" or all(letter in initials for letter in letters)


def is_seat(pieces: Sequence[Piece], number: int) -> bool:
    """As in "High Commissioner in London", "head of the EU Delegation": where, or whose, is no part of it."""
    piece = pieces[number]
    if piece.kind != "city" or not number or pieces[number - 1].low != "in":
        return piece.kind == "body" and piece.low.endswith(" delegation")
    return any(p.low.startswith(ABROAD) or p.low.endswith("delegation") for p in pieces[:number])


def told(pieces: Sequence[Piece], number: int) -> bool:
    """As in "ambassador to the UN" (caa-116), "special representative on Afghanistan"."""
    before = [piece.low for piece in pieces[max(0, number - 2) : number] if piece.low != "the"]
    if is_desk(pieces, number) or of_a_mission(pieces, number):
        return True
    if pieces[number].text in parts() or pieces[number].low in COMMUNITIES:
        return True  # "the head of Tatarstan"
    if pieces[number].kind == "organisation" and in_a_list(pieces, number):
        return True
    if pieces[number].kind == "organisation":
        return before[-1:] == ["to"] or (before[-1:] == ["in"] and " " in pieces[number].text)
    abroad = [piece.low for piece in pieces[number + 1 : number + 2]] == ["abroad"]
    return (
        abroad
        or before[-1:] in (["on"], ["with"])
        or (listed_for(pieces, number) and hosting(pieces, number))
    )


def is_desk(pieces: Sequence[Piece], number: int) -> bool:
    """As in "Head of the Japan Department", "chair of the Chad friendship group": with whom it deals."""
    behind = [piece.low for piece in pieces[number + 1 : number + 4]]
    here = 1 + (behind[:1] == ["parliamentary"])
    group = " ".join(behind[:here]).rpartition(" ")[2] in DEALING and behind[here : here + 1] != ["of"]
    return pieces[number].kind == "country" and number > 0 and group


def in_a_list(pieces: Sequence[Piece], at: int) -> bool:
    """As in "Foreign Affairs, European Union and Cooperation": an organisation as what a minister is for."""
    listed = 1 < at < len(pieces) and pieces[at - 1].text == "," and pieces[at - 2].kind == "field"
    following = [piece.low for piece in pieces[at + 1 : at + 2]]
    return listed and pieces[at].kind == "organisation" and following == ["and"]


def of_a_mission(pieces: Sequence[Piece], number: int) -> bool:
    """As in "Head of the OSCE Mission to Skopje": the place is part of a mission's name."""
    before = number - 1 - (pieces[number - 1].low == "the")
    if pieces[number].kind != "country" or before < MISSION or pieces[before].low not in ("to", "in"):
        return False
    name = pieces[before - 1]
    sent = name.low.rpartition(" ")[2] in MISSIONS
    return sent and any(p.kind in BODIES or p.kind == "capitals" for p in pieces[:before])


@cache
def parts() -> frozenset[str]:
    """The parts of states that have heads of their own."""
    return frozenset(load_parts())


def leads_away(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the word only leads to a country: "of (the)" at the end or before "to Azerbaijan"."""
    low = pieces[number].low
    if low not in LEADING and not (low == "the" and number > 0 and pieces[number - 1].low in LEADING):
        return False
    rest = pieces[number + 1 :]
    if rest and rest[0].low == "the":
        number, rest = number + 1, rest[1:]
    if not rest or (rest[0].low != "country" and rest[0].kind not in ("country", "demonym", "organisation")):
        return False
    if rest[0].low != "country" and told(pieces, number + 1):
        return False
    if len(rest) > 1 and rest[1].kind == "possessive" and rest[-1].kind in ("low", "field", *NAMED):
        return False  # "of NATO's civilian mission", "of Sweden's Riksdag"
    following = next((p for p in rest[1:] if p.kind != "possessive"), None)
    return following is None or following.kind not in ("field", "head", "modifier", "common", "rank")
