"""The quick log page: a line, its chips, the record."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from engagement.models import AdvocateRequest, Promise, Touchpoint
from influencers.models import Advocate, Fact
from tests.factories import AccountFactory, AdvocateFactory, MembershipFactory, PostFactory, ProgramFactory

pytestmark = pytest.mark.django_db
SUNDAY = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
LINE = "lunch @maya @tom yesterday: loves the new press, worried about print quality, promised sample by Fri"


@pytest.fixture(autouse=True)
def _sunday():
    with time_machine.travel(SUNDAY, tick=False):
        yield


@pytest.fixture
def program():
    return ProgramFactory(slug="press")


@pytest.fixture
def maya(program):
    member = MembershipFactory(active=True, program=program, advocate=AdvocateFactory(name="Maya Weber"))
    AccountFactory(advocate=member.advocate, handle="maya")
    return member


@pytest.fixture
def tom(program):
    member = MembershipFactory(active=True, program=program, advocate=AdvocateFactory(name="Tom Li"))
    AccountFactory(advocate=member.advocate, handle="tom")
    return member


@pytest.fixture
def colleague(program, client):
    user = PostFactory(program=program, user__name="Lena Koch").user
    client.force_login(user)
    return user


def url(name="log"):
    return reverse(f"engagement:{name}", kwargs={"program_slug": "press"})


def fields(response):
    """What a browser would send back: every field of the form with its value."""
    html = response.content.decode()
    html = html[html.index("data-quick-log") :]
    html = html[: html.index("</form>")]
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        attrs = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if attrs.get("type") != "checkbox" and "name" in attrs:
            found[attrs["name"]] = attrs.get("value", "")
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', html, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options) or re.search(
            r'<option value="([^"]*)"', options
        )
        found[name] = chosen[1]
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', html, re.S):
        found[name] = text.strip().replace("&#x27;", "'")
    return found


def read(client, line=LINE):
    return client.post(url(), {"line": line, "token": "abc"})


def test_the_page_opens_with_an_empty_line(client, colleague):
    response = client.get(url())

    assert response.status_code == 200
    assert b'name="line"' in response.content
    assert b"data-save" not in response.content


def test_a_line_becomes_chips_and_the_chips_are_saved(client, colleague, maya, tom):
    response = client.post(url("log_save"), fields(read(client)))

    touch = Touchpoint.objects.get()
    assert response.status_code == 302
    assert touch.kind == "lunch"
    assert touch.happened_at == dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
    assert set(touch.members.all()) == {maya, tom}
    assert touch.words == "loves the new press, worried about print quality, promised sample by Fri"
    promise = Promise.objects.get()
    assert (promise.text, promise.due_on, promise.owner) == ("sample", dt.date(2026, 11, 27), colleague)


def test_nothing_is_saved_before_somebody_looked(client, colleague, maya, tom):
    read(client)

    assert not Touchpoint.objects.exists()


def test_reading_again_is_a_piece_of_the_same_page(client, colleague, maya, tom):
    response = client.post(url(), {"line": LINE}, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.lstrip().startswith('<div id="sheet"')
    assert ">Maya Weber</option>" in html


def test_somebody_unknown_is_offered_and_becomes_a_prospect(client, colleague, maya):
    page = read(client, "call @maya and @zoe.prints: talked about the Lyon studio and the paper")

    client.post(url("log_save"), fields(page))

    assert Advocate.objects.get(name="zoe.prints").accounts.get().handle == "zoe.prints"


def test_somebody_unknown_can_be_left_out(client, colleague, maya):
    data = fields(read(client, "call @maya and @zoe.prints: talked about the Lyon studio and the paper"))

    client.post(url("log_save"), {**data, "people-1-choice": ""})

    assert list(Touchpoint.objects.get().members.all()) == [maya]
    assert not Advocate.objects.filter(name="zoe.prints").exists()


def test_of_two_namesakes_one_has_to_be_chosen(client, colleague, program, maya):
    MembershipFactory(program=program, advocate=AdvocateFactory(name="Maya Lopez"))
    data = fields(read(client, "call maya: loves the new press"))

    response = client.post(url("log_save"), data)

    assert response.status_code == 422
    assert "Say who “maya” is." in response.content.decode()
    assert not Touchpoint.objects.exists()


def test_a_full_name_that_may_be_somebody_else_is_asked_about(client, colleague, maya):
    data = fields(read(client, "lunch with Maya Klein yesterday: loves the new press and its paper"))

    assert client.post(url("log_save"), data).status_code == 422
    client.post(url("log_save"), {**data, "people-0-choice": "new"})

    assert Touchpoint.objects.get().members.get().advocate.name == "Maya Klein"


def test_a_note_that_says_nothing_is_refused_and_kept(client, colleague, maya):
    response = client.post(url("log_save"), fields(read(client, "call @maya: good chat")))

    html = response.content.decode()
    assert response.status_code == 422
    assert "good chat</textarea>" in html
    assert 'id="id_words_error"' in html
    assert not Touchpoint.objects.exists()


def test_what_was_asked_becomes_a_request(client, colleague, maya):
    client.post(
        url("log_save"),
        fields(read(client, "call @maya: loves the press, asked for a sample of the Lyon paper")),
    )

    assert AdvocateRequest.objects.get().words == "a sample of the Lyon paper"


def test_a_question_of_theirs_waits_for_our_answer(client, colleague, maya):
    page = read(client, "mail from @maya: could we visit the studio in Lyon?")
    checked = re.search(r'<input type="checkbox" name="needs_answer"[^>]* checked', page.content.decode())

    client.post(url("log_save"), {**fields(page), "needs_answer": "on"})

    maya.refresh_from_db()
    assert checked
    assert maya.answer_due_on is not None


def test_what_a_colleague_should_know_becomes_a_fact(client, colleague, maya):
    data = fields(read(client, "call @maya: loves the press, worried about the paper"))

    client.post(url("log_save"), {**data, "knowing": "Her mother is ill. Do not call before ten."})

    assert Fact.objects.get(membership=maya).text.startswith("Her mother")


def test_pressing_save_twice_logs_it_once(client, colleague, maya, tom):
    data = fields(read(client))

    client.post(url("log_save"), data)
    client.post(url("log_save"), data)

    assert (Touchpoint.objects.count(), Promise.objects.count()) == (1, 1)


def test_the_toast_can_take_it_back(client, colleague, maya, tom):
    response = client.post(url("log_save"), {**fields(read(client)), "next": url()}, follow=True)
    undo = re.search(r'action="(/press/log/undo/[^"]+)"', response.content.decode())[1]

    client.post(undo)

    assert not Touchpoint.objects.exists()
    assert not Promise.objects.exists()


def test_an_unclear_date_is_asked_about(client, colleague, maya):
    page = read(client, "call @maya 3/11: loves the new press")

    data = fields(page)
    assert data["day"] == ""
    assert "2026-03-11" in page.content.decode()
    assert client.post(url("log_save"), data).status_code == 422
    assert not Touchpoint.objects.exists()


def test_the_full_form_takes_names(client, colleague, maya, tom):
    data = fields(client.get(url("log_full")))
    data |= {
        "kind": "lunch",
        "who": "@maya, Tom Li",
        "words": "Both love the press; Tom moves to Lyon in May.",
    }

    client.post(url("log_save"), data)

    assert set(Touchpoint.objects.get().members.all()) == {maya, tom}


def test_a_sheet_without_anybody_says_so(client, colleague, maya):
    data = fields(client.get(url("log_full")))

    response = client.post(
        url("log_save"), {**data, "kind": "call", "words": "Loves the press and its paper."}
    )

    assert response.status_code == 422
    assert "Say who it was with." in response.content.decode()


def test_canned_words_that_went_out_need_their_writers_sentence(client, colleague, maya):
    data = fields(read(client, "dm instagram @maya: Hi {{first_name}}, we love your content!"))

    refused = client.post(url("log_save"), data)
    client.post(url("log_save"), {**fields(refused), "sentence": "It was the mailing of May."})

    assert refused.status_code == 422
    assert Touchpoint.objects.get().counts_as_canned


def test_the_line_can_be_opened_on_a_person(client, colleague, maya):
    response = client.get(url(), {"member": maya.pk})

    assert "Maya Weber" in fields(response)["line"]


def test_a_stranger_to_the_program_finds_no_log(client, program):
    client.force_login(PostFactory().user)

    assert client.get(url()).status_code == 404
    assert client.post(url("log_save"), {}).status_code == 404


def test_a_viewer_may_not_log(client, program, maya):
    client.force_login(PostFactory(program=program, role="viewer").user)

    assert client.get(url()).status_code == 403
    assert client.post(url("log_save"), {}).status_code == 403
    assert not Touchpoint.objects.exists()


def test_nothing_posted_is_an_error_and_no_crash(client, colleague):
    assert client.post(url("log_save"), {}).status_code == 422
    assert client.post(url("log_save"), {"people-TOTAL_FORMS": "x" * 5000, "who": "a, b"}).status_code == 422


def test_reading_takes_few_statements(client, colleague, maya, tom, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        read(client, LINE + " and @a @b @c @d @e with Zoe, Will and Ann")
