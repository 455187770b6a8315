"""`/metrics`."""

from typing import Any

from django.test import Client


def test_this_machine_may_read_them_when_no_token_is_set(client: Client) -> None:
    answer = client.get("/metrics", REMOTE_ADDR="127.0.0.1")

    assert answer.status_code == 200
    assert b"django_http_requests_total_by_method" in answer.content


def test_nobody_else_may(client: Client) -> None:
    answer = client.get("/metrics", REMOTE_ADDR="203.0.113.9")

    assert answer.status_code == 403
    assert b"django_http" not in answer.content


def test_who_comes_through_a_proxy_on_this_machine_is_somebody_else(client: Client) -> None:
    answer = client.get("/metrics", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "203.0.113.9"})

    assert answer.status_code == 403


def test_with_a_token_it_takes_the_token(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = "letter by letter"

    assert client.get("/metrics", REMOTE_ADDR="127.0.0.1").status_code == 403
    assert client.get("/metrics", headers={"authorization": "Bearer wrong"}).status_code == 403
    assert client.get("/metrics", headers={"authorization": "Bearer letter by letter"}).status_code == 200
