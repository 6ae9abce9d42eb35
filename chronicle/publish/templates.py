"""How templates are read and compiled: as Jinja2 does it, only to quicker Python.

Rendering is most of a build, and most of rendering went into passing texts on. Some things differ from
what Jinja2 does by itself, and none shows in what a template makes:

- a block gathers its texts in a list, where Jinja2 hands each of them through a chain of generators;
- a text is escaped without making a `Markup` of it, and a `Markup` goes through as it is;
- macros and texts of the interface, {{ _("Date") }}, are called without asking first whether they want the
  context;
- what all templates see is one plain mapping, since each page makes a copy of it.
"""

from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from chronicle.digests import digest
from chronicle.memo import Memo

try:
    from markupsafe._speedups import _escape_inner as escaped  # the C code that `escape` wraps
except ImportError:  # another MarkupSafe, or a Python for which it has no C code

    def escaped(text: str, /) -> str:
        """A text as it stands in HTML."""
        return str(escape(text))


Templates = Sequence[Path]  # folders; what stands in an earlier one goes before its like in a later one


class Compiled(BytecodeCache):
    """Templates compiled before; the memory gives back only what it was given."""

    def __init__(self, memo: Memo, version: bytes) -> None:
        self.memo, self.version = memo, version

    def key(self, bucket: Bucket) -> bytes:
        """What a compiled template depends on."""
        return digest(self.version, bucket.key.encode(), bucket.checksum.encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket if the template was compiled before."""
        known = self.memo.get("templates", self.key(bucket))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled now."""
        self.memo.put("templates", [(self.key(bucket), bucket.bytecode_to_string())])


T = TypeVar("T")
TEXTS = ("_", "gettext", "ngettext")  # as `spoken` has them; Jinja2's own ask for the context


def called(function: Callable[..., T], /, *args: object, **named: object) -> T:
    """What a function gives."""
    return function(*args, **named)


class Writer(CodeGenerator):
    """Writes a template's Python."""

    direct: frozenset[str] = frozenset()  # what can be called as it is: texts, and macros by their names

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """A template."""
        own = [macro.name for macro in node.find_all(nodes.Macro)]
        imported = [name for each in node.find_all(nodes.FromImport) for name in each.names]
        aliases = [name[1] if isinstance(name, tuple) else name for name in imported]
        self.direct = frozenset([*TEXTS, *own, *aliases])
        self.writeline(f"from {__name__} import called, escaped")
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Sequence[nodes.Node], frame: Frame) -> None:  # type: ignore[override]
        """What stands in a block, gathered before it is handed on."""
        gathers = frame.block_frame and frame.buffer is None
        if gathers:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if gathers:
            self.writeline(f"yield concat({frame.buffer})")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self.escapes(frame):
            self.write("(_shown if (_shown := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self.escapes(frame):
            self.write(")).__class__ is Markup else escaped(_shown) if _shown.__class__ is str")
            self.write(" else escape(_shown))")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, **how: bool) -> None:  # type: ignore[override]  # noqa: N802
        """A call; that of a block's caller goes Jinja2's way."""
        if isinstance(node.node, nodes.Name) and node.node.name in self.direct and not how:
            self.write("called(")
            self.visit(node.node, frame)
            self.signature(node, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, **how)

    def escapes(self, frame: Frame) -> bool:
        """Whether it is known already that what a frame shows is escaped."""
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


class QuickEnvironment(Environment):
    """Templates that are compiled so."""

    code_generator_class = Writer

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template sees besides its page; the environment's own must be there before it is loaded."""
        return {**self.globals, **(d or {})}


def environment_of(templates: Templates, compiled: Compiled) -> Environment:
    """How templates are read."""
    return QuickEnvironment(
        loader=FileSystemLoader(templates),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
