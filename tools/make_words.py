"""Make chronicle/lexicon/en/words.txt: the ordinary words of English, by which names are told from words.

    python tools/make_words.py frequency_dictionary_en_82_765.txt

The argument is SymSpell's dictionary (https://github.com/wolfgarbe/SymSpell), a word and its frequency a
line. Kept are its most frequent words, but for those that are mainly names (`names_en.txt` beside this
script) and those of one or two letters, which initials and short family names look like.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "chronicle" / "lexicon" / "en" / "words.txt"
KEPT = 20_000
SHORTEST = 3


def main() -> None:
    """Write the list, a word a line, in alphabetical order."""
    source = Path(sys.argv[1]).read_text("utf-8-sig")
    names = {word for line in read(HERE / "names_en.txt") for word in line.split()}
    words = ordinary_words(source, names)
    TARGET.write_text("\n".join(words) + "\n", "utf-8")


def read(path: Path) -> list[str]:
    """The lines of a list that are no remarks."""
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def ordinary_words(source: str, names: set[str]) -> list[str]:
    """The most frequent words of the dictionary that are no names, sorted."""
    counted = (line.split() for line in source.splitlines() if line.strip())
    ranked = sorted(((int(count), word) for word, count in counted), reverse=True)
    return sorted(word for _, word in ranked[:KEPT] if len(word) >= SHORTEST and word not in names)


if __name__ == "__main__":
    main()
