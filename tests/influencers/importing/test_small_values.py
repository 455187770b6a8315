"""Websites, telephone numbers, countries, tags."""

import pytest

from influencers.importing.messages import Message
from influencers.importing.values.countries import read_country
from influencers.importing.values.phones import read_phones
from influencers.importing.values.platforms import PLATFORMS, platforms_in
from influencers.importing.values.tags import read_tags
from influencers.importing.values.websites import read_website
from influencers.models import Account


@pytest.mark.parametrize(
    ("text", "address"),
    [("https://maya.example", "https://maya.example"), ("maya.example/shop", "https://maya.example/shop"),
     ("http://maya.example:8080/x", "http://maya.example:8080/x"), ("", ""), ("n/a", "")],
)  # fmt: skip
def test_a_website_is_an_address_one_can_open(text, address) -> None:
    assert read_website(text) == address


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
     "<script>",
     "https://maya.example/<b>", "{{7*7}}", "[x](javascript:alert(1))", "just words", "\u202egnp.exe",
     "https://[::1", "java\tscript:x"],
)  # fmt: skip
def test_what_a_browser_would_run_is_refused(text) -> None:
    assert isinstance(read_website(text), Message)


def test_a_phone_number_stays_text() -> None:
    assert read_phones("+44 20 7946 0123").numbers == ("+44 20 7946 0123",)
    assert read_phones("'+44 1 ::: tel:+44-2").numbers == ("+44 1", "+44-2")
    assert read_phones("0049 170 1; 0170 1").numbers == ("0049 170 1", "0170 1")


def test_a_phone_number_that_lost_digits_is_not_taken() -> None:
    assert read_phones("4.42079E+11").numbers == ()
    assert read_phones("4.42079E+11").messages[0].code == "phone_damaged"


@pytest.mark.parametrize(
    ("text", "country"),
    [("US", "United States"), ("usa", "United States"), ("Deutschland", "Germany"), ("Germany", "Germany"),
     ("Narnia", "Narnia"),
     ("N/A'", ""), ("-", ""), ("nan", "")],
)  # fmt: skip
def test_a_country_has_one_name(text, country) -> None:
    assert read_country(text) == country


def test_tags_are_split_and_stand_once() -> None:
    assert read_tags("* myContacts ::: Ambassadors") == ("Ambassadors",)
    assert read_tags("vip|uk, VIP") == ("vip", "uk")


def test_a_platform_is_known_by_its_names() -> None:
    assert platforms_in("Influencer insta name") == ["instagram"]
    assert platforms_in("tiktok-2022-03.csv") == ["tiktok"]
    assert platforms_in("contacts.csv") == []


def test_the_platforms_are_those_that_accounts_have() -> None:
    assert set(PLATFORMS) == set(Account.Platform.values)
