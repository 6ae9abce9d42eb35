"""Entries, decisions and all that a build would complain about, looked at without writing anything."""

from collections.abc import Sequence
from functools import partial

from chronicle.config import Config
from chronicle.memo import Memo
from chronicle.model import Entry, Finding, Registry
from chronicle.parallel import processes, spread
from chronicle.pipeline import (
    Build,
    editions,
    load,
    notes_of,
    prepared,
    read_decisions,
    read_entries,
    remembered_html,
)
from chronicle.problems import Problem, ProblemsFound
from chronicle.progress import quiet
from chronicle.project import Inputs, Project, inputs_of
from chronicle.publish.page import Made, Page, Piece
from chronicle.publish.render import Renderers
from chronicle.registry import notes_on
from chronicle.resolve import resolve
from chronicle.resolve.findings import findings
from chronicle.store import Stored


def examine(project: Project) -> tuple[Config, list[Problem], list[str]]:
    """The settings, all that a build would complain about, and notes; nothing but the memory is written."""
    inputs = inputs_of(project)
    with Memo(project.memory) as memo:
        build = Build(project, memo, quiet, processes())
        loaded = load(build, inputs)
        problems, notes = [*loaded.wrong, *loaded.intake.problems], notes_of(loaded, inputs, project)
        try:
            made, html = editions(build, loaded, inputs), remembered_html(build)
            notes += notes_on(loaded.registry, made[0].chronicle)
            pieces, renderer = prepared(build, made, html, loaded, inputs)
            spread(partial(rendered, renderer), pieces, jobs=build.jobs)
        except ProblemsFound as error:
            problems += error.problems
    return loaded.config, problems, notes


def rendered(renderer: Renderers, pieces: Sequence[Piece]) -> list[None]:
    """Make some pieces and throw them away. Raises ProblemsFound where a template fails."""
    for piece in pieces:
        if isinstance(piece, Page):
            renderer.page(piece, piece.context())
        elif isinstance(piece, Made):
            piece.content()
    return []


def entries_of(project: Project) -> tuple[tuple[Stored, ...], Registry, list[Problem]]:
    """The entries as they are, what people decided on them, and what is wrong with either."""
    with Memo(project.memory) as memo:
        build, inputs = Build(project, memo, quiet, processes()), inputs_of(project)
        stored, problems = read_entries(build, inputs)
        registry, wrong = read_decisions(build, inputs)
        return stored, registry, [*problems, *wrong]


def decided_so_far(memo: Memo, inputs: Inputs, project: Project) -> tuple[list[Entry], Registry]:
    """The entries, and what people decided on them. Raises ProblemsFound where either is wrong."""
    build = Build(project, memo, quiet, processes())
    stored, problems = read_entries(build, inputs)
    registry, wrong = read_decisions(build, inputs)
    if problems or wrong:
        raise ProblemsFound([*problems, *wrong])
    return [each.entry for each in stored], registry


def findings_of(stored: Sequence[Stored], registry: Registry) -> tuple[Finding, ...]:
    """What can't be, or hardly, in the chronicle of some entries."""
    return findings(resolve([each.entry for each in stored], registry))
