"""The address of an article: of the web, as entries have it, or none."""

import re

from chronicle.fields import is_web_address
from chronicle.problems import Unreadable

HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def web_address(value: str, number: int | None = None) -> str:
    """The address as it stands. Raises Unreadable, naming line `number`, for what is none of the web."""
    if is_web_address(value):
        return value
    message = f"url is {value!r}: not a web address"
    meant = f"https://{value}"
    hint = f"Did you mean {meant!r}?" if HOST_FIRST.fullmatch(value) else "Write it as https://…"
    raise Unreadable(message, hint, number)


def web_address_or_none(value: str | None) -> str | None:
    """The address, or None where it is none of the web; for what pages and mails say of themselves."""
    return value if value is not None and is_web_address(value) else None
