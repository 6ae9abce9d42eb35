"""The command line: arguments, exit codes; the only place that, with `commands`, prints.

A command's module is loaded when the command is called, so that a build with nothing to do takes a
blink.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from chronicle.commands.terminal import DONE, LAST_PORT, MISUSED, PORT, ROOT, WRONG, complain, shown
from chronicle.memo import Busy
from chronicle.problems import ProblemsFound, Refused

CONFIG = "config.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 problems in the user's files, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows has another encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    command = COMMANDS[options.command or "build"]
    if command.has_folders:
        check_folders(options)
    try:
        code = function_of(command)(options)
        sys.stdout.flush()  # a reader who has gone is found here, not when the program ends
    except ProblemsFound as error:
        return complain(error.problems)
    except Refused as error:
        print(f"{error.what}." + (f"\n    {error.hint}" if error.hint else ""), file=sys.stderr)
        return MISUSED
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


# ── the arguments of single commands ─────────────────────────────────────────────────────────


def of_serve(made: argparse.ArgumentParser) -> None:
    """Where the preview is."""
    made.add_argument("--port", type=port_number, default=PORT, help=f"the port on this machine ({PORT})")


def of_parse(made: argparse.ArgumentParser) -> None:
    """Which articles, and how they are told of."""
    made.add_argument("files", metavar="FILE", nargs="+", help="an article; - is standard input")
    made.add_argument("--json", action="store_true", help="one JSON object a line")
    made.add_argument("--explain", action="store_true", help="mark the text and name the rules")


def of_import(made: argparse.ArgumentParser) -> None:
    """Which tables, and what is to be done with them."""
    made.add_argument(
        "files", metavar="FILE", nargs="+", help="a table: CSV, JSON or JSON Lines; - is standard input"
    )
    made.add_argument("--table", metavar="NAME", help="what the table is called (as its file)")
    made.add_argument("--dry-run", action="store_true", help="say what would be done; write nothing")
    made.add_argument("--rejected", type=Path, metavar="FILE", help="write the rows that were rejected here")
    made.add_argument("--prune", action="store_true", help="remove entries whose rows are gone")
    made.add_argument("--ignore-unknown", action="store_true", help="leave out columns that are no field")


def as_lines(made: argparse.ArgumentParser) -> None:
    """How suggestions and findings are told."""
    made.add_argument("--json", action="store_true", help="one JSON object a line")


def of_merge(made: argparse.ArgumentParser) -> None:
    """Which two are one, and why."""
    made.add_argument("one", metavar="A", help="an official or a meeting: its id, or its page's address")
    made.add_argument("other", metavar="B", help="another; if these are officials, A's page stays")
    reasons(made)


def of_split(made: argparse.ArgumentParser) -> None:
    """What isn't one, and why."""
    made.add_argument("one", metavar="A", help="an official or a meeting: its id, or its page's address")
    made.add_argument("what", metavar="B", nargs="*", help="another official, a spelling of A's, or entries")
    made.add_argument(
        "--entries", metavar="ENTRY", nargs="+", default=[], help="the entries in which a namesake is meant"
    )
    made.add_argument("--as", metavar="ID", dest="new_id", help="the id of the official who is new then")
    reasons(made)


def of_rename(made: argparse.ArgumentParser) -> None:
    """Who is called what."""
    made.add_argument("one", metavar="ID", help="an official's id, or the page's address")
    made.add_argument("name", metavar="NAME", help="the name that is to be shown")
    made.add_argument("--id", metavar="ID", dest="new_id", help="the new address, instead of the name's")


def of_pin(made: argparse.ArgumentParser) -> None:
    """Whom to pin."""
    made.add_argument("ids", metavar="ID", nargs="*", help="an official's id, or the page's address")
    made.add_argument("--all", action="store_true", help="everybody who isn't pinned")
    made.add_argument("--list", action="store_true", help="only tell who isn't pinned")


def reasons(made: argparse.ArgumentParser) -> None:
    """Who decides something, and why."""
    made.add_argument("--because", metavar="TEXT", required=True, help="why; it stands in the registry")
    made.add_argument("--by", metavar="NAME", help="who decides it (git's user.name, or your login)")


def nothing_more(made: argparse.ArgumentParser) -> None:
    """No arguments but the folders."""


# ── commands ─────────────────────────────────────────────────────────────────────────────────


class Command(NamedTuple):
    """A command: the function that does it, by name, what it does, and what it is told."""

    function: str  # below chronicle.commands; its module is loaded when the command is called
    about: str
    arguments: Callable[[argparse.ArgumentParser], None] = nothing_more
    has_folders: bool = True  # whether it takes the options of `folders`


COMMANDS = {
    "build": Command("building.build", "Read new and changed articles into entries, then render the site."),
    "serve": Command(
        "building.serve",
        "Build, then preview with live reload; new, changed and removed files show in the browser.",
        of_serve,
    ),
    "parse": Command(
        "reading.parse", "What is found in articles; nothing is written.", of_parse, has_folders=False
    ),
    "import": Command(
        "tables.import_tables",
        "Turn tables of meetings into entries; rows that can't be are listed with the reasons.",
        of_import,
    ),
    "check": Command(
        "looking.check",
        "All that a build would complain about, and every internal link and anchor of the built site.",
    ),
    "review": Command(
        "looking.review",
        "The entries that ask for review, with the reasons; then what can't be in all of them together.",
        as_lines,
    ),
    "suggest": Command(
        "identity.suggest", "Officials and meetings that are likely the same, with the reasons.", as_lines
    ),
    "merge": Command("identity.merge", "Make one of two officials, or of two meetings.", of_merge),
    "split": Command("identity.split", "Take a merge back, or keep apart what isn't one.", of_split),
    "rename": Command(
        "identity.rename", "Give an official another name and address; the old one leads there.", of_rename
    ),
    "pin": Command("identity.pin", "Write officials down as they are, so that their addresses stay.", of_pin),
}


def function_of(command: Command) -> Callable[[argparse.Namespace], int]:
    """The function that does what a command is for."""
    module, _, name = command.function.rpartition(".")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"chronicle.commands.{module}"), name)
    return found


# ── what they share ──────────────────────────────────────────────────────────────────────────


def check_folders(options: argparse.Namespace) -> None:
    """End with wrong usage where a folder of content or a named config isn't there, or the site may not go.

    A slip of the pen must not replace a good site by an empty one.
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


def port_number(text: str) -> int:
    """A port that a server can have. Raises ArgumentTypeError, which is wrong usage."""
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        message = f"{text!r} is no port: a whole number from 1 to {LAST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def parser() -> argparse.ArgumentParser:
    """The arguments of all commands."""
    made = argparse.ArgumentParser(
        prog="build.py", description="Turn press reports of official meetings into a linked chronicle."
    )
    folders(made)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    for name, command in COMMANDS.items():
        about = command.about
        one = commands.add_parser(name, help=about[:1].lower() + about[1:].rstrip("."), description=about)
        command.arguments(one)
        if command.has_folders:
            folders(one, default=argparse.SUPPRESS)
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
