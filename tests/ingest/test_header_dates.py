"""Days as people write them into headers."""

import pytest

from chronicle.ingest.header_dates import partial_date
from chronicle.problems import Unreadable

READ = {
    "2019-11-07": "2019-11-07",
    "2019-11": "2019-11",
    "2019": "2019",
    "2019-11-07T23:30:00+04:00": "2019-11-07",
    "7 November 2019": "2019-11-07",
    "Nov. 7, 2019, 10:30 am": "2019-11-07",
    "24 октября 2017": "2017-10-24",
    "24 oktyabr 2017": "2017-10-24",
    "25/10/2017": "2017-10-25",
    "05/05/2019": "2019-05-05",
}
REFUSED = (
    "yesterday",
    "Thursday",
    "November 2019",
    "12:30",
    "foo",
    "1399-06-29",
    "2019-02-30",
    "05/06/2019",
    "5.6.2019",
)


@pytest.mark.parametrize(("written", "day"), READ.items())
def test_a_full_date_is_read_in_any_of_the_usual_forms(written: str, day: str) -> None:
    assert partial_date(written) == day


@pytest.mark.parametrize("written", REFUSED)
def test_what_could_be_another_day_is_refused(written: str) -> None:
    with pytest.raises(Unreadable) as raised:
        partial_date(written, 3)
    assert raised.value.line == 3
    assert repr(written) in raised.value.what
