"""How a program works, and who works in it."""

import datetime as dt
import re

import pytest
from django.core import mail

from influencers.forms.programs import ASKS, EFFORT
from influencers.models import Holiday, Membership, Perk, Post, Program, Tier, User
from tests.factories import MembershipFactory, PostFactory, TierFactory, UserFactory

pytestmark = pytest.mark.django_db
SETTINGS = "/press/settings/"


def typed(program, **changes):
    names = (
        "name", "time_zone", "ideal_days", "latest_days", "live_days", "answer_days", "request_days", "term_months",
        "notice_days", "welcome_days", "digest_hour", *EFFORT, *ASKS,
    )  # fmt: skip
    values = {name: getattr(program, name) for name in names}
    return {**values, "working_days": list(program.working_days), "seen": program.version, **changes}


@pytest.fixture
def admin(client, program):
    client.force_login(PostFactory(program=program, role=Post.Role.ADMIN).user)
    return client


def test_the_settings_say_in_words_what_they_mean(web, program):
    page = web.get(SETTINGS).content.decode()

    assert "every 30 days" in page
    assert "after 60 days we are losing touch" in page


def test_another_rhythm_moves_the_due_dates(web, program):
    member = MembershipFactory(program=program, active=True)
    before = Membership.objects.get(pk=member.pk).ideal_due_on

    response = web.post(SETTINGS, typed(program, ideal_days=20, working_days=["1", "2", "3", "4"]))

    assert response.status_code == 302
    assert Program.objects.get().working_days == "1234"
    assert Membership.objects.get(pk=member.pk).ideal_due_on < before


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/North"}, {"latest_days": 5}, {"working_days": []}, {"name": ""}]
)
def test_what_cannot_be_is_said_and_nothing_is_kept(web, program, wrong):
    response = web.post(SETTINGS, typed(program, **wrong))

    assert response.context["form"].errors
    assert Program.objects.get().version == program.version


def test_of_two_managers_at_once_the_second_sees_what_the_first_did(web, program):
    sent = typed(program)
    web.post(SETTINGS, {**sent, "live_days": 100})

    response = web.post(SETTINGS, {**sent, "ideal_days": 7})

    assert response.status_code == 409
    assert b"180" in response.content
    assert b"100" in response.content
    assert Program.objects.get().ideal_days == 30


@pytest.mark.parametrize("role", ["viewer", "staff"])
@pytest.mark.parametrize("page", ["", "tiers/", "holidays/", "perks/", "people/"])
def test_settings_are_for_those_who_manage(as_role, program, role, page):
    web = as_role(role)

    assert web.get(SETTINGS + page).status_code == 403
    assert web.post(SETTINGS + page, {}).status_code == 403


def test_tiers_are_added_changed_and_removed_unless_somebody_is_in_them(web, program):
    web.post(f"{SETTINGS}tiers/", {"name": "Inner circle", "rank": "1", "ideal_days": "10"})
    tier = Tier.objects.get()
    web.post(
        f"{SETTINGS}tiers/{tier.pk}/",
        {"name": "Close", "rank": "2", "ideal_days": "12", "seen": tier.version},
    )
    member = MembershipFactory(program=program, tier=tier)

    assert web.post(f"{SETTINGS}tiers/{tier.pk}/remove/").status_code == 422
    assert Tier.objects.get().name == "Close"

    Membership.objects.filter(pk=member.pk).update(tier=None)
    web.post(f"{SETTINGS}tiers/{tier.pk}/remove/")
    assert not Tier.objects.exists()


def test_a_tier_name_is_used_once(web, program):
    TierFactory(program=program, name="Close")

    response = web.post(f"{SETTINGS}tiers/", {"name": "Close", "rank": "1"})

    assert response.context["form"].errors
    assert Tier.objects.count() == 1


def test_holidays_move_what_falls_on_them(web, program):
    member = MembershipFactory(program=program, active=True)
    due = Membership.objects.get(pk=member.pk).ideal_due_on

    web.post(f"{SETTINGS}holidays/", {"day": str(due), "name": "Day off"})
    assert Membership.objects.get(pk=member.pk).ideal_due_on > due

    web.post(f"{SETTINGS}holidays/{Holiday.objects.get().pk}/remove/")
    assert Membership.objects.get(pk=member.pk).ideal_due_on == due


def test_perks_are_offered_and_never_fewer_than_given(web, program):
    perk = {"name": "Press kit", "kind": "sample", "value": "20", "stock": "5", "once_per_person": "on"}
    web.post(f"{SETTINGS}perks/", perk)
    found = Perk.objects.get()
    Perk.objects.filter(pk=found.pk).update(given=3)

    response = web.post(f"{SETTINGS}perks/{found.pk}/", {**perk, "stock": "2", "seen": found.version})

    assert response.context["form"].errors["stock"]
    assert Perk.objects.get().stock == 5


def test_a_new_colleague_gets_a_mail_and_sets_a_password(admin, program, client):
    admin.post(f"{SETTINGS}people/", {"email": "New@Example.test", "name": "New Colleague", "role": "staff"})

    user = User.objects.get(email="new@example.test")
    assert not user.has_usable_password()
    assert Post.objects.get(user=user).role == "staff"
    (sent,) = mail.outbox
    assert sent.to == ["new@example.test"]

    client.logout()
    path = re.search(r"/account/password/reset/key/\S+", sent.body).group()
    page = client.get(path, follow=True)
    form_path = page.redirect_chain[-1][0]
    client.post(form_path, {"password1": "correct horse battery", "password2": "correct horse battery"})
    user.refresh_from_db()
    assert user.check_password("correct horse battery")


def test_a_colleague_known_already_gets_a_post_and_no_second_user(admin, program):
    known = UserFactory(email="known@example.test")

    admin.post(f"{SETTINGS}people/", {"email": "KNOWN@example.test", "name": "X", "role": "viewer"})
    again = admin.post(f"{SETTINGS}people/", {"email": "known@example.test", "name": "X", "role": "admin"})

    assert Post.objects.get(user=known).role == "viewer"
    assert again.context["form"].errors["email"]
    assert "reset" not in mail.outbox[0].body


def test_managers_see_who_works_here_and_do_not_appoint(web, program):
    post = PostFactory(program=program)

    assert web.get(f"{SETTINGS}people/").status_code == 200
    for action in ("appoint", "dismiss", "link"):
        assert web.post(f"{SETTINGS}people/{post.pk}/{action}/", {"role": "admin"}).status_code == 403
    assert Post.objects.get(pk=post.pk).role == "staff"


def test_admins_appoint_and_dismiss_but_never_the_last_admin(admin, program):
    post = PostFactory(program=program)
    last = Post.objects.get(role="admin")

    admin.post(f"{SETTINGS}people/{post.pk}/appoint/", {"role": "manager"})
    assert Post.objects.get(pk=post.pk).role == "manager"

    assert admin.post(f"{SETTINGS}people/{last.pk}/dismiss/").status_code == 422
    admin.post(f"{SETTINGS}people/{post.pk}/dismiss/")
    assert list(Post.objects.filter(program=program)) == [last]


def test_who_still_looks_after_people_is_not_dismissed(admin, program):
    member = MembershipFactory(program=program, active=True)
    post = Post.objects.get(user=member.owner)

    response = admin.post(f"{SETTINGS}people/{post.pk}/dismiss/", follow=True)

    assert response.redirect_chain == [(f"/{program.slug}/hand-overs/of/{member.owner_id}/", 302)]
    assert "looks after 1 person. Hand them over first" in response.content.decode()
    assert Post.objects.filter(pk=post.pk).exists()


def test_nor_made_a_viewer(admin, program):
    member = MembershipFactory(program=program, active=True)
    post = Post.objects.get(user=member.owner)

    admin.post(f"{SETTINGS}people/{post.pk}/appoint/", {"role": "viewer"})

    assert Post.objects.get(pk=post.pk).role == "staff"


def test_only_an_administrator_of_the_installation_founds_programs(client, program):
    client.force_login(UserFactory())
    assert client.post("/found/", {"name": "X", "slug": "x", "time_zone": "UTC"}).status_code == 403

    client.force_login(UserFactory(is_superuser=True))
    refused = client.post("/found/", {"name": "X", "slug": "account", "time_zone": "UTC"})
    assert refused.context["form"].errors["slug"]
    client.post("/found/", {"name": "Radio", "slug": "radio", "time_zone": "Europe/Berlin"})

    assert Program.objects.get(slug="radio").posts.get().role == "admin"


@pytest.mark.parametrize("page", ["", "tiers/", "holidays/", "perks/", "people/"])
def test_settings_take_at_most_twelve_statements(admin, program, page, django_assert_max_num_queries):
    for number in range(30):
        TierFactory(program=program)
        PostFactory(program=program)
        Holiday.objects.create(program=program, day=dt.date(2027, 1, number + 1))

    with django_assert_max_num_queries(12):
        assert admin.get(SETTINGS + page).status_code == 200
