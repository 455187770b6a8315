"""The program's own evaluation set: kept from a message, judged again, and gone with the person."""

import datetime as dt
import json
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from engagement.actions import cases, messages, people
from engagement.models import EvaluationCase, Touchpoint
from influencers.models import Post
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"
PASSED = "Ana, you were right about the print quality of the spring posters: we changed the paper last week."


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"), program__slug="press")
    TouchpointFactory(member)
    return member


@pytest.fixture
def writer(member):
    return PostFactory(program=member.program).user


@pytest.fixture
def colleague(member, client):
    user = PostFactory(program=member.program, role=Post.Role.ADMIN).user
    client.force_login(user)
    return user


@pytest.fixture
def vouched(member, writer, colleague):
    held = messages.hold(membership=member, by=writer, words=CANNED, now=NOW)
    return messages.vouch_for(
        touchpoint=held, by=colleague, reason="She asked for exactly this joke.", now=NOW
    )


@pytest.fixture
def passed(member, writer):
    return messages.write(membership=member, by=writer, words=PASSED, now=NOW)


def keep(client, touch, right="pass", reason="It is her own joke."):
    return client.post(f"/press/touchpoints/{touch.pk}/case/", {"right": right, "reason": reason})


def evaluated(*more):
    out = StringIO()
    call_command("evaluate_check", "--program", "press", *more, stdout=out)
    return out.getvalue()


def test_a_vouched_message_is_kept_with_the_right_verdict(client, vouched, colleague):
    keep(client, vouched)

    case = EvaluationCase.objects.get()
    assert (case.touchpoint, case.right, case.reason, case.kept_by) == (
        vouched, "pass", "It is her own joke.", colleague,
    )  # fmt: skip


def test_a_wrongly_passed_message_is_kept_too(client, passed, colleague):
    keep(client, passed, right="block", reason="Three others got the same by mail.")

    assert EvaluationCase.objects.get().right == "block"


def test_saying_so_again_replaces_it(client, passed, colleague):
    keep(client, passed, right="block")
    keep(client, passed, right="warn", reason="On second thoughts.")

    assert EvaluationCase.objects.get().right == "warn"


def test_it_needs_a_reason(client, passed, colleague):
    page = keep(client, passed, reason=" ")

    assert page.status_code == 422
    assert not EvaluationCase.objects.exists()


def test_what_was_never_judged_is_no_case(client, member, colleague):
    page = keep(client, TouchpointFactory(member, kind="message", direction="in"))

    assert page.status_code == 422
    assert not EvaluationCase.objects.exists()


def test_a_viewer_keeps_nothing(client, passed, member):
    client.force_login(PostFactory(program=member.program, role=Post.Role.VIEWER).user)

    assert keep(client, passed).status_code == 403
    assert not EvaluationCase.objects.exists()


def test_the_page_lists_them_and_takes_them_out(client, vouched, colleague, django_assert_max_num_queries):
    keep(client, vouched)

    with django_assert_max_num_queries(12):
        page = client.get("/press/evaluation/").content.decode()
    client.post(f"/press/evaluation/{EvaluationCase.objects.get().pk}/drop/")

    assert "It is her own joke." in page
    assert not EvaluationCase.objects.exists()
    assert Touchpoint.objects.filter(pk=vouched.pk).exists()


def test_a_stranger_sees_none_of_it(client, vouched, colleague):
    keep(client, vouched)
    client.force_login(PostFactory().user)

    assert client.get("/press/evaluation/").status_code == 404
    assert client.post(f"/press/evaluation/{EvaluationCase.objects.get().pk}/drop/").status_code == 404
    assert EvaluationCase.objects.exists()


def test_the_message_says_what_it_should_have_got(client, vouched, colleague):
    keep(client, vouched)

    assert "In the evaluation set" in client.get(f"/press/touchpoints/{vouched.pk}/").content.decode()


def test_vouchings_are_counted_by_colleague_and_judged(client, vouched, writer, colleague):
    keep(client, vouched)

    page = client.get(reverse("engagement:vouching", args=["press"]))

    [row] = page.context["counted"]
    assert (row.writer, row.voucher, row.count, row.judged, row.right) == (
        writer.name,
        colleague.name,
        1,
        1,
        1,
    )
    assert "Judged right" in page.content.decode()


def test_the_command_says_how_the_engine_does(client, vouched, passed, colleague):
    keep(client, vouched)
    keep(client, passed)

    said = evaluated()

    assert "1 of 2 as they should be." in said
    assert "1 should be pass, and are block" in said
    assert {json.loads(line)["agrees"] for line in evaluated("--json").splitlines()} == {True, False}


def test_a_case_is_judged_on_what_was_known_then(client, passed, member, writer, colleague):
    keep(client, passed)
    sister = MembershipFactory(program=member.program, active=True, advocate=AdvocateFactory(name="Eva Ruiz"))
    messages.log_elsewhere(
        membership=sister, by=writer, words=PASSED, happened_at=NOW, now=NOW, sentence="Twins, same poster."
    )

    assert "1 of 1 as they should be." in evaluated()


def test_with_the_person_the_case_goes(client, vouched, member, colleague):
    keep(client, vouched)

    people.forget(advocate=member.advocate, by=colleague, reason="She asked for it.", now=NOW)

    assert not EvaluationCase.objects.exists()
    assert not EvaluationCase.history.exists()


def test_even_raw_erasing_takes_the_case_along(client, vouched, colleague):
    keep(client, vouched)

    Touchpoint.objects.filter(pk=vouched.pk).update(
        standing="erased", words="", checked_words="", words_digest="", verdict="", recipient=None,
        writers_sentence="",
    )  # fmt: skip

    assert not EvaluationCase.objects.exists()


def test_a_case_without_a_reason_is_refused_by_the_database(passed, colleague, member):
    case = cases.keep(touchpoint=passed, by=colleague, right="warn", reason="So.", now=NOW)

    with pytest.raises(Exception, match="case_says_why"):
        EvaluationCase.objects.filter(pk=case.pk).update(reason="")
