"""The three arrows, one after another: articles → entries → chronicle → site."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from pathlib import Path

from chronicle import ownership, store
from chronicle.config import EXAMPLE_ADDRESS, Config, read_config
from chronicle.corrections import Correction, notes_on_corrections, read_corrections
from chronicle.digests import digest
from chronicle.editions import editions_of, without_catalogue, wrong_catalogues
from chronicle.intake import Intake, number_of_articles, taken_in
from chronicle.lexicon.states import known_codes
from chronicle.lexicon.topics import Topics
from chronicle.manifest import Manifest, last_build, remember
from chronicle.memo import Memo, Remembered
from chronicle.model import Entry, Registry
from chronicle.own_pages import problems_of
from chronicle.own_templates import misplaced
from chronicle.ownership import Plan
from chronicle.parallel import Beside, processes
from chronicle.problems import Problem, ProblemsFound
from chronicle.progress import Progress, quiet
from chronicle.project import (
    ARTICLES,
    CORRECTIONS,
    LEDGER,
    MEETINGS,
    PAGES,
    REGISTRY,
    TOPICS,
    Inputs,
    Project,
    code_version,
    files,
    inputs_of,
)
from chronicle.publish import publish
from chronicle.publish.background import background_of
from chronicle.publish.edition import Edition
from chronicle.publish.linked_data import linked_data
from chronicle.publish.markup import safe_html
from chronicle.publish.outputs import OWN_STYLE, of_meetings, others, places_of_meetings
from chronicle.publish.own_links import dead_links_of_entries, dead_links_of_pages
from chronicle.publish.page import Page, Piece
from chronicle.publish.pages.own import links_to
from chronicle.publish.render import Renderer, Renderers, site_of
from chronicle.publish.templates import Compiled
from chronicle.publish.write import Late, Outcome, Staging, put
from chronicle.record import id_of
from chronicle.registry import known_registry, notes_on_entries
from chronicle.resolve import resolve
from chronicle.search_index import FOLDER, Index, searched
from chronicle.store import Stored
from chronicle.summary import Summary
from chronicle.topics import read_topics


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything as read, before anything is written."""

    config: Config
    stored: tuple[Stored, ...]  # the entries with their files
    ledger: Mapping[str, store.Line]
    topics: Topics
    registry: Registry
    corrections: tuple[Correction, ...]
    intake: Intake
    wrong: tuple[Problem, ...]  # what keeps the site from being built

    @property
    def entries(self) -> list[Entry]:
        """The entries."""
        return [each.entry for each in self.stored]


def build(project: Project, *, progress: Progress = quiet, jobs: int = 0) -> Summary:
    """Bring entries and site up to date.

    Raises ProblemsFound where something keeps the site from being built; the old one stays as it was.
    """
    with Memo(project.memory) as memo:
        return build_with(memo, inputs_of(project), project, progress=progress, jobs=jobs)


def build_with(
    memo: Memo,
    inputs: Inputs,
    project: Project,
    *,
    progress: Progress = quiet,
    jobs: int = 0,
    searchable: bool = True,
) -> Summary:
    """The same with the memory open, and so locked, and the files read since.

    Without `searchable` the search index stays the last build's, and the build counts as unfinished.
    """
    gc.disable()  # a build makes millions of objects and hardly a cycle
    try:
        store.remove_parts(project.content)
        return Build(project, memo, progress, jobs or processes(), searchable).run(inputs)
    finally:
        gc.freeze()  # what is left of them has no cycles; the collection at the program's end needn't look
        gc.enable()


@dataclass(frozen=True, slots=True)
class Build:
    """One build: where, with which memory, and whom to tell."""

    project: Project
    memo: Memo
    progress: Progress
    jobs: int
    searchable: bool = True  # whether the search index is brought up to date, too

    def run(self, inputs: Inputs) -> Summary:
        """Articles to entries, entries to site; and remember what came of it."""
        output = self.project.output
        with Staging(output, last_build(self.memo, output).files, jobs=self.jobs) as staging:
            return self.run_with(staging, inputs)

    def run_with(self, staging: Staging, inputs: Inputs) -> Summary:
        """The same with the new site's folder begun."""
        before = load(self, inputs)
        if before.wrong:
            raise ProblemsFound([*before.wrong, *before.intake.problems])
        plan = plan_of(before)
        carry_out(plan, self.project.content, before.ledger, inputs.entries)
        after = before
        if plan.writes or plan.removals:
            inputs = inputs_of(self.project)
            after = load(self, inputs)
            if after.wrong:
                raise ProblemsFound([*after.wrong, *after.intake.problems])
        elif plan.ledger != before.ledger:
            inputs, after = inputs_of(self.project), replace(before, ledger=plan.ledger)
        outcome, index = write_site(self, after, inputs, staging)
        still = Summary(
            articles=number_of_articles(plan.ledger),
            entries=len(after.stored),
            review=sum(bool(entry.review) for entry in after.entries),
            files=len(outcome.placed),
        )
        # What is left out of a build is complained of each time: then nothing counts as done.
        state = "" if before.intake.problems or index.notes or index.behind else inputs.digest
        files = {placed.path: placed for placed in outcome.placed}
        remember(self.memo, self.project.output, Manifest(state, asdict(still), files))
        return replace(
            still,
            fresh=number_of_articles(article.article for article in before.intake.fresh),
            written=len(plan.writes),
            removed=len(plan.removals),
            changed=len(outcome.changed),
            notes=(*before.intake.notes, *plan.notes, *notes_of(after, inputs, self.project), *index.notes),
            problems=before.intake.problems,
            behind=index.behind,
        )


def notes_of(loaded: Loaded, inputs: Inputs, project: Project) -> list[str]:
    """What settings, registry, corrections and names of templates tell that isn't so; and what isn't set."""
    own, used = files(project.own_templates), [*files(project.templates), OWN_STYLE]
    return [
        *unknown_outlets(loaded),
        *unknown_entries(loaded),
        *notes_on_corrections(
            loaded.corrections, loaded.entries, f"{project.content.as_posix()}/{CORRECTIONS}"
        ),
        *without_catalogue(loaded.config, inputs),
        *misplaced(own, used, project.own_templates.as_posix()),
        *without_address(loaded.config, project),
    ]


def without_address(config: Config, project: Project) -> list[str]:
    """A note where nobody has said yet where the site will stand."""
    if config.address != EXAMPLE_ADDRESS:
        return []
    names = f"the address is still {EXAMPLE_ADDRESS}, which feeds, calendars, citations and data files name."
    return [f"{names} Set 'address' in {project.config.as_posix()} before you publish."]


def unknown_outlets(loaded: Loaded) -> list[str]:
    """Notes on outlets in the settings that no source has: a slip there may publish what must not be."""
    known = {source.outlet for entry in loaded.entries for source in entry.sources}
    missing = sorted(loaded.config.article_text_of.keys() - known)
    return [
        f"article_text is set for '{outlet}', but no source has an outlet of that name." for outlet in missing
    ]


def unknown_entries(loaded: Loaded) -> list[str]:
    """Notes on entries that the registry names and nobody has: a slip, or an entry that is gone."""
    return notes_on_entries(loaded.registry, {entry.id for entry in loaded.entries})


# ── reading ──────────────────────────────────────────────────────────────────────────────────


def load(build: Build, inputs: Inputs) -> Loaded:
    """Read everything, and collect all that is wrong with it."""
    project = build.project
    content = project.content.as_posix()
    config, of_config = read_config(project.config.as_posix(), inputs.config.decode(errors="replace"))
    ledger, of_ledger = store.read_ledger(inputs.ledger, f"{content}/{LEDGER}")
    topics, of_topics = read_topics(
        f"{content}/{TOPICS}", inputs.topics.decode("utf-8-sig", errors="replace")
    )
    stored, of_entries = read_entries(build, inputs)
    registry, of_registry = read_decisions(build, inputs)
    corrections, of_corrections = read_corrections(
        inputs.corrections,
        f"{content}/{CORRECTIONS}",
        entries={id_of(path) for path in inputs.entries if path.endswith(".md")},  # the broken ones, too
        codes=known_codes(),
    )
    intake = taken_in(
        inputs.articles,
        closed=inputs.closed,
        folder=f"{content}/{ARTICLES}",
        ledger=ledger,
        topics=topics,
        advance=partial(build.progress, "articles"),
        jobs=build.jobs,
    )
    wrong = (
        *of_config,
        *of_ledger,
        *of_topics,
        *of_entries,
        *of_registry,
        *of_templates(project),
        *of_corrections,
    )
    wrong += (*problems_of(inputs.pages, f"{content}/{PAGES}"), *wrong_catalogues(config, project, inputs))
    return Loaded(config, stored, ledger, topics, registry, corrections, intake, wrong)


def read_entries(build: Build, inputs: Inputs) -> tuple[tuple[Stored, ...], list[Problem]]:
    """The entries, and what is wrong with them."""
    stored, problems = store.entries(
        inputs.entries,
        folder=f"{build.project.content.as_posix()}/{MEETINGS}",
        codes=known_codes(),
        memo=build.memo,
        version=code_version(),
        jobs=build.jobs,
    )
    return tuple(stored), problems


def read_decisions(build: Build, inputs: Inputs) -> tuple[Registry, list[Problem]]:
    """What people decided on who is who, and what is wrong with it."""
    return known_registry(
        build.memo,
        inputs.registry,
        folder=f"{build.project.content.as_posix()}/{REGISTRY}",
        codes=known_codes(),
        version=code_version(),
    )


def of_templates(project: Project) -> list[Problem]:
    """What is wrong with the folder of templates."""
    if project.templates.is_dir():
        return []
    hint = "Restore it from the program's repository."
    return [Problem(project.templates.as_posix(), None, "there is no folder of templates here", hint)]


# ── writing ──────────────────────────────────────────────────────────────────────────────────


def plan_of(loaded: Loaded) -> Plan:
    """What to do with the entries, so that they tell what the articles tell."""
    present = loaded.intake.present
    if not present and loaded.ledger:
        # Without a digest an article that is missing isn't gone: its entries stay when another one comes.
        kept = {name: line._replace(digest="") for name, line in loaded.ledger.items()}
        note = "there are no articles any more; the entries that were made of them are kept."
        return Plan(ledger=kept, notes=[note] if kept != loaded.ledger else [])
    return ownership.plan(loaded.intake.fresh, present=present, stored=loaded.stored, ledger=loaded.ledger)


def carry_out(
    plan: Plan, content: Path, ledger: Mapping[str, store.Line], entries: Mapping[str, bytes]
) -> None:
    """Write and remove entries; the ledger last, so that a killed build is simply done again.

    Raises ProblemsFound if an entry isn't what it was when it was read: somebody is editing it.
    """
    changes = {path: text.encode() for path, text in sorted(plan.writes.items())}
    for path in [*changes, *sorted(plan.removals - changes.keys())]:
        file = content / MEETINGS / path
        if store.content_of(file) != entries.get(path):
            hint = "Nothing of it is lost. Build again."
            raise ProblemsFound([Problem(file.as_posix(), None, "this was edited while the build ran", hint)])
        if path in changes:
            store.write(file, changes[path])
        else:
            store.remove(file)
    if plan.ledger != ledger:
        store.write(content / LEDGER, store.ledger_text(plan.ledger.values()))


def write_site(build: Build, loaded: Loaded, inputs: Inputs, staging: Staging) -> tuple[Outcome, Index]:
    """The site of the entries, put in its place, and its search index."""
    made, html = editions(build, loaded, inputs), remembered_html(build)
    own_pages = [links_to(edition.own_pages) for edition in made]  # every page leads to them
    shown = repr(([(topic.id, topic.name) for topic in loaded.topics.values()], own_pages)).encode()
    version = digest(
        code_version(), inputs.config, shown, *(n.encode() + c for n, c in inputs.templates.items())
    )
    with (
        Beside(
            partial(searched, made, html, staging, searchable=build.searchable), jobs=build.jobs
        ) as search,
        Beside(lambda: of_meetings(made[0], html), jobs=build.jobs) as data,
    ):
        pieces, renderer = prepared(build, made, html, loaded, inputs)
        index = cache(search.result)
        late = Late(places_of_meetings(loaded.config), FOLDER, lambda: [*data.result(), *index().files])
        outcome = put(pieces, late, staging, renderer=renderer, version=version)
    build.memo.put("html", outcome.news)
    return outcome, index()


def remembered_html(build: Build) -> Remembered:
    """Markdown to safe HTML, which is remembered."""
    return Remembered(safe_html, path=build.project.memory, table="html", version=code_version())


def prepared(
    build: Build, editions: Sequence[Edition], html: Remembered, loaded: Loaded, inputs: Inputs
) -> tuple[list[Piece], Renderers]:
    """The pieces of the site, but for those that have all meetings in them; and what renders pages.

    Raises ProblemsFound for templates that are missing or wrong, and for links that lead nowhere.
    """
    project = build.project
    planned = publish(*editions)
    pages = [piece for piece in planned if isinstance(piece, Page)]
    pieces: list[Piece] = [*planned, *others(pages, loaded.config, inputs.templates)]
    renderers = [renderer_of(edition, build, html, inputs) for edition in editions]
    renderers[0].compile({page.template for page in pages})
    places = places_of_meetings(loaded.config) | {piece.place for piece in pieces}
    content = project.content.as_posix()
    problems = [
        *dead_links_of_pages(inputs.pages, f"{content}/{PAGES}", places),
        *dead_links_of_entries(loaded.stored, inputs.entries, f"{content}/{MEETINGS}", places),
    ]
    if problems:
        raise ProblemsFound(problems)
    return pieces, Renderers(renderers)


def renderer_of(edition: Edition, build: Build, html: Remembered, inputs: Inputs) -> Renderer:
    """What renders the pages of one language."""
    config, texts = edition.config, edition.views.texts
    pages = links_to(edition.own_pages)
    site = site_of(config, texts, own_style=OWN_STYLE in inputs.templates, pages=pages)
    folders = (build.project.own_templates, build.project.templates)
    compiled, linked = Compiled(build.memo, code_version()), linked_data(edition)
    return Renderer(folders, config, site=site, texts=texts, html=html, compiled=compiled, linked=linked)


def editions(build: Build, loaded: Loaded, inputs: Inputs) -> list[Edition]:
    """What the pages of a site are made of, in each of its languages."""
    chronicle = resolve(loaded.entries, loaded.registry)
    articles = f"{build.project.content.as_posix()}/{ARTICLES}"
    background = background_of(
        loaded.stored, loaded.ledger, loaded.corrections, loaded.intake.problems, articles
    )
    return editions_of(
        chronicle, loaded.config, loaded.stored, loaded.topics, inputs=inputs, background=background
    )
