"""One attempt to break each rule that the database holds about reviews, decisions, roles and the waiting list."""

import datetime as dt

from influencers.actions import reviews
from influencers.models import RotationDecision, WaitingPlace, WarmUpStep
from tests.factories import MembershipFactory, ProgramFactory
from tests.factories.memberships import JOINED, NOW
from tests.factories.rotations import proposed, released, seconded

DAY = dt.timedelta(days=1)


def change(row, **columns):
    """Change a row as SQL would, past every check of Django's."""
    type(row)._default_manager.filter(pk=row.pk).update(**columns)


def review(member, by):
    return reviews.begin(
        program=member.program, by=_manager(by, member), now=NOW, name="Winter", starts_on=dt.date(2027, 1, 1),
        ends_on=dt.date(2027, 2, 1),
    )  # fmt: skip


def _manager(by, member):
    member.program.posts.filter(user=by).update(role="manager")
    return by


def closed_with_somebody_undecided(member, by):
    session = review(member, by)
    session.decisions.update(teller=by)  # who would tell them is known, and what is not
    change(session, closed_at=NOW, closed_by=by)


def put_into_a_closed_review(member, by):
    session = review(member, by)
    released(member)
    reviews.close(review=session, by=by, now=NOW)
    RotationDecision.objects.create(
        review=session, membership=MembershipFactory(program=member.program, active=True)
    )


def taken_back_in_a_closed_review(member, by):
    session = review(member, by)
    decision = released(member)
    reviews.close(review=session, by=by, now=NOW)
    change(decision, released_at=None, released_by=None)


def waiting(member, by, **fields):
    usual = {
        "program": member.program,
        "since": JOINED,
        "place": 1,
        "because": "Asked first.",
        "added_by": by,
    }
    return WaitingPlace.objects.create(membership=member, **{**usual, **fields})


def warming(member, by, **fields):
    usual = {"step": "call", "starts_on": JOINED, "due_on": JOINED + DAY, "who": by}
    return WarmUpStep.objects.create(membership=member, **{**usual, **fields})


ROTATION_BREAKS = {
    "review_closing_is_whole": lambda m, u: change(review(m, u), closed_by=u),
    "guard_review_close": closed_with_somebody_undecided,
    "guard_closed_review_insert": put_into_a_closed_review,
    "guard_closed_review_update": taken_back_in_a_closed_review,
    "guard_review_program_insert": lambda m, u: RotationDecision.objects.create(
        review=review(m, u), membership=MembershipFactory()
    ),
    "guard_review_program_update": lambda m, u: change(
        RotationDecision.objects.create(membership=MembershipFactory()), review=review(m, u)
    ),
    "guard_read_decision_stays": lambda m, u: change(seconded(m), outcome="end"),
    "decision_is_whole": lambda m, u: RotationDecision.objects.create(
        membership=m, outcome="renew", proposed_by=u, proposed_at=NOW
    ),
    "decision_wish_is_whole": lambda m, u: RotationDecision.objects.create(
        membership=m, wish="One more year."
    ),
    "decision_second_reading_is_whole": lambda m, u: change(proposed(m), second_note="Yes."),
    "decision_second_reader_is_another": lambda m, u: change(
        proposed(m, by=_manager(u, m)), seconded_by=u, seconded_at=NOW
    ),
    "decision_release_is_whole": lambda m, u: change(
        proposed(m), released_at=NOW, released_by=u, teller=u, tell_by=JOINED
    ),
    "decision_carried_out_after_telling": lambda m, u: change(
        released(m), carried_out_at=NOW, carried_out_by=u
    ),
    "decision_telling_is_whole": lambda m, u: change(released(m), told_by=u),
    "role_agreed_after_telling": lambda m, u: change(
        m.role, told_on=None, told_by=None, told_how="", agreed="agreed"
    ),
    "role_disagreement_in_their_words": lambda m, u: change(m.role, agreed="disagree"),
    "program_ten_conversations_are_ten": lambda m, u: change(m.program, meetings_of_ten=6, lunches_of_ten=5),
    "waiting_says_why": lambda m, u: waiting(m, u, because=""),
    "waiting_leaving_is_whole": lambda m, u: waiting(m, u, left_on=JOINED, left_how="withdrew"),
    "guard_waiting_program_insert": lambda m, u: waiting(m, u, program=ProgramFactory()),
    "guard_waiting_program_update": lambda m, u: change(waiting(m, u), program=ProgramFactory()),
    "warm_up_step_due_after_it_starts": lambda m, u: warming(m, u, due_on=JOINED - DAY),
}
ROTATION_TWICE = {"waiting_once": waiting, "warm_up_step_once": warming}
