"""Pages to bytes: Jinja2, Markdown, and addresses made relative at the end."""

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from chronicle.config import Config, Links
from chronicle.digests import digest
from chronicle.memo import Memo, Remembered
from chronicle.problems import Problem, ProblemsFound
from chronicle.publish import urls
from chronicle.publish.markup import excerpt
from chronicle.publish.page import Link, Page, Row
from chronicle.publish.pages.missing import PATH as MISSING

PACKAGE = Path(__file__).parent
# What a template can raise: its own faults, and those of the expressions in it.
FAULTS = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError)
Html = Callable[[str], str]  # Markdown to safe HTML; remembers what it made


class Site(NamedTuple):
    """What every template sees as `site`."""

    title: str
    description: str
    publisher: str
    address: str
    language: str
    home: str
    countries: str
    offices: str
    officials: str
    about: str
    feed: str
    data: str
    assets: str


def site_of(config: Config) -> Site:
    """The site as templates see it."""
    return Site(
        title=config.title,
        description=config.description,
        publisher=config.publisher or "",
        address=config.address,
        language=config.language,
        home=urls.HOME,
        countries=urls.COUNTRIES,
        offices=urls.OFFICES,
        officials=urls.OFFICIALS,
        about=urls.ABOUT,
        feed=f"{urls.ROOT}feed.xml",
        data=f"{urls.ROOT}data/",
        assets=f"{urls.ROOT}assets/",
    )


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


class Renderer:
    """The templates of one site, compiled, and the rows of lists that were rendered already."""

    def __init__(self, templates: Path, config: Config, html: Remembered, compiled: Compiled) -> None:
        self.templates, self.config, self.html = templates, config, html
        self.to_files = config.links is Links.FILES
        self.base = urlsplit(config.address).path
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled,
        )
        self.environment.globals["site"] = site_of(config)
        self.environment.filters.update(
            link=self.link, links=self.links, rows=self.rows, markdown=self.markdown, canonical=self.canonical
        )
        self.made_rows: dict[Row, Markup] = {}
        self.made_links: dict[tuple[Link, str], Markup] = {}

    def compile(self, names: set[str]) -> None:
        """Load the templates; raises ProblemsFound for all that are missing or wrong."""
        problems = []
        for name in sorted(names):
            try:
                self.environment.get_template(name)
            except (TemplateError, UnicodeDecodeError) as error:
                problem = template_problem(error, self.templates, name)
                problems += [problem] if problem else []
        if problems:
            raise ProblemsFound(problems)

    def page(self, page: Page, context: tuple[Any, ...]) -> bytes:
        """A page's file. Raises ProblemsFound where its template fails."""
        try:
            text = self.environment.get_template(page.template).render(page=context)
        except FAULTS as error:
            problem = template_problem(error, self.templates, page.template)
            if problem is None:  # a fault of the program keeps its traceback
                raise
            raise ProblemsFound([problem]) from error
        if page.path == MISSING:
            return urls.from_domain(text, self.base, to_files=self.to_files).encode()
        return urls.relative(text, page.path, to_files=self.to_files).encode()

    def link(self, to: Link, rel: str = "") -> Markup:
        """A link's HTML, or its text where it leads nowhere; made once, since most stand on many pages."""
        made = self.made_links.get((to, rel))
        if made is None:
            relation = Markup(' rel="{}"').format(rel) if rel else ""
            anchor = Markup('<a{} href="{}">{}</a>').format(relation, to.url, to.text)
            made = self.made_links[to, rel] = anchor if to.url else escape(to.text)
        return made

    def links(self, several: tuple[Link, ...]) -> Markup:
        """Links with commas between them."""
        return Markup(", ").join([self.link(to) for to in several])

    def rows(self, some: tuple[Row, ...]) -> Markup:
        """The rows of a list; each is rendered once, however many lists it stands in."""
        made = self.made_rows
        template = self.environment.get_template("parts/row.html")
        for row in some:
            if row not in made:
                made[row] = Markup(template.render(row=row))  # noqa: S704  Jinja2 has escaped it
        return Markup("\n").join([made[row] for row in some])

    def markdown(self, text: str, words: int = 0) -> Markup | str:
        """A Markdown text as safe HTML; or, if `words` is given, its first words as text."""
        html = self.html(text)
        return excerpt(html, words) if words else Markup(html)  # noqa: S704  nh3 has cleaned it

    def news(self) -> list[tuple[bytes, bytes]]:
        """The Markdown that was turned to HTML and hadn't been before."""
        return self.html.news()

    def canonical(self, url: str) -> str:
        """An address with its domain."""
        return urls.absolute(url, self.config.address, to_files=self.to_files)


def template_problem(error: Exception, templates: Path, name: str) -> Problem | None:
    """What is wrong with a template, at its file and line; None where the fault isn't a template's."""
    said = (getattr(error, "message", None) or str(error) or type(error).__name__).rstrip(".")
    hint = "The templates that came with the program show what a page has; compare with them."
    if isinstance(error, UnicodeDecodeError):
        return Problem(f"{templates.name}/{name}", None, "this isn't UTF-8", "Save the file as UTF-8.")
    if isinstance(error, TemplateNotFound):
        what = f"there is no template '{error.name}'"
        return Problem(f"{templates.name}/{name}", None, what, "Restore it from the program's repository.")
    if isinstance(error, TemplateSyntaxError):
        return Problem(f"{templates.name}/{error.name or name}", error.lineno, said, hint)
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    in_templates = [(file, line) for file, line in frames if file.is_relative_to(templates)]
    if not in_templates or frames[-1][0].is_relative_to(PACKAGE):
        return None
    file, line = in_templates[-1]
    return Problem(f"{templates.name}/{file.relative_to(templates).as_posix()}", line, said, hint)
