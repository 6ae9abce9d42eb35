"""Templates make what Jinja2 by itself makes of them, only sooner."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from chronicle.publish.spoken import Said
from chronicle.publish.templates import QuickEnvironment
from chronicle.publish.texts import Texts
from tests.conftest import World


class Shown(NamedTuple):
    """Something that a template shows."""

    url: str
    text: str


class Html:
    """Something that is HTML already."""

    def __html__(self) -> str:
        return "<i>so</i>"


SHOWN = MappingProxyType(
    {
        "page": Shown("/a/?b&c", "<b>\"Ə\" & 'it'</b>"),
        "several": [Shown("/1/", "one"), Shown("", "<2>"), Shown("/3/", "three")],
        "safe": Markup("<em>safe</em>"),
        "html": Html(),
        "values": [0, 1.5, None, True, "", "<", Markup("<"), Html(), ["<"], {"a": "<"}],
        "record": {"a": "<a>"},
    }
)
TEMPLATES = {
    "base.html": (
        "<title>{% block title %}none{% endblock %}</title>{% block main required %}"
        "{% endblock %}|{{ page.url }}"
    ),
    "parts/row.html": "[{{ page.text }}{{ here|default('–') }}]",
    "parts/macros.html": (
        "{% macro link(to, rel='') %}<a{% if rel %} rel={{ rel }}{% endif %}>{{ to.text }}</a>"
        "{% endmacro %}"
        "{% macro box() %}<p>{{ caller('<x>') }}</p>{% endmacro %}"
    ),
    "child.html": (
        "{% extends 'base.html' %}{% from 'parts/macros.html' import link, box as framed %}"
        "{% set section = page.text %}{% block title %}{{ super() }} {{ section }}{% endblock %}"
        "{% block main %}{% for each in several if each.text %}{{ loop.index }}{{ link(each) }}"
        "{{ link(each, rel='<') }}"
        "{% else %}none{% endfor %}{% call(said) framed() %}{{ said }}{{ page.text }}"
        "{% endcall %}{{ safe }}{{ html }}"
        "{% include 'parts/row.html' %}{% block inner scoped %}{{ section }}{% endblock %}{% endblock %}"
    ),
    "values.html": (
        "{% for value in values %}({{ value }})"
        "{% endfor %}{{ record.a }}{{ 1 + 2 }}{{ '<' }}{{ page.text ~ '<' ~ safe }}"
    ),
    "sets.html": (
        "{% set all %}{% for each in several %}{{ each.text }},{% endfor %}"
        "{% endset %}{{ all }}{{ all|length }}"
        "{% set ns = namespace(n=0) %}"
        "{% for each in several %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}"
    ),
    "filters.html": (
        "{% filter upper %}a{{ page.text }}"
        "{% endfilter %}{{ several|map(attribute='text')|join(', ') }}"
        "{{ safe|e }}{{ page.text|safe }}{{ missing|default('<no>') }}{{ page.text|replace('b', '<') }}"
    ),
    "plain.html": "{% autoescape false %}{{ page.text }}{{ safe }}{% endautoescape %}{{ page.text }}",
    "texts.html": (
        "{{ _('Date') }}{{ _('<b>%(name)s</b>', name=page.text) }}"
        "{{ _('<b>%(name)s</b>', name=safe) }}"
        "{{ ngettext('%(n)s & day', '%(n)s & days', 2, n='<2>') }}"
        "{% trans who=page.text %}By {{ who }}{% endtrans %}"
        "{% trans n=several|length %}one{% pluralize n %}{{ n }} <of> them"
        "{% endtrans %}{{ pgettext('status', 'held') }}"
    ),
    "own-macro.html": (
        "{% macro twice(text) %}{{ text }}{{ varargs|length }}{{ kwargs }}{% endmacro %}"
        "{{ twice('<', 1, 2, a='<') }}{% for _ in [1] %}{{ twice(text='&') }}{% endfor %}"
    ),
    "recursive.html": (
        "{% for each in [[1, [2]], [3]] recursive %}({% if each is iterable %}{{ loop(each) }}"
        "{% else %}{{ each }}{% endif %}){% endfor %}"
    ),
}


class Thorough(QuickEnvironment):
    """Jinja2 as it comes."""

    code_generator_class = CodeGenerator
    make_globals = Environment.make_globals


def environment(kind: type[Environment], templates: Mapping[str, str]) -> Environment:
    made = kind(
        loader=DictLoader(dict(templates)),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
    )
    texts, said = Texts(), Said(Texts())
    made.install_gettext_callables(  # type: ignore[attr-defined]  # the extension's
        texts.gettext, texts.ngettext, newstyle=True, pgettext=texts.pgettext
    )
    made.globals.update(_=said.text, gettext=said.text, ngettext=said.of_number)
    return made


@pytest.mark.parametrize(
    "name", [name for name in TEMPLATES if name not in ("base.html", "parts/macros.html")]
)
def test_a_template_gives_what_jinja_makes_of_it(name: str) -> None:
    quick, thorough = (environment(kind, TEMPLATES) for kind in (QuickEnvironment, Thorough))
    made = quick.get_template(name).render(SHOWN)
    assert made == thorough.get_template(name).render(SHOWN)


def test_a_text_that_is_escaped_is_not_taken_for_one_that_is_not() -> None:
    said = Said(Texts())
    assert said.text("%(name)s", name=Markup("<b>")) == "<b>"
    assert said.text("%(name)s", name="<b>") == "&lt;b&gt;"
    assert said.of_number("%(n)s day", "%(n)s days", 1, n=Markup("<b>")) == "<b> day"
    assert said.of_number("%(n)s day", "%(n)s days", 1, n="<b>") == "&lt;b&gt; day"


def test_what_is_missing_is_a_fault_where_it_is_shown() -> None:
    made = environment(QuickEnvironment, {})
    with pytest.raises(UndefinedError, match="'nothing' is undefined"):
        made.from_string("{{ nothing }}").render()
    with pytest.raises(UndefinedError, match="has no attribute 'nothing'"):
        made.from_string("{{ page.nothing }}").render(SHOWN)
    assert (
        made.from_string("{{ page.nothing is defined }}{{ page.nothing|default(1) }}").render(SHOWN)
        == "False1"
    )


def test_the_whole_site_is_what_jinja_makes_of_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.article()
    world.entry(title="Later", date="2020-01-02")
    world.entry("2021-01-02-again", title="<Again>", date="2021-01-02")
    world.build()
    quick = {path.relative_to(world.site): path.read_bytes() for path in world.site.rglob("*.html")}
    monkeypatch.setattr(QuickEnvironment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(QuickEnvironment, "make_globals", Environment.make_globals)
    world.memory.unlink()
    world.build()
    assert {path.relative_to(world.site): path.read_bytes() for path in world.site.rglob("*.html")} == quick
    assert len(quick) > 20
