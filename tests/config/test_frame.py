"""The frame round every page: whose programs, and where one can go."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import ResolverMatch

from config.context import frame
from tests.factories.programs import PostFactory, ProgramFactory, UserFactory

pytestmark = pytest.mark.django_db


def looked_at(rf, user, slug=None):
    request = rf.get("/")
    request.user = user
    request.resolver_match = ResolverMatch(lambda: None, (), {"program_slug": slug} if slug else {})
    return request


def test_the_frame_knows_the_users_programs_in_one_statement(rf, django_assert_num_queries):
    post = PostFactory()
    ProgramFactory()
    context = frame(looked_at(rf, post.user, post.program.slug))

    with django_assert_num_queries(1):
        programs, program, home = context["programs"](), context["program"](), context["frame"].home

    assert (programs, program, home) == ([post.program], post.program, post.program)


def test_the_frame_asks_nothing_that_a_page_does_not_show(rf, django_assert_num_queries):
    post = PostFactory()

    with django_assert_num_queries(0):
        frame(looked_at(rf, post.user))


def test_a_program_of_others_is_not_named(rf):
    other = ProgramFactory()

    assert frame(looked_at(rf, UserFactory(), other.slug))["program"]() is None


def test_outside_of_programs_the_links_lead_to_the_first(rf):
    post = PostFactory()

    assert frame(looked_at(rf, post.user))["frame"].home == post.program


def test_a_page_that_is_not_there_keeps_its_program(rf):
    post = PostFactory(program__name="Zebra")
    PostFactory(user=post.user, program__name="Aardvark")
    request = looked_at(rf, post.user)
    request.path = f"/{post.program.slug}/nobody/"
    request.resolver_match = None

    assert frame(request)["frame"].home == post.program


def test_whoever_is_not_logged_in_sees_no_program(rf, django_assert_num_queries):
    ProgramFactory()

    with django_assert_num_queries(0):
        assert frame(looked_at(rf, AnonymousUser()))["programs"]() == []


@pytest.mark.parametrize(
    ("role", "pages", "actions"),
    [("viewer", False, False), ("staff", False, True), ("manager", True, True), ("admin", True, True)],
)
def test_nobody_is_led_to_a_page_that_does_not_let_them_in(rf, role, pages, actions):
    post = PostFactory(role=role)
    shown = frame(looked_at(rf, post.user, post.program.slug))["frame"]

    assert "today" in shown.pages
    assert ("settings" in shown.pages, "imports" in shown.pages) == (pages, pages)
    assert ("log" in shown.actions, "compose" in shown.actions) == (actions, actions)


@pytest.mark.parametrize(("role", "leads"), [("manager", False), ("admin", True)])
def test_only_an_administrator_is_led_to_the_jobs(client, role, leads):
    post = PostFactory(role=role)
    client.force_login(post.user)

    page = client.get(f"/{post.program.slug}/advocates/").content.decode()

    assert ('href="/jobs/"' in page) == leads


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("neon", ""), ("", "")])
def test_only_a_theme_that_exists_is_shown(rf, cookie, theme):
    request = looked_at(rf, AnonymousUser())
    request.COOKIES["theme"] = cookie

    assert frame(request)["theme"] == theme
