"""Spellings of a name in different languages have a form in common."""

import pytest

from chronicle.lexicon.heard import heard
from chronicle.slug import folded

ONE_NAME = [
    "Aliyev Aliev Alijew Alijev Əliyev Eliyev Алиев",
    "Hasanov Həsənov hesenov Gasanov Гасанов Hassanow Hasanoff",
    "Mammadyarov Məmmədyarov Мамедъяров Mamedjarow Mamedyarov",
    "Jeyhun Ceyhun Джейхун Djeyhoun Dschejhun",
    "Jafarov Cəfərov Джафаров Dschafarow Djafarov",
    "Hajiyev Hacıyev Гаджиев Gadzhiev Hadschijew",
    "Akhmedov Əhmədov Ахмедов Achmedow Axmedov",
    "Gasimov Qasımov Касымов Kasymov Kassimow",
    "Zelensky Зеленский Selenskyj Zelenskyy",
    "Saakashvili Саакашвили სააკაშვილი Saakaschwili Saakachvili",
    "Yanukovych Янукович Janukowitsch Ianoukovitch",
    "Shoigu Шойгу Schoigu Choïgou",
    "Putin Путин Poutine",
    "Lavrov Лавров Lawrow Lavroff",
    "Sergey Sergei Sergej Serguei Сергей",
    "Macron Макрон",
    "Mohammed Muhammad Mohamed Mohammad",
]
OTHERS = [
    ("Hasanov", "Hasanli"),
    ("Hassan", "Hussein"),
    ("Ivanov", "Ivanova"),
    ("Aliyev", "Veliyev"),
    ("Karimov", "Kadyrov"),
    ("Macron", "Michel"),
]


def forms(name: str) -> set[str]:
    return set(heard(folded(name)))


@pytest.mark.parametrize("names", ONE_NAME)
def test_every_spelling_shares_a_form_with_the_first(names: str) -> None:
    first, *others = names.split()
    assert [name for name in others if not forms(name) & forms(first)] == []


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_share_none(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


@pytest.mark.parametrize("word", ["Li", "Lee", "Kim", "2024", "", "al-sisi", "王毅"])
def test_what_is_short_or_no_word_has_none(word: str) -> None:
    assert heard(word.lower()) == ()


def test_no_word_as_it_is_heard_is_the_beginning_of_another() -> None:
    (one,), (other,) = heard("karim"), heard("karimov")
    assert not other.startswith(one)
