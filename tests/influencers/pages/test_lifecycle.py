"""The steps of a membership, one page each."""

import datetime as dt

import pytest

from influencers.models import Farewell, Membership, Role, Term
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TermFactory, TierFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def prospect(program):
    return MembershipFactory(program=program, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


def page(member, step):
    return f"/press/members/{member.pk}/{step}/"


def now(member):
    return Membership.objects.get(pk=member.pk)


def test_a_prospect_is_invited_by_whoever_presses_the_button(web, prospect, manager):
    response = web.post(page(prospect, "invite"), {"seen": prospect.version, "next": "/press/advocates/"})

    assert response.url == "/press/advocates/"
    assert (now(prospect).status, now(prospect).owner) == ("invited", manager)


def test_from_the_list_htmx_gets_the_row_back(web, prospect):
    response = web.post(page(prospect, "invite"), {"seen": prospect.version}, headers={"HX-Request": "true"})

    assert response.content.startswith(b"<tr")
    assert b"Invited" in response.content


def test_an_address_elsewhere_is_not_gone_to(web, prospect):
    response = web.post(page(prospect, "invite"), {"seen": prospect.version, "next": "https://example.com/"})

    assert response.url == now(prospect).get_absolute_url()


def test_what_cannot_follow_is_said_and_changes_nothing(web, member):
    response = web.post(page(member, "invite"), {"seen": member.version})

    assert b"cannot become" in response.content
    assert now(member).status == "active"


def test_two_people_at_once_the_second_sees_what_the_first_did(web, program, member):
    other = PostFactory(program=program).user
    Membership.objects.get(pk=member.pk).save_as(other)
    before = now(member)
    seen = before.version
    before.come_from = "The fair"
    before.save_as(other)

    response = web.post(page(member, "care"), {"seen": seen, "come_from": "A call"})

    assert response.status_code == 409
    assert b"The fair" in response.content
    assert response.context["form"]["come_from"].value() == "A call"
    assert now(member).come_from == "The fair"


def test_not_joining_needs_the_reason(web, prospect):
    web.post(page(prospect, "not-joined"), {"seen": prospect.version, "because": ""})
    assert now(prospect).status == "prospect"

    web.post(page(prospect, "not-joined"), {"seen": prospect.version, "because": "No time this year."})
    assert now(prospect).status == "not_joined"


def test_from_welcome_over_a_role_to_an_active_member(web, prospect, manager):
    TierFactory(program=prospect.program)
    web.post(
        page(prospect, "welcome"), {"owner": manager.pk, "starts_on": "2026-11-01", "seen": prospect.version}
    )
    assert now(prospect).status == "welcoming"

    refused = web.post(page(prospect, "settle"), {"seen": now(prospect).version})
    assert b"Agree on a role" in refused.content

    web.post(page(prospect, "role"), {"title": "Voice", "statement": "Says so.", "since": "2026-11-01",
                                      "seen": now(prospect).version})  # fmt: skip
    role = Role.objects.get()
    web.post(
        page(prospect, f"role/{role.pk}/told"),
        {"told_on": "2026-11-02", "told_by": manager.pk, "how": "Lunch"},
    )
    web.post(page(prospect, "settle"), {"seen": now(prospect).version})

    role.refresh_from_db()
    assert (role.told_how, role.told_by) == ("Lunch", manager)
    assert now(prospect).status == "active"


def test_a_pause_and_its_end(web, member):
    web.post(page(member, "pause"), {"review_on": "2027-02-01", "seen": member.version})
    assert (now(member).status, now(member).review_on) == ("paused", dt.date(2027, 2, 1))

    web.post(page(member, "resume"), {"seen": now(member).version})
    assert now(member).status == "active"


def test_care_and_another_term(web, program, member):
    tier = TierFactory(program=program)
    web.post(
        page(member, "care"),
        {"tier": tier.pk, "ideal_days": "10", "latest_days": "20", "seen": now(member).version},
    )
    web.post(page(member, "renew"), {"ends_on": "2028-01-05", "seen": now(member).version})

    found = now(member)
    assert (found.tier, found.ideal_days) == (tier, 10)
    assert found.term_ends_on == dt.date(2028, 1, 5)
    assert Term.objects.filter(membership=member).count() == 2


def test_a_longest_interval_below_the_ideal_is_refused_with_a_sentence(web, member):
    response = web.post(
        page(member, "care"), {"ideal_days": "20", "latest_days": "10", "seen": member.version}
    )

    assert b"cannot be shorter than the ideal" in response.content
    assert now(member).ideal_days is None


def test_whom_nobody_looks_after_gets_an_owner(web, program, manager):
    nobodys = MembershipFactory(program=program, status="welcoming", joined_on=dt.date(2026, 11, 1))

    web.post(page(nobodys, "owner"), {"owner": manager.pk, "seen": nobodys.version})

    assert now(nobodys).owner == manager


def test_a_colleague_of_another_program_cannot_be_the_owner(web, program):
    nobodys, stranger = MembershipFactory(program=program), PostFactory().user

    response = web.post(page(nobodys, "owner"), {"owner": stranger.pk, "seen": nobodys.version})

    assert response.context["form"].errors["owner"]
    assert now(nobodys).owner is None


def test_whoever_has_an_owner_is_handed_over_on_a_page_of_its_own(web, member):
    assert web.get(page(member, "owner")).url == page(member, "hand-over")


def test_a_farewell_begins_with_its_reason(web, member):
    web.post(
        page(member, "farewell"), {"cause": "rotation", "reason": "Two good years.", "seen": member.version}
    )

    assert now(member).status == "leaving"
    assert Farewell.objects.get().reason == "Two good years."
    assert web.get(page(member, "farewell")).url == page(member, "farewell/steps")


@pytest.mark.parametrize(
    "step", ["welcome", "role", "settle", "pause", "resume", "renew", "farewell", "decide"]
)
def test_staff_may_look_but_not_decide(as_role, member, step):
    web = as_role("staff")
    before = now(member).version

    assert web.get(page(member, step)).status_code == 200
    assert web.post(page(member, step), {}).status_code == 403
    assert now(member).version == before


def test_whoever_comes_back_has_no_two_terms_at_once(web, prospect, manager):
    TermFactory(membership=prospect, starts_on=dt.date(2026, 10, 1), ends_on=dt.date(2027, 10, 1))

    response = web.post(
        page(prospect, "welcome"), {"owner": manager.pk, "starts_on": "2026-11-01", "seen": prospect.version}
    )

    assert response.context["form"].errors["starts_on"]
    assert now(prospect).status == "prospect"
    assert Term.objects.filter(membership=prospect).count() == 1
