"""Pages of organisations: the meetings at which they or their people took part, newest first."""

from collections import defaultdict
from collections.abc import Iterator

from chronicle.config import Part
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Count, Page
from chronicle.publish.pages.listing import About, pages_of
from chronicle.publish.pages.office import shown_name
from chronicle.publish.urls import office_url, organisation_url


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each organisation, by name."""
    if edition.has(Part.ORGANISATIONS):
        offices = offices_of(edition)
        for organisation, group in edition.groups.organisations.items():
            about = About(organisation, offices=offices.get(organisation, ()))
            yield from pages_of(group, about, edition, template="organisation.html", url_of=organisation_url)


def offices_of(edition: Edition) -> dict[str, tuple[Count, ...]]:
    """The offices of each organisation, most meetings first, as far as offices have pages."""
    found: dict[str, list[Count]] = defaultdict(list)
    for office in edition.chronicle.offices.values() if edition.has(Part.OFFICES) else ():
        if office.organisation and not office.country:
            count = Count(office_url(office.id), shown_name(office), number_held(office.meetings))
            found[office.organisation].append(count)
    return {
        each: tuple(sorted(counts, key=lambda count: (-count.meetings, count.url)))
        for each, counts in found.items()
    }
