"""Citations, read back by libraries that reference managers are made of."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from chronicle.model import PartialDate
from chronicle.publish.citations import Cited, bibtex, citations, csl, ris

ODD = "Ərdəm & Söhne_{50 %} #1 $ ~ ^ \\ meets “O’Neill”, 7 November 2019"


@pytest.fixture
def cited() -> Cited:
    return Cited(
        id="2019-11-07-ərdəm söhne",
        title=ODD,
        site="Meetings chronicle",
        publisher="Institute of Talks & Co.",
        address="https://example.org/a_b/meetings/2019%20x/",
        date=PartialDate("2019-11-07"),
        place="Baku, Azerbaijan",
        language="en",
    )


def test_bibtex_is_read_back(cited: Cited) -> None:
    library = bibtexparser.parse_string(bibtex(cited), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry.entry_type == "misc"
    title = entry["title"].strip("{}").replace("ˆ", "^")  # as the library tells TeX's circumflex
    assert title == ODD
    assert entry["author"].strip("{}") == "Institute of Talks & Co."
    (as_written,) = bibtexparser.parse_string(bibtex(cited)).entries
    assert as_written["url"] == cited.address  # in which no sign is one of TeX
    assert entry["eventdate"] == "2019-11-07"


def test_a_key_has_only_signs_that_keys_may_have(cited: Cited) -> None:
    assert bibtex(cited).startswith("@misc{2019-11-07--rd-m-s-hne,\n")


def test_ris_is_read_back(cited: Cited) -> None:
    (entry,) = rispy.loads(ris(cited))
    assert (entry["type_of_reference"], entry["title"]) == ("ELEC", ODD)
    assert entry["authors"] == ["Institute of Talks & Co."]
    assert entry["urls"] == [cited.address]


@pytest.mark.filterwarnings("ignore::UserWarning")  # of fields that the library's sample style doesn't know
def test_csl_json_is_read_back_and_set_as_a_reference(cited: Cited) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    references = CitationStylesBibliography(style, CiteProcJSON(json.loads(csl(cited))), formatter.plain)
    references.register(Citation([CitationItem(cited.id)]))
    told = str(references.bibliography()[0])
    assert "Institute of Talks" in told
    assert "meets “O’Neill”, 7 November 2019" in told


def test_what_isnt_known_is_left_out(cited: Cited) -> None:
    some = citations(cited._replace(publisher="", date=None, place=""))
    assert [each.form for each in some] == ["BibTeX", "RIS", "CSL-JSON"]
    assert not [
        each for each in some if "author" in each.text or "AU  -" in each.text or "event" in each.text
    ]
    assert "date-parts" not in json.dumps(json.loads(some[2].text))
