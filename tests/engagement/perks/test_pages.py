"""What there is to give, who got what, and what is to be disclosed."""

import datetime as dt

import pytest

from influencers.models import Grant, Perk
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, RequestFactory
from tests.influencers.pages.conftest import as_role, manager, program, today, web

__all__ = ["as_role", "manager", "program", "today", "web"]
pytestmark = pytest.mark.django_db
PERKS = "/press/perks/"


@pytest.fixture
def member(program):
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def perk(program):
    return Perk.objects.create(
        program=program, name="Guillotine", kind="sample", value=480, stock=2, must_disclose=True
    )


@pytest.fixture
def give(web, perk):
    def give(member, **said):
        details = {"perk": perk.pk, "reason": "Binds left-handed", **said}
        return web.post(f"/press/advocates/{member.advocate_id}/perks/give/", details)

    return give


def test_stock_who_got_it_and_why_stand_on_one_page(web, give, member):
    give(member)

    page = web.get(PERKS).content.decode()

    assert "1 of 2 left" in page
    assert "Ana Ruiz" in page
    assert "Binds left-handed" in page


def test_it_is_given_for_a_request(web, give, member):
    wish = RequestFactory(membership=member)

    give(member, answers=wish.pk)

    wish.refresh_from_db()
    assert wish.grant == Grant.objects.get()


def test_nobody_is_asked_why_all_the_same_where_nothing_speaks_against_it(web, member):
    answer = web.post(f"/press/advocates/{member.advocate_id}/perks/give/", {"reason": "", "perk": ""})

    assert answer.status_code == 422
    assert "This field is required" in answer.content.decode()
    assert "Why it is right all the same" not in answer.content.decode()


def test_an_open_complaint_is_shown_and_needs_a_sentence(give, member):
    RequestFactory(membership=member, category="complaint", words="The clamp has cracked")

    refused = give(member)
    assert refused.status_code == 422
    assert "The clamp has cracked" in refused.content.decode()
    assert not Grant.objects.exists()
    give(member, despite="Agreed on in March.")

    assert Grant.objects.get().despite == "Agreed on in March."


def test_what_is_late_is_said_and_the_proof_noted(web, give, member, today):
    give(member)
    Grant.objects.update(disclose_by=today - dt.timedelta(days=1))
    given = Grant.objects.get()
    assert "should have been disclosed" in web.get(PERKS).content.decode()

    web.post(f"{PERKS}given/{given.pk}/disclosed/", {
        "disclosed_on": str(today), "url": "https://example.com/reel", "seen": given.version,
    })  # fmt: skip

    given.refresh_from_db()
    assert given.disclosed_at_url == "https://example.com/reel"
    assert web.get(PERKS, {"show": "due"}).context["page"].rows == []


def test_it_is_taken_back_with_the_reason_by_managers(web, give, member, as_role, today):
    give(member)
    given = Grant.objects.get()
    address = f"{PERKS}given/{given.pk}/take-back/"

    web.post(address, {"because": "Sold it on.", "returned": "on", "seen": given.version})
    assert web.get(PERKS, {"show": "back"}).context["page"].rows == [given]
    assert Perk.objects.get().given == 0

    assert as_role("staff").post(address, {"because": "x"}).status_code == 403


def test_one_perk_is_shown_by_itself(web, give, member, perk, program):
    give(member)
    other = Perk.objects.create(program=program, name="Ink", kind="special")

    assert len(web.get(PERKS, {"perk": perk.pk}).context["page"].rows) == 1
    assert web.get(PERKS, {"perk": other.pk}).context["page"].rows == []
    assert web.get(PERKS, {"perk": "x"}).status_code == 200


def test_grants_of_other_programs_are_not_found(web, program):
    other = MembershipFactory()
    foreign = Grant.objects.create(
        perk=Perk.objects.create(program=other.program, name="P", kind="sample"), membership=other, reason="x",
        given_by=PostFactory(program=other.program).user, given_on=dt.date(2026, 5, 1),
    )  # fmt: skip

    assert web.get(f"{PERKS}given/{foreign.pk}/disclosed/").status_code == 404
    assert web.get(PERKS).context["page"].rows == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_at_most_twelve_statements(
    web, perk, program, count, manager, django_assert_max_num_queries
):
    Perk.objects.filter(pk=perk.pk).update(stock=None)
    for _ in range(count):
        Grant.objects.create(
            perk=perk, membership=MembershipFactory(program=program), reason="x", given_by=manager,
            given_on=dt.date(2026, 5, 1),
        )  # fmt: skip

    with django_assert_max_num_queries(12):
        assert web.get(PERKS).status_code == 200
