"""Pages to bytes: Jinja2, Markdown, and addresses made relative at the end."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from chronicle.config import Config, Links, Part
from chronicle.lexicon.country_names import names_shown
from chronicle.memo import Remembered
from chronicle.problems import Problem, ProblemsFound
from chronicle.publish import urls
from chronicle.publish.charts.bars import bars
from chronicle.publish.doubts import doubt_shown
from chronicle.publish.marks import Mark, marked
from chronicle.publish.markup import excerpt
from chronicle.publish.page import Link, Page, Row
from chronicle.publish.pages.missing import PATH as MISSING
from chronicle.publish.spoken import Said
from chronicle.publish.templates import Compiled, Templates, environment_of
from chronicle.publish.texts import Texts

PACKAGE = Path(__file__).parent
# What a template can raise: its own faults, and those of the expressions in it.
FAULTS = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError)
UNKNOWN_FIELD = re.compile(r"'[\w.]+\.(\w+) object' has no attribute")  # how Jinja2 says it
Html = Callable[[str], str]  # Markdown to safe HTML; remembers what it made


class Translation(NamedTuple):
    """The same site in a language."""

    language: str
    name: str  # as the language calls itself
    direction: str
    home: str  # the address of its home page
    prefix: str  # where it stands below the site's root; "" for the first one
    here: bool  # whether it is the page's own language


class Site(NamedTuple):
    """What every template sees as `site`."""

    title: str
    description: str
    publisher: str
    address: str
    language: str
    direction: str  # "ltr" or "rtl"
    translations: tuple[Translation, ...]  # all languages of the site, its own among them; () where it is one
    as_written: (
        Markup  # the attributes of words that are in the language of the reports, where that is another
    )
    repository: str
    licence: str
    parts: frozenset[str]  # which kinds of pages the site has, of those that may be left out: "map", "search"
    home: str
    countries: str
    offices: str
    officials: str
    pairs: str
    organisations: str
    places: str
    topics: str
    outlets: str
    on_this_day: str
    search: str
    network: str
    map: str
    statistics: str
    data: str
    coverage: str
    corrections: str
    about: str
    method: str
    feed: str
    files: str  # the folder of data
    assets: str
    own_style: bool  # whether the owner has a stylesheet of their own: assets/own.css
    pages: tuple[Link, ...]  # the owner's own

    @property
    def back(self) -> str:
        """The arrow to what was before."""
        return "←" if self.direction == "ltr" else "→"

    @property
    def onward(self) -> str:
        """The arrow to what came after."""
        return "→" if self.direction == "ltr" else "←"


def site_of(config: Config, texts: Texts, *, own_style: bool = False, pages: tuple[Link, ...] = ()) -> Site:
    """The site as templates see it, in one of its languages."""
    return Site(
        title=config.title_in(texts.language),
        description=config.description_in(texts.language),
        publisher=config.publisher or "",
        address=config.address,
        language=texts.language,
        direction=texts.direction,
        translations=translations(config, texts) if config.other_languages else (),
        as_written=as_written(config, texts),
        repository=config.repository or "",
        licence=config.licence or "",
        parts=frozenset([part.value for part in Part if part not in config.leave_out]),
        home=urls.HOME,
        countries=urls.COUNTRIES,
        offices=urls.OFFICES,
        officials=urls.OFFICIALS,
        pairs=urls.PAIRS,
        organisations=urls.ORGANISATIONS,
        places=urls.PLACES,
        topics=urls.TOPICS,
        outlets=urls.OUTLETS,
        on_this_day=urls.ON_THIS_DAY,
        search=urls.SEARCH,
        network=urls.NETWORK,
        map=urls.MAP,
        statistics=urls.STATISTICS,
        data=urls.DATA,
        coverage=urls.COVERAGE,
        corrections=urls.CORRECTIONS,
        about=urls.ABOUT,
        method=urls.METHOD,
        feed=urls.FEED,
        files=urls.FILES,
        assets=urls.ASSETS,
        own_style=own_style,
        pages=pages,
    )


def as_written(config: Config, texts: Texts) -> Markup:
    """The attributes of an element with words of an entry: language and direction, where not the page's."""
    language = config.content_language
    if language.partition("-")[0] == texts.language.partition("-")[0]:
        return Markup("")
    direction = Texts(language).direction
    turned = Markup(' dir="{}"').format(direction) if direction != texts.direction else Markup("")
    return Markup(' lang="{}"').format(language) + turned


def translations(config: Config, texts: Texts) -> tuple[Translation, ...]:
    """All languages of the site, its root's first."""
    every = dict.fromkeys((config.language, *config.other_languages))
    return tuple([translation(code, config, texts) for code in every])


def translation(code: str, config: Config, texts: Texts) -> Translation:
    """A language of the site as seen from one of them."""
    told, prefix = Texts(code), prefix_of(code, config)
    return Translation(code, told.name, told.direction, urls.SHARED + prefix, prefix, code == texts.language)


def prefix_of(code: str, config: Config) -> str:
    """Where a language stands below the site's root."""
    return "" if code == config.language else f"{code.lower()}/"


class Renderer:
    """The templates of one site in one language, compiled, with the rows of lists rendered already."""

    def __init__(
        self,
        templates: Templates,
        config: Config,
        *,
        site: Site,
        texts: Texts,
        html: Remembered,
        compiled: Compiled,
        linked: Callable[[str], Markup],
    ) -> None:
        self.templates, self.config, self.html = templates, config, html
        self.texts, self.site, self.linked = texts, site, linked
        self.country_names = names_shown(texts.language, config.country_names_of(texts.language))
        self.prefix = prefix_of(texts.language, config)
        self.to_files = config.links is Links.FILES
        self.base = urlsplit(config.address).path
        self.environment = environment_of(templates, compiled)
        self.environment.globals["site"] = site
        self.environment.filters["bars"] = bars
        self.environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension's
            texts.gettext, texts.ngettext, newstyle=True, pgettext=texts.pgettext
        )
        self.said = said = Said(texts)
        self.environment.globals.update(_=said.text, gettext=said.text, ngettext=said.of_number)
        self.environment.filters.update(self.filters())
        self.made_parts: dict[tuple[str, str], Markup] = {}
        self.made_rows: dict[Row, Markup] = {}
        self.made_links: dict[tuple[Link, str], Markup] = {}

    def filters(self) -> dict[str, Callable[..., object]]:
        """What templates write behind a bar: {{ page.meetings|number }}."""
        return {
            "link": self.link,
            "links": self.links,
            "rows": self.rows,
            "once": self.once,
            "markdown": self.markdown,
            "canonical": self.canonical,
            "number": self.texts.number,
            "told": self.said.told,
            "doubt": self.doubt,
            "label": self.said.label,
            "in_language": self.in_language,
            "beside": self.beside,
            "linked_data": self.linked,
        }

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
            return urls.from_domain(text, self.base, to_files=self.to_files, prefix=self.prefix).encode()
        return urls.relative(text, page.path, to_files=self.to_files, prefix=self.prefix)

    def link(self, to: Link, rel: str = "") -> Markup:
        """A link's HTML, or its text where it leads nowhere; made once, since most stand on many pages."""
        made = self.made_links.get((to, rel))
        if made is None:
            relation = f' rel="{escape(rel)}"' if rel else ""
            anchor = (
                f'<a{relation} href="{escape(to.url)}">{escape(to.text)}</a>' if to.url else escape(to.text)
            )
            made = self.made_links[to, rel] = Markup(anchor)  # noqa: S704  all in it is escaped
        return made

    def links(self, several: tuple[Link, ...]) -> Markup:
        """Links with commas between them."""
        return Markup(", ".join([self.link(to) for to in several]))  # noqa: S704  links are escaped

    def rows(self, some: tuple[Row, ...]) -> Markup:
        """The rows of a list; each is rendered once, however many lists it stands in."""
        made = self.made_rows
        template = self.environment.get_template("parts/row.html")
        for row in some:
            if row not in made:
                made[row] = Markup(template.render(row=row))  # noqa: S704  Jinja2 has escaped it
        return Markup("\n".join([made[row] for row in some]))  # noqa: S704  rows are

    @pass_context
    def once(self, _: Context, part: str, here: str = "") -> Markup:
        """A part that is the same on many pages: rendered once for each value that it sees as `here`.

        It asks for the context as the filters in `spoken` do, and for their reason.
        """
        made = self.made_parts.get((part, here))
        if made is None:
            text = self.environment.get_template(part).render(here=here)
            made = self.made_parts[part, here] = Markup(text)  # noqa: S704  Jinja2 has escaped it
        return made

    def markdown(self, text: str, words: int = 0, marks: tuple[Mark, ...] = ()) -> Markup | str:
        """A Markdown text as safe HTML, with marks; or, if `words` is given, its first words as text."""
        html = self.html(text)
        if marks:
            return marked(html, marks)
        return excerpt(html, words) if words else Markup(html)  # noqa: S704  nh3 has cleaned it

    def doubt(self, written: str) -> Markup:
        """A doubt in the page's language, or as it was written, which is said then."""
        shown = doubt_shown(written, self.texts, self.country_names)
        if shown is not None or not self.site.as_written:
            return escape(shown or written)
        return Markup("<span{}>{}</span>").format(self.site.as_written, written)

    def news(self) -> list[tuple[bytes, bytes]]:
        """The Markdown that was turned to HTML and hadn't been before."""
        return self.html.news()

    def canonical(self, url: str) -> str:
        """An address with its domain."""
        return urls.absolute(url, self.config.address, to_files=self.to_files, prefix=self.prefix)

    def beside(self, url: str, name: str) -> str:
        """A file beside a list, by the address of one of the list's pages."""
        return urls.beside(urls.list_of(url), name)

    def in_language(self, url: str, of: Translation) -> str:
        """The address of the same page in another language."""
        return url.replace(urls.ROOT, of.home)


class Renderers:
    """The renderers of all languages of a site, by where their pages stand."""

    def __init__(self, renderers: Sequence[Renderer]) -> None:
        self.by_prefix = {renderer.prefix: renderer for renderer in renderers}
        self.html = renderers[0].html  # the languages share it

    def page(self, page: Page, context: tuple[Any, ...]) -> bytes:
        """A page's file. Raises ProblemsFound where its template fails."""
        return self.by_prefix[page.prefix].page(page, context)

    def news(self) -> list[tuple[bytes, bytes]]:
        """The Markdown that was turned to HTML and hadn't been before."""
        return self.html.news()


def template_problem(error: Exception, templates: Templates, name: str) -> Problem | None:
    """What is wrong with a template, at its file and line; None where the fault isn't a template's."""
    said = (getattr(error, "message", None) or str(error) or type(error).__name__).rstrip(".")
    said = UNKNOWN_FIELD.sub(r"\1 has no", said)
    hint = "The templates that came with the program show what a page has; compare with them."
    if isinstance(error, UnicodeDecodeError):
        return Problem(shown(templates, name), None, "this isn't UTF-8", "Save the file as UTF-8.")
    if isinstance(error, TemplateSyntaxError):
        return Problem(shown(templates, error.name or name), error.lineno, said, hint)
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    in_templates = [
        (file.relative_to(folder).as_posix(), line)
        for file, line in frames
        for folder in templates
        if file.is_relative_to(folder)
    ]
    if isinstance(error, TemplateNotFound):
        file, line = in_templates[-1] if in_templates else (name, None)
        hint = f"Mend the name, or restore {shown(templates, str(error.name))}."
        return Problem(shown(templates, file), line, f"there is no template '{error.name}'", hint)
    if not in_templates or frames[-1][0].is_relative_to(PACKAGE):
        return None
    file, line = in_templates[-1]
    return Problem(shown(templates, file), line, said, hint)


def shown(templates: Templates, name: str) -> str:
    """Where a template stands, for people: the owner's own, or else the program's."""
    *own, shipped = templates
    for folder in own:
        if (folder / name).is_file():
            return f"{folder.parent.name}/{folder.name}/{name}"
    return f"{shipped.name}/{name}"
