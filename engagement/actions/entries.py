"""One entry of the log: the touch, promises and wishes in it, people we had not known. All of it or nothing."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from engagement.actions import messages, planned, promises, requests, touchpoints
from engagement.models import Promise, Touchpoint
from engagement.quicklog.entry import Entry, Newcomer, PromiseNoted, WishNoted
from engagement.quicklog.language import Owes
from influencers.access import require
from influencers.actions import advocates, facts
from influencers.actions.saving import refusing
from influencers.models import Account, Fact, Membership, Post, Program, User
from influencers.models.memberships import Status
from influencers.refusals import Refused

MOMENT = dt.timedelta(seconds=5)  # in which one entry is put on record


@dataclass(frozen=True, slots=True)
class Entered:
    """The touch, and by id what came with it."""

    touchpoint: Touchpoint
    promises: tuple[int, ...] = ()
    wishes: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    newcomers: tuple[int, ...] = ()


def enter(*, program: Program, by: User, entry: Entry, now: dt.datetime) -> Entered:
    """Return what was logged. The same form sent twice, or twice at once, is logged once."""
    again = _already(by, entry)
    if again is not None:
        return _as_it_was(again)
    try:
        with transaction.atomic():
            return _enter(program, by, entry, now)
    except Refused:
        again = _already(by, entry)  # the other press of the button was quicker
        if again is None:
            raise
        return _as_it_was(again)


def _already(by: User, entry: Entry) -> Touchpoint | None:
    if not entry.client_token:
        return None
    return Touchpoint.objects.filter(logged_by=by, client_token=entry.client_token).first()


def _as_it_was(touch: Touchpoint) -> Entered:
    """What the first press of the button made, so that it can be undone from the second's answer too.

    People and facts know no entry: they are those of the same moment, by the same hand, about those who took part.
    """
    entry = (touch.created_at - MOMENT, touch.created_at + MOMENT)
    there = Membership.objects.filter(participations__touchpoint=touch)
    met = there.filter(status=Status.PROSPECT, version=1, created_at__range=entry)
    learned = Fact.objects.filter(
        membership__in=there, learned_by=touch.logged_by, kind=Fact.Kind.KNOW, source=str(touch.get_kind_display()),
        version=1, created_at__range=entry,
    )  # fmt: skip
    return Entered(
        touch,
        promises=tuple(touch.promises.values_list("pk", flat=True)),
        wishes=tuple(touch.requests.values_list("pk", flat=True)),
        facts=tuple(learned.values_list("pk", flat=True)),
        newcomers=tuple(met.values_list("pk", flat=True)),
    )


def _enter(program: Program, by: User, entry: Entry, now: dt.datetime) -> Entered:
    require(program, by, Post.WRITING)
    newcomers = [_met(program, by, newcomer, entry.channel) for newcomer in entry.newcomers]
    members = [*_members(program, entry.members), *newcomers]
    touch = _touch(program, by, entry, members, now)
    _claim(touch, entry.client_token)
    planned.told_of(entry.plan, touch, by)
    return Entered(
        touch,
        promises=tuple(_promise(noted, members, by, touch) for noted in entry.promises),
        wishes=tuple(_wish(noted, members, by, touch, now) for noted in entry.wishes),
        facts=_knowing(entry, members, by, touch, program.today(now)),
        newcomers=tuple(member.pk for member in newcomers),
    )


def _members(program: Program, ids: tuple[int, ...]) -> list[Membership]:
    """The members in the order they were named."""
    people = Membership.objects.filter(program=program).select_related("advocate", "role", "owner")
    found = people.in_bulk(ids)
    if len(found) != len(set(ids)):
        raise Refused(_("Somebody here does not belong to this program."), field="members")
    for member in found.values():
        member.program = program
    return [found[pk] for pk in dict.fromkeys(ids)]


def _touch(
    program: Program, by: User, entry: Entry, members: list[Membership], now: dt.datetime
) -> Touchpoint:
    """A note of what happened; words of ours that went out are judged as such."""
    if not entry.is_written:
        return touchpoints.log(
            program=program, by=by, kind=entry.kind, members=members, happened_at=entry.happened_at, now=now,
            words=entry.words, direction=entry.direction, channel=entry.channel, link=entry.link,
            needs_answer=entry.needs_answer,
        )  # fmt: skip
    if len(members) != 1:
        raise Refused(
            _("A message has one recipient. Log one for each person, in the words they got."), field="members"
        )
    return messages.log_elsewhere(
        membership=members[0], by=by, words=entry.words, happened_at=entry.happened_at, now=now, kind=entry.kind,
        channel=entry.channel, link=entry.link, sentence=entry.sentence,
    )  # fmt: skip


def _claim(touch: Touchpoint, token: str) -> None:
    """Mark the touch with its form's token. Of two presses at once the database refuses one, with all it made."""
    with refusing("touchpoint_logged_once|touchpoint.client_token", _("This has just been logged.")):
        Touchpoint.objects.filter(pk=touch.pk).update(client_token=token)
    touch.client_token = token


def _met(program: Program, by: User, newcomer: Newcomer, channel: str) -> Membership:
    """Take somebody new in as a prospect, with the handle they were named by."""
    name = newcomer.name.strip() or newcomer.handle
    come_from = _("Met by %(name)s") % {"name": by}
    member = advocates.add(program=program, by=by, name=name, come_from=come_from)
    if newcomer.handle:
        platform = channel if channel in Account.Platform.values else Account.Platform.OTHER
        advocates.add_account(
            advocate=member.advocate, program=program, by=by, platform=platform, handle=newcomer.handle
        )
    return member


def _whom(members: list[Membership], about: int) -> Membership:
    return members[about] if 0 <= about < len(members) else members[0]


def _promise(noted: PromiseNoted, members: list[Membership], by: User, touch: Touchpoint) -> int:
    made_by = Promise.By.US if noted.made_by is Owes.WE else Promise.By.THEM
    promise = promises.make(
        membership=_whom(members, noted.about), by=by, text=noted.text, due_on=noted.due_on, made_by=made_by,
        made_in=touch,
    )  # fmt: skip
    return promise.pk


def _wish(noted: WishNoted, members: list[Membership], by: User, touch: Touchpoint, now: dt.datetime) -> int:
    wish = requests.submit(
        membership=_whom(members, noted.about), by=by, words=noted.words, now=now, asked_on=touch.day(),
        due_on=noted.due_on, asked_in=touch,
    )  # fmt: skip
    return wish.pk


def _knowing(
    entry: Entry, members: list[Membership], by: User, touch: Touchpoint, day: dt.date
) -> tuple[int, ...]:
    """What a colleague should know before writing to them becomes a fact, with its source."""
    if not entry.knowing.strip():
        return ()
    fact = facts.note(
        membership=_whom(members, entry.knowing_about), by=by, kind=Fact.Kind.KNOW, text=entry.knowing, day=day,
        source=str(touch.get_kind_display()),
    )  # fmt: skip
    return (fact.pk,)
