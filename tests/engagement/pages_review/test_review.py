"""The table of a review: evidence, wish and decision of everybody whose term ends."""

import datetime as dt
from urllib.parse import urlencode

import pytest

from influencers.models import Grant, Perk, RotationDecision
from tests.factories import (
    AdvocateFactory,
    MembershipFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.memberships import JOINED
from tests.factories.rotations import colleague, proposed, released, seconded, told

pytestmark = pytest.mark.django_db


def page(review, **params):
    return f"/press/rotation/reviews/{review.pk}/" + (f"?{urlencode(params)}" if params else "")


def names(response):
    return [row.decision.membership.advocate.name for row in response.context["rows"]]


def post(browser, review, decision, do, **fields):
    fields.setdefault("seen", RotationDecision.objects.get(pk=decision.pk).version)
    return browser.post(f"/press/rotation/reviews/{review.pk}/decisions/{decision.pk}/", {"do": do, **fields})


def test_a_row_tells_the_whole_term(web, review, member, manager):
    TouchpointFactory(member, by=manager)
    TouchpointFactory(
        member, by=manager, kind="message", direction="in", words="The blue ink dries too slowly."
    )
    TouchpointFactory(member, by=manager, happened_at=dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC))
    PromiseFactory(membership=member)
    RequestFactory(membership=member)
    perk = Perk.objects.create(program=member.program, name="Press kit", kind="sample")
    Grant.objects.create(perk=perk, membership=member, reason="x", given_by=manager, given_on=JOINED)

    row = web.get(page(review)).context["rows"][0]

    assert row.kinds == [("Call", 1), ("Message", 1)]
    assert row.sides == "1 from them, 0 from us, 1 both ways"
    assert row.facts == [("We promised", "1 open"), ("They asked", "waiting"), ("They got", "Press kit")]
    assert [(said.words[:8], said.is_note) for said in row.evidence.said] == [
        ("The blue", False), ("She love", True), ("She love", True),
    ]  # fmt: skip


def test_a_wish_a_proposal_a_reading_and_a_release_lead_to_decided_not_told(web, second, review, decision):
    post(web, review, decision, "wish", wish="One more year.")
    post(web, review, decision, "propose", outcome="renew", reason="She is right for it.", teller="")
    post(second, review, decision, "second", note="Yes.")
    response = post(web, review, decision, "release", teller="")

    row = RotationDecision.objects.get()
    assert response.url.endswith(f"#decision-{decision.pk}")
    assert (row.wish, row.outcome, row.second_note) == ("One more year.", "renew", "Yes.")
    assert row.released_at is not None
    assert b"Decided, not told" in web.get(page(review)).content


def test_who_proposed_it_is_told_that_somebody_else_reads_it(web, review, decision):
    post(web, review, decision, "propose", outcome="renew", reason="She is right for it.")

    response = post(web, review, decision, "second")

    assert response.status_code == 422
    assert b"Somebody else reads it" in response.content
    assert RotationDecision.objects.get().seconded_by is None


def test_whoever_is_slower_is_told_who_and_what_and_keeps_what_was_typed(web, second, review, decision):
    before = decision.version
    post(second, review, decision, "propose", outcome="pause", reason="Her daughter is born.")

    response = post(
        web, review, decision, "propose", outcome="end", reason="No answer for months.", seen=before
    )

    assert response.status_code == 409
    assert b"Her daughter is born." in response.content
    assert b"No answer for months." in response.content
    assert RotationDecision.objects.get().outcome == "pause"


def test_htmx_gets_the_row_alone(web, review, decision):
    response = web.post(
        f"/press/rotation/reviews/{review.pk}/decisions/{decision.pk}/",
        {"do": "propose", "outcome": "renew", "reason": "Yes.", "seen": decision.version},
        headers={"HX-Request": "true"},
    )  # fmt: skip

    assert response.content.strip().startswith(b"<tr")
    assert b"Proposed" in response.content


def test_nothing_pressed_changes_nothing(web, review, decision):
    assert post(web, review, decision, "").status_code == 422
    assert RotationDecision.objects.get().outcome == ""


def test_it_is_narrowed_to_a_stage(web, review, member, program, manager):
    proposed(member)

    assert names(web.get(page(review, show="read"))) == ["Ana Ruiz"]
    assert names(web.get(page(review, show="undecided"))) == []
    assert web.get(page(review)).context["progress"]["read"] == 1


def test_it_is_closed_when_nobody_is_left_hanging(web, review, member):
    response = web.post(page(review) + "close/", follow=True)
    assert b"still left hanging" in response.content
    review.refresh_from_db()
    assert review.closed_at is None

    released(member)
    web.post(page(review) + "close/")
    review.refresh_from_db()
    assert review.closed_at is not None


def test_all_that_was_read_is_released_at_once(web, review, member):
    seconded(member)

    web.post(page(review) + "release/")

    assert RotationDecision.objects.get().released_at is not None


def test_a_told_decision_says_so(web, review, member):
    told(member)

    assert b"told by" in web.get(page(review)).content


def test_staff_reads_but_does_not_propose(client, review, decision, program):
    client.force_login(colleague(program, "staff"))

    assert client.get(page(review)).status_code == 200
    assert post(client, review, decision, "propose", outcome="renew", reason="x").status_code == 403
    assert RotationDecision.objects.get().outcome == ""


def fill(review, count):
    members = [
        MembershipFactory(
            program=review.program, active=True, advocate=AdvocateFactory(name=f"Person {n:03}")
        )
        for n in range(count)
    ]
    for n, member in enumerate(members):
        day = dt.date(2027, 1, 6) + dt.timedelta(days=n % 20)
        RotationDecision.objects.create(membership=member, review=review, due_on=day, evidence_from=JOINED)
    return members


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_at_most_fifteen_statements(
    web, review, member, manager, count, django_assert_max_num_queries
):
    for number, one in enumerate(fill(review, count)):
        TouchpointFactory(one, by=manager)
        PromiseFactory(membership=one)
        (proposed, seconded, released, lambda _: None)[number % 4](one)

    with django_assert_max_num_queries(15):
        assert web.get(page(review)).status_code == 200


def test_long_reviews_go_on_over_pages(web, review):
    fill(review, 60)

    first = web.get(page(review))
    rest = web.get(page(review, after=first.context["page"].next))

    assert len(names(first)) == 50
    assert len(set(names(first) + names(rest))) == 61
    assert len(names(web.get(page(review, rows=300)))) == 61
