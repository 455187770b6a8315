"""A person as a whole: given all that is held on them, or erased, in both apps at once."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions import habits, message_index
from engagement.models import (
    AdvocateRequest,
    Ask,
    Draft,
    EvaluationCase,
    Flag,
    Invited,
    Participation,
    PlannedTouchpoint,
    Promise,
    Touchpoint,
)
from engagement.models.messages import GONE_OUT, Standing
from influencers.access import programs_for, require
from influencers.actions import forgetting, mentions
from influencers.insights import held
from influencers.models import Advocate, Erasure, Post, Program, User
from influencers.refusals import Refused

APPS = ("influencers", "engagement")
ADMINS = (Post.Role.ADMIN,)


def everything_about(*, advocate: Advocate, program: Program, by: User, now: dt.datetime) -> dict[str, Any]:
    """Return, as plain data, all that the programs of `by` hold on a person: every table, history included.

    Program admins only. `whole` says whether programs that `by` is no admin of know the person too.
    """
    require(program, by, ADMINS)
    programs = programs_for(by, roles=ADMINS)
    who, names = held.person(advocate, programs), held.colleagues()
    tables: dict[str, Any] = {}
    for app in APPS:
        for model in held.tables(app):
            rows = _of_these(held.about(model, who), model, programs)
            if rows is not None and (found := held.told(rows, who, names)):
                tables[model._meta.label_lower] = found
    return {
        "about": advocate.name,
        "given_by": by.name,
        "given_at": now.isoformat(),
        "whole": len(held.person(advocate).memberships) == len(who.memberships),
        "held": tables,
    }


def _of_these(rows: Any, model: Any, programs: Any) -> Any:
    """Leave out what another program did with the person's record: rows of its imports."""
    if rows is not None and model._meta.model_name == "importrow":
        return rows.filter(batch__program__in=programs)
    return rows


@transaction.atomic
def forget(*, advocate: Advocate, by: User, reason: str, now: dt.datetime) -> Erasure:
    """Erase a person from every table and return the record of it; it cannot be undone.

    That there were exchanges, of which kind and when, stays as a number. Marks stay too, by which an import notices
    that it would bring them back. Refused unless `by` is an admin of every program that knows them.
    """
    advocate = Advocate.objects.select_for_update().get(pk=advocate.pk)
    if advocate.merged_into_id is not None:
        raise Refused(_("This record was merged into another one. Erase the person there."))
    who = held.person(advocate)
    goes_by = held.goes_by(who)
    erasure = forgetting.begin(who, by=by, reason=reason, now=now)
    programs = list(erasure.programs.values_list("pk", flat=True))
    exchanges = _erase_exchanges(who)
    figures = {**exchanges, **forgetting.erase(who)}
    forgetting.erase_history("engagement", who)
    traces = mentions.Traces.of(goes_by)
    if traces is not None:
        figures["files_discarded"] = mentions.discard_files(traces, programs)
        figures["still_named_in_messages_to_others"] = mentions.take_out(
            traces, APPS, keep={"touchpoint": (_went_out, ("words", "checked_words"))}
        )
    Erasure.objects.filter(pk=erasure.pk).update(figures=figures)
    erasure.refresh_from_db()
    return erasure


def _went_out(row: Any) -> bool:
    """Words that went out to somebody else are that person's too, and are not changed afterwards."""
    return row.standing in GONE_OUT


def _erase_exchanges(who: held.Person) -> dict[str, int]:
    """Delete what was wished, promised and begun; leave of each exchange that it was."""
    touches = set(
        Participation.objects.filter(membership__in=who.memberships).values_list("touchpoint", flat=True)
    )
    touches |= set(Touchpoint.objects.filter(recipient__in=who.memberships).values_list("pk", flat=True))
    figures = {"touchpoints": len(touches)}
    # The database lets nobody delete a request; this is the one exception.
    AdvocateRequest.objects.filter(membership__in=who.memberships).update(being_erased=True)
    for model in (AdvocateRequest, Ask, Promise, Draft, Flag, EvaluationCase, Participation):
        count, _by_model = model._default_manager.filter(membership__in=who.memberships).delete()
        figures[str(model._meta.label)] = count
    figures[str(PlannedTouchpoint._meta.label)] = _erase_plans(who)
    ids = sorted(touches)
    for start in range(0, len(ids), forgetting.CHUNK):
        _erase_words(ids[start : start + forgetting.CHUNK])
    return figures


def _erase_plans(who: held.Person) -> int:
    """Take them out of what was planned; delete, with its history, what was planned with nobody else."""
    theirs = Invited.objects.filter(membership__in=who.memberships)
    plans = set(theirs.values_list("plan", flat=True))
    theirs.delete()
    alone = plans - set(Invited.objects.filter(plan__in=plans).values_list("plan", flat=True))
    PlannedTouchpoint.objects.filter(pk__in=alone).delete()
    history: Any = PlannedTouchpoint.history
    history.filter(id__in=alone).delete()
    return len(alone)


def _erase_words(ids: list[int]) -> None:
    """Empty the words, and take their fingerprints out of the index at once."""
    gone = Touchpoint.objects.gone_out().filter(pk__in=ids)
    indexed = dict(gone.values_list("pk", "words"))
    writers = set(gone.filter(author__isnull=False).order_by().values_list("author", flat=True))
    Touchpoint.objects.filter(pk__in=ids).update(
        standing=Standing.ERASED, words="", checked_words="", words_digest="", verdict="", findings=[],
        check_version="", checked_at=None, recipient=None, vouched_by=None, vouched_at=None, vouch_reason="",
        writers_sentence="", link="", client_token="", needs_answer=False,
    )  # fmt: skip
    history: Any = Touchpoint.history
    history.filter(id__in=ids).delete()
    message_index.forget(indexed)
    habits.learn_of(writers)
