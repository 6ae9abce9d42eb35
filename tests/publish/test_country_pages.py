"""What the pages of countries say of their past, and how countries are listed."""

from collections.abc import Callable

from chronicle.config import Config
from chronicle.model import CountryCode, Entry, PartialDate
from chronicle.publish.edition import Edition
from chronicle.publish.pages import countries, country
from chronicle.publish.pages.countries import CountriesContext
from chronicle.publish.pages.country import CountryContext, Former, History, Related
from chronicle.publish.urls import country_url, path_of

Make = Callable[..., Edition]


def talks(day: str, *parties: str) -> Entry:
    return Entry(f"{day}-talks-{'-'.join(parties).lower()}", "Talks", date=PartialDate(day), parties=parties)


def page_of(edition: Edition, code: str) -> CountryContext:
    """What the page of a country shows."""
    (page,) = [
        page for page in country.pages(edition) if page.path == path_of(country_url(CountryCode(code)))
    ]
    context = page.context()
    assert isinstance(context, CountryContext)
    return context


def history_of(edition: Edition, code: str) -> History:
    return page_of(edition, code).history


def names_listed(edition: Edition) -> list[str]:
    (page,) = countries.pages(edition)
    context = page.context()
    assert isinstance(context, CountriesContext)
    return [each.text for each in context.countries]


def test_a_meeting_stands_under_the_state_of_its_time(edition: Make) -> None:
    made = edition(talks("1985-11-19", "SU", "US"), talks("2010-06-24", "RU", "US"))
    assert page_of(made, "SU").meetings.held == 1
    assert page_of(made, "RU").meetings.held == 1
    assert page_of(made, "US").meetings.held == 2


def test_a_vanished_state_leads_to_those_that_followed_and_they_lead_back(edition: Make) -> None:
    made = edition(
        talks("1985-11-19", "SU", "US"), talks("2010-06-24", "RU", "US"), talks("2011-05-01", "AZ", "US")
    )
    soviet = history_of(made, "SU")
    assert soviet.years == "1922–1991"
    assert [state.text for state in soviet.after] == ["Azerbaijan", "Russia"]
    assert soviet.before == (Related(country_url(CountryCode("RU")), "Russia", ""),)
    for code in ("AZ", "RU"):
        assert history_of(made, code).before == (
            Related(country_url(CountryCode("SU")), "Soviet Union", "1922–1991"),
        )
    assert history_of(made, "US") == History("", (), (), ())


def test_states_without_a_page_are_not_led_to(edition: Make) -> None:
    made = edition(talks("1985-11-19", "SU", "US"))
    assert history_of(made, "SU").after == ()
    made = edition(talks("2010-06-24", "RU", "US"))
    assert history_of(made, "RU").before == ()


def test_former_names_are_told_latest_first_but_not_the_one_that_is_shown(edition: Make) -> None:
    entries = (talks("2014-08-05", "SZ", "TR"), talks("1975-01-01", "CD", "US"))
    made = edition(*entries)
    assert history_of(made, "SZ").called == (Former("Swaziland", "", "2018"),)
    assert [name.name for name in history_of(made, "CD").called] == [
        "Zaire",
        "Belgian Congo",
        "Congo Free State",
    ]
    assert history_of(made, "CD").called[0] == Former("Zaire", "1971", "1997")
    assert history_of(made, "TR").called == (Former("Turkey", "", "2022"),)
    made = edition(*entries, config=Config(country_names={CountryCode("TR"): "Turkey"}))
    assert page_of(made, "TR").name == "Turkey"
    assert history_of(made, "TR").called == ()


def test_sites_in_other_languages_tell_no_english_names(edition: Make) -> None:
    """In Azerbaijani, Türkiyə was never called Turkey."""
    made = edition(talks("2014-08-05", "SZ", "TR"), config=Config(language="az"))
    assert history_of(made, "TR").called == history_of(made, "SZ").called == ()


def test_names_and_their_order_are_the_languages(edition: Make) -> None:
    entries = [talks("2014-08-05", "AZ", "AT", "CZ", "DZ", "ZM")]
    assert names_listed(edition(*entries)) == ["Algeria", "Austria", "Azerbaijan", "Czechia", "Zambia"]
    listed = names_listed(edition(*entries, config=Config(language="az")))
    assert listed == ["Avstriya", "Azərbaycan", "Çexiya", "Əlcəzair", "Zambiya"]


def test_a_page_is_made_anew_when_a_state_that_it_leads_to_gets_a_page(edition: Make) -> None:
    def ingredients(*entries: Entry) -> object:
        pages = country.pages(edition(*entries))
        (page,) = [page for page in pages if page.path == "countries/su/index.html"]
        assert page.ingredients
        return page.ingredients()

    soviet, later = talks("1985-11-19", "SU", "US"), talks("2010-06-24", "RU", "FR")
    assert ingredients(soviet) != ingredients(soviet, later)
    assert ingredients(soviet) == ingredients(soviet, talks("2010-06-24", "DE", "FR"))
