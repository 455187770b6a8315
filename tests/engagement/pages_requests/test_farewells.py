"""The guided way out, on its page."""

import datetime as dt

import pytest

from influencers.actions import farewells
from influencers.models import Farewell, FarewellStep, Membership, PerkEnd
from tests.factories import (
    AdvocateFactory,
    AskFactory,
    MembershipFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.farewells import heard, thanked, walk
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
Step = FarewellStep.Step


@pytest.fixture
def member(program, manager):
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    TouchpointFactory(member, by=manager)
    farewells.begin(membership=member, by=manager, now=NOW, cause="rotation", reason="Two good years.")
    return member


@pytest.fixture
def farewell(member):
    return Farewell.objects.select_related("membership__program", "membership__advocate").get()


def page(member):
    return f"/press/members/{member.pk}/farewell/steps/"


def status(member):
    return Membership.objects.get(pk=member.pk).status


def taken():
    return list(FarewellStep.objects.values_list("step", flat=True))


def test_the_first_step_is_open_and_the_others_wait(web, member):
    response = web.get(page(member))

    assert response.context["way"].step == Step.SETTLED
    assert response.content.count(b'aria-current="step"') == 1


def test_each_step_leads_to_the_next_and_the_last_one_to_the_end(web, member, manager, farewell, today):
    call, note = None, None
    for step, said in [
        (Step.SETTLED, {}),
        (Step.PERKS, {}),
        (Step.RECAP, {"recap": "Two honest years"}),
        (Step.TOLD, {"told_how": "She laughed."}),
        (Step.THANKS, {}),
        (Step.STAYS, {"what_stays": "The June evening", "alumni": "on", "whom_to_call": manager.pk}),
        (Step.DOOR, {"door": "open"}),
        (Step.CONTACT, {"contact_on": today + dt.timedelta(days=90), "contact_by": manager.pk}),
    ]:
        if step == Step.TOLD:
            call = heard(member, by=manager)
            said = {**said, "touchpoint": call.pk}
        if step == Step.THANKS:
            note = thanked(member, by=manager)
            said = {**said, "touchpoint": note.pk}
        response = web.post(page(member), {"step": step, **said})
        assert response.status_code == 302, response.context["form"].errors

    assert taken() == list(Step.values)
    assert status(member) == "leaving"
    web.post(f"/press/members/{member.pk}/farewell/complete/")
    assert status(member) == "alumni"
    farewell.refresh_from_db()
    assert (farewell.completed_by, farewell.told_how) == (manager, "She laughed.")
    assert farewell.told_on == NOW.date()
    assert b"This farewell is complete" in web.get(page(member)).content


def test_completing_without_all_steps_says_which_one_is_next(web, member, farewell, manager):
    walk(farewell, by=manager, upto=Step.RECAP)

    response = web.post(f"/press/members/{member.pk}/farewell/complete/", follow=True)

    assert "They are told personally" in str(next(iter(response.context["messages"])))
    assert status(member) == "leaving"


def test_a_step_that_is_not_next_shows_the_one_that_is(web, member):
    response = web.get(page(member) + "?step=door")

    assert response.context["way"].step == Step.SETTLED


def test_a_step_that_was_taken_can_be_taken_anew(web, member, farewell, manager):
    walk(farewell, by=manager, upto=Step.RECAP)

    web.post(page(member), {"step": "recap", "recap": "Two honest years, and the atlas"})

    farewell.refresh_from_db()
    assert farewell.recap == "Two honest years, and the atlas"
    assert taken() == ["settled", "perks", "recap"]


AGREED = {"state": "agreed", "answered_on": "2026-05-20", "asked_on": "2026-05-11"}
DELIVERED = {**AGREED, "state": "delivered", "delivered_on": "2026-05-21"}


@pytest.mark.parametrize(
    ("factory", "fields"),
    [(PromiseFactory, {}), (RequestFactory, {}), (AskFactory, AGREED), (AskFactory, DELIVERED)],
)
def test_nothing_is_settled_while_something_is_open_between_us(web, member, factory, fields):
    factory(membership=member, **fields)

    response = web.post(page(member), {"step": "settled"})

    assert b"still open" in response.content
    assert taken() == []


def test_what_is_open_is_shown_with_the_way_to_settle_it(web, member):
    PromiseFactory(membership=member, text="A sample of the new press")

    shown = web.get(page(member)).content.decode()

    assert "A sample of the new press" in shown
    assert "It goes on" in shown


def test_a_promise_that_goes_on_is_handed_to_somebody(web, member, manager, farewell):
    promise = PromiseFactory(membership=member, text="A sample of the new press")
    address = f"/press/members/{member.pk}/farewell/promises/{promise.pk}/carry/"

    assert web.get(address).status_code == 200
    web.post(address, {"to": manager.pk, "why": "The press comes in autumn."})

    promise.refresh_from_db()
    assert promise.owner == manager
    assert web.post(page(member), {"step": "settled"}).status_code == 302
    walk(farewell, by=manager)
    web.post(f"/press/members/{member.pk}/farewell/complete/")
    assert status(member) == "alumni"
    promise.refresh_from_db()
    assert promise.state == "open"


def test_what_they_agreed_to_is_let_go_with_a_reason_or_goes_on(web, member, manager):
    dropped = AskFactory(membership=member, words="A talk at the fair", **AGREED)
    kept = AskFactory(membership=member, words="A review of the K2", **DELIVERED)
    shown = web.get(page(member)).content.decode()
    assert all(
        words in shown for words in ("A talk at the fair", "Let it go", "A review of the K2", "Thank them")
    )

    web.post(f"/press/asks/{dropped.pk}/withdraw/", {"because": "The fair is off.", "seen": dropped.version})
    address = f"/press/members/{member.pk}/farewell/asks/{kept.pk}/carry/"
    assert web.get(address).status_code == 200
    web.post(address, {"to": manager.pk, "why": "Thanked at the opening."})

    assert web.post(page(member), {"step": "settled"}).status_code == 302
    kept.refresh_from_db()
    assert (kept.owner, kept.carried.why) == (manager, "Thanked at the opening.")


def test_perks_end_on_the_days_that_were_agreed(web, member, manager, farewell):
    from tests.admin.making_rotation import grant_of
    from tests.admin.world import World

    grant = grant_of(World("Kit", member.program, member, manager, manager))
    walk(farewell, by=manager, upto=Step.SETTLED)

    assert b"Kit perk" in web.get(page(member)).content
    web.post(page(member), {"step": "perks", f"ends_{grant.pk}": "2026-12-31"})

    assert PerkEnd.objects.get().ends_on == dt.date(2026, 12, 31)


def test_the_recap_begins_with_what_is_on_record(web, member, manager, farewell):
    walk(farewell, by=manager, upto=Step.PERKS)

    shown = web.get(page(member)).content.decode()

    assert "With us since" in shown
    assert "print quality of the spring posters" in shown


def test_telling_needs_the_conversation_or_a_reason(web, member, manager, farewell):
    walk(farewell, by=manager, upto=Step.RECAP)

    response = web.post(page(member), {"step": "told", "told_how": "By mail"})

    assert "log the call" in response.context["form"].errors["touchpoint"][0]
    assert "told" not in taken()


def test_where_it_could_not_be_in_person_the_reason_is_kept(web, member, manager, farewell, today):
    walk(farewell, by=manager, upto=Step.RECAP)

    web.post(
        page(member),
        {"step": "told", "not_in_person": "At sea until May, no telephone", "told_how": "A letter to the harbor",
         "told_by": manager.pk, "told_on": today},
    )  # fmt: skip

    farewell.refresh_from_db()
    assert farewell.not_in_person == "At sea until May, no telephone"
    assert b"Not in person" in web.get(page(member)).content


def test_a_farewell_is_called_off(web, member, farewell, manager):
    walk(farewell, by=manager)

    web.post(f"/press/members/{member.pk}/farewell/call-off/")

    assert status(member) == "active"
    assert not Farewell.objects.exists()


def test_without_a_farewell_one_is_led_to_its_beginning(web, program):
    other = MembershipFactory(program=program, active=True)

    assert web.get(page(other)).url == f"/press/members/{other.pk}/farewell/"


def test_staff_may_look_but_take_no_step(as_role, member):
    web = as_role("staff")

    assert web.get(page(member)).status_code == 200
    assert web.post(page(member), {"step": "settled"}).status_code == 403
    assert web.post(f"/press/members/{member.pk}/farewell/complete/").status_code == 403
    assert taken() == []


@pytest.mark.parametrize("upto", [None, *Step.values])
def test_the_farewell_takes_at_most_twelve_statements(
    web, member, manager, farewell, upto, django_assert_max_num_queries
):
    if upto:
        walk(farewell, by=manager, upto=upto)
    else:
        for _ in range(20):
            PromiseFactory(membership=member)
            RequestFactory(membership=member)

    with django_assert_max_num_queries(12):
        web.get(page(member))


def test_whoever_writes_the_thank_you_has_the_recap_beside_them(web, member, manager, farewell):
    walk(farewell, by=manager, upto=Step.TOLD, recap={"recap": "Two honest years, and the atlas"})

    desk = web.get(f"/press/compose/{member.pk}/").content.decode()
    assert "Two honest years, and the atlas" in desk

    note = thanked(member, by=manager)
    assert (
        f"/press/members/{member.pk}/farewell/steps/"
        in web.get(f"/press/compose/sent/{note.pk}/").content.decode()
    )
