"""Exchanges in the admin: what we write is read by the personal check, exactly as in Compose."""

import pytest

from engagement.models import Touchpoint
from tests.admin.forms import said, send
from tests.admin.rows import MAKERS

pytestmark = pytest.mark.django_db
CANNED = "Dear partner, we value your collaboration and look forward to great things together. Best regards, the team"
PERSONAL = (
    "Your worry about the print quality of the spring posters stayed with me after our call. I asked Jonas at the "
    "workshop, and he will try the heavier paper you showed me in Lisbon."
)
TOUCH = "/admin/engagement/touchpoint/add/"


def message(ours, words, **changes):
    return {
        "members": [str(ours.member.pk)], "kind": "message", "direction": "out", "happened_at_0": "2026-05-04",
        "happened_at_1": "09:00", "words": words, **changes,
    }  # fmt: skip


def test_a_canned_message_is_refused_with_the_reason_and_kept_in_the_form(ours, manager):
    answer = send(manager, TOUCH, **message(ours, CANNED))

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["words"]
    assert CANNED in answer.content.decode()
    assert not Touchpoint.objects.exists()


def test_a_personal_message_is_accepted_and_judged(ours, manager):
    MAKERS[Touchpoint](ours)  # a call in which she said so
    answer = send(manager, TOUCH, **message(ours, PERSONAL))

    touch = Touchpoint.objects.latest("id")
    assert answer.status_code == 302, said(answer)
    assert (touch.words, touch.standing, touch.author, touch.recipient) == (
        PERSONAL,
        "sent",
        ours.manager,
        ours.member,
    )
    assert touch.history.get().history_user == ours.manager


def test_a_canned_message_that_had_gone_out_needs_the_writers_sentence(ours, manager):
    refused = send(manager, TOUCH, **message(ours, CANNED, already_out="on"))
    assert said(refused)
    assert not Touchpoint.objects.exists()

    send(manager, TOUCH, **message(ours, CANNED, already_out="on", writers_sentence="Sent by the agency."))

    touch = Touchpoint.objects.get()
    assert (touch.standing, touch.counts_as_canned) == ("elsewhere", True)


def test_a_message_has_one_recipient(ours, manager):
    both = [str(ours.member.pk), str(ours.another().pk)]

    answer = send(manager, TOUCH, **message(ours, PERSONAL, members=both))

    assert said(answer) == ["A message has one recipient."]
    assert not Touchpoint.objects.exists()


def test_a_note_that_could_stand_under_anybodys_name_is_refused(ours, manager):
    answer = send(manager, TOUCH, **message(ours, "Good chat", kind="lunch", direction="both"))

    assert said(answer)
    assert not Touchpoint.objects.exists()


def test_somebody_of_another_program_cannot_be_written_to(ours, theirs, manager):
    answer = send(manager, TOUCH, **message(ours, PERSONAL, members=[str(theirs.member.pk)]))

    assert said(answer)
    assert not Touchpoint.objects.exists()


def test_words_that_went_out_are_not_in_the_form(ours, manager):
    MAKERS[Touchpoint](ours)
    send(manager, TOUCH, **message(ours, PERSONAL))
    touch = Touchpoint.objects.latest("id")

    send(manager, f"/admin/engagement/touchpoint/{touch.pk}/change/", words="Something else", channel="mail")

    touch.refresh_from_db()
    assert (touch.words, touch.channel) == (PERSONAL, "mail")
