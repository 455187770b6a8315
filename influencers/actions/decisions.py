"""What follows somebody's term: a wish, a proposal, a second reader, the release. Of two at once, one wins."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from influencers.access import require, require_part
from influencers.actions.saving import checked
from influencers.models import Membership, Post, RotationDecision, RotationReview, User
from influencers.models.memberships import SERVING
from influencers.refusals import Conflict, Refused

TELL_WITHIN = dt.timedelta(days=14)


def open_decision(membership: Membership) -> RotationDecision:
    """Return the decision about a member that nobody has told yet; a new one, unsaved, if there is none."""
    found = membership.rotation_decisions.open().select_related("review", "proposed_by").first()
    decision = found or RotationDecision(
        membership=membership,
        due_on=membership.term_ends_on or membership.review_on,
        evidence_from=membership.joined_on,
    )
    decision.membership = membership
    return decision


@transaction.atomic
def note_wish(
    *, decision: RotationDecision, by: User, now: dt.datetime, wish: str, asked_by: User | None = None,
    asked_on: dt.date | None = None, seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Note what they wish themselves: a person asked them (`by` unless said), on a day (today unless said)."""
    program = decision.membership.program
    require(program, by, Post.WRITING)
    if decision.told_on is not None:
        raise Refused(_("They have been told. Their wish belongs to the next decision."), field="wish")
    day = asked_on or program.today(now)
    if day > program.today(now):
        raise Refused(_("This day has not come yet."), field="asked_on")
    if not wish.strip():
        raise Refused(_("Write down what they wish, in their words."), field="wish")
    decision.wish, decision.wish_asked_by, decision.wish_on = wish.strip(), asked_by or by, day
    _first(decision)
    checked(decision)
    _save(decision, by, seen)
    return decision


@transaction.atomic
def propose(
    *, decision: RotationDecision, by: User, now: dt.datetime, outcome: str, reason: str,
    tell_by: dt.date | None = None, teller: User | None = None, seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Propose what follows a term, and why. It is a proposal until it is released; who changes it needs a new reader.

    `seen` is the version that the proposer had before them: whoever decided meanwhile is named, with what they said.
    Without it, a proposal that is there already is not overwritten.
    """
    program = decision.membership.program
    require(program, by, Post.MANAGING)
    _undecided(decision)
    if decision.outcome and (seen is None or seen != decision.version):
        raise Conflict(_who_and_what(decision), field="outcome")
    if not outcome:
        raise Refused(_("Say what follows."), field="outcome")
    if not reason.strip():
        raise Refused(_("Say why. It is what they will be told."), field="reason")
    decision.outcome, decision.reason = outcome, reason.strip()
    decision.proposed_by, decision.proposed_at = by, now
    decision.seconded_by = decision.seconded_at = None
    decision.second_note = ""
    decision.tell_by, decision.teller = tell_by or decision.tell_by, teller or decision.teller
    _tellable(decision, now)
    _first(decision)
    checked(decision)
    _save(decision, by, seen)
    return decision


@transaction.atomic
def second(
    *, decision: RotationDecision, by: User, now: dt.datetime, note: str = "", seen: int | None = None
) -> RotationDecision:
    """Note that a second person has read a proposal and stands behind it. Never who proposed it."""
    require(decision.membership.program, by, Post.WRITING)
    if not decision.outcome:
        raise Refused(_("There is nothing to read yet: somebody proposes first."), field="second_note")
    if decision.released_at is not None:
        raise Refused(_("This decision is released."), field="second_note")
    if decision.proposed_by_id == by.pk:
        raise Refused(
            _("You have proposed this yourself. Somebody else reads it: ask a colleague."),
            field="second_note",
        )
    decision.seconded_by, decision.seconded_at, decision.second_note = by, now, note.strip()
    checked(decision)
    _save(decision, by, seen)
    return decision


@transaction.atomic
def release(
    *, decision: RotationDecision, by: User, now: dt.datetime, tell_by: dt.date | None = None,
    teller: User | None = None, seen: int | None = None,
) -> RotationDecision:  # fmt: skip
    """Release a decision: from now on it is decided, and not told. The owner tells them in two weeks unless said."""
    member = decision.membership
    require(member.program, by, Post.MANAGING)
    _undecided(decision)
    if not decision.outcome:
        raise Refused(_("There is nothing to release: propose what follows first."), field="outcome")
    if decision.seconded_by_id is None:
        raise Refused(
            _("A second person reads it first. Ask a colleague who did not propose it."), field="second_note"
        )
    decision.teller = teller or decision.teller or member.owner
    if decision.teller is None:
        raise Refused(_("Say who tells them: nobody looks after them."), field="teller")
    decision.tell_by = tell_by or decision.tell_by or tell_by_default(decision, now)
    _tellable(decision, now)
    decision.released_at, decision.released_by = now, by
    checked(decision)
    _save(decision, by, seen)
    return decision


@transaction.atomic
def take_back(*, decision: RotationDecision, by: User, seen: int | None = None) -> RotationDecision:
    """Make a decision that nobody has been told an open question again. Their wish stays."""
    require(decision.membership.program, by, Post.MANAGING)
    if decision.told_on is not None:
        raise Refused(_("They have been told. Decide anew instead."))
    if decision.carried_out_at is not None:
        raise Refused(_("Their farewell has begun. Call it off first."))
    _not_in_a_closed_review(decision)
    decision.outcome = decision.reason = decision.second_note = ""
    for name in ("proposed", "seconded", "released"):
        setattr(decision, f"{name}_by", None)
        setattr(decision, f"{name}_at", None)
    decision.tell_by = decision.teller = None
    _save(decision, by, seen, reason="taken back")
    return decision


def tell_by_default(decision: RotationDecision, now: dt.datetime) -> dt.date:
    """Return the working day two weeks from today."""
    program = decision.membership.program
    return program.week().on_or_after(program.today(now) + TELL_WITHIN)


def _undecided(decision: RotationDecision) -> None:
    if decision.told_on is not None:
        raise Refused(_("They have been told. Decide anew instead."), field="outcome")
    if decision.released_at is not None:
        raise Conflict(_who_and_what(decision), field="outcome")
    if decision.membership.status not in SERVING:
        raise Refused(_("Only about somebody in the program there is something to decide."))
    _not_in_a_closed_review(decision)


def _not_in_a_closed_review(decision: RotationDecision) -> None:
    """Hold the review, so that nobody closes it in this very moment; refuse if somebody has."""
    if decision.review_id is None:
        return
    review = RotationReview.objects.select_for_update().get(pk=decision.review_id)
    if review.closed_at is not None:
        raise Refused(_("In a closed review nobody is left undecided. Reopen the review first."))


def _tellable(decision: RotationDecision, now: dt.datetime) -> None:
    program = decision.membership.program
    if decision.tell_by is not None and decision.tell_by < program.today(now):
        raise Refused(_("They cannot be told by a day that has passed."), field="tell_by")
    if decision.teller is not None:
        require_part(program, decision.teller, field="teller")


def _save(decision: RotationDecision, by: User, seen: int | None, **said: Any) -> None:
    """Save; whoever was slower is told who was faster, and what they decided."""
    try:
        with transaction.atomic():
            decision.save_as(by, seen=seen, **said)
    except Conflict as conflict:
        theirs = RotationDecision.objects.select_related("proposed_by", "seconded_by").get(pk=decision.pk)
        raise Conflict(_who_and_what(theirs) or conflict.sentence, field="outcome") from conflict
    except IntegrityError as error:
        theirs_now = _theirs(decision) if "rotationdecision" in str(error) else None
        if theirs_now is None:
            raise
        raise Conflict(_who_and_what(theirs_now), field="outcome") from error


def _first(decision: RotationDecision) -> None:
    """Refuse a new row where somebody else has begun one meanwhile."""
    theirs = _theirs(decision) if decision.pk is None else None
    if theirs is not None:
        raise Conflict(_who_and_what(theirs), field="outcome")


def _theirs(decision: RotationDecision) -> RotationDecision | None:
    """Return the decision that somebody else has just begun about the same member."""
    others = RotationDecision.objects.open().filter(membership=decision.membership_id).exclude(pk=decision.pk)
    return others.select_related("proposed_by").first()


def _who_and_what(decision: RotationDecision) -> str:
    """Say who proposed or released what, and why; what was changed, if nothing is proposed."""
    if not decision.outcome:
        return ""
    said = {
        "name": decision.released_by if decision.released_at else decision.proposed_by,
        "outcome": decision.get_outcome_display(),
        "reason": decision.reason,
    }
    if decision.released_at:
        sentence = gettext(
            "%(name)s has released this already: “%(outcome)s”, because: %(reason)s Take it back first, or tell them."
        )
    else:
        sentence = gettext(
            "%(name)s has decided this already: “%(outcome)s”, because: %(reason)s Look at it, then change it "
            "knowingly."
        )
    return sentence % said
