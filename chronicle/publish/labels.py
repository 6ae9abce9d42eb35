"""What the values that entries choose from are called on the pages, by kind of value."""

from collections.abc import Mapping
from types import MappingProxyType

from chronicle.model import Basis, Kind, Manner, Meeting, Status
from chronicle.publish.texts import Texts, told, told_as

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "kind": {
            Kind.MEETING: told_as("kind", "meeting"),
            Kind.CALL: told_as("kind", "call"),
            Kind.VIDEO: told_as("kind", "video call"),
            Kind.CREDENTIALS: told_as("kind", "credentials"),
            Kind.CONFERENCE: told_as("kind", "conference"),
            Kind.VISIT: told_as("kind", "visit"),
        },
        "status": {
            Status.HELD: told_as("status", "held"),
            Status.PLANNED: told_as("status", "planned"),
            Status.CANCELLED: told_as("status", "cancelled"),
        },
        "basis": {
            Basis.STATED: told_as("basis", "stated"),
            Basis.INFERRED: told_as("basis", "inferred"),
            Basis.CONFIRMED: told_as("basis", "confirmed"),
        },
        "manner": {
            Manner.SAID: told_as("manner", "said"),
            Manner.STRESSED: told_as("manner", "stressed"),
            Manner.THANKED: told_as("manner", "thanked"),
            Manner.CONGRATULATED: told_as("manner", "congratulated"),
            Manner.PRAISED: told_as("manner", "praised"),
            Manner.WISHED: told_as("manner", "wished"),
            Manner.PROPOSED: told_as("manner", "proposed"),
            Manner.INVITED: told_as("manner", "invited"),
            Manner.ACCEPTED: told_as("manner", "accepted"),
            Manner.PROMISED: told_as("manner", "promised"),
            Manner.ASSURED: told_as("manner", "assured"),
            Manner.ASKED: told_as("manner", "asked"),
            Manner.INFORMED: told_as("manner", "informed"),
            Manner.CONFIRMED: told_as("manner", "confirmed"),
            Manner.SUPPORTED: told_as("manner", "supported"),
            Manner.CRITICISED: told_as("manner", "criticised"),
            Manner.EXPRESSED: told_as("manner", "expressed"),
            Manner.AGREED: told_as("manner", "agreed"),
        },
    }
)

BECAME = MappingProxyType(
    {
        Status.PLANNED: told("A report announces this. No report here tells that it took place."),
        Status.CANCELLED: told("A report tells that this was called off or put off."),
    }
)
OCCASIONS = (  # those that ingest writes, and some that people often do; others are shown as they are written
    told("newly appointed"),
    told("end of tenure"),
    told("official visit"),
    told("working visit"),
    told("official working visit"),
    told("state visit"),
    told("private visit"),
    told("informal visit"),
    told("unofficial visit"),
    told("courtesy visit"),
)


def label(texts: Texts, value: str, of: str) -> str:
    """What a value is called: of a kind, status, basis or manner."""
    return texts.pgettext(of, LABELS[of][value])


def what_became(texts: Texts, status: Status) -> str:
    """What is known of a meeting that wasn't held, in words; "" of one that was."""
    return texts.gettext(BECAME[status]) if status in BECAME else ""


def entitled(texts: Texts, meeting: Meeting) -> str:
    """A meeting's title where nothing else beside it tells that it wasn't held: "They meet [planned]"."""
    if meeting.status is Status.HELD:
        return meeting.title
    return f"{meeting.title} [{label(texts, meeting.status, 'status')}]"
