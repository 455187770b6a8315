"""The admin weighs requests, hands promises over and gives perks by the same rules as the pages."""

import datetime as dt

import pytest

from engagement.models import Pressure, PromiseHandOver
from influencers.models import Grant, Perk, Program
from tests.admin.forms import said, send
from tests.admin.rows import MAKERS
from tests.factories import AccountFactory, PromiseFactory, RequestFactory

pytestmark = pytest.mark.django_db
GIVE = "/admin/influencers/grant/add/"


def page_of(row):
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


@pytest.fixture
def wish(ours):
    AccountFactory(advocate=ours.advocate, followers=91_234)
    wish = RequestFactory(membership=ours.member, owner=ours.manager)
    Pressure.objects.create(
        advocate_request=wish, membership=ours.member, kind="again", on=dt.date(2026, 6, 1), note="Rang twice",
        noted_by=ours.manager,
    )  # fmt: skip
    return wish


@pytest.fixture
def perk(ours):
    return Perk.objects.create(program=ours.program, name="Press", kind="sample", value=9, must_disclose=True)


def test_loudness_is_shown_once_the_need_was_weighed(manager, wish):
    seen = [
        manager.get(address).content.decode() for address in (page_of(wish), "/admin/engagement/pressure/")
    ]
    assert not any("91234" in page or "Rang twice" in page for page in seen)

    send(manager, page_of(wish), need="The fair", impact="2", urgency="3")

    assert "91234" in manager.get(page_of(wish)).content.decode()
    assert "Rang twice" in manager.get("/admin/engagement/pressure/").content.decode()


def test_a_warning_needs_its_sentence(manager, wish):
    send(manager, page_of(wish), need="Nice to have", impact="1", urgency="1")
    large = {"decision": "grant", "reason": "Nice", "value": "900"}

    refused = send(manager, page_of(wish), **large)
    assert any("The need is little" in sentence for sentence in said(refused))
    wish.refresh_from_db()
    assert wish.state == "open"
    send(manager, page_of(wish), **large, despite="It was to be scrapped.")

    wish.refresh_from_db()
    assert (wish.state, wish.warnings) == ("decided", ["too_much"])


def test_nobody_decides_their_own_proposal(ours, manager, wish):
    Program.objects.filter(pk=ours.program.pk).update(large_by="second")
    send(
        manager,
        page_of(wish),
        need="The fair",
        impact="3",
        urgency="3",
        decision="grant",
        reason="x",
        value="900",
    )

    refused = send(manager, page_of(wish), confirm="on")

    assert "You proposed it: ask a colleague to decide." in said(refused)
    wish.refresh_from_db()
    assert wish.state == "proposed"


def test_a_request_is_taken_back_and_not_deleted(manager, wish):
    assert (
        manager.post(f"/admin/engagement/advocaterequest/{wish.pk}/delete/", {"post": "yes"}).status_code
        == 403
    )

    send(manager, page_of(wish), take_back="She bought one.")

    wish.refresh_from_db()
    assert (wish.state, wish.withdrawn_because) == ("withdrawn", "She bought one.")


def test_a_promise_goes_into_other_hands_with_the_reason(ours, manager):
    promise = PromiseFactory(membership=ours.member, owner=ours.manager)

    assert said(send(manager, page_of(promise), owner=ours.admin.pk))
    assert not PromiseHandOver.objects.exists()
    send(manager, page_of(promise), owner=ours.admin.pk, why="Knows the printer")

    assert promise.hand_overs.get().after == ours.admin


def test_a_perk_is_given_disclosed_and_taken_back(ours, manager, perk):
    give = {"perk": perk.pk, "membership": ours.member.pk, "reason": "Tests it", "given_on": "2026-06-01"}
    RequestFactory(membership=ours.member, category="complaint", asked_on=dt.date(2026, 5, 29))
    assert any("complaint" in sentence for sentence in said(send(manager, GIVE, **give)))
    assert not Grant.objects.exists()

    send(manager, GIVE, **give, despite="Agreed on in March.")
    given = Grant.objects.get()
    send(manager, page_of(given), disclosed_on="2026-06-03", disclosure_note="On stage")
    send(manager, page_of(given), take_back="Sold it on.")

    given.refresh_from_db()
    assert (given.disclosed_on, given.withdrawn_because) == (dt.date(2026, 6, 3), "Sold it on.")


def test_a_form_to_give_holds_no_list_of_all_requests(ours, manager):
    wish = RequestFactory(membership=ours.member, owner=ours.manager, words="A seat at the autumn fair")

    page = manager.get("/admin/influencers/grant/add/").content.decode()

    assert wish.words not in page
    assert 'name="answers"' in page


def test_what_is_given_names_the_request_it_answers(ours, manager):
    wish = RequestFactory(membership=ours.member, owner=ours.manager, assessed=True)
    perk = MAKERS[Perk](ours)
    given = {"perk": perk.pk, "membership": ours.member.pk, "reason": "She asked", "given_on": "2026-05-04"}

    answer = send(manager, "/admin/influencers/grant/add/", answers=wish.pk, **given)

    assert answer.status_code == 302, said(answer)
    wish.refresh_from_db()
    assert wish.grant.perk == perk
