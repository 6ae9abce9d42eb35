"""Cues: words that tell what kind of thing a sentence says (lexicon/en/cues.yaml), by sentence."""

from collections.abc import Sequence

from chronicle.ingest.text import Sentence, Text

Cue = tuple[int, str]  # where it starts, which kind
Cues = Sequence[Sequence[Cue]]  # by sentence
ENDS = ".!?…;:\"”’')]"
OF_A_PHOTO = ("(photo", "photo by", "photo:", "file photo", "archive photo", "archival photo", " photo)")
SHORTEST = 7  # tokens of a sentence that is no headline


def cues_of(text: Text) -> Cues:
    """The cues of each sentence, in order."""
    cues: list[list[Cue]] = [[] for _ in text.sentences]
    number, last = 0, len(text.sentences) - 1
    for hit in text.hits["cues"] if cues else ():
        while number < last and text.starts[number + 1] <= hit.start:
            number += 1
        cues[number].append((hit.start, hit.phrase.kind))
    return cues


def whole(text: Text, sentence: Sentence) -> bool:
    """False for a headline or a caption."""
    end = text.key[sentence.span.stop - 1 : sentence.span.stop]
    return end in ENDS and len(sentence.words) >= SHORTEST and not caption(text, sentence)


def caption(text: Text, sentence: Sentence) -> bool:
    """As in "(L-R) …", "… (Photo by DND)", "… (archive photo)": words beside a picture."""
    start, stop = sentence.span
    if text.low.find("photo", start, stop) < 0:
        return text.low.startswith("(l-r)", start, stop)
    low = text.low[start:stop]
    return low.startswith(("(l-r)", "photo")) or any(mark in low for mark in OF_A_PHOTO)
