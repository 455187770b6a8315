"""The same rules in the admin as on the pages: what an action or the database refuses is said in the form."""

import pytest
from django.db import connection

from engagement.models import Promise
from influencers import clock
from influencers.models import Farewell, Membership, Term, Tier
from tests.admin.forms import said, send
from tests.factories import PostFactory, PromiseFactory, RequestFactory, TouchpointFactory
from tests.factories.farewells import HOUR, heard, thanked

pytestmark = pytest.mark.django_db


def member_page(member):
    return f"/admin/influencers/membership/{member.pk}/change/"


@pytest.mark.parametrize("status", ["leaving", "alumni", "ended"])
def test_nobody_leaves_without_a_farewell(status, ours, manager):
    answer = send(manager, member_page(ours.member), status=status)

    ours.member.refresh_from_db()
    assert ours.member.status == "active"
    assert "Nobody leaves without a farewell" in said(answer)[0]


def test_a_farewell_is_begun_and_its_steps_are_taken_in_order(ours, manager):
    begun = {"membership": ours.member.pk, "cause": "rotation", "reason": "Her term ends"}
    send(manager, "/admin/influencers/farewell/add/", **begun)
    farewell = Farewell.objects.get()
    page = f"/admin/influencers/farewell/{farewell.pk}/change/"

    early = send(manager, page, what_stays="Her page", whom_to_call=ours.manager.pk)
    assert "First: “Nothing is left open”" in said(early)[0]
    assert not farewell.steps.exists()
    half = send(manager, page, settled="on", perks_done="on", recap="Two years", complete="on")
    assert "They are told personally" in said(half)[0]
    assert not farewell.steps.exists()

    call = heard(ours.member, by=ours.manager, at=clock.now() - HOUR)
    send(
        manager,
        page,
        settled="on",
        perks_done="on",
        recap="Two years",
        told_in=call.pk,
        told_how="She laughed",
    )
    note = thanked(ours.member, by=ours.manager, at=clock.now())
    send(
        manager, page, thanked_in=note.pk, what_stays="Her page", alumni="on", whom_to_call=ours.manager.pk,
        door="from", door_from="2027-01-01", door_why="A year off, as she asked", contact_on="2030-05-04",
        contact_by=ours.manager.pk, complete="on",
    )  # fmt: skip

    ours.member.refresh_from_db()
    assert (ours.member.status, ours.member.farewell) == ("alumni", farewell)


def test_a_step_of_the_status_is_the_action_for_it(ours, manager):
    refused = send(manager, member_page(ours.member), status="paused")
    assert "Say on which day we look at it again." in said(refused)

    send(manager, member_page(ours.member), status="paused", review_on="2026-09-01")

    ours.member.refresh_from_db()
    assert ours.member.status == "paused"
    assert ours.member.history.first().history_user == ours.manager


def test_the_form_of_somebody_who_looked_earlier_is_refused_once_and_keeps_what_was_typed(ours, manager):
    page = member_page(ours.member)
    stale = ours.member.version
    send(manager, page, come_from="At the fair")

    answer = send(manager, page, seen=str(stale), come_from="By chance")

    assert answer.status_code == 409
    assert "Somebody changed this while you had it open" in said(answer)[0]
    assert "By chance" in answer.content.decode()
    ours.member.refresh_from_db()
    assert ours.member.come_from == "At the fair"
    assert answer.context["adminform"].form["seen"].value() == str(ours.member.version)


def test_a_promise_that_was_broken_says_how_it_was_made_good(ours, manager):
    promise = PromiseFactory(membership=ours.member, owner=ours.manager)
    page = f"/admin/engagement/promise/{promise.pk}/change/"

    assert "Say how the broken promise was made good." in said(send(manager, page, state="broken"))
    promise.refresh_from_db()
    assert promise.state == "open"

    send(manager, page, state="broken", made_good="A handwritten apology")
    promise.refresh_from_db()
    assert (promise.state, promise.settled_by) == ("broken", ours.manager)


def test_a_promise_is_not_handed_to_somebody_outside_the_program(ours, as_user):
    promise = PromiseFactory(membership=ours.member, owner=ours.manager)
    ours.manager.is_superuser = True  # who sees every colleague
    ours.manager.save()
    stranger = PostFactory().user

    answer = send(as_user(ours.manager), f"/admin/engagement/promise/{promise.pk}/change/", owner=stranger.pk)

    promise.refresh_from_db()
    assert promise.owner == ours.manager
    assert f"{stranger} has no part in this program." in said(answer)


def test_a_request_is_decided_once_and_answered_with_a_touch_with_this_person(ours, manager):
    wish = RequestFactory(membership=ours.member, owner=ours.manager)
    page = f"/admin/engagement/advocaterequest/{wish.pk}/change/"

    early = send(manager, page, decision="grant", reason="It helps her readers")
    assert "Assess the need first: impact and urgency." in said(early)
    send(
        manager, page, need="Reach", impact="2", urgency="3", decision="grant", reason="It helps her readers"
    )

    wish.refresh_from_db()
    assert (wish.state, wish.decided_by) == ("decided", ours.manager)
    touch = TouchpointFactory(ours.member, by=ours.manager, happened_at=clock.now())
    send(manager, page, answered_in=touch.pk)
    wish.refresh_from_db()
    assert wish.state == "answered"


def test_terms_that_overlap_are_an_error_of_the_form(ours, manager):
    new = {"membership": ours.member.pk, "starts_on": "2026-06-01", "ends_on": "2026-09-01"}

    answer = send(manager, "/admin/influencers/term/add/", **new)

    assert answer.status_code == 200
    assert said(answer)
    assert "2026-06-01" in answer.content.decode()
    assert Term.objects.count() == 1


def test_lines_of_a_page_pass_the_same_checks(ours, manager):
    page = f"/admin/influencers/program/{ours.program.pk}/change/"
    line = {"tiers-TOTAL_FORMS": "1", "tiers-0-name": "Inner", "tiers-0-rank": "1"}
    send(manager, page, **line, **{"tiers-0-ideal_days": "20", "tiers-0-latest_days": "40"})
    tier = Tier.objects.get()
    Membership.objects.filter(pk=ours.member.pk).update(tier=tier)

    answer = send(manager, page, **{"tiers-0-DELETE": "on"})

    assert "protected related objects" in answer.content.decode()
    assert Tier.objects.exists()
    assert tier.history.get().history_user == ours.manager


def test_somebody_new_comes_into_a_program_and_is_found_by_their_name(ours, manager):
    send(
        manager,
        "/admin/influencers/advocate/add/",
        program=ours.program.pk,
        name="Zoë Añez",
        tags="press, beta",
    )

    member = Membership.objects.get(advocate__name="Zoë Añez")
    assert (member.program, member.status, member.advocate.tags) == (
        ours.program,
        "prospect",
        ["press", "beta"],
    )
    assert member.advocate.search_text == "zoe anez"
    assert member.advocate.history.get().history_user == ours.manager


def test_what_only_the_database_refuses_is_a_sentence_and_not_an_error_page(ours, manager, monkeypatch):
    def straight_to_the_table(self, row, given):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE engagement_promise SET text = '' WHERE id = %s", [row.pk])

    monkeypatch.setattr("engagement.admin.promises.PromiseAdmin.change", straight_to_the_table)
    promise = PromiseFactory(membership=ours.member, owner=ours.manager)

    answer = send(manager, f"/admin/engagement/promise/{promise.pk}/change/", due_on="2026-08-01")

    assert answer.status_code == 200
    assert "promise says what" in said(answer)[0]
    assert Promise.objects.get().text


def test_saving_without_a_change_writes_no_history(ours, manager):
    before = ours.member.history.count()

    answer = send(manager, member_page(ours.member))

    assert answer.status_code == 302
    assert ours.member.history.count() == before


def test_history_says_who_when_and_from_what_to_what(ours, manager):
    send(manager, member_page(ours.member), come_from="At the fair")

    page = manager.get(f"/admin/influencers/membership/{ours.member.pk}/history/").content.decode()

    assert "Ours Manager" in page
    assert "At the fair" in page
