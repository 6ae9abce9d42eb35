"""Two names laid side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.resolve.alignment import Form, alignment
from chronicle.resolve.names import parsed

NAMES = st.lists(
    st.sampled_from("Zakir Zakar Həsənov Hasan Z. al-Sisi Jong un Əli bin VI V Jr. Dr.".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other", "form"),
    [
        ("Zakir Hasanov", "Закир Гасанов", Form.WORDS),
        ("Kim Jong-un", "Kim Jongun", Form.WORDS),
        ("Anwar bin Ibrahim", "Anwar Ibrahim", Form.WORDS),
        ("Kishi Nobuo", "Nobuo Kishi", Form.ORDER),
        ("Hamad bin Khalifa", "Khalifa bin Hamad", Form.CONFLICT),
        ("Saif Al Rahbi", "Saif bin Nasser bin Mohsin Al Rahbi", Form.MIDDLE),
        ("George Bush", "George W. Bush", Form.MIDDLE),
        ("Asim Munir", "Syed Asim Munir Ahmad Shah", Form.TAIL),
        ("Mohammed bin Zayed Al Nahyan", "Khalid bin Mohammed bin Zayed Al Nahyan", Form.HEAD),
        ("Lula da Silva", "Luiz Inácio Lula da Silva", Form.HEAD),
        ("Kim Jong-il", "Kim Jong-un", Form.CONFLICT),
        ("Ali Asadov", "Ali Ahmadli", Form.CONFLICT),
        ("Sergei Ivanov", "Igor Ivanov", Form.CONFLICT),
        ("Mohammed V", "Mohammed VI", Form.NUMBER),
        ("Ali Hassan Mwinyi", "Ali Omar Mwinyi", Form.OTHERS),
    ],
)
def test_in_what_form_one_name_is_another(one: str, other: str, form: Form) -> None:
    assert alignment(parsed(one), parsed(other)).form is form


def test_what_differs_is_counted() -> None:
    found = alignment(parsed("Jim Mattis"), parsed("James N. Mattis"))
    assert (found.form, found.short, found.initials) == (Form.MIDDLE, 1, 0)
    found = alignment(parsed("Nurlan Yermekbayev"), parsed("Nurlan Yerkembayev"))
    assert (found.form, found.slips) == (Form.WORDS, 1)
    assert alignment(parsed("King Abdullah"), parsed("King Abdullah II")).number_left_out


@given(NAMES, NAMES)
def test_it_makes_no_difference_which_comes_first(one: str, other: str) -> None:
    assert alignment(parsed(one), parsed(other)) == alignment(parsed(other), parsed(one))
