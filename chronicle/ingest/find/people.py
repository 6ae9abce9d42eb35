"""People: capitalised words that something in the text makes a person's name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronicle.ingest.find.pieces import Row, rows_of
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

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
NAMELIKE = frozenset(("name", "initial", "capitals", "particle"))
SIDES = frozenset(("country", "demonym", "organisation", "body"))
TITLED = frozenset(("rank", "style"))
QUOTES = frozenset(('"', "'", "“", "”"))
LONGEST = 7
OPENS = 8  # pieces before the subject of a sentence, at most
JOINTS = frozenset((",", "and", ":", "-"))
REACH = 60  # pieces that a list of names or a clause may be long
LINKS = frozenset(
    (
        "the",
        "who",
        "is",
        "was",
        "now",
        "also",
        "as",
        "his",
        "her",
        "its",
        "a",
        "an",
        "then",
        "recently",
        "just",
        "made",
        "named",
        "appointed",
        "become",
        "has",
        "been",
    )
)  # caa-115


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces `start` up to `stop` of a row that may be a name."""

    row: Row
    start: int
    stop: int

    @property
    def full(self) -> bool:
        """Whether it has two words at least."""
        return self.stop - self.start >= 2 or "." in self.row.text(self.start)  # "V.Hajiyev" caa-114


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Runs that a rule calls a name; then shorter forms of those names wherever they stand."""
    runs = [run for row in rows_of(text, words, found, HELD) for run in runs_of(row)]
    ruled = {(run.row.sentence.number, run.start): (run, rule) for run in runs if (rule := rule_of(run))}
    sure = by_word(name_words(text, run) for run, rule in ruled.values() if rule not in WEAK)
    ruled = {
        key: held for key, held in ruled.items() if held[1] not in WEAK or not misread(text, held[0], sure)
    }
    known = by_word(name_words(text, run) for run, _ in ruled.values())
    for run in runs:
        key = (run.row.sentence.number, run.start)
        if key in ruled:
            yield mention_of(text, run, ruled[key][1])
        elif is_known(name_words(text, run), known):
            yield mention_of(text, run, "name_known_from_elsewhere")


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


def misread(text: Text, run: Run, sure: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """As in "Minsiter Hasanov greeted" (seed 001): a known family name after a word not its own."""
    form = name_words(text, run)
    names = (name for name in sure.get(form[-1], ()) if name[-1] == form[-1])
    return any(not is_form_of(form, name) and not misspells(form, name) for name in names)


def runs_of(row: Row) -> Iterator[Run]:
    """Stretches of capitalised words that are nothing else, with the small words inside them."""
    at = 0
    while at < len(row.pieces):
        stop = run_end(row, at)
        if stop > at and any(row.kind(k) == "name" for k in range(at, stop)):
            yield Run(row, at, stop)
        at = max(stop, at + 1)


def run_end(row: Row, at: int) -> int:
    """Where the run ends that starts at `at`; `at` where none does."""
    if row.kind(at) == "city" and row.kind(at - 1) in {"office", *TITLED} and row.kind(at + 1) == "name":
        return run_end(row, at + 1)  # "Secretary-General Baghdad Amreyev" caa-126
    if row.kind(at) not in NAMELIKE or (row.kind(at) == "particle" and row.kind(at + 1) != "name"):
        return at
    stop = at
    while stop < len(row.pieces) and stop - at < 2 * LONGEST:
        width = next((rule(row, at, stop) for rule in PARTS if rule(row, at, stop)), 0)
        if not width:
            break
        stop += width
    return trimmed_end(row, at, stop)


def trimmed_end(row: Row, at: int, stop: int) -> int:
    """The end without small words, initials and short forms that hang over."""
    while stop > at and (
        row.kind(stop - 1) in ("particle", "initial")
        or (row.kind(stop - 1) == "capitals" and not roman(row.text(stop - 1)))
    ):
        stop -= 1
    return stop


def word_of_name(row: Row, at: int, stop: int) -> int:
    """A capitalised word, a small word, an initial with its full stop: how many pieces."""
    del at
    before = row.text(stop - 1)
    initial = row.kind(stop - 1) == "initial" or (
        row.kind(stop - 1) == "capitals" and len(before) <= len("Md") and not roman(before)
    )  # "Abdullah II." ends its sentence
    return int(row.kind(stop) in NAMELIKE or (row.text(stop) == "." and initial))


def nickname(row: Row, at: int, stop: int) -> int:
    """As in “Gibo” within a name (sea-105): three pieces."""
    quoted = row.text(stop) in QUOTES and row.kind(stop + 1) == "name" and row.text(stop + 2) in QUOTES
    return 3 if stop > at and quoted else 0


def other_word_in_name(row: Row, at: int, stop: int) -> int:
    """A word that is mostly something else: "Jr.", "Khan", "Jordan", a style between two names."""
    kind = row.kind(stop)
    if kind in ("city", "country", "suffix", "common", "field"):
        return int(stop > at and within_name(row, stop))
    between = row.kind(stop + 1) in NAMELIKE and row.kind(stop - 1) in NAMELIKE
    return int(kind == "style" and stop > at and row.text(stop)[0].isupper() and between)


PARTS = (word_of_name, nickname, other_word_in_name)


def within_name(row: Row, at: int) -> bool:
    """As in "Jr." after a name; a word like "Khan" or "Jordan" between or after words of a name."""
    if row.kind(at) == "suffix":
        return True
    single = " " not in row.text(at) and row.text(at)[:1].isupper()
    return single and row.kind(at - 1) in NAMELIKE and row.kind(at + 1) in ("name", "particle")


def roman(word: str) -> bool:
    """Whether the word is a ruler's number, "II"."""
    return set(word) <= set("IVX")


def after_office_or_title(run: Run) -> bool:
    """As in "Minister Hasanov", "Colonel General Zakir Hasanov", "Mr. Ban"."""
    return run.row.kind(run.start - 1) in {"office", *TITLED}


def after_office_and_comma(run: Run) -> bool:
    """As in "the newly appointed French ambassador to Azerbaijan, Zacharie Gross" (seed 000)."""
    return (
        run.full
        and run.row.text(run.start - 1) in (",", ":", "-")
        and run.row.kind(run.start - 2) == "office"
    )


def before_office(run: Run) -> bool:
    """As in "Hong Liang, the Chinese Ambassador to Myanmar" (sea-131), "…, who is Chair of …"."""
    at = run.stop
    if row_text_opens(run, at):
        at += 1
        while run.row.low(at) in LINKS or run.row.kind(at) == "standing":
            at += 1
        return run.row.kind(at) == "office" and run.full
    return False


def row_text_opens(run: Run, at: int) -> bool:
    """Whether a comma or a bracket follows the name."""
    return run.row.text(at) in (",", "(")


def of_a_country(run: Run) -> bool:
    """As in "Armenia's Ararat Mirzoyan" (caa-129)."""
    return (
        run.full and run.row.kind(run.start - 1) == "possessive" and run.row.kind(run.start - 2) == "country"
    )


def from_a_country(run: Run) -> bool:
    """As in "Daniyar Sydykov of Kyrgyzstan" (caa-119), "Tinatin Khidasheli from Georgia" (caa-104)."""
    at = run.stop + 1 + (run.row.low(run.stop + 1) == "the")
    return run.full and run.row.low(run.stop) in ("of", "from") and run.row.kind(at) == "country"


def with_country_in_brackets(run: Run) -> bool:
    """As in "Brah Mahamat (Chad)" (wma-110)."""
    return (
        run.full
        and run.row.text(run.stop) == "("
        and run.row.kind(run.stop + 1) == "country"
        and run.row.text(run.stop + 2) == ")"
    )


def after_one_of_their_countries(run: Run) -> bool:
    """As in "the ambassadors of Cuba, Tania Perez, and of Ireland, Caitríona Ingoldsby": the second."""
    opens = run.row.text(run.start - 1) == "," and run.row.kind(run.start - 2) == "country"
    before = range(max(0, run.start - REACH), run.start)
    return run.full and opens and any(run.row.kind(at) == "offices" for at in before)


def beside_an_act(run: Run) -> bool:
    """As in "Mariusz Błaszczak held talks with Boris Pistorius" (wma-121)."""
    if not run.full:
        return False
    before, after = run.row.kind(run.start - 1), run.row.kind(run.stop)
    linked = run.row.low(run.start - 1) in ("with", "by", "and") and run.row.kind(run.start - 2) == "act"
    return before == "act" or after == "act" or linked


def in_list_after_offices(run: Run) -> bool:
    """As in "Foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, met"."""
    at = run.start - 1
    while at > run.start - REACH and (
        run.row.kind(at) in NAMELIKE or run.row.kind(at) in TITLED or run.row.low(at) in JOINTS
    ):
        at -= 1
    return run.full and at < run.start - 1 and run.row.kind(at) == "offices"


def subject_of_an_act(run: Run) -> bool:
    """As in "Ahmed Metani presented his credentials to …" (caa-120): opens a sentence with an act."""
    if not run.full or run.start > OPENS or run.row.kind(run.stop) != "low":
        return False
    opens = all(run.row.kind(k) not in ("low", "name", "country") for k in range(run.start))
    return opens and any(run.row.kind(k) == "act" for k in range(run.stop, run.stop + REACH))


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
)


WEAK = frozenset(("beside_an_act", "subject_of_an_act"))


def rule_of(run: Run) -> str | None:
    """The name of the first rule that calls the run a name."""
    return next((rule.__name__ for rule in RULES if rule(run)), None)


def name_words(text: Text, run: Run) -> tuple[str, ...]:
    """The words of a run to compare: small letters, hyphens and full stops apart."""
    pieces = run.row.pieces[run.start : run.stop]
    return words_of_name(text.low[pieces[0].start : pieces[-1].stop])


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name to compare: "al-sisi" is "al" and "sisi"."""
    return tuple(
        word for word in name.lower().replace("-", " ").replace(".", " ").split() if word[0].isalnum()
    )


def is_form_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether every word of the short form stands in the full one, an initial for its word."""
    telling = [word for word in short if len(word) > 2]
    return bool(telling) and all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in full) for word in short
    )


def misspells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one, spelled a little otherwise: "Sargysan", "Sargsyan" (caa-123)."""
    if len(one) < 2 or len(other) < 2:
        return False
    first = one[0] == other[0] or (len(one[0]) == 1 and other[0].startswith(one[0]))
    last, last_other = one[-1], other[-1]
    return (
        first
        and min(len(last), len(last_other)) > 4
        and differing(last, last_other) <= max(len(last), len(last_other)) // 4
    )


def differing(one: str, other: str) -> int:
    """How many letters have to be changed, added or left out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def mention_of(text: Text, run: Run, rule: str) -> Mention:
    """The run as a mention; the value is the name as it stands, white space evened out."""
    pieces = run.row.pieces[run.start : run.stop]
    span = Span(pieces[0].start, pieces[-1].stop)
    return Mention("person", span, " ".join(text.body[span.start : span.stop].split()), rule)
