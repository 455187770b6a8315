"""Logging in by the company's own provider: a real one, which runs beside the test."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client
from oidc_provider_mock import User as Identity
from oidc_provider_mock import run_server_in_thread

from config.company_login import provider
from influencers.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/account/oidc/company/login/"
ADDRESS = "ruth@kestrel.example"


@pytest.fixture(scope="module")
def company() -> Iterator[str]:
    ruth = Identity(sub="ruth-1", claims={"email": ADDRESS, "email_verified": True, "name": "Ruth Adeyemi"})
    tom = Identity(
        sub="tom-1", claims={"email": "tom@kestrel.example", "email_verified": True, "name": "Tom"}
    )
    with run_server_in_thread(user_claims=[ruth, tom]) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def _with_the_company(company: str, settings: object) -> None:
    app = provider(server_url=f"{company}/", name="Kestrel ID", client_id="rapport", secret="s3cret")
    settings.SOCIALACCOUNT_PROVIDERS = app


@pytest.fixture
def ruth() -> User:
    return UserFactory(email=ADDRESS, name="Ruth Adeyemi")


def by_the_company(client: Client, **said: str) -> str:
    """Go to the provider, say who one is, come back; return where that leads."""
    return come_back(client, **said).headers.get("location", "")


def come_back(
    client: Client, *, who: str = "ruth-1", process: str = "login", action: str = "authorize"
) -> HttpResponse:
    """Go to the provider, say who one is; return the answer to what one comes back with."""
    away = client.post(f"{LOGIN}?process={process}").url
    back = httpx.post(away, data={"sub": who, "action": action}).headers["location"]
    return client.get(back.removeprefix("http://testserver"))


def connect(client: Client, user: User) -> None:
    """Log in, connect the identity, and say the password again, as is asked for."""
    password = {"password": "correct horse battery"}
    client.post("/account/login/", {"login": user.email, **password})
    assert by_the_company(client, process="connect") == "/account/reauthenticate/"
    assert not SocialAccount.objects.filter(user=user).exists()
    client.post("/account/reauthenticate/", password)


def whose(client: Client) -> User | None:
    """Return who is logged in."""
    return User.objects.filter(pk=client.session.get("_auth_user_id")).first()


def test_the_login_page_has_its_button(client: Client) -> None:
    assert "Kestrel ID" in client.get("/account/login/").content.decode()


def test_the_provider_is_asked_with_a_proof_that_only_we_can_redeem(client: Client) -> None:
    asked = parse_qs(urlsplit(client.post(LOGIN).url).query)

    assert asked["redirect_uri"] == ["http://testserver/account/oidc/company/login/callback/"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["state"] != asked["code_challenge"]


def test_an_identity_that_nobody_has_connected_opens_nothing(client: Client, ruth: User) -> None:
    by_the_company(client)

    assert whose(client) is None
    assert list(User.objects.values_list("email", flat=True)) == [ruth.email]
    assert not SocialAccount.objects.exists(), "an address alone is no proof"


def test_whom_nobody_connected_is_told_what_to_do(client: Client, ruth: User) -> None:
    answer = come_back(client)

    assert "Log in once with your password, and connect it" in answer.content.decode()


def test_an_identity_of_nobody_makes_no_user(client: Client) -> None:
    by_the_company(client, who="tom-1")

    assert whose(client) is None
    assert not User.objects.exists()


def test_who_has_connected_it_logs_in_by_it(client: Client, ruth: User) -> None:
    connect(client, ruth)
    assert SocialAccount.objects.get().user == ruth

    other = Client()
    by_the_company(other)

    assert whose(other) == ruth


def test_nobody_connects_what_belongs_to_a_colleague(client: Client, ruth: User) -> None:
    SocialAccount.objects.create(user=ruth, provider="company", uid="ruth-1")

    connect(client, UserFactory())

    assert SocialAccount.objects.get().user == ruth


def test_the_second_factor_is_asked_for_all_the_same(client: Client, ruth: User) -> None:
    SocialAccount.objects.create(user=ruth, provider="company", uid="ruth-1")
    TOTP.activate(ruth, generate_totp_secret())

    assert by_the_company(client) == "/account/2fa/authenticate/"
    assert whose(client) is None


def test_who_may_not_work_here_any_more_stays_outside(client: Client, ruth: User) -> None:
    SocialAccount.objects.create(user=ruth, provider="company", uid="ruth-1")
    User.objects.filter(pk=ruth.pk).update(is_active=False)

    by_the_company(client)

    assert whose(client) is None


def test_who_says_no_at_the_provider_is_back_outside(client: Client, ruth: User) -> None:
    SocialAccount.objects.create(user=ruth, provider="company", uid="ruth-1")

    by_the_company(client, action="deny")

    assert whose(client) is None


def test_an_answer_that_nobody_asked_for_opens_nothing(client: Client, ruth: User) -> None:
    SocialAccount.objects.create(user=ruth, provider="company", uid="ruth-1")
    away = Client().post(LOGIN).url
    back = httpx.post(away, data={"sub": "ruth-1"}).headers["location"]

    client.get(back.removeprefix("http://testserver"))

    assert whose(client) is None


def test_nobody_signs_up(client: Client) -> None:
    new = {
        "email": "new@kestrel.example",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }

    client.post("/account/signup/", new)

    assert "An admin of your program invites you" in client.get("/account/signup/").content.decode()
    assert not User.objects.exists()
