"""Who is sent to live in another country: at home where others would be on a journey."""

import re
from functools import cache

from chronicle.lexicon.words import word_lists
from chronicle.slug import folded


@cache
def is_envoy(role: str) -> bool:
    """Whether an office, in the words of a report, is that of one who lives where he is sent."""
    return bool(words().search(folded(role).replace("’", "").replace("'", "")))


@cache
def words() -> re.Pattern[str]:
    """The words of which an envoy's office has one."""
    envoys = sorted(word_lists("en/envoys")["envoys"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, envoys))})\b")
