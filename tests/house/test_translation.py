"""Everything a person reads goes through gettext, and German has a word for it."""

import gettext
import re
from datetime import date

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import formats, translation

from tests.house import literals
from tests.house.literals import ROOT

FOLDER = ROOT / "locale/de/LC_MESSAGES"
FILLED = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w+}")
# Names stay what they are in every language; the people at the entrance are invented.
NAMES = {"Rapport", "Redoc", "Priya", "Mateo", "Freya", "UTC"}
GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    with (FOLDER / "django.po").open("rb") as content:
        return read_po(content)


def forms_of(words: object) -> tuple[str, ...]:
    return tuple(words) if isinstance(words, list | tuple) else (str(words or ""),)


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def test_every_message_is_translated(catalog: Catalog) -> None:
    assert [one.id for one in messages(catalog) if not all(forms_of(one.string))] == []


def test_no_translation_is_a_guess(catalog: Catalog) -> None:
    assert [one.id for one in messages(catalog) if one.fuzzy] == []


def test_translations_fill_in_what_their_message_does(catalog: Catalog) -> None:
    def amiss(one: Message) -> bool:
        known = set(FILLED.findall(" ".join(forms_of(one.id))))
        last = set(FILLED.findall(forms_of(one.string)[-1]))
        return last != set(FILLED.findall(forms_of(one.id)[-1])) or any(
            set(FILLED.findall(form)) - known for form in forms_of(one.string)
        )

    assert [one.id for one in messages(catalog) if amiss(one)] == []


def test_the_compiled_catalog_is_the_written_one(catalog: Catalog) -> None:
    with (FOLDER / "django.mo").open("rb") as content:
        compiled = gettext.GNUTranslations(content)

    def read(one: Message) -> tuple[str, ...]:
        key = forms_of(one.id)[0] if not one.context else f"{one.context}\x04{forms_of(one.id)[0]}"
        several = one.pluralizable
        return tuple(
            compiled._catalog.get((key, number) if several else key, "")  # type: ignore[attr-defined]
            for number in range(2 if several else 1)
        )

    assert [one.id for one in messages(catalog) if read(one) != forms_of(one.string)] == [], (
        "run `make messages`"
    )


def test_our_words_leave_the_names_of_months_alone() -> None:
    with translation.override("de"):
        said = [formats.date_format(date(2026, month, 3), "F") for month in range(1, 13)]

    assert said == GERMAN_MONTHS


def test_templates_say_nothing_untranslated() -> None:
    files = [file for file in (ROOT / "templates").rglob("*") if file.suffix in (".html", ".txt")]
    shown = [file for file in files if "styleguide" not in str(file)]  # for those who build pages
    said = {str(file.relative_to(ROOT)): literals.in_template(file.read_text()) for file in shown}

    assert [(file, text) for file, texts in said.items() for text in texts if text not in NAMES] == []


def test_scripts_take_their_words_from_the_page() -> None:
    said = {file.name: literals.in_script(file.read_text()) for file in (ROOT / "static/js").glob("*.js")}

    assert {file: texts for file, texts in said.items() if texts} == {}


def test_modules_say_nothing_untranslated() -> None:
    said = {
        str(file.relative_to(ROOT)): literals.in_module(file.read_text())
        for file in literals.modules()
        if "management" not in file.parts
    }

    assert {file: texts for file, texts in said.items() if texts} == {}


def test_messages_are_marked_by_names_that_the_collector_knows() -> None:
    said = {str(file.relative_to(ROOT)): literals.aliases(file.read_text()) for file in literals.modules()}

    assert {file: names for file, names in said.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Nobody is here</p>",
        '<c-button title="Remove it">x</c-button>',
        '<input placeholder="A name">',
        '{{ name|default:"nobody" }}',
        "{% if one %}by hand{% endif %}",
    ],
)
def test_an_untranslated_word_in_a_template_is_noticed(source: str) -> None:
    assert literals.in_template(source)


@pytest.mark.parametrize(
    "source",
    [
        "<p>{% translate 'Nobody is here' %}</p>",
        "{% blocktranslate %}by {{ name }}{% endblocktranslate %}",
        '<code>DATABASE_URL</code><a href="/today/" class="link wide">{{ one }}</a>',
    ],
)
def test_a_translated_one_is_not(source: str) -> None:
    assert literals.in_template(source) == []
