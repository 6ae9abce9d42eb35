"""When somebody was seen in an office, in words."""

from chronicle.lexicon.language import ENGLISH
from chronicle.model import Tenure
from chronicle.publish.dates import long_range


def years_of(tenure: Tenure) -> str:
    """ "2019", "2017–2019"; "" where no meeting that took place has a date."""
    first, last = (tenure.first or "")[:4], (tenure.last or "")[:4]
    return first if first == last else f"{first}–{last}"


def days_of(tenure: Tenure, language: str = ENGLISH) -> str:
    """ "7 November 2017 – 3 May 2019"; "" where the years say as much."""
    if not tenure.first or (tenure.first == tenure.last and len(tenure.first) == len("2019")):
        return ""
    return long_range(tenure.first, tenure.last, language)
