"""Hours in the admin are those of the row's program: shown, read, and said which they are."""

import datetime as dt

import pytest
from django.utils import timezone

from engagement.models import Touchpoint
from influencers.models import HandOver, Membership, Program
from tests.admin.forms import said, send
from tests.admin.rows import MAKERS
from tests.factories import PostFactory, ProgramFactory

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 1, 15, 23, 30, tzinfo=dt.UTC)  # half past eight the next morning in Tokyo
LIST = "/admin/engagement/touchpoint/"


@pytest.fixture
def touch(ours):
    Program.objects.filter(pk=ours.program.pk).update(time_zone="Asia/Tokyo")
    touch = MAKERS[Touchpoint](ours)
    Touchpoint.objects.filter(pk=touch.pk).update(happened_at=AT)
    return touch


def test_a_form_shows_the_hour_of_the_program_and_says_so(manager, touch):
    page = manager.get(f"{LIST}{touch.pk}/change/").content.decode()

    assert 'value="08:30:00"' in page
    assert 'value="2026-01-16"' in page
    assert "Times are those of Asia/Tokyo." in page
    assert timezone.get_current_timezone_name() == "UTC"


def test_what_is_typed_is_the_programs_hour(manager, touch):
    answer = send(manager, f"{LIST}{touch.pk}/change/", happened_at_0="2026-01-16", happened_at_1="07:00:00")

    assert answer.status_code == 302, said(answer)
    assert Touchpoint.objects.get(pk=touch.pk).happened_at == dt.datetime(2026, 1, 15, 22, 0, tzinfo=dt.UTC)


def test_saving_without_a_change_moves_no_hour(manager, touch):
    send(manager, f"{LIST}{touch.pk}/change/")

    assert Touchpoint.objects.get(pk=touch.pk).happened_at == AT


def test_a_new_row_is_read_in_the_one_zone_of_ones_programs(ours, manager, touch):
    new = {
        "membership": ours.member.pk, "to_owner": ours.admin.pk, "what_to_know": "Rings on Mondays", "how": "call",
        "planned_at_0": "2026-07-01", "planned_at_1": "10:00:00",
    }  # fmt: skip
    answer = send(manager, "/admin/influencers/handover/add/", **new)

    assert answer.status_code == 302, said(answer)
    assert HandOver.objects.get().planned_at == dt.datetime(2026, 7, 1, 1, 0, tzinfo=dt.UTC)
    assert Membership.objects.get(pk=ours.member.pk).owner == ours.admin


def test_a_list_is_told_in_the_zone_that_all_of_ones_programs_share(ours, manager, touch):
    assert "8:30 a.m." in manager.get(LIST).content.decode()

    PostFactory(user=ours.manager, program=ProgramFactory(time_zone="Europe/Berlin"), role="manager")
    page = manager.get(LIST).content.decode()

    assert "11:30 p.m." in page
    assert "Times are those of UTC." in page


def test_history_is_told_in_it_too(ours, manager, touch):
    touch.history.update(history_date=AT)

    page = manager.get(f"{LIST}{touch.pk}/history/").content.decode()

    assert "8:30 a.m." in page
