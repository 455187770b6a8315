"""The words of the morning mail: a few people with the reasons, promises and requests due, rotations coming."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagement.insights.planned import Coming, due
from engagement.insights.today import today
from engagement.insights.today.day import Day, Line, Worth
from engagement.models import Digest
from influencers.access import programs_for
from influencers.models import Post


@dataclass(frozen=True, slots=True)
class Linked:
    """A person or a line of the mail, with the address of their page."""

    about: Worth | Line
    url: str


def compose(*, digest: Digest, now: dt.datetime) -> EmailMultiAlternatives | None:
    """Return the mail, in the colleague's language and of the program's day; None where there is nothing to say.

    None too for a colleague who has left, has no post any more, or has switched the mail off since.
    """
    user, program = digest.user, digest.program
    writing = programs_for(user, roles=Post.WRITING).filter(pk=program.pk)
    if not user.wants_digest or not writing.exists():
        return None
    with translation.override(user.language or settings.LANGUAGE_CODE):
        day, plans = today(program=program, now=now, mine=user), due(program, program.today(now), mine=user)
        if not _says_something(day) and not plans:
            return None
        subject = _subject(day, program.name)
        words = {
            "name": user.first_name, "program": program, "today": _url("engagement:today", program_slug=program.slug),
            "settings": _url("engagement:digest"), "subject": subject, "lists": _lists(day, plans, program.slug),
            "people": _linked(day.people, program.slug), "more": day.more, "day": digest.day,
        }  # fmt: skip
        mail = EmailMultiAlternatives(
            subject=subject,
            body=render_to_string("engagement/mail/digest.txt", words),
            to=[user.email],
            headers={"Message-ID": _message_id(digest), "Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(render_to_string("engagement/mail/digest.html", words), "text/html")
    return mail


def _says_something(day: Day) -> bool:
    """Tell whether anything waits for this colleague. Terms that end in two months do not make a mail every day."""
    return bool(day.people or day.promises or day.requests or day.waiting or day.held)


def _subject(day: Day, program: str) -> str:
    if not day.people:
        return _("What is due today · %(program)s") % {"program": program}
    first, others = day.people[0].called, len(day.people) - 1
    if not others:
        return _("%(name)s is worth your time today · %(program)s") % {"name": first, "program": program}
    says = ngettext(
        "%(name)s and %(count)d other person are worth your time today · %(program)s",
        "%(name)s and %(count)d other people are worth your time today · %(program)s",
        others,
    )
    return says % {"name": first, "count": others, "program": program}


def _lists(day: Day, plans: tuple[Coming, ...], slug: str) -> list[tuple[str, list[Linked]]]:
    """Return the short lists that hold something, with their headings."""
    lists = (
        (_("Planned for today"), tuple(_line(plan) for plan in plans)),
        (_("Promises"), day.promises),
        (_("Requests"), day.requests),
        (_("Waiting for an answer"), day.waiting),
        (_("Messages waiting for a colleague’s word"), day.held),
        (_("Terms that end soon"), day.rotations),
    )
    return [(heading, _linked(lines, slug)) for heading, lines in lists if lines]


def _line(plan: Coming) -> Line:
    """Return a plan as a line: with whom, what and where, at what time."""
    return Line(
        pk=plan.pk, advocate_id=plan.advocate_id, membership_id=0, name=plan.with_whom, when=plan.near,
        text=" · ".join(filter(None, (plan.kind, plan.where))), title=plan.exactly, late=plan.over, who=plan.who,
    )  # fmt: skip


def _linked(found: tuple[Worth, ...] | tuple[Line, ...], slug: str) -> list[Linked]:
    return [
        Linked(one, _url("engagement:advocate", program_slug=slug, advocate_id=one.advocate_id))
        for one in found
    ]


def _url(name: str, **kwargs: object) -> str:
    return f"{settings.PUBLIC_URL}{reverse(name, kwargs=kwargs)}"


def _message_id(digest: Digest) -> str:
    """Return the same for every copy of one digest."""
    return f"<digest-{digest.pk}-{digest.day:%Y%m%d}@{urlsplit(settings.PUBLIC_URL).hostname}>"
