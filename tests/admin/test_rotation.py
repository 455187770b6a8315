"""Reviews, decisions and the waiting list in the admin: the same actions, the same sentences."""

import datetime as dt

import pytest

from influencers.models import Program, RotationDecision, RotationReview, WaitingPlace
from tests.admin.forms import said, send
from tests.admin.world import DAY
from tests.factories import MembershipFactory, PostFactory, TouchpointFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import colleague, proposed, released

pytestmark = pytest.mark.django_db
DECISION = "/admin/influencers/rotationdecision"
JANUARY = {"name": "Winter", "starts_on": "2027-01-01", "ends_on": "2027-02-01", "overdue": "on"}


def page(decision):
    return f"{DECISION}/{decision.pk}/change/"


def test_a_decision_is_proposed_and_not_read_by_its_proposer(ours, manager):
    send(
        manager, f"{DECISION}/add/", membership=ours.member.pk, outcome="renew", reason="She is right for it."
    )
    decision = RotationDecision.objects.get()

    answer = send(manager, page(decision), step="second")

    assert "Somebody else reads it" in said(answer)[0]
    assert RotationDecision.objects.get().seconded_by is None


def test_a_step_is_chosen(ours, manager):
    decision = proposed(ours.member)

    assert "choose a step" in said(send(manager, page(decision), reason="Something else."))[0]
    assert send(manager, page(decision), step="second", second_note="Yes.").status_code == 302
    assert RotationDecision.objects.get().seconded_by == ours.manager


def test_it_is_told_in_an_exchange(ours, manager):
    decision = released(ours.member)
    assert "exchange that is on record" in said(send(manager, page(decision), step="told"))[0]

    call = TouchpointFactory(ours.member, by=ours.manager, happened_at=NOW + dt.timedelta(hours=1))
    assert send(manager, page(decision), step="told", told_in=call.pk).status_code == 302
    assert RotationDecision.objects.get().told_how == "Call"


def test_a_review_is_begun_and_not_closed_with_somebody_undecided(ours, manager):
    send(manager, "/admin/influencers/rotationreview/add/", program=ours.program.pk, **JANUARY)
    review = RotationReview.objects.get()
    assert review.decisions.count() == 1

    answer = send(manager, f"/admin/influencers/rotationreview/{review.pk}/change/", close="on")

    assert "still left hanging" in said(answer)[0]
    assert RotationReview.objects.get().closed_at is None


def test_the_order_of_the_waiting_list_changes_with_a_reason(ours, manager):
    for number in (1, 2):
        WaitingPlace.objects.create(
            program=ours.program, membership=MembershipFactory(program=ours.program), since="2026-05-04",
            place=number, because="Asked.", added_by=ours.manager,
        )  # fmt: skip
    last = WaitingPlace.objects.get(place=2)

    send(manager, f"/admin/influencers/waitingplace/{last.pk}/change/", to="1", because="We need weavers.")

    assert WaitingPlace.objects.order_by("place").first() == last


def test_before_one_more_there_is_a_warning(ours, manager):
    Program.objects.filter(pk=ours.program.pk).update(capacity=1)
    prospect = MembershipFactory(program=ours.program)
    prospect.owner = colleague(ours.program)
    prospect.save()

    answer = send(manager, f"/admin/influencers/membership/{prospect.pk}/change/", status="welcoming")

    assert answer.status_code == 302, said(answer)
    assert b"places are taken" in manager.get("/admin/influencers/membership/").content


def test_what_somebody_told_who_has_left_does_not_keep_from_saving(ours, manager):
    gone = PostFactory(program=ours.program)
    role = ours.member.role
    role.told_by, role.told_on, role.told_how = gone.user, DAY, "Lunch"
    role.save()
    gone.delete()

    answer = send(manager, f"/admin/influencers/role/{role.pk}/change/", agreed="agreed")

    assert answer.status_code == 302, said(answer)
    role.refresh_from_db()
    assert (role.agreed, role.told_by) == ("agreed", gone.user)
