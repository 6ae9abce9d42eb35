"""Sample addresses of every kind of page: what is looked at where looking at all would take too long."""

from chronicle.publish.pages import PAGE_KINDS

KINDS = tuple(kind.__module__.rpartition(".")[2] for kind in PAGE_KINDS)
SAMPLES = {
    "about": ["about/"],
    "corrections": ["corrections/", "meetings/2022-05-14-drill/"],  # all of them, and where one was withdrawn
    "countries": ["countries/"],
    "country": ["countries/az/", "countries/it/", "countries/it/page/2/"],
    "country_pair": ["pairs/it-pl/", "pairs/az-tr/"],
    "coverage": ["coverage/", "coverage/without-meeting/"],
    "data": ["data/"],
    "day": ["2020/02/02/"],
    "home": [""],
    "meeting": [
        "meetings/2022-05-12-solheim-wilk/",
        "meetings/2019-01-16-hasanov-bagheri/",
        "meetings/2018-03-31-canikli-hasanov/",  # two reports of one outlet
        "meetings/2020-02-02-conference/",
        "meetings/2020-03-03-long-names/",
        "meetings/2031-06-01-solheim-duarte/",
        "meetings/duarte-birgisson/",
        "meetings/2021-09-solheim-birgisson/",
    ],
    "method": ["method/"],
    "missing": ["404.html"],
    "month": ["2022/05/", "2005/03/"],
    "network": ["network/"],
    "office": ["offices/no-minister-of-fisheries/"],
    "offices": ["offices/"],
    "official": [
        "officials/aurelio-montefalcone-whittington/",
        "officials/annegret-von-hohenfels-schillingsfurst/",
        "officials/maren-solheim/",
    ],
    "official_pair": ["officials/aurelio-montefalcone-whittington/with/piotr-zielonka/"],
    "officials": ["officials/"],
    "on_this_day": ["on-this-day/", "on-this-day/02-02/"],
    "organisation": ["organisations/un/"],
    "organisations": ["organisations/"],
    "outlet": ["outlets/harbour-gazette/"],
    "outlets": ["outlets/"],
    "own": ["glossary/"],
    "pairs": ["pairs/"],
    "place": ["places/rome-it/"],
    "places": ["places/"],
    "redirect": ["meetings/2022-05-12-treaty-of-oslo/"],
    "search": ["search/"],
    "statistics": ["statistics/"],
    "topic": ["topics/energy/"],
    "topics": ["topics/"],
    "undated": ["undated/"],
    "world": ["map/"],
    "year": ["2022/"],
    "year_statistics": ["statistics/2022/"],
}
SHOWN = [kind for kind in KINDS if kind != "redirect"]  # those that stay where they are
PAGES = [path for kind in SHOWN for path in SAMPLES.get(kind, ())]
SEARCHED = "search/?q=solheim"  # the search page as a reader has it, with results
ALL_PAGES = [*PAGES, SEARCHED]
TRANSLATED = [f"{language}/{SAMPLES[kind][0]}" for language in ("az", "ru") for kind in ("home", "meeting")]
