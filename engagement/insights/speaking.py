"""Why somebody is worth our time today, in a sentence that is about them and never just 'overdue'."""

import datetime as dt
from collections.abc import Callable

from django.utils.translation import gettext as _

from engagement.insights.known import Known
from engagement.models import Flag, Touchpoint
from engagement.models.asks import THANK_WITHIN
from engagement.models.flags import DATE_AHEAD
from engagement.models.touchpoints import LIVE
from influencers.birthdays import next_birthday
from influencers.saying import how_long, on_day, quoted, the_date

Kind = Flag.Kind


def reason(flag: Flag, known: Known, day: dt.date) -> str:
    """Return the sentence for a flag of `known`, on `day` in their program."""
    return SENTENCES[flag.kind](flag, known, day)


def last_said(known: Known, day: dt.date) -> str:
    """Say what was exchanged last, when and with whom: “Lunch with Lena 12 days ago: “loves the press””."""
    touch = known.said_last
    if touch is None:
        return ""
    when = on_day(known.member.program.today(touch.happened_at), day)
    return _("%(exchange)s, %(when)s: %(words)s") % {
        "exchange": exchange(touch, known.called), "when": when, "words": quoted(touch.words),
    }  # fmt: skip


def exchange(touch: Touchpoint, called: str) -> str:
    """Name an exchange by who spoke: “Lunch with Lena”, “Lena wrote”, “Maya wrote”."""
    who = (touch.author or touch.logged_by) if touch.is_ours else None
    kind = touch.get_kind_display()
    if touch.kind in LIVE or touch.direction == touch.Direction.BOTH:
        return _("%(kind)s with %(name)s") % {"kind": kind, "name": who.first_name} if who else str(kind)
    name = who.first_name if who else (called if touch.is_theirs else _("we"))
    return _("%(kind)s from %(name)s") % {"kind": kind, "name": name}


def _stale(flag: Flag, known: Known, day: dt.date) -> str:
    wish = _("Wants: %(what)s.") % {"what": known.wants.rstrip(".")} if known.wants else ""
    said = last_said(known, day)
    if said or wish:
        return " ".join(filter(None, [said, wish]))
    at = known.member.last_touch_at
    since = on_day(known.member.program.today(at), day) if at else the_date(flag.since, day)
    return _("The last sign between you and %(name)s was %(when)s, without a word written down.") % {
        "name": known.called, "when": since,
    }  # fmt: skip


def _never(flag: Flag, known: Known, day: dt.date) -> str:
    joined = the_date(known.member.joined_on or flag.since, day)
    says = _("With us since %(date)s, and nobody has spoken with %(name)s yet.") % {
        "date": joined, "name": known.called,
    }  # fmt: skip
    how = _("How you know each other: %(how)s.") % {"how": known.member.come_from.rstrip(".")}
    return f"{says} {how}" if known.member.come_from else says


def _only_online(flag: Flag, known: Known, day: dt.date) -> str:
    live = known.member.last_live_at
    voice = (
        _("You last heard %(name)s’s voice on %(date)s.")
        % {"name": known.called, "date": the_date(known.member.program.today(live), day)}
        if live
        else _("You have never heard %(name)s’s voice.") % {"name": known.called}
    )
    return " ".join(filter(None, [voice, last_said(known, day)]))


def _only_we(flag: Flag, known: Known, day: dt.date) -> str:
    silent = _("No word from %(name)s since %(date)s, though you wrote.") % {
        "name": known.called, "date": the_date(flag.since, day),
    }  # fmt: skip
    return " ".join(filter(None, [silent, last_said(known, day)]))


def _only_they(flag: Flag, known: Known, day: dt.date) -> str:
    silent = _("%(name)s keeps talking to you; your last word was before %(date)s.") % {
        "name": known.called, "date": the_date(flag.since, day),
    }  # fmt: skip
    return " ".join(filter(None, [silent, last_said(known, day)]))


def _unanswered(flag: Flag, known: Known, day: dt.date) -> str:
    touch = known.said_last
    if touch is not None and touch.is_theirs:
        when = on_day(known.member.program.today(touch.happened_at), day)
        return _("%(name)s wrote %(when)s and waits: %(words)s") % {
            "name": known.called, "when": when, "words": quoted(touch.words),
        }  # fmt: skip
    return _("%(name)s waits for an answer since %(date)s.") % {
        "name": known.called, "date": the_date(flag.since, day),
    }  # fmt: skip


def _rotation(flag: Flag, known: Known, day: dt.date) -> str:
    member = known.member
    role = member.role.title if member.role else _("member")
    if member.term_ends_on is None:
        return _("%(name)s’s time as %(role)s ends.") % {"name": known.called, "role": role}
    says = (
        _("%(name)s’s time as %(role)s ended on %(date)s, and nothing follows yet.")
        if member.term_ends_on <= day
        else _("%(name)s’s time as %(role)s ends on %(date)s.")
    )
    first = says % {"name": known.called, "role": role, "date": the_date(member.term_ends_on, day)}
    if not member.joined_on:
        return first
    return f"{first} " + _("With us for %(time)s.") % {"time": how_long((day - member.joined_on).days)}


def _decide(flag: Flag, known: Known, day: dt.date) -> str:
    by = known.member.decide_by or flag.since
    return f"{_rotation(flag, known, day)} " + _("You wanted to decide by %(date)s.") % {
        "date": the_date(by, day)
    }


def _limbo(template: Callable[[], str]) -> Callable[[Flag, Known, dt.date], str]:
    def sentence(flag: Flag, known: Known, day: dt.date) -> str:
        return template() % {"name": known.called, "date": the_date(flag.since, day)}

    return sentence


def _not_told(flag: Flag, known: Known, day: dt.date) -> str:
    decision = known.decisions.get(flag.subject_id)
    if decision is None or decision.tell_by is None:
        return _("It was decided what follows for %(name)s, and nobody has told them.") % {
            "name": known.called
        }
    return _("%(who)s decided “%(what)s” for %(name)s, to be told by %(date)s. Nobody has told them yet.") % {
        "who": decision.released_by, "what": decision.get_outcome_display(), "name": known.called,
        "date": the_date(decision.tell_by, day),
    }  # fmt: skip


def _promise(flag: Flag, known: Known, day: dt.date) -> str:
    promise = known.promises.get(flag.subject_id)
    if promise is None:
        return _("A promise between you and %(name)s is late.") % {"name": known.called}
    says = (
        _("%(who)s promised %(name)s: %(what)s. It was due %(when)s.")
        if promise.made_by == promise.By.US
        else _("%(name)s promised: %(what)s. It was due %(when)s. Is something in the way?")
    )
    return says % {
        "who": promise.owner.first_name, "name": known.called, "what": promise.text.rstrip("."),
        "when": on_day(promise.due_on, day),
    }  # fmt: skip


def _request(flag: Flag, known: Known, day: dt.date) -> str:
    wish = known.requests.get(flag.subject_id)
    if wish is None:
        return _("A request of %(name)s is late.") % {"name": known.called}
    says = (
        _("%(name)s asked %(when)s: %(words)s It is decided; tell them.")
        if wish.state == wish.State.DECIDED
        else _("%(name)s asked %(when)s: %(words)s It waits for a decision.")
    )
    return says % {"name": known.called, "when": on_day(wish.asked_on, day), "words": quoted(wish.words)}


def _not_thanked(flag: Flag, known: Known, day: dt.date) -> str:
    done = the_date(flag.since - dt.timedelta(days=THANK_WITHIN), day)
    return _("%(name)s did what you had asked for on %(date)s, and nobody has said thank you.") % {
        "name": known.called, "date": done,
    }  # fmt: skip


def _look_again(flag: Flag, known: Known, day: dt.date) -> str:
    wish = known.requests.get(flag.subject_id)
    if wish is None:
        return _("A request of %(name)s was put off, and its day has come.") % {"name": known.called}
    return _("%(name)s asked %(when)s: %(words)s It was put off until now.") % {
        "name": known.called, "when": on_day(wish.asked_on, day), "words": quoted(wish.words),
    }  # fmt: skip


def _undisclosed(flag: Flag, known: Known, day: dt.date) -> str:
    due = the_date(flag.since - dt.timedelta(days=1), day)
    return _("%(name)s was to say by %(date)s that something was given to them. Nobody has seen it.") % {
        "name": known.called, "date": due,
    }  # fmt: skip


def _hand_over(flag: Flag, known: Known, day: dt.date) -> str:
    owner = known.member.owner
    return _("%(who)s looks after %(name)s since %(date)s, and the two have not spoken yet.") % {
        "who": owner.first_name if owner else _("Nobody"), "name": known.called, "date": the_date(flag.since, day),
    }  # fmt: skip


def _birthday(flag: Flag, known: Known, day: dt.date) -> str:
    born = next_birthday(known.member.advocate.birthday, day)
    when = on_day(born, day) if born else the_date(flag.since, day)
    return _("%(name)s’s birthday: %(when)s.") % {"name": known.called, "when": when}


def _date_near(flag: Flag, known: Known, day: dt.date) -> str:
    on = flag.since + dt.timedelta(days=DATE_AHEAD)
    words = (
        known.dated.rstrip(".") if known.dated_on == on else ""
    )  # else it is about another date than the next
    return _("%(name)s: %(what)s, %(when)s.") % {
        "name": known.called, "what": words or _("a date of theirs is near"), "when": on_day(on, day),
    }  # fmt: skip


def _expired(flag: Flag, known: Known, day: dt.date) -> str:
    if known.expired_on != flag.since:  # it is about something else than what waits longest
        return _("What we know of %(name)s was true until %(date)s. Is it still so?") % {
            "name": known.called, "date": the_date(flag.since, day),
        }  # fmt: skip
    return _("%(what)s was true until %(date)s. Is it still so?") % {
        "what": quoted(known.expired), "date": the_date(flag.since, day),
    }  # fmt: skip


SENTENCES: dict[str, Callable[[Flag, Known, dt.date], str]] = {
    Kind.STALE: _stale,
    Kind.NEVER_SPOKEN: _never,
    Kind.ONLY_ONLINE: _only_online,
    Kind.ONLY_WE: _only_we,
    Kind.ONLY_THEY: _only_they,
    Kind.UNANSWERED: _unanswered,
    Kind.ROTATION_DUE: _rotation,
    Kind.DECIDE_BY: _decide,
    Kind.NO_OWNER: _limbo(lambda: _("Nobody looks after %(name)s since %(date)s.")),
    Kind.NO_ROLE: _limbo(lambda: _("%(name)s cannot know what we expect: since %(date)s no role was agreed or told.")),
    Kind.NO_DATE: _limbo(lambda: _("%(name)s has neither an end nor a review ahead, since %(date)s.")),
    Kind.NOT_TOLD: _not_told,
    Kind.PROMISE_OVERDUE: _promise,
    Kind.REQUEST_OVERDUE: _request,
    Kind.LOOK_AGAIN: _look_again,
    Kind.UNDISCLOSED: _undisclosed,
    Kind.NOT_THANKED: _not_thanked,
    Kind.BIRTHDAY: _birthday,
    Kind.DATE_NEAR: _date_near,
    Kind.FACT_EXPIRED: _expired,
    Kind.FAREWELL: _limbo(lambda: _("The farewell of %(name)s began on %(date)s and is not finished.")),
    Kind.HAND_OVER: _hand_over,
    Kind.FIRST_WORD: _limbo(lambda: _("%(name)s was to hear from us as alumni on %(date)s, and has not yet.")),
}  # fmt: skip
