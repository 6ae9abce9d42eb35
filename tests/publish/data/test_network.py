"""The network of officials, as networkx reads it."""

import io
from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import pytest

from chronicle.model import Entry, PartialDate, Status
from chronicle.publish.data.network import gexf_of
from chronicle.publish.edition import Edition

Make = Callable[..., Edition]


def read(edition: Edition) -> nx.Graph:
    return nx.read_gexf(io.BytesIO(gexf_of(edition.chronicle)))


def test_it_has_who_met_whom_how_often_and_when(edition: Make, entry: Entry) -> None:
    again = replace(entry, id="b", date=PartialDate("2020-01"), sources=())
    off = replace(entry, id="c", date=PartialDate("2021-01-01"), status=Status.CANCELLED, sources=())
    planned = replace(off, id="d", date=PartialDate("2022-01-01"), status=Status.PLANNED)
    graph = read(edition(entry, again, off, planned))
    assert set(graph) == {"zakir-hasanov", "jens-stoltenberg", "nobody-else"}
    assert graph.nodes["zakir-hasanov"] == {"label": "Zakir Hasanov", "side": "AZ", "meetings": 2}
    assert set(graph.edges) == {("jens-stoltenberg", "zakir-hasanov")}
    edge = graph.edges["jens-stoltenberg", "zakir-hasanov"]
    assert (edge["weight"], edge["first"], edge["last"]) == (2.0, "2019-11-07", "2020-01")


@pytest.mark.parametrize("name", ['A "B" <c>', "Ə & Ö", "a' b"])
def test_every_name_can_stand_in_it(edition: Make, entry: Entry, name: str) -> None:
    people = (replace(entry.participants[0], name=name), *entry.participants[1:])
    graph = read(edition(replace(entry, participants=people)))
    assert name in [told["label"] for _, told in graph.nodes(data=True)]


def test_nobody_gives_an_empty_network(edition: Make) -> None:
    assert not read(edition())
