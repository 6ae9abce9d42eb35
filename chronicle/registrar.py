"""What people decide now, into the registry's files: only what changed, and nothing unless all of it."""

import codecs
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path

import yaml

from chronicle import store
from chronicle.amend import Step, item_added, item_removed, record_changed, records_added, value_set
from chronicle.fields import Complaints, Node
from chronicle.model import Registered, Registry
from chronicle.problems import Problem, ProblemsFound
from chronicle.project import JUDGEMENTS, OFFICIALS
from chronicle.record import plain_of
from chronicle.record_lists import listed
from chronicle.registry import read_registry

ORDER = tuple(field.name for field in fields(Registered))
BY_HAND = 'Nothing was written. Make the change in your editor; README.md, "Who is who", shows how.'
HEADINGS = {
    OFFICIALS: '# Officials who are pinned. README.md, "Who is who", tells what may stand here.\n',
    JUDGEMENTS: '# Who is the same and who isn\'t. README.md, "Who is who", tells what may stand here.\n',
}


def save(
    folder: Path, files: Mapping[str, bytes], before: Registry, after: Registry, codes: Collection[str]
) -> tuple[Path, ...]:
    """Write what differs between two registries into the files of the first; gives the files written.

    Raises ProblemsFound, with nothing written, where the files can't be brought to say just that.
    """
    changed = {
        name: content
        for name, content in (
            (OFFICIALS, with_officials(files.get(OFFICIALS, b""), before, after)),
            (JUDGEMENTS, with_judgements(files.get(JUDGEMENTS, b""), before, after)),
        )
        if content is not None
    }
    mixed = [
        name
        for name in changed
        if name in files and closed(files[name], store.text_of(files[name])) != files[name]
    ]
    if mixed:
        what, hint = "two kinds of line ends are mixed here", "Save it with one kind in your editor."
        raise ProblemsFound([Problem((folder / name).as_posix(), None, what, hint) for name in mixed])
    registry, problems = read_registry({**files, **changed}, folder=folder.as_posix(), codes=codes)
    if problems:
        raise ProblemsFound(problems)
    if registry != after:
        paths = [(folder / name).as_posix() for name in changed]
        what = "this can't be changed without changing something else"
        raise ProblemsFound([Problem(path, None, what, BY_HAND) for path in paths])
    for name, content in changed.items():  # officials first: judgements are on those who stand there
        store.write(folder / name, content)
    return tuple(folder / name for name in changed)


def with_officials(content: bytes, before: Registry, after: Registry) -> bytes | None:
    """The file of officials as it is to be; None where it stays. Records keep their places."""
    if before.officials == after.officials:
        return None
    text, root = opened(content, OFFICIALS)
    for number in reversed(range(len(before.officials))):  # from behind: places before stay what they are
        old, new = before.officials[number], after.officials[number]
        if old != new and root is not None:
            try:
                text = record_changed(text, root.value[number], steps_between(old, new))
            except yaml.YAMLError:
                return content  # which isn't what was to be, and so is complained of
    more = after.officials[len(before.officials) :]
    if more:
        records = [plain_of(record) for record in more]
        text = records_added(text, listed(text, Complaints(OFFICIALS, 1, ())), records, flow=False)
    return closed(content, text)


def with_judgements(content: bytes, before: Registry, after: Registry) -> bytes | None:
    """The file of judgements with those that are new at its end; None where it stays."""
    if before.judgements == after.judgements:
        return None
    text, root = opened(content, JUDGEMENTS)
    records = [plain_of(judgement) for judgement in after.judgements[len(before.judgements) :]]
    return closed(content, records_added(text, root, records, flow=True))


def steps_between(old: Registered, new: Registered) -> Iterator[Step]:
    """The changes that make one record of another."""
    for name in ORDER:
        was, now = getattr(old, name), getattr(new, name)
        if was == now:
            continue
        kept = [value for value in was if value in now] if isinstance(was, tuple) else []
        if not isinstance(was, tuple) or [*now[: len(kept)]] != kept:
            yield partial(value_set, field=name, value=now, order=ORDER)
            continue
        for number in reversed([n for n, value in enumerate(was) if value not in now]):
            yield partial(item_removed, field=name, number=number, order=ORDER)
        for value in now[len(kept) :]:
            yield partial(item_added, field=name, value=value, order=ORDER)


def opened(content: bytes, name: str) -> tuple[str, Node | None]:
    """A file's text, ending in a line break, and the list in it; a new file has a heading."""
    text = store.text_of(content) or HEADINGS[name]
    text = text if text.endswith("\n") else f"{text}\n"
    return text, listed(text, Complaints(name, 1, ()))


def closed(content: bytes, text: str) -> bytes:
    """A text as a file in the manner of what was there: its line ends, its mark at the beginning."""
    ends = "\r\n" if b"\r\n" in content else "\n"
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark + text.replace("\n", ends).encode()
