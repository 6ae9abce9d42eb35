"""The command line: arguments, messages, exit codes. The only place that prints.

Some imports stand inside functions: what a command doesn't need it doesn't load, so that a build
with nothing to do takes a blink.
"""

import argparse
import io
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from chronicle.manifest import last_build, marks, still_stands
from chronicle.memo import Busy, Memo
from chronicle.problems import Problem, ProblemsFound, Unreadable
from chronicle.progress import Progress, quiet
from chronicle.project import MEETINGS, TOPICS, Project, inputs_of
from chronicle.summary import Summary

ROOT = Path(__file__).parent.parent
CONFIG = "config.yaml"
DONE, WRONG, MISUSED = 0, 1, 2
PORT, LAST_PORT = 8000, 65_535
BAR = 30  # characters


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 problems in the user's files, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows has another encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        code = COMMANDS[options.command or "build"](options)
        sys.stdout.flush()  # a reader who has gone is found here, not when the program ends
    except ProblemsFound as error:
        return complain(error.problems)
    except Busy:
        print("Another build of this site is at work. Wait for its end and try again.", file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("Interrupted; the last good site stands.", file=sys.stderr)
        return 130
    return code


# ── commands ─────────────────────────────────────────────────────────────────────────────────


def build(options: argparse.Namespace) -> int:
    """Read new and changed articles into entries, then render the site."""
    started = time.perf_counter()
    summary = brought_up_to_date(project_of(options), progress_of(options))
    if not options.quiet:
        tell(summary, time.perf_counter() - started)
    return complain(
        summary.problems, f"{counted(len(summary.problems), 'problem')}; the site was built with the rest."
    )


def serve(options: argparse.Namespace) -> int:
    """Build, then preview with live reload; new, changed and removed files show in the browser."""
    from chronicle.config import EXAMPLE_ADDRESS, read_config
    from chronicle.serve import Preview
    from chronicle.serve import serve as run

    project = project_of(options)
    preview = Preview(project.output, EXAMPLE_ADDRESS)

    def rebuild() -> None:
        started = time.perf_counter()
        config, _ = read_config(str(project.config), text_of(project.config))
        preview.stand_at(config.address)
        try:
            summary = brought_up_to_date(project, progress_of(options))
        except ProblemsFound as error:
            preview.problems, preview.failed = error.problems, True
            complain(error.problems)
        else:
            preview.problems, preview.failed = summary.problems, False
            complain(summary.problems)
            tell(summary, time.perf_counter() - started)

    def ready() -> None:
        print(f"The site is at http://127.0.0.1:{options.port}/ (Ctrl-C ends).", flush=True)

    try:
        run(project, preview, rebuild, ready, port=options.port)
    except OSError as error:
        other = options.port + 1 if options.port < LAST_PORT else PORT
        print(f"Port {options.port} can't be used: {error.strerror}. Try --port {other}.", file=sys.stderr)
        return WRONG
    return DONE


def parse(options: argparse.Namespace) -> int:
    """What is found in articles; nothing is written."""
    from chronicle.ingest import ingest
    from chronicle.ingest.explain import explain
    from chronicle.ingest.formats import read
    from chronicle.ingest.report import in_words, prediction
    from chronicle.lexicon import load_lexicon, with_topics
    from chronicle.topics import read_topics

    path = options.content / TOPICS
    topics, wrong = read_topics(path.as_posix(), text_of(path))
    words = with_topics(load_lexicon(), topics)
    problems = [*wrong]
    for name in options.files:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            short = Path(name).name if name != "-" else "-"
            readings = [ingest(article, words) for article in read(short, content)]
        except OSError as error:
            problems.append(
                Problem(name, None, f"can't be opened: {error.strerror}", "Check the file's name.")
            )
        except Unreadable as error:
            problems.append(Problem(name, error.line, error.what, error.hint))
        except ProblemsFound as error:
            problems += [Problem(name, wrong.line, wrong.what, wrong.hint) for wrong in error.problems]
        else:
            if options.json:
                print(json.dumps(prediction(short, readings), ensure_ascii=False))
            for reading in readings:
                if options.explain:
                    print(f"── {reading.article.id}\n{explain(reading.article, words)}")
                elif not options.json:
                    print(in_words(reading))
    return complain(problems)


def check(options: argparse.Namespace) -> int:
    """All that a build would complain about, and every internal link and anchor of the built site."""
    from chronicle.parallel import processes
    from chronicle.pipeline import examine

    project = project_of(options)
    config, problems = examine(project)
    files = marks(project.output)
    hint = "Run python build.py first."
    if not files:
        problems.append(Problem(project.output.as_posix(), None, "there is no site to check", hint))
    elif any(problem.path == project.config.as_posix() for problem in problems):
        pass  # the settings tell at which address the links are to be right
    elif not is_older(project):
        from chronicle.links import broken_links

        problems += broken_links(project.output, files, address=config.address, jobs=processes())
    elif not problems:
        what = "content, templates or settings are newer than this site"
        problems.append(Problem(project.output.as_posix(), None, what, hint))
    if not problems and not options.quiet:
        pages = sum(name.endswith(".html") for name in files)
        print(f"Nothing is wrong: every link and anchor of {counted(pages, 'page')} leads somewhere.")
    return complain(ProblemsFound(problems).problems)


def review(options: argparse.Namespace) -> int:
    """The entries that ask for review, with the reasons."""
    from chronicle.pipeline import entries_of

    project = project_of(options)
    stored, problems = entries_of(project)
    asking = [each for each in stored if each.entry.review]
    for each in asking:
        print((project.content / MEETINGS / each.path).as_posix())
        for reason in each.entry.review:
            print(f"    {reason}")
    if not options.quiet:
        verb = "asks" if len(asking) == 1 else "ask"
        print(f"{len(asking)} of {counted(len(stored), 'entry', 'entries')} {verb} for review.")
    return complain(problems)


COMMANDS = {"build": build, "serve": serve, "parse": parse, "check": check, "review": review}


# ── what they share ──────────────────────────────────────────────────────────────────────────


def brought_up_to_date(project: Project, progress: Progress) -> Summary:
    """Build, unless nothing has changed since the last build and the site still stands."""
    with Memo(project.memory) as memo:  # the lock comes first: what is read then is what is there
        inputs = inputs_of(project)
        last = last_build(memo, project.output)
        if last.state == inputs.digest and still_stands(project.output, last.files):
            return Summary(**{**last.summary, "notes": (), "problems": ()})
        from chronicle.pipeline import build_with

        return build_with(memo, inputs, project, progress=progress)


def tell(summary: Summary, seconds: float) -> None:
    """Print what a build did, and what a person should know of it."""
    print(told(summary, seconds))
    for note in summary.notes:
        print(f"Note: {note}")
    sys.stdout.flush()


def is_older(project: Project) -> bool:
    """Whether something has changed since a site was built; False where that isn't known."""
    if not project.memory.exists():
        return False
    with Memo(project.memory) as memo:
        last = last_build(memo, project.output)
    return bool(last.state) and last.state != inputs_of(project).digest


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


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def complain(problems: Sequence[Problem], summary: str = "") -> int:
    """Print problems, all of them, and give the exit code."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(summary or f"{counted(len(problems), 'problem')}.", file=sys.stderr)
    return WRONG if problems else DONE


def project_of(options: argparse.Namespace) -> Project:
    """Where the files are: beside build.py, unless the options say otherwise.

    A folder of content or a named config that isn't there is wrong usage: a slip of the pen must not
    replace a good site by an empty one.
    """
    for option, path, there in (
        ("--content", options.content, options.content.is_dir()),
        ("--config", options.config, options.config.is_file() or options.config == shown(ROOT / CONFIG)),
    ):
        if not there:
            parser().error(f"argument {option}: {path} isn't there")
    output = options.output.resolve()
    for path in (options.content.resolve(), options.config.resolve(), ROOT / "templates"):
        if path.is_relative_to(output) or output.is_relative_to(path):
            parser().error(
                f"argument --output: the site replaces this folder, and {shown(path)} must not be in it"
            )
    return Project(options.content, options.output, options.config, shown(ROOT / "templates"))


def text_of(path: Path) -> str:
    """A file's text, "" where there is none."""
    return path.read_bytes().decode(errors="replace") if path.is_file() else ""


def port_number(text: str) -> int:
    """A port that a server can have. Raises ArgumentTypeError, which is wrong usage."""
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        message = f"{text!r} is no port: a whole number from 1 to {LAST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def shown(path: Path) -> Path:
    """A path as a person at this place would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def progress_of(options: argparse.Namespace) -> Progress:
    """A bar for long work on a terminal; silence elsewhere."""
    if options.quiet or not sys.stderr.isatty():
        return quiet

    def show(what: str, done: int, of_all: int) -> None:
        full = BAR * done // max(of_all, 1)
        end = "\n" if done >= of_all else ""
        print(
            f"\r{what} [{'█' * full}{' ' * (BAR - full)}] {done:,} of {of_all:,}",
            end=end,
            file=sys.stderr,
            flush=True,
        )

    return show


def parser() -> argparse.ArgumentParser:
    """The arguments of all commands."""
    made = argparse.ArgumentParser(
        prog="build.py", description="Turn press reports of official meetings into a linked chronicle."
    )
    folders(made)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    for name, command in COMMANDS.items():
        about = (command.__doc__ or "").split("\n")[0]
        one = commands.add_parser(name, help=about[:1].lower() + about[1:].rstrip("."), description=about)
        if name == "parse":
            one.add_argument("files", metavar="FILE", nargs="+", help="an article; - is standard input")
            one.add_argument("--json", action="store_true", help="one JSON object a line")
            one.add_argument("--explain", action="store_true", help="mark the text and name the rules")
        else:
            folders(one, default=argparse.SUPPRESS)
        if name == "serve":
            one.add_argument(
                "--port", type=port_number, default=PORT, help=f"the port on this machine ({PORT})"
            )
    return made


def named_folder(text: str) -> Path:
    """A folder with a name of its own: it is replaced as a whole, so nobody may stand in it."""
    path = Path(text)
    if path.name in ("", ".."):
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a folder; give one, such as ../site")
    return path


def folders(made: argparse.ArgumentParser, default: object = None) -> None:
    """The options that all commands but parse have."""

    def or_else(path: Path) -> object:
        return default or path

    made.add_argument(
        "--content",
        type=Path,
        metavar="DIR",
        default=or_else(shown(ROOT / "content")),
        help="articles and entries (content)",
    )
    made.add_argument(
        "--output",
        type=named_folder,
        metavar="DIR",
        default=or_else(shown(ROOT / "site")),
        help="where the site goes (site)",
    )
    made.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=or_else(shown(ROOT / CONFIG)),
        help="the settings (config.yaml)",
    )
    made.add_argument("--quiet", action="store_true", default=default or False, help="print problems only")
