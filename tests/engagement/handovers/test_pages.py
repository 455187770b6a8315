"""The pages of hand-overs."""

import pytest

from engagement.actions import handovers
from influencers import clock
from influencers.actions.handovers import Handing
from influencers.models import HandOver, Membership
from tests.factories import MembershipFactory, PostFactory

pytestmark = pytest.mark.django_db


def owner(member):
    return Membership.objects.get(pk=member.pk).owner


def test_somebody_is_handed_over(web, member, new):
    type(member.program).objects.update(time_zone="Europe/Berlin")
    page = f"/press/members/{member.pk}/hand-over/"
    assert web.get(page).status_code == 200

    web.post(
        page,
        {"to": new.pk, "what_to_know": "Rings on Mondays", "how": "meeting", "planned_on": "2026-12-01",
         "planned_time": "13:30", "with_promises": "on", "seen": member.version},
    )  # fmt: skip

    hand_over = HandOver.objects.get()
    assert owner(member) == new
    assert hand_over.planned_at.isoformat() == "2026-12-01T12:30:00+00:00"


def test_without_a_word_to_the_new_owner_it_is_refused_and_kept(web, member, new):
    response = web.post(f"/press/members/{member.pk}/hand-over/", {"to": new.pk, "how": "call"})

    assert response.status_code == 422
    assert response.context["form"].errors["what_to_know"]
    assert owner(member) != new


def test_somebody_elses_change_is_not_overwritten(web, member, new):
    said = {"to": new.pk, "what_to_know": "Rings", "how": "call", "seen": member.version + 7}

    assert web.post(f"/press/members/{member.pk}/hand-over/", said).status_code == 409
    assert owner(member) != new


def test_its_page_says_what_to_know_and_that_they_were_told(web, hand_over, manager, today):
    page = f"/press/hand-overs/{hand_over.pk}/"
    assert "never before ten" in web.get(page).content.decode()

    web.post(
        page, {"told_on": today, "told_by": manager.pk, "how": "On the phone", "seen": hand_over.version}
    )

    hand_over.refresh_from_db()
    assert hand_over.told_how == "On the phone"
    assert "On the phone" in web.get(page).content.decode()


def test_the_introduction_is_planned_anew(web, hand_over):
    said = {
        "what_to_know": "Rings on Tuesdays",
        "how": "word",
        "planned_on": "2026-12-02",
        "seen": hand_over.version,
    }

    web.post(f"/press/hand-overs/{hand_over.pk}/plan/", said)

    hand_over.refresh_from_db()
    assert (hand_over.how, hand_over.what_to_know) == ("word", "Rings on Tuesdays")


def test_all_of_a_colleague_each_with_a_word(web, member, new, program):
    leaving = member.owner
    other = MembershipFactory(program=program, active=True, owner=leaving)
    page = f"/press/hand-overs/of/{leaving.pk}/"
    assert web.get(page).content.count(b"What to know") == 2

    half = web.post(
        page,
        {f"to_{member.pk}": new.pk, f"know_{member.pk}": "Rings.", f"to_{other.pk}": new.pk, "how": "call"},
    )
    assert half.context["form"].errors[f"know_{other.pk}"]
    assert not HandOver.objects.exists()

    web.post(page, {f"to_{member.pk}": new.pk, f"know_{member.pk}": "Rings.", "how": "call"})
    assert (owner(member), owner(other)) == (new, leaving)


def test_who_was_handed_over_by_somebody_else_meanwhile_is_told_of(web, member, new, program, manager):
    leaving = member.owner
    other = MembershipFactory(program=program, active=True, owner=leaving)
    handovers.begin(handing=Handing(other, new, "Sings."), by=manager, now=clock.now())
    said = {
        f"to_{member.pk}": new.pk, f"know_{member.pk}": "Rings.", f"to_{other.pk}": new.pk,
        f"know_{other.pk}": "Whistles.", "how": "call",
    }  # fmt: skip

    told = web.post(f"/press/hand-overs/of/{leaving.pk}/", said).content.decode()

    assert "1 person was handed over by somebody else meanwhile" in told
    assert "Rings." in told
    assert HandOver.objects.get().membership == other


def test_a_long_list_takes_as_many_statements_as_a_short_one(
    web, member, program, django_assert_max_num_queries
):
    for _ in range(25):
        MembershipFactory(program=program, active=True, owner=member.owner)

    with django_assert_max_num_queries(12):
        response = web.get(f"/press/hand-overs/of/{member.owner_id}/")

    assert response.context["page"].next


def test_staff_may_look_and_tell_but_not_hand_over(as_role, member, hand_over):
    web = as_role("staff")

    assert web.get(f"/press/hand-overs/{hand_over.pk}/").status_code == 200
    assert web.post(f"/press/members/{member.pk}/hand-over/", {}).status_code == 403
    assert web.get(f"/press/hand-overs/of/{hand_over.to_owner_id}/").status_code == 403


def test_a_colleague_of_another_program_is_not_found(web):
    assert web.get(f"/press/hand-overs/of/{PostFactory().user_id}/").status_code == 404
