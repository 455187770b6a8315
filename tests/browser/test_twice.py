"""A second press, made before the first was answered, sends nothing a second time."""

from engagement.models import Promise
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory


def test_a_double_click_writes_one_promise(page, log_in):
    program = ProgramFactory(slug="press")
    manager = PostFactory(program=program, role=Post.Role.MANAGER).user
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Kwame Mensah"))
    log_in(page, manager)
    page.goto(f"/press/advocates/{member.advocate_id}/promises/new/")
    page.get_by_label("What", exact=True).fill("The blue ink, two tins")
    page.get_by_label("By", exact=True).fill("2030-01-07")

    page.locator("main").get_by_role("button", name="Save").dblclick(delay=5)
    page.wait_for_url(f"**/advocates/{member.advocate_id}/")

    assert Promise.objects.count() == 1
