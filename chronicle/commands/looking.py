"""`check` and `review`: what is wrong, and what asks for a look; nothing is written."""

import argparse

from chronicle.commands.terminal import complain, counted, project_of
from chronicle.examination import entries_of, examine, findings_of
from chronicle.links import broken_links
from chronicle.manifest import last_build, marks
from chronicle.memo import Memo
from chronicle.parallel import processes
from chronicle.problems import Problem, ProblemsFound
from chronicle.project import MEETINGS, Project, inputs_of
from chronicle.review import as_json, in_words


def check(options: argparse.Namespace) -> int:
    """All that a build would complain about, and every internal link and anchor of the built site."""
    project = project_of(options)
    config, problems, notes = examine(project)
    files = marks(project.output)
    hint = "Run python build.py first."
    if not files:
        problems.append(Problem(project.output.as_posix(), None, "there is no site to check", hint))
    elif any(problem.path == project.config.as_posix() for problem in problems):
        pass  # the settings tell at which address the links are to be right
    elif not is_older(project):
        problems += broken_links(project.output, files, address=config.address, jobs=processes())
    elif not problems:
        what = "content, templates or settings are newer than this site"
        problems.append(Problem(project.output.as_posix(), None, what, hint))
    if not problems and not options.quiet:
        pages = sum(name.endswith(".html") for name in files)
        print(f"Nothing is wrong: every link and anchor of {counted(pages, 'page')} leads somewhere.")
    for note in notes if not options.quiet else ():
        print(f"Note: {note}")
    return complain(ProblemsFound(problems).problems)


def is_older(project: Project) -> bool:
    """Whether something has changed since a site was built; False where that isn't known."""
    if not project.memory.exists():
        return False
    with Memo(project.memory) as memo:
        last = last_build(memo, project.output)
    return bool(last.state) and last.state != inputs_of(project).digest


def review(options: argparse.Namespace) -> int:
    """The entries that ask for review, with the reasons; then what can't be in all of them together."""
    project = project_of(options)
    stored, registry, problems = entries_of(project)
    asking = [each for each in stored if each.entry.review]
    found = findings_of(stored, registry)
    paths = {each.entry.id: (project.content / MEETINGS / each.path).as_posix() for each in stored}
    verb = "asks" if len(asking) == 1 else "ask"
    total = f"{len(asking)} of {counted(len(stored), 'entry', 'entries')} {verb} for review."
    lines = in_words(asking, found, paths, "" if options.quiet else total)
    for line in as_json(asking, found, paths) if options.json else lines:
        print(line)
    return complain(problems)
