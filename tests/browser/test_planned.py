"""A lunch is planned beside somebody's page, stands on Today, and is logged from there; on a phone, without a mouse."""

import pytest

from engagement.actions import planned
from engagement.models import PlannedTouchpoint
from influencers import clock
from influencers.models import Post
from tests.browser.conftest import too_wide
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory

pytestmark = pytest.mark.browser
LONG = "Maximiliane-Alexandra Freifrau von Oberndorff-Schellenberg zu Wittgenstein"
SAID = "She keeps the blue for the spring posters and worries about the paper of the second edition."


@pytest.fixture
def post():
    return PostFactory(role=Post.Role.MANAGER)


@pytest.fixture
def member(post):
    return MembershipFactory(
        program=post.program, owner=post.user, active=True, advocate=AdvocateFactory(name="Ana Ruiz")
    )


def test_planned_in_a_panel_and_logged_from_today(page, log_in, post, member):
    log_in(page, post.user)
    today = member.program.today(clock.now())
    page.goto(member.get_absolute_url())

    page.locator("summary", has_text="More for Ana Ruiz").click()
    page.get_by_role("link", name="Plan a lunch or a call").click()
    page.get_by_label("Day").fill(today.isoformat())
    page.get_by_label("Where").fill("Café Kranz")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("What comes next").wait_for()
    page.goto(f"/{member.program.slug}/today/?whose=mine")
    page.get_by_role("link", name="Log it").click()
    page.get_by_label("What was said").fill(SAID)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Lunch logged.").wait_for()

    plan = PlannedTouchpoint.objects.get()
    assert (plan.state, plan.touchpoint.words) == ("happened", SAID)


def test_long_names_and_places_fit_a_phone_in_the_dark(phone, log_in, theme, axe, post, member):
    theme(phone, "dark")
    log_in(phone, post.user)
    now = clock.now()
    others = [MembershipFactory(program=post.program, advocate=AdvocateFactory(name=LONG)) for _ in range(3)]
    plan = planned.plan(
        program=post.program, by=post.user, now=now, members=[*others, member], kind="event", about="W" * 500,
        on=post.program.today(now), where=LONG + LONG,
    )  # fmt: skip

    for page in (f"planned/{plan.pk}/", "planned/", "today/", f"advocates/{member.advocate_id}/"):
        phone.goto(f"/{post.program.slug}/{page}")
        assert not too_wide(phone), page
        assert axe(phone) == [], page
