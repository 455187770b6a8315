"""Writing to one person: the desk, the check reading along, and what becomes of the words."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from engagement.actions import messages
from engagement.models import Draft, Touchpoint
from influencers.actions import facts
from influencers.models import ContactPoint
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
PERSONAL = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
)
CANNED = "Hi {{first_name}}, we love your content and would like to work with you!"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def member():
    member = MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    AccountFactory(advocate=member.advocate, handle="ana.linocut")
    ContactPoint.objects.create(advocate=member.advocate, kind="email", value="ana@example.org")
    TouchpointFactory(member)
    return member


@pytest.fixture
def writer(member, client):
    user = PostFactory(program=member.program).user
    client.force_login(user)
    return user


def url(member, name="compose"):
    return reverse(f"engagement:{name}", args=[member.program.slug, member.pk])


def send(client, member, words=PERSONAL, **more):
    return client.post(
        url(member), {"words": words, "kind": "message", "channel": "email", "token": "t1", **more}
    )


def test_the_desk_has_no_field_for_recipients(client, member, writer):
    html = client.get(url(member)).content.decode()

    form = html[html.index("data-desk") :]
    names = set(re.findall(r'name="([^"]+)"', form[: form.index("</form>")]))
    assert names == {"csrfmiddlewaretoken", "token", "kind", "channel", "words", "pull"}


def test_what_we_know_stands_beside_the_text(client, member, writer, django_assert_max_num_queries):
    PromiseFactory(membership=member, text="A sample of the Lyon paper")
    RequestFactory(membership=member, words="Could I try the beta?")
    for kind, text in (
        ("avoid", "Her former employer"),
        ("know", "Call after ten"),
        ("person", "Has a dog, Mopsi"),
    ):
        facts.note(membership=member, by=writer, kind=kind, text=text, day=NOW.date())

    with django_assert_max_num_queries(12):
        html = client.get(url(member)).content.decode()

    for text in (
        "A sample of the Lyon paper",
        "Could I try the beta?",
        "Her former employer",
        "Mopsi",
        "spring posters",
    ):
        assert text in html
    assert html.index("Her former employer") < html.index("Mopsi")
    assert 'data-pull="Has a dog, Mopsi"' in html
    assert 'data-pull="Her former employer"' not in html


def test_a_personal_message_is_accepted_and_taken_from_there(client, member, writer):
    response = client.post(
        url(member), {"words": PERSONAL, "kind": "message", "channel": "email", "token": "t1"}, follow=True
    )

    touch = Touchpoint.objects.get(standing="sent")
    html = response.content.decode()
    assert (touch.recipient, touch.author, touch.channel) == (member, writer, "email")
    assert "mailto:ana@example.org?body=Ana" in html
    assert "https://www.instagram.com/ana.linocut/" in html
    assert 'data-copy="accepted"' in html


def test_a_canned_message_is_refused_with_the_reason_and_a_way_out(client, member, writer):
    before = Touchpoint.objects.count()

    response = send(client, member, CANNED)

    html = response.content.decode()
    assert response.status_code == 422
    assert "<mark>{{first_name}}</mark>" in html
    assert reverse("engagement:compose_hold", args=[member.program.slug, member.pk]) in html
    assert CANNED.split("!")[0].split(",")[1] in html
    assert Touchpoint.objects.count() == before
    assert Draft.objects.get().words == CANNED


def test_warnings_are_shown_before_they_are_passed_over(client, member, writer):
    warned = "Ana, the paper of the spring posters arrived. It was great to meet you at the fair in Lyon last week!"
    first = send(client, member, warned)
    said = re.search(r'name="seen" value="(\w+)"', first.content.decode())
    assert 'data-outcome="warn"' in first.content.decode(), "these words should be warned about"
    assert not Touchpoint.objects.filter(standing="sent").exists()

    second = send(client, member, warned, seen=said[1])

    assert second.status_code == 302
    assert Touchpoint.objects.get(standing="sent").verdict == "warn"


def test_pressing_twice_sends_it_once(client, member, writer):
    first, second = send(client, member), send(client, member)

    assert Touchpoint.objects.filter(standing="sent").count() == 1
    assert (second.status_code, second.url) == (302, first.url)
    assert not Draft.objects.exists()


def test_the_check_reads_along_and_keeps_the_draft(client, member, writer):
    response = client.post(url(member, "compose_check"), {"words": CANNED, "kind": "message"}, headers=HTMX)

    html = response.content.decode()
    assert html.lstrip().startswith('<div id="verdict"')
    assert 'aria-live="polite"' in html
    assert "<mark>{{first_name}}</mark>" in html
    assert Draft.objects.get(author=writer, membership=member).words == CANNED


def test_the_check_works_without_scripts(client, member, writer):
    response = client.post(url(member, "compose_check"), {"words": PERSONAL, "kind": "message"})

    html = response.content.decode()
    assert "<html" in html
    assert 'data-outcome="' in html
    assert "you were right about the print quality" in html


def test_reading_along_takes_few_statements(client, member, writer, django_assert_max_num_queries):
    client.post(url(member, "compose_check"), {"words": "x", "kind": "message"}, headers=HTMX)

    with django_assert_max_num_queries(12):
        client.post(url(member, "compose_check"), {"words": PERSONAL, "kind": "message"}, headers=HTMX)


def test_no_word_is_said_about_nothing(client, member, writer):
    response = client.post(url(member, "compose_check"), {"words": " "}, headers=HTMX)

    assert "data-outcome" not in response.content.decode()


def test_a_draft_is_there_when_one_comes_back(client, member, writer):
    client.post(url(member, "compose_draft"), {"words": "Ana, about the paper", "channel": "instagram"})

    html = client.get(url(member)).content.decode()

    assert "Ana, about the paper</textarea>" in html
    assert '<option value="instagram" selected' in html


def test_a_page_that_is_left_still_keeps_its_words(client, member, writer):
    response = client.post(url(member, "compose_draft"), {"words": "half a", "leaving": "1"})

    assert response.status_code == 204
    assert Draft.objects.get().words == "half a"


def test_without_scripts_a_card_goes_to_the_end_of_the_text(client, member, writer):
    fact = facts.note(membership=member, by=writer, kind="person", text="Has a dog, Mopsi", day=NOW.date())

    client.post(url(member, "compose_draft"), {"words": "Ana, how is", "pull": f"fact-{fact.pk}"})

    assert Draft.objects.get().words == "Ana, how is Has a dog, Mopsi"


def test_a_draft_is_its_writers_own(client, member, writer):
    client.post(url(member, "compose_draft"), {"words": "Ana, about the paper"})
    client.force_login(PostFactory(program=member.program).user)

    assert "about the paper</textarea>" not in client.get(url(member)).content.decode()


def test_an_accepted_message_leaves_no_draft(client, member, writer):
    send(client, member)

    assert not Draft.objects.exists()


def test_words_that_went_out_elsewhere_are_logged_with_their_verdict(client, member, writer):
    client.post(
        url(member, "compose_elsewhere"),
        {"words": PERSONAL, "kind": "letter", "day": "2026-05-30", "channel": "post"},
    )

    touch = Touchpoint.objects.get(standing="elsewhere")
    assert (touch.kind, touch.happened_at) == ("letter", dt.datetime(2026, 5, 30, 12, tzinfo=dt.UTC))
    assert touch.verdict in ("pass", "warn")


def test_canned_words_that_went_out_elsewhere_need_a_sentence(client, member, writer):
    data = {"words": CANNED, "kind": "message", "day": "2026-05-30"}

    refused = client.post(url(member, "compose_elsewhere"), data)
    assert refused.status_code == 422
    assert not Touchpoint.objects.filter(standing="elsewhere").exists()

    client.post(url(member, "compose_elsewhere"), {**data, "sentence": "The mailing of May."})
    assert Touchpoint.objects.get(standing="elsewhere").counts_as_canned


def test_a_day_ahead_is_refused(client, member, writer):
    response = client.post(
        url(member, "compose_elsewhere"), {"words": PERSONAL, "kind": "letter", "day": "2026-07-30"}
    )

    assert response.status_code == 422
    assert "This lies in the future" in response.content.decode()


def test_one_person_is_chosen_by_name(client, member, writer, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = client.get(reverse("engagement:compose", args=[member.program.slug]), {"q": "ruiz"})

    assert url(member) in response.content.decode()


def test_begun_drafts_and_who_waits_come_first(client, member, writer):
    client.post(url(member, "compose_draft"), {"words": "Ana, about the paper"})

    assert (
        "Ana, about the paper"
        in client.get(reverse("engagement:compose", args=[member.program.slug])).content.decode()
    )


def test_words_sent_in_another_program_are_not_shown(client, member, writer):
    other = MembershipFactory(active=True, advocate=AdvocateFactory(name="Secret Person"))
    stranger = PostFactory(program=other.program).user
    secret = "The secret anniversary edition of the riso atlas is waiting on our shelf with your name on it."
    messages.log_elsewhere(
        membership=other, by=stranger, words=secret, happened_at=NOW, now=NOW, sentence="So."
    )

    data = {"words": secret, "kind": "message"}
    html = client.post(url(member, "compose_check"), data, headers=HTMX).content.decode()

    assert "another program" in html
    assert "Secret Person" not in html
    assert other.program.slug not in html


@pytest.mark.parametrize(
    "name", ["compose", "compose_check", "compose_draft", "compose_hold", "compose_elsewhere"]
)
def test_a_stranger_to_the_program_finds_no_desk(client, member, name):
    client.force_login(PostFactory().user)

    assert client.post(url(member, name), {"words": PERSONAL}).status_code == 404
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "name", ["compose", "compose_check", "compose_draft", "compose_hold", "compose_elsewhere"]
)
def test_a_viewer_writes_nothing(client, member, name):
    client.force_login(PostFactory(program=member.program, role="viewer").user)

    assert client.post(url(member, name), {"words": PERSONAL}).status_code == 403
    assert not Draft.objects.exists()
    assert not Touchpoint.objects.filter(recipient=member).exists()
