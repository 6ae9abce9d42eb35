"""Files beside the pages of lists, in the order in which they are planned: a module a kind."""

from collections.abc import Callable, Iterator

from chronicle.publish.beside import corrections_feed, files
from chronicle.publish.edition import Edition
from chronicle.publish.page import Made

FILES_BESIDE: tuple[Callable[[Edition], Iterator[Made]], ...] = (files.files, corrections_feed.files)
