"""The log of requests."""

import logging

import pytest
import structlog
from django.test import Client

from config.logs import without_addresses
from config.requests import RequestLogMiddleware

pytestmark = pytest.mark.django_db


def test_an_answer_carries_the_id_that_the_log_has(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    answer = client.get("/account/login/")

    lines = [record.msg for record in caplog.records if "request_finished" in str(record.msg)]
    assert [line["request_id"] for line in lines] == [answer["X-Request-ID"]]


def test_two_requests_have_two_ids(client: Client) -> None:
    assert client.get("/account/login/")["X-Request-ID"] != client.get("/account/login/")["X-Request-ID"]


def test_the_log_has_neither_search_words_nor_browser_nor_address(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    client.get(
        "/account/login/?q=Maya+Okafor", headers={"user-agent": "Mozilla/9"}, REMOTE_ADDR="203.0.113.9"
    )

    assert "/account/login/" in caplog.text
    assert not any(word in caplog.text for word in ("Maya", "Mozilla", "203.0.113.9"))


def test_keys_in_addresses_are_left_out(rf: object) -> None:
    request = rf.get("/account/password/reset/key/1-cm4k2j-8f2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d/")

    assert RequestLogMiddleware.format_request(request) == "GET /account/password/reset/key/…/"


def test_what_a_database_quotes_is_masked() -> None:
    event = {"event": "request_failed", "exception": "Key (email)=(maya@example.com) already exists."}

    masked = without_addresses(None, "error", event)

    assert masked["exception"] == "Key (email)=([e-mail]) already exists."


def test_one_request_does_not_lend_its_id_to_the_next(client: Client) -> None:
    client.get("/account/login/")

    assert structlog.contextvars.get_contextvars() == {}
