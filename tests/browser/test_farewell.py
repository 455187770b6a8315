"""Sixty days before a term ends: flagged, decided by two, released, told by phone, thanked, an alumna."""

import datetime as dt

import pytest

from engagement.actions.flags import raise_flags
from engagement.models import Touchpoint
from influencers import clock
from influencers.actions import cadence, reviews
from influencers.models import FarewellStep, Membership, Post, RotationDecision
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory, TouchpointFactory

CANNED = "Hi {{first_name}}, thank you for everything, we wish you all the best for your future endeavors!"
THANKS = (
    "Ana, what you told us about the print quality of the spring posters is why the autumn ones are on cotton paper. "
    "Nobody else saw it. Thank you for two honest years."
)
TOLD = "Told Ana on the phone that her term ends; she laughed about the spring posters and asked who comes after her."
DAY = dt.timedelta(days=1)


@pytest.fixture
def manager():
    program = ProgramFactory(slug="press", term_months=12)
    return PostFactory(program=program, role=Post.Role.MANAGER, user__name="Robin Adler").user


@pytest.fixture
def second(manager):
    program = manager.posts.get().program
    return PostFactory(program=program, role=Post.Role.MANAGER, user__name="Jo Weber").user


@pytest.fixture
def member(manager):
    """Somebody whose term ends in sixty days, with a call last week."""
    program, today = manager.posts.get().program, clock.now().date()
    member = MembershipFactory(
        program=program, advocate=AdvocateFactory(name="Ana Ruiz"), owner=manager, active=True
    )
    member.terms.update(starts_on=today - 300 * DAY, ends_on=today + 60 * DAY)
    Membership.objects.filter(pk=member.pk).update(joined_on=today - 300 * DAY)
    member.refresh_from_db()
    cadence.refresh(member, clock.now())
    TouchpointFactory(member, by=manager, happened_at=clock.now() - 7 * DAY)
    raise_flags("rotation_due", clock.now())
    return member


def status(member):
    return Membership.objects.get(pk=member.pk).status


def press(page, name, *, exact=False):
    page.get_by_role("button", name=name, exact=exact).click()


def current(page, label):
    """Wait until this is the step whose form is open."""
    page.locator("li.stage[aria-current=step]", has_text=label).wait_for()


def try_to_close(page, member, manager):
    """The review is not closed while one of them is undecided."""
    today = clock.now().date()
    session = reviews.begin(
        program=member.program, by=manager, now=clock.now(), name="Winter", starts_on=today,
        ends_on=today + 90 * DAY,
    )  # fmt: skip
    page.goto(f"/press/rotation/reviews/{session.pk}/")
    press(page, "Close the review")
    page.locator("[role=alert], .toast, [data-error]").first.wait_for()
    session.refresh_from_db()
    assert session.closed_at is None


def propose(page, member):
    """Who proposes is not the second reader."""
    page.goto(f"/press/members/{member.pk}/decide/")
    page.get_by_label("Alumni").check()
    page.get_by_label("Why").fill("Two honest years; the place goes to somebody new.")
    press(page, "Propose")
    page.wait_for_url("**/advocates/**")
    decision = RotationDecision.objects.get(membership=member)
    page.goto(f"/press/members/{member.pk}/decisions/{decision.pk}/second/")
    press(page, "I stand behind it")
    page.get_by_text("You have proposed this yourself").first.wait_for()
    decision.refresh_from_db()
    assert decision.seconded_at is None
    return decision


def read_and_release(page, member, decision):
    page.goto(f"/press/members/{member.pk}/decisions/{decision.pk}/second/")
    press(page, "I stand behind it")
    page.wait_for_url("**/advocates/**")
    page.goto(f"/press/members/{member.pk}/decisions/{decision.pk}/release/")
    press(page, "Release it")
    page.wait_for_url("**/advocates/**")


def begin(page, member):
    page.goto("/press/rotation/")
    page.get_by_role("link", name="Begin farewell").first.click()
    press(page, "Carry it out")
    page.wait_for_url("**/press/rotation/")
    assert status(member) == "leaving"


def test_from_sixty_days_before_the_end_to_an_alumna(page, log_in, troubles, manager, second, member):
    page.set_default_timeout(30_000)  # the first pages are the first of this process
    log_in(page, manager)
    page.goto("/press/today/?whose=everybody")
    page.get_by_text("Rotation due").first.wait_for()

    try_to_close(page, member, manager)
    decision = propose(page, member)
    log_in(page, second)
    read_and_release(page, member, decision)
    log_in(page, manager)
    begin(page, member)
    say_farewell(page, member)

    assert status(member) == "alumni"
    decision.refresh_from_db()
    assert decision.told_how == "Call"
    assert Touchpoint.objects.filter(farewell_words__what="thanks", words=THANKS).exists()
    page.goto(f"/press/members/{member.pk}/farewell/steps/")
    page.get_by_text("This farewell is complete").wait_for()
    troubles.clear()  # a refusal of the server is an error to the browser


def say_farewell(page, member):
    steps = f"/press/members/{member.pk}/farewell/steps/"
    page.goto(steps)
    current(page, "Nothing is left open")
    assert page.get_by_role("button", name="Complete the farewell").count() == 0
    press(page, "Nothing is left open")
    current(page, "Perks are wound down")
    press(page, "Done, next")
    current(page, "What they gave is written down")
    assert "spring posters" in page.locator("textarea[name=recap]").input_value()
    press(page, "Done, next")

    # Ending without telling is refused with what to do.
    current(page, "They are told personally")
    press(page, "Done, next")
    page.get_by_text("log the call, the lunch or the meeting").wait_for()
    assert not FarewellStep.objects.filter(step="told").exists()
    page.get_by_role("link", name="Log the conversation").click()
    page.locator("[name=line]").press_sequentially(f"call: {TOLD}")
    page.wait_for_function(
        "note => document.querySelector('#sheet [name=words]')?.value.endsWith(note)", arg=TOLD[-20:]
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{steps}")
    page.get_by_label("laughed about the spring posters").check()
    page.get_by_label("How", exact=False).first.fill("She laughed.")
    press(page, "Done, next")
    thank(page, steps)

    current(page, "What stays is said")
    page.get_by_label("What stays").fill("The evening in June")
    press(page, "Done, next")
    current(page, "The door is named")
    page.get_by_label("Closed").check()
    press(page, "Done, next")
    page.get_by_text("Say why the door is not open").wait_for()
    page.get_by_label("Open", exact=True).check()
    press(page, "Done, next")
    current(page, "The first word as alumni is planned")
    page.get_by_label("On which day").fill((clock.now().date() + 120 * DAY).isoformat())
    press(page, "Done, next")
    press(page, "Complete the farewell")
    press(page, "Complete it")
    page.get_by_text("has left as a friend").first.wait_for()


def thank(page, steps):
    """A canned thank-you does not go out; a personal one leads back to the farewell."""
    current(page, "They are thanked")
    page.get_by_role("link", name="Write the thank-you").click()
    page.get_by_text("What they gave, and what came of it").wait_for()
    page.locator("[name=words]").fill(CANNED)
    page.locator("#verdict[data-outcome=block]").wait_for()
    press(page, "Ready to send")
    page.get_by_text("This is held").wait_for()
    page.locator("[name=words]").fill(THANKS)
    page.locator("#verdict[data-outcome=pass], #verdict[data-outcome=warn]").wait_for()
    press(page, "Ready to send")
    page.get_by_role("link", name="Back to the farewell").click()
    page.wait_for_url(f"**{steps}")
    page.get_by_label("what you told us about the print quality").check()
    press(page, "Done, next")
