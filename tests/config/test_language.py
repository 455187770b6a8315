"""The language a person reads."""

import pytest

from tests.factories.programs import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
IN_GERMAN = {"accept-language": "de-DE,de;q=0.9"}


def test_a_stranger_is_spoken_to_as_their_browser_asks(client):
    answer = client.get("/account/login/", headers=IN_GERMAN)

    assert answer.headers["Content-Language"] == "de"
    assert "Willkommen zurück" in answer.content.decode()


def test_the_language_of_the_user_comes_before_that_of_the_browser(client):
    post = PostFactory(user=UserFactory(language="en"))
    client.force_login(post.user)

    answer = client.get(f"/{post.program.slug}/today/", headers=IN_GERMAN)

    assert answer.headers["Content-Language"] == "en"


def test_another_device_speaks_it_too(client):
    post = PostFactory(user=UserFactory(language="de"))
    client.force_login(post.user)

    answer = client.get(f"/{post.program.slug}/today/")

    assert '<html lang="de"' in answer.content.decode()


@pytest.mark.parametrize("language", ["", "tlh"])
def test_without_a_language_of_ours_the_browser_is_asked(client, language):
    post = PostFactory(user=UserFactory(language=language))
    client.force_login(post.user)

    answer = client.get(f"/{post.program.slug}/today/", headers=IN_GERMAN)

    assert answer.headers["Content-Language"] == "de"


def test_the_next_request_is_not_answered_in_it(client):
    post = PostFactory(user=UserFactory(language="de"))
    client.force_login(post.user)
    client.get(f"/{post.program.slug}/today/")
    client.logout()

    assert client.get("/account/login/").headers["Content-Language"] == "en"
