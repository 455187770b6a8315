"""Who leaves when, what was decided, and whether it was told."""

import datetime as dt

import pytest

from influencers import clock
from influencers.actions import decisions
from influencers.models import Membership, RotationDecision
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory
from tests.factories.rotations import released

pytestmark = pytest.mark.django_db
ROTATION = "/press/rotation/"
PRESSED = {"next": ROTATION}  # a button and nothing else


def leaving(program, name, ends, **fields):
    who = {"owner": fields.pop("owner")} if "owner" in fields else {}
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name=name), **who)
    Membership.objects.filter(pk=member.pk).update(
        term_ends_on=ends, **({} if ends else {"review_on": "2027-01-01"})
    )
    Membership.objects.filter(pk=member.pk).update(**fields)
    return member


def shown(response):
    return [
        (label, [one.member.advocate.name for one in people]) for label, people in response.context["groups"]
    ]


def test_people_stand_in_the_window_in_which_they_leave(web, program, today):
    for name, days in [("Ana", -3), ("Ben", 5), ("Cleo", 29), ("Dan", 31), ("Eve", 90), ("Fay", 200)]:
        leaving(program, name, today + dt.timedelta(days))
    leaving(program, "Gil", None)
    MembershipFactory(program=program)
    MembershipFactory(active=True)

    assert shown(web.get(ROTATION)) == [
        ("Over, and still here", ["Ana"]), ("Within 7 days", ["Ben"]), ("Within 30 days", ["Cleo"]),
        ("Within 60 days", ["Dan"]), ("Within 90 days", ["Eve"]), ("Later", ["Fay"]),
        ("Without an agreed end", ["Gil"]),
    ]  # fmt: skip


def test_mine_are_those_i_look_after(web, program, manager, today):
    leaving(program, "Ana", today, owner=manager)
    leaving(program, "Ben", today)

    assert shown(web.get(ROTATION, {"mine": "1"})) == [("Over, and still here", ["Ana"])]


def test_a_decision_goes_its_way_and_is_seen_at_every_step(web, program, manager, today):
    member = leaving(program, "Ana", today + dt.timedelta(20))
    at, second = f"/press/members/{member.pk}", PostFactory(program=program, role="staff").user
    assert b"o be decided" in web.get(ROTATION).content

    web.post(f"{at}/wish/", {"wish": "One more year."})
    web.post(f"{at}/decide/", {"outcome": "renew", "reason": "She tells us the truth.", "seen": 1})
    decision = RotationDecision.objects.get()
    assert b"Proposed" in web.get(ROTATION).content

    decisions.second(decision=decision, by=second, now=clock.now())
    assert b"To be released" in web.get(ROTATION).content
    web.post(f"{at}/decisions/{decision.pk}/release/", PRESSED)
    assert b"Decided, not told" in web.get(ROTATION).content

    web.post(f"{at}/decisions/{decision.pk}/told/", {
        "step": "now", "kind": "call", "day": str(today), "at": "23:59",
        "words": "Ana laughed when I told her and asked for the blue ink again."})  # fmt: skip
    assert RotationDecision.objects.get().told_how == "Call"
    assert b"Carry it out" in web.get(ROTATION).content

    web.post(f"{at}/decisions/{decision.pk}/carry-out/", PRESSED)
    assert RotationDecision.objects.get().carried_out_by == manager
    assert member.terms.count() == 2


def test_nobody_was_told_tomorrow(web, program, today):
    member = leaving(program, "Ana", today)
    decision = released(member)
    call = {
        "step": "now",
        "kind": "call",
        "at": "09:00",
        "words": "Ana laughed and asked for the blue ink again.",
    }

    answer = web.post(
        f"/press/members/{member.pk}/decisions/{decision.pk}/told/",
        {**call, "day": str(today + dt.timedelta(1))},
    )

    assert answer.status_code == 422
    assert "lies in the future" in answer.content.decode()
    assert RotationDecision.objects.get().told_on is None


def test_a_second_proposal_names_who_was_faster_and_what_they_said(web, program, manager, today):
    member = leaving(program, "Ana", today)
    at = f"/press/members/{member.pk}"
    web.post(f"{at}/decide/", {"outcome": "renew", "reason": "One more year."})

    response = web.post(f"{at}/decide/", {"outcome": "end", "reason": "Two."})
    assert response.status_code == 409
    assert b"has decided this already" in response.content
    assert b"One more year." in response.content
    assert RotationDecision.objects.get().outcome == "renew"

    web.post(f"{at}/decisions/{RotationDecision.objects.get().pk}/take-back/")
    web.post(f"{at}/decide/", {"outcome": "alumni", "reason": "Two."})
    assert RotationDecision.objects.get().outcome == "alumni"


def test_it_is_read_by_somebody_else_and_then_released(web, program, manager, today):
    member = leaving(program, "Ana", today)
    at = f"/press/members/{member.pk}"
    web.post(f"{at}/decide/", {"outcome": "renew", "reason": "One."})
    decision = RotationDecision.objects.get()

    assert b"Somebody else reads it" in web.post(f"{at}/decisions/{decision.pk}/second/", PRESSED).content
    assert (
        b"A second person reads it first"
        in web.post(f"{at}/decisions/{decision.pk}/release/", PRESSED).content
    )
    decision.refresh_from_db()
    assert (decision.seconded_by, decision.released_at) == (None, None)


@pytest.mark.parametrize("count", [1, 30])
def test_the_rotation_list_takes_at_most_twelve_statements(
    web, program, today, count, django_assert_max_num_queries
):
    for number in range(count):
        leaving(program, f"Person {number}", today + dt.timedelta(number))

    with django_assert_max_num_queries(12):
        assert web.get(ROTATION).status_code == 200


def test_long_lists_go_on_over_pages(web, program, today):
    for number in range(45):
        leaving(program, f"Person {number:02}", today + dt.timedelta(number // 9))

    first = web.get(ROTATION)
    second = web.get(ROTATION, {"after": first.context["page"].next})

    seen = [
        one.member.pk for page in (first, second) for _, people in page.context["groups"] for one in people
    ]
    assert len(seen) == len(set(seen)) == 45
