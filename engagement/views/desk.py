"""The desk somebody writes at: the form, the cards beside it, and what the personal check says."""

import datetime as dt
import hashlib
import secrets
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render

from engagement.actions import drafts
from engagement.forms.writing import KINDS, ElsewhereForm, WritingForm
from engagement.insights.cards import cards_for
from engagement.insights.findings import shown
from engagement.insights.reaching import channels_of
from engagement.models import Draft, PreparedContent
from engagement.personalization.findings import Verdict
from engagement.personalization.rewriting import progress
from influencers import clock
from influencers.access import programs_for
from influencers.models import Membership, Post, Program
from influencers.views.entering import meet, number
from influencers.views.seen import PageRequest, Reader

MANY = 30  # snippets to choose from; more have to be looked through on their own page


def sit_down(request: PageRequest, program_slug: str, membership_id: int) -> tuple[Membership, Reader]:
    """Return the one person it is for, and the writer."""
    member, reader = meet(request, program_slug, membership_id)
    reader.needs(Post.WRITING)
    prefetch_related_objects([member.advocate], "accounts")
    return member, reader


def print_of(words: str) -> str:
    """Return what tells these very words from others."""
    return hashlib.sha256(words.strip().encode()).hexdigest()[:16]


def writing_form(request: PageRequest, member: Membership, reader: Reader) -> WritingForm:
    """Return the form as it was sent, or with the draft in it."""
    channels = channels_of(member)
    if request.method == "POST":
        return WritingForm(request.POST, channels=channels)
    mine = Draft.objects.filter(author=reader.user, membership=member)
    draft = mine.select_related("prepared").first()
    kept = {"words": draft.words, "kind": draft.kind, "channel": draft.channel} if draft else {}
    form = WritingForm(initial={**kept, "token": secrets.token_urlsafe(18)}, channels=channels)
    if draft:
        form.kept_at, form.begun = int(draft.updated_at.timestamp() * 1000), draft.prepared
    return form


def elsewhere_form(
    request: PageRequest, member: Membership, reader: Reader, now: dt.datetime
) -> ElsewhereForm:
    """Return the form for words that went out already; the draft is offered."""
    channels = channels_of(member)
    if request.method == "POST":
        return ElsewhereForm(request.POST, channels=channels)
    draft = Draft.objects.filter(author=reader.user, membership=member).first()
    today = member.program.today(now)
    initial = {"words": draft.words if draft else "", "day": today, "token": secrets.token_urlsafe(18)}
    return ElsewhereForm(initial=initial, channels=channels)


def keep_draft(
    request: PageRequest, member: Membership, reader: Reader, *, words: str | None = None,
    prepared: PreparedContent | None = None,
) -> None:  # fmt: skip
    """Keep what was typed, whatever comes of it."""
    typed = request.POST
    kind = str(typed.get("kind", "message"))
    drafts.keep(
        membership=member, by=reader.user, words=str(typed.get("words", "")) if words is None else words,
        kind=kind if kind in dict(KINDS) else "message", channel=str(typed.get("channel", ""))[:40], now=clock.now(),
        prepared=prepared,
    )  # fmt: skip


def typed_so_far(request: PageRequest, member: Membership, reader: Reader) -> str:
    """Return the words that were sent along; where none were, those of the draft."""
    if "words" in request.POST:
        return str(request.POST["words"])
    return (
        Draft.objects.filter(author=reader.user, membership=member).values_list("words", flat=True).first()
        or ""
    )


def chosen(asked: str | None, program: Program) -> PreparedContent | None:
    """Return the prepared content that was asked for by number, of this program."""
    kept, pk = PreparedContent.objects.in_use().filter(program=program), number(asked)
    return kept.filter(pk=pk).first() if pk is not None else None


def started_from(member: Membership, reader: Reader) -> PreparedContent | None:
    """Return the prepared content that the draft was started from, if it was."""
    begun = Draft.objects.filter(author=reader.user, membership=member, prepared__isnull=False)
    draft = begun.select_related("prepared").first()
    return draft.prepared if draft else None


def typed(form: WritingForm) -> dict[str, Any]:
    """Return what a valid form says, by the names of the actions."""
    cleaned = form.cleaned_data
    kept = {name: cleaned[name] for name in ("words", "kind", "channel", "link")}
    return {**kept, "client_token": cleaned["token"]}


def read_back(
    verdict: Verdict, words: str, member: Membership, reader: Reader, prepared: PreparedContent | None = None
) -> dict[str, Any]:
    """Return what the check said, for the page, and how far prepared content was adapted: never a bare score."""
    findings = shown(verdict, words, programs_for(reader.user), member.program.slug)
    said = {"outcome": verdict.outcome.value, "findings": findings, "seen": print_of(words)}
    return {**said, "begun": prepared, "far": progress(words, prepared.words)} if prepared else said


def show(
    request: PageRequest,
    member: Membership,
    reader: Reader,
    form: WritingForm,
    said: dict[str, Any] | None = None,
    *,
    asked: bool = False,
) -> HttpResponse:
    """Draw the desk, with what was typed and what was said about it: 422, unless its writer only `asked` for that."""
    cards = cards_for(member, member.program.today(clock.now()))
    begun = started_from(member, reader) if form.is_bound else form.begun
    context = {
        "member": member,
        "person": member.advocate,
        "form": form,
        "cards": cards,
        "said": said or {},
        "prepared": member.program.prepared_content.in_use()[:MANY],
        "begun": begun,
    }
    stopped = form.is_bound and not asked and (not said or said["outcome"] == "block")
    return render(request, "engagement/compose/page.html", context, status=422 if stopped else 200)
