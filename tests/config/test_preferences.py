"""How one likes to see the application."""

import pytest

from tests.factories.programs import UserFactory

URL = "/account/preferences/"
pytestmark = pytest.mark.django_db


def test_a_theme_is_kept_in_a_cookie(client):
    answer = client.post(URL, {"theme": "dark"})

    assert answer.cookies["theme"].value == "dark"


def test_following_the_system_forgets_the_theme(client):
    client.cookies["theme"] = "dark"

    answer = client.post(URL, {"theme": "system"})

    assert answer.cookies["theme"].value == ""


@pytest.mark.parametrize("theme", ["", "neon", '"><script>'])
def test_a_theme_that_does_not_exist_changes_nothing(client, theme):
    answer = client.post(URL, {"theme": theme})

    assert "theme" not in answer.cookies


def test_the_language_stays_with_the_user(client):
    user = UserFactory()
    client.force_login(user)

    answer = client.post(URL, {"language": "de"})

    user.refresh_from_db()
    assert (user.language, answer.cookies["django_language"].value) == ("de", "de")


def test_a_language_we_do_not_speak_changes_nothing(client):
    user = UserFactory()
    client.force_login(user)

    answer = client.post(URL, {"language": "tlh"})

    user.refresh_from_db()
    assert user.language == ""
    assert "django_language" not in answer.cookies


def test_shortcuts_can_be_turned_off(client):
    user = UserFactory()
    client.force_login(user)

    client.post(URL, {"shortcuts": "off"})

    user.refresh_from_db()
    assert user.shortcuts is False


@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(client, page):
    assert client.post(URL, {"theme": "dark", "next": page}).url == "/"


def test_one_comes_back_to_where_one_was(client):
    answer = client.post(URL, {"theme": "dark"}, headers={"referer": "http://testserver/makers/today/"})

    assert answer.url == "http://testserver/makers/today/"


def test_asking_for_it_is_not_enough(client):
    assert client.get(URL).status_code == 405
