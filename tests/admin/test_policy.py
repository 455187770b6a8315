"""What browsers are told about the admin's pages, and what the rest of the application does not allow."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def policy(response):
    parts = response.headers["content-security-policy"].split(";")
    return {words[0]: words[1:] for words in (part.split() for part in parts) if words}


def test_the_admins_pages_may_evaluate_and_nothing_comes_from_elsewhere(manager, ours):
    told = policy(manager.get("/admin/"))

    assert "'unsafe-eval'" in told["script-src"]
    assert "'unsafe-inline'" not in told["script-src"]
    assert all(source.startswith("'") or source == "data:" for sources in told.values() for source in sources)
    assert told["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize("address", ["/account/login/", "/admin/nowhere/"])
def test_the_rest_stays_strict(address):
    told = policy(Client().get(address, follow=True))

    assert "'unsafe-eval'" not in told["script-src"]
    assert "'unsafe-inline'" not in told["style-src"]


def test_what_is_not_found_in_the_admin_is_said_strictly(manager):
    assert "'unsafe-eval'" not in policy(manager.get("/admin/influencers/nothing/"))["script-src"]


def test_logging_out_of_the_admin_logs_out_of_everything(manager):
    assert manager.get("/admin/logout/").status_code == 405
    assert manager.post("/admin/logout/").headers["location"] == "/account/login/"
    assert manager.get("/admin/").status_code == 302


def test_passwords_are_changed_on_the_account_page(manager):
    assert manager.get("/admin/password_change/").headers["location"] == "/account/password/change/"
