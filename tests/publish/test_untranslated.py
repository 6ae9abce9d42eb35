"""A site with Greek content and all of its own texts in brackets: what else it says can't be translated."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.pofile import write_po
from lxml import html

from chronicle.publish.data.schema import TABLES
from tests.conftest import World
from tools.make_catalogues import template

GREEK = {
    "2019/2019-11-07-synantisi-a": """
title: Ο Γιάννης Άλφα συναντά τον Νίκο Βήτα
date: 2019-11-07
city: Αθήνα
country: GR
participants:
- {name: Γιάννης Άλφα, role: Υπουργός Άμυνας, rank: Στρατηγός, country: GR}
- {name: Νίκος Βήτα, role: Πρέσβης, country: CY}
- {name: Μαρία Γάμμα, organisation: Ένωση}
parties: [GR, CY, Ένωση]
occasion: επίσημη επίσκεψη
documents: [πρωτόκολλο, σχέδιο]
topics: [ενέργεια, άμυνα, energy]
statements:
- {manner: thanked, speaker: Γιάννης Άλφα, sides: [GR], topics: [ενέργεια], quoted: true}
- {manner: agreed, sides: [GR, CY]}
sources:
- {article: α.txt, outlet: Ημερησία, url: 'https://example.org/a', published: 2019-11-08,
   attribution: Υπουργείο}
review: [Nobody is named for NATO.]
evidence:
  date: {basis: inferred, words: Πέμπτη, rule: past_weekday, value: 2019-11-07}
  country: {basis: inferred, rule: country_of_the_city, value: GR}
  kind: {basis: stated, words: συνάντησε, rule: act_of_meeting, value: meeting}
  participants[0].role: {basis: stated, words: Υπουργός, rule: one_office, value: Υπουργός Άμυνας}
  occasion: {basis: confirmed, words: επίσκεψη}
""",
    "2019/2019-11-07-synantisi-b": """
title: Συνάντηση Άλφα και Βήτα
date: 2019-11-07
city: Πειραιάς
country: GR
participants:
- {name: Γιάννης Άλφα, role: Υπουργός, country: GR}
- {name: Νίκος Βήτα, role: Πρέσβης, country: CY}
parties: [GR, CY]
sources:
- {article: β.txt, outlet: Καθημερινά, published: 2019-11-09}
""",
    "2019/2019-12-01-tilefono": """
title: Τηλεφώνημα Άλφα και Δέλτα
date: 2019-12
kind: call
participants:
- {name: Γιάννης Άλφα, role: Υπουργός Άμυνας, country: GR}
- {name: Ελένη Δέλτα, role: Υπουργός, country: SU}
parties: [GR, SU]
topics: [energy]
sources:
- {outlet: Ημερησία, published: 2019-12-02}
""",
    "2020/2020-01-05-programma": """
title: Ο Άλφα θα δει τον Βήτα
date: 2020-01-05
end_date: 2020-01-07
kind: visit
status: planned
participants:
- {name: Γιάννης Άλφα, role: Υπουργός Άμυνας, country: GR}
- {name: Νίκος Βήτα, role: Πρέσβης, country: CY}
parties: [GR, CY]
occasion: newly appointed
""",
    "2020/2020-02-03-akyrosi": """
title: Ακυρώθηκε η συνάντηση
date: 2020-02-03
kind: video
status: cancelled
participants:
- {name: Νίκος Βήτα, role: Πρέσβης, country: CY}
parties: [CY, IR]
review: [Είναι αυτός;]
""",
    "undated/agnosti": """
title: Χωρίς ημερομηνία
kind: conference
participants:
- {name: Μαρία Γάμμα, country: CY}
- {name: Πέτρος Ζήτα, country: GR}
parties: [CY, GR]
""",
}
SEEN = ("title", "alt", "aria-label", "aria-description", "placeholder", "value", "label", "summary", "abbr")
SKIPPED = ("script", "style", "code", "pre", "kbd", "samp")
DESCRIPTIONS = ("description", "og:title", "og:description", "og:site_name", "twitter:title")
ALLOWED = {  # Latin words that are the same in every language, and why
    "JSON": "a format of files",
    "CSV": "a format of files",
    "XML": "a format of files",
    "GEXF": "a format of files",
    "SQLite": "a format of files",
    "SVG": "a format of files",
    "PNG": "a format of files",
    "BibTeX": "a format of files",
    "RIS": "a format of files",
    "CSL": "a format of files",
    "CSL-JSON": "a format of files",
    "Atom": "a format of files",
    "iCalendar": "a format of files",
    "JSON-LD": "a format of files",
    "HTML": "a format of files",
    "SHA-256": "a kind of checksum",
    "DOI": "a kind of number",
    "Wikidata": "a name",
    "GitHub": "a name",
    "GeoNames": "a name",
    "Unicode": "a name",
    "CLDR": "a name",
    "Datasette": "a name",
    "Gephi": "a name",
    "Pagefind": "a name",
    "CC": "a licence's name",
    "BY": "a licence's name",
    "NATO": "a side, in the doubt of the small world",
    "SHA256SUMS": "a file",
    "meetings_fts": "a table of the SQLite file",
    **{table.name: "a table of the data" for table in TABLES},
    **{key: "a field of the data" for table in TABLES for field in table.fields for key, _ in field.keys},
}
# A letter alone is that of an index: names stand under the letters of their addresses, which are Latin.
LATIN = re.compile(r"[A-Za-zÀ-ɏ][\wÀ-ɏ'’.-]*[\wÀ-ɏ]")
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?|\S+/\S*")  # of a page, or of a file
BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")


def bracketed(text: str) -> str:
    """A text with brackets around all of its own words: what is filled in stands outside, and so do tags."""
    parts = re.split(r"(%\(\w+\)s|%%|<[^>]*>)", text)
    return "".join([part if at % 2 or not part.strip() else f"⟦{part}⟧" for at, part in enumerate(parts)])


def pseudo(language: str = "el") -> str:
    """A catalogue with all texts in brackets."""
    catalogue, texts = Catalog(locale=language), template()
    for message in texts:
        if isinstance(message.id, str) and message.id:
            catalogue.add(message.id, bracketed(message.id), context=message.context)
        elif message.id:
            forms = [bracketed(message.id[1])] * catalogue.num_plurals
            catalogue.add(message.id, forms, context=message.context)
    file = BytesIO()
    write_po(file, catalogue, width=0)
    return file.getvalue().decode()


@pytest.fixture(scope="module")
def in_greek(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A site of all page kinds whose words and numbers are Greek, but for what is in brackets."""
    world = World(tmp_path_factory.mktemp("greek"))
    world.write(
        "config.yaml",
        "title: Χρονικό\ndescription: Ποιος είδε ποιον.\npublisher: Εκδότης\nlanguage: el\n"
        "content_language: el\n"
        "page_length: 2\nrepository: https://github.com/a/b\ncountry_names: {SU: Σοβιετική Ένωση}\n",
    )
    for name, fields in GREEK.items():
        world.write(f"content/meetings/{name}.md", f"---\n{fields.strip()}\n---\n\nΣυναντήθηκαν *χθες*.\n")
    world.write(
        "content/registry/officials.yaml",
        "- id: giannis-alpha\n  name: Γιάννης Άλφα\n  country: GR\n  spellings: [Ιωάννης Άλφα]\n"
        "  formerly: [alpha]\n  wikidata: Q1\n  portrait: https://example.org/p.jpg\n  note: Σημείωση.\n"
        "  links: [https://example.org/alpha]\n",
    )
    world.write("content/pages/about.md", "Για το χρονικό.\n")
    world.write("content/templates/languages/el.po", pseudo())
    world.article(
        "γ.txt",
        "---\noutlet: Ημερησία\npublished: 2019-11-07\n---\n"
        "Troops held a drill near the coast on Thursday.\n",
    )
    world.build()
    return world


def shown_texts(page: html.HtmlElement) -> Iterator[str]:
    """All that a reader sees or hears of a page, piece by piece."""
    for node in page.iter():
        if not isinstance(node.tag, str) or any(up.tag in SKIPPED for up in (node, *node.iterancestors())):
            continue
        other_language = node.tag == "a" and node.get("hreflang")
        if node.text and not other_language:
            yield node.text
        if node.tag == "meta" and (node.get("name") or node.get("property")) in DESCRIPTIONS:
            yield node.get("content") or ""
        chosen = node.tag == "option" or node.get("type") in ("hidden", "radio", "checkbox")
        yield from (node.get(name) or "" for name in SEEN if not (chosen and name == "value"))
    for node in page.iter():  # a tail belongs to the element around
        above = [] if not isinstance(node.tag, str) else list(node.iterancestors())
        if node.tail and not any(up.tag in SKIPPED for up in above):
            yield node.tail


def untranslated(page: html.HtmlElement) -> Iterator[str]:
    """The pieces with words in Latin letters that stand in no brackets."""
    for text in shown_texts(page):
        left = ADDRESS.sub(" ", BRACKETS.sub(" ", text))
        if any(word not in ALLOWED for word in LATIN.findall(left)):
            yield " ".join(text.split())


def test_no_page_has_a_text_that_cannot_be_translated(in_greek: World) -> None:
    pages = sorted(in_greek.site.rglob("*.html"))
    assert len(pages) > 20
    left = {
        (text, page.relative_to(in_greek.site).as_posix())
        for page in pages
        for text in untranslated(html.fromstring(page.read_bytes()))
    }
    first = {text: min(path for told, path in left if told == text) for text, _ in left}
    told = sorted(f"{path}: {text}" for text, path in first.items())
    assert not told, "\n".join(["no texts of the catalogue:", *told])


def test_untranslated_words_are_found_wherever_readers_meet_them() -> None:
    page = html.fromstring(
        "<html lang=el><head><title>Σελίδα</title><meta name=description content='A list'></head>"
        "<body><p title='Hint'>⟦Text⟧ Άλφα, seen <b>⟦x⟧</b> tail</p><code>code</code> after"
        "<img alt='Map' src='a.png'><a hreflang=en>English</a> JSON https://example.org/a</body></html>"
    )
    found = {"A list", "⟦Text⟧ Άλφα, seen", "Hint", "Map", "after", "tail"}
    assert set(untranslated(page)) == found
