"""What every page kind is given: the chronicle, how the site is set up, and the shared pieces."""

from dataclasses import dataclass

from chronicle.config import Config
from chronicle.model import Chronicle
from chronicle.publish.views import Views


@dataclass(frozen=True, slots=True)
class Edition:
    """One chronicle about to be published."""

    chronicle: Chronicle
    config: Config
    views: Views
    about: str  # the owner's own words for the about page, Markdown; "" where there are none
