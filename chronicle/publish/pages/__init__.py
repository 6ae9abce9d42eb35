"""The page kinds, in the order in which their pages are planned: a module a kind."""

from chronicle.publish.pages import (
    about,
    countries,
    country,
    home,
    meeting,
    missing,
    month,
    office,
    offices,
    official,
    officials,
    redirect,
    undated,
    year,
)

PAGE_KINDS = (
    home.pages,
    meeting.pages,
    country.pages,
    countries.pages,
    official.pages,
    officials.pages,
    office.pages,
    offices.pages,
    year.pages,
    month.pages,
    undated.pages,
    about.pages,
    missing.pages,
    redirect.pages,
)
