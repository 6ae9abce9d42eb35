"""`build` and `serve`: the site brought up to date, once or after each change.

Some imports stand inside functions: what isn't needed isn't loaded, so that a build with nothing to
do takes a blink.
"""

import argparse
import contextlib
import sys
import time
from collections.abc import Sequence
from functools import partial

from chronicle.commands.terminal import (
    DONE,
    LAST_PORT,
    PORT,
    WRONG,
    complain,
    counted,
    progress_of,
    project_of,
    text_of,
)
from chronicle.manifest import last_build, still_stands
from chronicle.memo import Memo
from chronicle.problems import ProblemsFound
from chronicle.progress import Progress, quiet
from chronicle.project import Project, inputs_of
from chronicle.summary import Summary


def build(options: argparse.Namespace) -> int:
    """Read new and changed articles into entries, then render the site."""
    started = time.perf_counter()
    summary = brought_up_to_date(project_of(options), progress_of(options))
    if not options.quiet:
        tell(told(summary, time.perf_counter() - started), summary.notes)
    return complain(
        summary.problems, f"{counted(len(summary.problems), 'problem')}; the site was built with the rest."
    )


def serve(options: argparse.Namespace) -> int:
    """Build, then preview with live reload; new, changed and removed files show in the browser."""
    from chronicle.config import EXAMPLE_ADDRESS, read_config
    from chronicle.parallel import Later, processes
    from chronicle.serve import Preview
    from chronicle.serve import serve as run

    project = project_of(options)
    preview = Preview(project.output, EXAMPLE_ADDRESS)
    known: set[str] = set()
    later = Later(lambda: index(project, known))

    def rebuild() -> None:
        later.stop()  # what it was doing would be out of date
        started = time.perf_counter()
        config, _ = read_config(str(project.config), text_of(project.config))
        preview.stand_at(config.address)
        try:
            summary = brought_up_to_date(project, progress_of(options), searchable=processes() == 1)
        except ProblemsFound as error:
            preview.problems, preview.failed = error.problems, True
            complain(error.problems)
        else:
            preview.problems, preview.failed = summary.problems, False
            complain(summary.problems)
            tell(told(summary, time.perf_counter() - started), news(summary.notes, known))
            if summary.behind:
                later.start()

    ready = partial(print, f"The site is at http://127.0.0.1:{options.port}/ (Ctrl-C ends).", flush=True)
    try:
        run(project, preview, rebuild, ready, port=options.port)
    except OSError as error:
        other = options.port + 1 if options.port < LAST_PORT else PORT
        print(f"Port {options.port} can't be used: {error.strerror}. Try --port {other}.", file=sys.stderr)
        return WRONG
    finally:
        later.stop()
    return DONE


def index(project: Project, known: set[str]) -> None:
    """Bring the search index up to date, after the pages: it takes seconds where there is much."""
    with contextlib.suppress(ProblemsFound):  # an edit that came meanwhile; the preview will tell
        for note in news(brought_up_to_date(project, quiet).notes, known):
            print(f"Note: {note}", flush=True)


def news(notes: Sequence[str], known: set[str]) -> list[str]:
    """The notes that the build before hadn't; `known` are that build's, and then this one's."""
    fresh = [note for note in notes if note not in known]
    known.clear()
    known.update(notes)
    return fresh


def brought_up_to_date(project: Project, progress: Progress, *, searchable: bool = True) -> Summary:
    """Build, unless nothing has changed since the last build and the site still stands."""
    with Memo(project.memory) as memo:  # the lock comes first: what is read then is what is there
        inputs = inputs_of(project)
        last = last_build(memo, project.output)
        if last.state == inputs.digest and still_stands(project.output, last.files):
            return Summary(**{**last.summary, "notes": (), "problems": ()})
        from chronicle.pipeline import build_with

        return build_with(memo, inputs, project, progress=progress, searchable=searchable)


def tell(what: str, notes: Sequence[str]) -> None:
    """Print what a build did, and what a person should know of it."""
    print(what)
    for note in notes:
        print(f"Note: {note}")
    sys.stdout.flush()


def told(summary: Summary, seconds: float) -> str:
    """What a build did, in a line."""
    entries = f"{summary.written} of {counted(summary.entries, 'entry', 'entries')} written"
    if summary.removed:
        entries += f", {summary.removed} removed"
    ask = f"{summary.review} {'asks' if summary.review == 1 else 'ask'} for review"
    return (
        f"{summary.fresh} of {counted(summary.articles, 'article')} read, {entries}, {ask}; "
        f"{summary.changed} of {counted(summary.files, 'file')} of the site written; {seconds:.1f} s"
    )
