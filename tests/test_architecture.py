"""What ARCHITECTURE.md promises about the code, where a test can see to it."""

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path

import pytest

import chronicle
from chronicle import ingest, model, publish
from chronicle.ingest import find, formats
from chronicle.publish import pages
from tests.conftest import ROOT

PACKAGE = Path(chronicle.__file__).parent
MODULES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in PACKAGE.rglob("*.py")
)
ARROWS = ("ingest", "resolve", "publish")

JOIN_ARROWS = {  # the modules outside the arrows that may import from one, and why
    "chronicle.pipeline": "runs the three, one after another",
    "chronicle.editions": "hands what resolve made to publish, in each language",
    "chronicle.search_index": "indexes the records that publish makes",
    "chronicle.examination": "goes through a build without writing",
    "chronicle.intake": "calls ingest for new articles",
    "chronicle.registry": "tells officials apart by names as resolve does",
    "chronicle.registrar": "reads again what it has written",
    "chronicle.commands.building": "builds",
    "chronicle.commands.reading": "`parse` shows what ingest finds",
    "chronicle.commands.looking": "`check` goes through a build without writing",
    "chronicle.commands.identity": "decides on what resolve makes of the entries",
    "chronicle.commands.meant": "finds whom resolve knows by an id",
    "chronicle.serve": "the preview builds",
}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40
LONG = {  # what may be longer, and why
    "chronicle.lexicon.__init__.load_lexicon": "a line for each list of words",
    "chronicle.publish.pages.meeting.context_of": "a line for each thing that the page shows",
}
LATE_IMPORTS = {  # modules in which an import may stand inside a function, and why
    "chronicle.commands.building": "a build with nothing to do loads next to nothing, and takes a blink",
    "chronicle.intake": "the readers of articles are loaded when there is an article to read",
    "chronicle.ingest.formats.decoding": "what mends odd encodings is loaded when a file has one",
    "chronicle.ingest.header_dates": "dateparser is loaded when a page gives its day in words",
    "chronicle.ingest.formats.html": "what reads saved pages is loaded when there is one",
    "chronicle.lexicon.language": "Babel is loaded where a site isn't in English",
    "chronicle.tables.days": "dateparser is loaded when a table names months in another language",
    "chronicle.publish.calendar_words": "Babel is loaded where a site isn't in English",
    "chronicle.publish.markup": "Python-Markdown is loaded when there is markup",
    "chronicle.publish.texts": "Babel is loaded where a site has texts in another language than English",
    "chronicle.search_service": "Pagefind's package is loaded by the process that makes the index",
}
CLOCKS = {  # modules that may look at the clock, and why
    "chronicle.commands.building": "says how long a build took",
    "chronicle.commands.identity": "a judgement bears the day on which it is made",
    "chronicle.serve": "waits until an editor has finished writing",
}


@cache
def tree(module: str) -> ast.Module:
    path = ROOT / f"{module.replace('.', '/')}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: str) -> set[str]:
    """The full names of all that a module imports."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports have full names"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def arrows_in(names: set[str]) -> set[str]:
    return {arrow for arrow in ARROWS for name in names if f"{name}.".startswith(f"chronicle.{arrow}.")}


def functions(module: str) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("arrow", ARROWS)
def test_the_arrows_never_import_one_another(arrow: str) -> None:
    inside = [module for module in MODULES if module.startswith(f"chronicle.{arrow}.")]
    assert inside
    wrong = {module: arrows_in(imports(module)) - {arrow} for module in inside}
    assert {module: names for module, names in wrong.items() if names} == {}


def test_only_some_modules_know_of_the_arrows() -> None:
    outside = [module for module in MODULES if not arrows_in({module})]
    assert {module for module in outside if arrows_in(imports(module))} <= JOIN_ARROWS.keys()
    assert JOIN_ARROWS.keys() <= set(MODULES)


def test_what_all_share_imports_nobody_that_joins_the_arrows() -> None:
    for module in MODULES:
        if module not in JOIN_ARROWS:
            assert not imports(module) & {
                f"{name}.{part}" for name in JOIN_ARROWS for part in ("build", "main", "serve")
            }
            assert not imports(module) & JOIN_ARROWS.keys()


def test_no_import_goes_in_a_circle() -> None:
    """Every module can be the first one that is imported."""
    known = {module.removesuffix(".__init__") for module in MODULES}

    def owner(name: str) -> str | None:
        return (
            name if name in known else (name.rpartition(".")[0] if name.rpartition(".")[0] in known else None)
        )

    needs = {
        module.removesuffix(".__init__"): {owner(name) for name in imports(module)}
        - {None, module.removesuffix(".__init__")}
        for module in MODULES
    }
    done: set[str | None] = set()
    while left := [module for module in needs if module not in done]:
        free = [module for module in left if needs[module] <= done]
        assert free, f"a circle among {left}"
        done |= set(free)


def test_imports_stand_at_the_top() -> None:
    for module in MODULES:
        late = [
            node
            for f in functions(module)
            for node in ast.walk(f)
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        assert not late or module in LATE_IMPORTS, module


def test_only_the_command_line_prints() -> None:
    for module in MODULES:
        names = {node.id for node in ast.walk(tree(module)) if isinstance(node, ast.Name)}
        prints = module == "chronicle.cli" or module.startswith("chronicle.commands.")
        assert prints or "print" not in names, module


def test_the_clock_and_the_environment_decide_nothing() -> None:
    for module in MODULES:
        used = imports(module)
        attributes = {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}
        assert not attributes & {"environ", "getenv", "now", "utcnow", "today"}, module
        assert (
            not any(name.startswith(("time.", "random.")) or name in ("time", "random") for name in used)
            or module in CLOCKS
        ), module


def test_everything_in_the_model_is_frozen() -> None:
    classes = [
        found for _, found in inspect.getmembers(model, inspect.isclass) if found.__module__ == model.__name__
    ]
    records = [found for found in classes if is_dataclass(found)]
    assert len(records) > 8
    for record in records:
        assert record.__dataclass_params__.frozen, record  # type: ignore[attr-defined]
        assert "__slots__" in vars(record), record


def test_modules_and_functions_are_short() -> None:
    long = {}
    for module in MODULES:
        lines = len((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_MODULE:
            long[module] = lines
        for function in functions(module):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > LONGEST_FUNCTION:
                long[f"{module}.{function.name}"] = length
    assert {name: length for name, length in long.items() if name not in LONG} == {}
    assert LONG.keys() <= long.keys(), "what is excused must need it"


@pytest.mark.parametrize(
    ("package", "listed"),
    [
        (pages, [kind.__module__ for kind in pages.PAGE_KINDS]),
        (formats, [kind.__name__ for kind in formats.FORMATS]),  # type: ignore[attr-defined]
        (find, [finder.__module__ for finder in find.FINDERS]),
    ],
)
def test_every_module_of_a_folder_is_in_its_list(package: object, listed: list[str]) -> None:
    folder = package.__path__  # type: ignore[attr-defined]
    prefix = f"{package.__name__}."  # type: ignore[attr-defined]
    there = {module.name for module in pkgutil.iter_modules(folder, prefix)}
    helpers = {name for name in there if not hasattr(importlib.import_module(name), NAMED[package.__name__])}  # type: ignore[attr-defined]
    assert there - helpers == set(listed)
    assert len(listed) == len(set(listed))


NAMED = {  # what a module of a folder has that belongs into its list; the others help these
    "chronicle.publish.pages": "pages",
    "chronicle.ingest.formats": "looks_like",
    "chronicle.ingest.find": "find",
}


def test_every_module_and_every_function_that_others_use_says_what_it_does() -> None:
    silent = [
        module for module in MODULES if module != "chronicle.__init__" and not ast.get_docstring(tree(module))
    ]
    for module in MODULES:
        for node in tree(module).body:
            is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if is_public and not ast.get_docstring(node):  # type: ignore[arg-type]
                silent.append(f"{module}.{node.name}")  # type: ignore[attr-defined]
    assert silent == []


def test_each_arrow_is_one_function() -> None:
    assert callable(ingest.ingest)
    assert callable(publish.publish)


def test_a_build_with_nothing_to_do_loads_little() -> None:
    """What takes long to import is imported by those who need it."""
    quick = [
        "chronicle.cli",
        "chronicle.commands.building",
        "chronicle.commands.terminal",
        "chronicle.project",
        "chronicle.manifest",
        "chronicle.memo",
        "chronicle.summary",
    ]
    slow = {"yaml", "jinja2", "markdown", "lxml", "dateparser", "trafilatura", "nh3", "livereload", "regex"}
    for module in quick:
        at_top = {
            name.name.partition(".")[0]
            if isinstance(node, ast.Import)
            else (node.module or "").partition(".")[0]
            for node in tree(module).body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        assert not at_top & slow, module
    assert sys.version_info >= (3, 11)
