"""What can't be, or hardly: two holders of one office, one person in two cities on a day.

Most findings are misreadings, or two people on one page, or one on two. They are for `review`: a build
doesn't look for them, and no page tells of them.
"""

from chronicle.model import Chronicle, Finding
from chronicle.resolve.findings.appointments import after_the_end, before_the_appointment
from chronicle.resolve.findings.holders import two_holders
from chronicle.resolve.findings.persons import acts_for_two, meets_oneself, rank_goes_down
from chronicle.resolve.findings.places import at_home_during_a_visit, two_places, wrong_country
from chronicle.resolve.findings.states import out_of_time

CHECKS = (
    two_holders,
    before_the_appointment,
    after_the_end,
    acts_for_two,
    out_of_time,
    meets_oneself,
    rank_goes_down,
    wrong_country,
    at_home_during_a_visit,
    two_places,
)


def findings(chronicle: Chronicle) -> tuple[Finding, ...]:
    """All findings, by kind in the order of CHECKS, then by what they say."""
    return tuple(
        finding for check in CHECKS for finding in sorted(check(chronicle), key=lambda f: (f.kind, f.what))
    )
