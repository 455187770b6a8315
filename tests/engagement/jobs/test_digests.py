"""The morning mail: to whom, when, and never twice."""

import datetime as dt
import smtplib

import pytest
from django.core import mail

from engagement import tasks
from engagement.actions import digest_mail, digests, planned
from engagement.actions.flags import raise_flags
from engagement.models import Digest, Flag
from influencers import clock
from influencers.models import ContactPoint, Holiday, Post, User
from tests.engagement.watch.seeing import DAY, ONE, at, settled
from tests.factories import (
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    PromiseFactory,
    UserFactory,
)
from tests.factories.memberships import handed_over

pytestmark = pytest.mark.django_db
EIGHT = at(DAY, 8)


@pytest.fixture
def member():
    """Return somebody we are losing touch with; their owner is to hear of it."""
    found = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", EIGHT)
    return found


@pytest.fixture
def run(monkeypatch):
    """Return what runs the job at an instant."""

    def at_instant(now):
        monkeypatch.setattr(clock, "now", lambda: now)
        tasks.send_digests()

    return at_instant


def test_at_its_hour_each_colleague_gets_their_people(member, run):
    run(EIGHT)

    assert [message.to for message in mail.outbox] == [[member.owner.email]]
    assert member.advocate.called in mail.outbox[0].subject
    assert member.advocate.name in mail.outbox[0].body
    assert Digest.objects.get().sent_at == EIGHT


def test_it_has_words_and_html(member, run):
    run(EIGHT)

    html, kind = mail.outbox[0].alternatives[0]
    assert kind == "text/html"
    assert member.advocate.name in html
    assert "<" not in mail.outbox[0].body


def test_it_leads_to_the_person_to_today_and_to_where_it_is_switched_off(member, run, settings):
    settings.PUBLIC_URL = "https://rapport.example.test"

    run(EIGHT)

    body = mail.outbox[0].body
    for address in (member.get_absolute_url(), f"/{member.program.slug}/today/", "/digest/"):
        assert f"https://rapport.example.test{address}" in body


def test_the_next_run_sends_nothing(member, run):
    run(EIGHT)
    run(EIGHT + dt.timedelta(minutes=5))

    assert len(mail.outbox) == 1


@pytest.mark.parametrize("hour", [0, 7, 16, 23])
def test_before_its_hour_and_long_after_nothing_is_owed(member, hour):
    assert digests.owe(now=at(DAY, hour)) == 0


def test_after_an_outage_of_six_hours_it_comes_once(member, run):
    run(EIGHT + dt.timedelta(hours=6))
    run(EIGHT + dt.timedelta(hours=6, minutes=5))

    assert len(mail.outbox) == 1


@pytest.mark.parametrize("day", [dt.date(2026, 6, 6), dt.date(2026, 6, 7)])
def test_on_a_weekend_nothing_is_owed(member, day):
    assert digests.owe(now=at(day, 8)) == 0


def test_on_a_holiday_nothing_is_owed(member):
    Holiday.objects.create(program=member.program, day=DAY)

    assert digests.owe(now=EIGHT) == 0


@pytest.mark.parametrize(
    ("zone", "instant"),
    [
        ("Pacific/Kiritimati", dt.datetime(2026, 5, 31, 18, 0, tzinfo=dt.UTC)),
        ("Pacific/Honolulu", dt.datetime(2026, 6, 1, 18, 0, tzinfo=dt.UTC)),
    ],
)
def test_it_is_eight_o_clock_in_the_program_s_own_zone(zone, instant):
    PostFactory(program=ProgramFactory(time_zone=zone))

    assert digests.owe(now=instant - dt.timedelta(minutes=1)) == 0
    assert digests.owe(now=instant) == 1
    assert Digest.objects.get().day == DAY


def test_an_hour_that_does_not_exist_is_made_up_for_in_the_next():
    PostFactory(program=ProgramFactory(time_zone="America/New_York", digest_hour=2, working_days="1234567"))

    assert digests.owe(now=dt.datetime(2026, 3, 8, 7, 0, tzinfo=dt.UTC)) == 1  # 03:00, an hour after 01:00


def handed_on(member):
    """Give the member another owner, who gets no digest; return the one before."""
    before = member.owner
    handed_over(member, UserFactory())
    return before


@pytest.mark.parametrize("change", [{"wants_digest": False}, {"is_active": False}])
def test_who_does_not_want_it_or_has_left_gets_none(member, run, change):
    leaving = handed_on(member)
    User.objects.filter(pk=leaving.pk).update(**change)

    run(EIGHT)

    assert mail.outbox == []
    assert not Digest.objects.exists()


def test_who_leaves_between_owing_and_sending_gets_none(member, run):
    digests.owe(now=EIGHT)
    Post.objects.filter(user=handed_on(member)).delete()

    run(EIGHT)

    assert mail.outbox == []


def test_a_viewer_has_no_work_list(member):
    Post.objects.filter(user=handed_on(member)).update(role=Post.Role.VIEWER)

    assert digests.owe(now=EIGHT) == 0


def test_where_there_is_nothing_to_say_no_mail_goes_out(run):
    settled()

    run(EIGHT)

    assert mail.outbox == []
    assert Digest.objects.get().was_empty


def test_a_promise_due_is_something_to_say(run):
    member = settled()
    PromiseFactory(membership=member, due_on=DAY, overdue_from=DAY + ONE, owner=member.owner)

    run(EIGHT)

    assert "Send a sample of the new press" in mail.outbox[0].body


def test_what_is_planned_for_today_is_something_to_say(run):
    post = PostFactory()
    guest = MembershipFactory(program=post.program, advocate=AdvocateFactory(name="Tom Berg"))
    planned.plan(
        program=post.program, by=post.user, now=EIGHT, members=[guest], kind="lunch", on=DAY,
        at=dt.time(12, 30), where="Café Kranz",
    )  # fmt: skip

    run(EIGHT)

    body = mail.outbox[0].body
    assert "Planned for today" in body
    assert "Tom Berg: Lunch · Café Kranz (12:30 p.m.)" in body


def test_a_flag_put_off_is_not_in_it(member, run):
    Flag.objects.update(snoozed_until=DAY + ONE, snooze_reason="On holiday")

    run(EIGHT)

    assert mail.outbox == []


def test_nothing_of_another_program_is_in_it(member, run):
    stranger = settled(ideal_due_on=DAY - ONE)
    raise_flags("stale", EIGHT)

    run(EIGHT)

    ours = next(message for message in mail.outbox if message.to == [member.owner.email])
    assert stranger.advocate.name not in ours.body


def test_it_speaks_the_colleague_s_language(member, run, monkeypatch):
    User.objects.filter(pk=member.owner_id).update(language="de")
    spoken = []
    render = digest_mail.render_to_string
    monkeypatch.setattr(
        digest_mail,
        "render_to_string",
        lambda *args: spoken.append(digest_mail.translation.get_language()) or render(*args),
    )

    run(EIGHT)

    assert set(spoken) == {"de"}


def test_recipients_are_colleagues_and_never_advocates(member, run):
    address = "advocate@example.test"
    ContactPoint.objects.create(advocate=member.advocate, kind="email", value=address)

    run(EIGHT)

    addressed = {to for message in mail.outbox for to in message.recipients()}
    assert addressed == {member.owner.email}
    assert addressed <= set(User.objects.values_list("email", flat=True))
    assert all(address not in str(message.message()) for message in mail.outbox)


class TestCrashes:
    """A sender may die at any point."""

    def test_dead_before_sending_it_is_sent_by_the_next_after_a_while(self, member, run):
        digests.owe(now=EIGHT)
        digests.claim(now=EIGHT)

        run(EIGHT + dt.timedelta(minutes=5))
        assert mail.outbox == []
        run(EIGHT + dt.timedelta(minutes=15))

        assert len(mail.outbox) == 1

    def test_dead_after_sending_it_goes_twice_under_one_message_id(self, member, run, monkeypatch):
        def dies(**kwargs):
            raise SystemExit

        settle = digests.settle
        monkeypatch.setattr(digests, "settle", dies)
        with pytest.raises(SystemExit):
            run(EIGHT)
        monkeypatch.setattr(digests, "settle", settle)

        run(EIGHT + dt.timedelta(minutes=15))
        run(EIGHT + dt.timedelta(minutes=30))

        ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
        assert len(ids) == 2
        assert len(set(ids)) == 1

    def test_a_mail_server_that_refuses_is_tried_five_times(self, member, run, monkeypatch):
        def refuses(self):
            raise smtplib.SMTPServerDisconnected("come back later")

        monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refuses)
        for number in range(8):
            run(EIGHT + number * dt.timedelta(minutes=15))

        digest = Digest.objects.get()
        assert (digest.tries, digest.sent_at) == (digests.MOST_TRIES, None)
        assert "come back later" in digest.error

    def test_one_mailbox_does_not_keep_the_others_waiting(self, member, run, monkeypatch):
        other = settled(ideal_due_on=DAY - ONE)
        raise_flags("stale", EIGHT)
        send = mail.EmailMultiAlternatives.send

        def sometimes(self):
            if self.to == [member.owner.email]:
                raise smtplib.SMTPRecipientsRefused({})
            return send(self)

        monkeypatch.setattr(mail.EmailMultiAlternatives, "send", sometimes)
        run(EIGHT)

        assert [message.to for message in mail.outbox] == [[other.owner.email]]
