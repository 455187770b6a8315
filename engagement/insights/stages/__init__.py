"""What has been checked about somebody before they are put on a stage, and what has not."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Q, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagement.models import AdvocateRequest, Participation, PutForward
from engagement.models.touchpoints import IN_PERSON, REMOTE
from influencers.models import Grant, Membership, Portrait
from influencers.saying import quoted, the_date

Check = PutForward.Check


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing to be checked: whether it is, and what the record says of it."""

    code: str
    label: str
    ok: bool
    said: str


def checks(member: Membership, today: dt.date) -> tuple[Checked, ...]:
    """Return what is to be checked before somebody is put forward, in five statements."""
    portraits = set(member.portraits.values_list("side", flat=True).distinct().order_by())
    said = {
        Check.MET: _met(member, today),
        Check.VOUCHED: _vouched(member, today),
        Check.PERSON: _written(Portrait.Side.PERSON in portraits),
        Check.PERSONA: _written(Portrait.Side.PERSONA in portraits),
        **_open(member, today),
    }
    return tuple(Checked(code.value, str(code.label), *said[code]) for code in Check)


def _met(member: Membership, today: dt.date) -> tuple[bool, str]:
    if member.met_on is None:
        return False, _("Nobody of us has met %(name)s in person.") % {"name": member.advocate.called}
    in_person = Participation.objects.filter(membership=member, touchpoint__kind__in=IN_PERSON)
    last = (
        in_person.exclude(touchpoint__channel__in=REMOTE)
        .select_related("touchpoint__author", "touchpoint__logged_by")
        .order_by("-happened_at")
        .first()
    )
    since = _("First met on %(day)s.") % {"day": the_date(member.met_on, today)}
    if last is None:
        return True, since
    who = last.touchpoint.author or last.touchpoint.logged_by
    met = _("Last met by %(who)s on %(day)s.") % {
        "who": who or _("a colleague"), "day": the_date(member.program.today(last.happened_at), today),
    }  # fmt: skip
    return True, f"{since} {met}"


def _vouched(member: Membership, today: dt.date) -> tuple[bool, str]:
    counted = member.vouches.standing_on(today).aggregate(
        given=Count("pk"), checked=Count("pk", filter=Q(checked_on__isnull=False))
    )
    if not counted["given"]:
        return False, _("Nobody has put in a word for them.")
    given = ngettext("%(n)d word for them", "%(n)d words for them", counted["given"]) % {
        "n": counted["given"]
    }
    return counted["checked"] > 0, _("%(given)s, %(n)d of them checked.") % {
        "given": given,
        "n": counted["checked"],
    }


def _written(there: bool) -> tuple[bool, str]:
    return there, _("Written, with its source.") if there else _("Nobody has written it down.")


def _open(member: Membership, today: dt.date) -> dict[Check, tuple[bool, str]]:
    """What should not be open: perks not disclosed, complaints, facts whose time is over. One statement."""
    undisclosed = Grant.objects.filter(membership=member).undisclosed().annotate(text=F("perk__name"))
    complaints = (
        AdvocateRequest.objects.filter(membership=member).waiting().complaints().annotate(text=F("words"))
    )
    expired = member.facts.expired_on(today)
    rows = [
        found.order_by().annotate(code=Value(code.value, output_field=CharField())).values_list("code", "text")
        for code, found in (
            (Check.DISCLOSED, undisclosed), (Check.COMPLAINTS, complaints),
            (Check.FACTS, expired),
        )
    ]  # fmt: skip
    texts: dict[str, list[str]] = {Check.DISCLOSED: [], Check.COMPLAINTS: [], Check.FACTS: []}
    for code, text in rows[0].union(*rows[1:], all=True):
        texts[code].append(text)
    fine = {
        Check.DISCLOSED: _("Nothing is left to be disclosed."),
        Check.COMPLAINTS: _("No complaint of theirs waits for us."),
        Check.FACTS: _("Nothing we know waits to be confirmed."),
    }
    return {
        code: (
            not texts[code],
            " · ".join(quoted(text, 80) for text in sorted(texts[code])[:3]) or fine[code],
        )
        for code in (Check.DISCLOSED, Check.COMPLAINTS, Check.FACTS)
    }
