"""What leads up to a name: ranks, forms of address, offices that are used as such."""

from chronicle.ingest.find.pieces import Row
from chronicle.lexicon.words import word_lists

TITLED = frozenset(("rank", "style", "standing", "suffix"))
OPENING = frozenset(('"', "(", "[", "“"))
RANKS = frozenset(("commander", "captain"))
ADDRESSED = frozenset(
    """senator mp deputy commander archbishop bishop cardinal metropolitan ambassador captain
    congressman congresswoman""".split()
)  # offices that lead up to a name as ranks do
ARMS = frozenset(("navy", "army", "air force", "marine", "marine corps", "coast guard", "space force"))
SERVICES = frozenset(
    """police militia justice customs aviation artillery engineers infantry gendarmerie medicine
    carabinieri""".split()
)
OPENED_BY = frozenset(("with", "besides", "after", "before", "to", "from", "like", "unlike", "alongside"))
OPENED = 3  # pieces before the name in such an opening, at most
OWNERS = frozenset(("his", "her"))
SIGNS = frozenset((",", ".", ";", ")", ""))
ANOTHER = ("colleague", "counterpart", "guest", "visitor", "peer", "number", "interlocutor")


def before_titles(row: Row, at: int) -> int:
    """The place before the ranks, forms of address and quotation marks that lead up to a name."""
    here = at - 1
    if row.low(here) == "deputy" and row.text(here - 1) == ",":
        here -= 1  # "the Vice President of the Chamber of Deputies, Deputy Mirtha Ovelar Gaona"
    if row.text(here) == "Chief" and row.kind(here) == "head" and row.text(here - 1) == ",":
        here -= 1  # "the Minister of State, Chief Emeka Obi"
    if row.kind(here) == "office" and row.low(here) in ADDRESSED:
        above = here - 1 - (row.text(here - 1) == "," and row.low(here) in RANKS)
        here = above if row.kind(above) == "office" and not row.low(above).endswith(ANOTHER) else here
    while here >= 0:
        here = before_a_service(row, here)
        if of_a_service(row, here):
            here -= 2
        retired = row.low(here) == "retired" and row.kind(here + 1) == "rank"
        if (
            row.kind(here) not in TITLED
            and not retired
            and row.text(here) not in OPENING
            and not bracketed(row, here)
        ):
            break
        here -= 1
        if row.text(here + 1) == ")":
            here -= 2  # "(COAS)"
        elif row.kind(here + 1) == "rank" and row.text(here) == ",":
            here -= row.kind(here - 1) == "rank"
    return here


def before_a_service(row: Row, here: int) -> int:
    """As in "the commander, U.S. Navy Adm. Alan Holt": the place before the service of a rank."""
    if row.low(here) not in ARMS or row.kind(here + 1) != "rank":
        return here
    before = here - 1 - (row.kind(here - 1) in ("country", "demonym"))
    return before if row.text(before) == "," else here


def in_a_list_of_names(row: Row, before: int) -> bool:
    """As in "Gen. X, Army Commander, Adm. Y, Navy Commander, Gen. Z": the list begins with a name."""
    here = before
    while row.text(here) == "," and row.kind(here - 1) == "office":
        comma = here - 2 - (row.low(here - 2) == "the")
        if row.text(comma) != "," or row.kind(comma - 1) != "person":
            return False
        here = before_titles(row, comma - 1)
    return here < before


def is_the_subject(row: Row, office: int, before: int) -> bool:
    """As in "Along with Ms. Hart, the President accredited …": an office behind the name that opens."""
    return row.text(office + 1) not in SIGNS and before < OPENED and row.low(before) in OPENED_BY


def closes_a_clause(row: Row, office: int, at: int) -> bool:
    """As in "Before he met his Polish counterpart, Hart had seen …": another than Hart, who is the subject.

    So it is where the clause names nobody and the main clause goes on behind the name.
    """
    owner = office - 1 - (row.kind(office - 1) == "demonym")
    if not row.low(office).endswith(ANOTHER) or row.low(owner) not in OWNERS:
        return False
    lists = word_lists("en/naming")
    opens = any(row.low(k) in lists["clauses"] for k in range(OPENED))
    named = any(row.kind(k) == "person" for k in range(office))
    return opens and not named and (row.kind(at + 1) == "act" or row.low(at + 1) in lists["goes_on"])


def of_a_service(row: Row, at: int) -> bool:
    """As in "Major General of Police", "Colonel of Justice": the service that a rank is of ends here."""
    return row.low(at) in SERVICES and row.low(at - 1) == "of" and row.kind(at - 2) == "rank"


def bracketed(row: Row, at: int) -> bool:
    """Whether a short form in brackets ends here: "Chief of Army Staff (COAS)" (sea-101)."""
    return row.text(at) == ")" and row.text(at - 2) == "("


def after_colon(row: Row, at: int) -> int | None:
    """As in a list of those present: "Ann Hart: Director General"."""
    told = row.text(at) in (":", "/") and row.kind(at + 1) == "office"
    return at + 1 if told and row.kind(at + 2) in ("", "sign", "low") else None
