"""What people do about a flag on Today."""

import datetime as dt

import pytest

from engagement.models import Flag
from tests.engagement.pages.people import TODAY, enter, flagged, stop_the_clock
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "day"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def test_putting_off_needs_a_reason(client):
    program, _ = enter(client, "staff")
    flag = flagged(program)

    page = client.post(f"/{program.slug}/flags/{flag.pk}/snooze/", {"until": "2026-06-20", "reason": ""})

    assert page.status_code == 422
    assert Flag.objects.get().snoozed_until is None


def test_a_flag_is_put_off_and_can_be_taken_back(client):
    program, user = enter(client, "staff")
    flag = flagged(program)
    address = f"/{program.slug}/flags/{flag.pk}"

    client.post(f"{address}/snooze/", {"until": "2026-06-20", "reason": "On parental leave"})

    put_off = Flag.objects.get()
    assert (put_off.snoozed_until, put_off.snoozed_by) == (dt.date(2026, 6, 20), user)
    client.post(f"{address}/wake/")
    assert Flag.objects.get().snoozed_until is None


def test_with_htmx_the_answer_is_the_day_without_them_and_a_way_back(client):
    program, _ = enter(client, "staff")
    flag = flagged(program)

    typed = {"until": "2026-06-20", "reason": "Away", "whose": "everybody"}
    page = client.post(f"/{program.slug}/flags/{flag.pk}/snooze/", typed, **HTMX).content.decode()

    assert "<html" not in page
    assert 'id="day"' in page
    assert f"/flags/{flag.pk}/wake/" in page


def test_with_htmx_a_form_with_an_error_goes_back_into_the_dialog(client):
    program, _ = enter(client, "staff")
    flag = flagged(program)

    page = client.post(f"/{program.slug}/flags/{flag.pk}/snooze/", {"until": "", "reason": "Away"}, **HTMX)

    assert page.headers["HX-Retarget"] == "#panel-body"
    assert "Away" in page.content.decode()


def test_done_closes_a_flag_and_can_be_taken_back(client):
    program, user = enter(client, "staff")
    flag = flagged(program)
    address = f"/{program.slug}/flags/{flag.pk}"

    client.post(f"{address}/done/")

    assert Flag.objects.get().closed_by == user
    Flag.objects.update(kind=Flag.Kind.PROMISE_OVERDUE, closed_how="done")
    assert client.post(f"{address}/reopen/").status_code == 302


def test_what_has_to_be_done_is_not_called_done(client):
    program, _ = enter(client, "staff")
    flag = flagged(program, kind=Flag.Kind.NO_OWNER)

    page = client.post(f"/{program.slug}/flags/{flag.pk}/done/")

    assert page.status_code == 422
    assert Flag.objects.get().closed_at is None


@pytest.mark.parametrize("what", ["snooze", "done", "wake", "reopen"])
def test_a_viewer_changes_nothing(client, what):
    program, _ = enter(client, "viewer")
    flag = flagged(program)

    page = client.post(f"/{program.slug}/flags/{flag.pk}/{what}/", {"until": "2026-06-20", "reason": "Away"})

    assert page.status_code == 403
    assert Flag.objects.awake_on(TODAY).exists()


@pytest.mark.parametrize("what", ["snooze", "done", "wake", "reopen"])
def test_another_programs_flag_is_not_found(client, what):
    enter(client, "staff")
    flag = flagged(ProgramFactory())
    mine, _ = enter(client, "staff")

    theirs = client.post(f"/{flag.program.slug}/flags/{flag.pk}/{what}/")
    smuggled = client.post(f"/{mine.slug}/flags/{flag.pk}/{what}/")

    assert (theirs.status_code, smuggled.status_code) == (404, 404)
    assert Flag.objects.awake_on(TODAY).exists()
