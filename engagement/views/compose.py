"""Writing to one person: read by the personal check, accepted, and taken to them."""

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from engagement.actions import messages
from engagement.insights.reaching import ways_to
from engagement.models import Draft, Touchpoint
from engagement.models.messages import Standing
from engagement.personalization.findings import Outcome, Verdict
from engagement.views import desk
from influencers import clock
from influencers.access import memberships_for
from influencers.models import Advocate, Post
from influencers.views.entering import words
from influencers.views.seen import PageRequest, seen_program

FEW = 12


@login_required
def choose(request: PageRequest, program_slug: str) -> HttpResponse:
    """Choose the one person to write to: a begun draft, whoever waits for an answer, or by name."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    asked = words(request.GET.get("q"))
    people = memberships_for(reader.user).filter(program=program).select_related("advocate")
    named = Advocate.objects.matching(asked).order_by().values("pk")
    drafts = Draft.objects.filter(author=reader.user, membership__program=program)
    context = {
        "q": asked,
        "found": people.filter(advocate__in=named).order_by("sort_name", "pk")[:FEW] if asked else [],
        "waiting": people.filter(answer_due_on__isnull=False).order_by("answer_due_on", "pk")[:FEW],
        "drafts": drafts.select_related("membership__advocate")[:FEW],
        "begin_with": desk.chosen(request.GET.get("prepared"), program),
    }
    return render(request, "engagement/compose/choose.html", context)


@login_required
def write(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Show the desk. Words the check accepts are on record as sent; warnings are shown before they are passed over."""
    member, reader = desk.sit_down(request, program_slug, membership_id)
    form = desk.writing_form(request, member, reader)
    if not form.is_bound or not form.is_valid():
        return desk.show(request, member, reader, form)
    sent_before = messages.already(reader.user, desk.typed(form)["client_token"])
    if sent_before is not None:  # pressed twice: the check would say that these words went to them already
        return redirect("engagement:compose_sent", program_slug, sent_before.pk)
    desk.keep_draft(request, member, reader)
    words, now = form.cleaned_data["words"], clock.now()
    prepared = desk.started_from(member, reader)
    verdict = messages.check(membership=member, by=reader.user, words=words, now=now, prepared=prepared)
    if not _may_go(verdict, words, form.cleaned_data["seen"]):
        return desk.show(
            request, member, reader, form, desk.read_back(verdict, words, member, reader, prepared)
        )
    try:
        touch = messages.write(
            membership=member, by=reader.user, now=now, prepared=prepared, **desk.typed(form)
        )
    except messages.NotPersonal as refusal:  # a colleague sent the same words a moment ago
        return desk.show(
            request, member, reader, form, desk.read_back(refusal.verdict, words, member, reader, prepared)
        )
    return redirect("engagement:compose_sent", program_slug, touch.pk)


def _may_go(verdict: Verdict, words: str, seen: str) -> bool:
    """Tell whether nothing stops these words, and their writer has seen what there is to say about them."""
    return verdict.outcome is Outcome.PASS or (
        verdict.outcome is Outcome.WARN and seen == desk.print_of(words)
    )


@login_required
def sent(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Help to take an accepted message to its recipient: copy it, open it in a mail, open their profile."""
    program, _reader = seen_program(request, program_slug, Post.WRITING)
    messages_out = Touchpoint.objects.filter(program=program, standing=Standing.SENT)
    touch = get_object_or_404(
        messages_out.select_related("recipient__advocate", "vouched_by"), pk=touchpoint_id
    )
    assert touch.recipient is not None  # noqa: S101 - a message on record as sent has one
    touch.recipient.program = program
    prefetch_related_objects([touch.recipient.advocate], "accounts", "contact_points")
    context = {
        "touch": touch,
        "person": touch.recipient.advocate,
        "ways": ways_to(touch.recipient, touch.words),
    }
    return render(request, "engagement/compose/sent.html", context)
