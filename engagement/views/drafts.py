"""Words on their way: read along with, kept, held for a colleague, or logged as gone already."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import messages
from engagement.insights.cards import cards_for
from engagement.views import asking, desk
from influencers import clock
from influencers.forms.refusing import show as show_refusal
from influencers.refusals import NotAllowed, Refused
from influencers.views.seen import PageRequest


@login_required
@require_POST
def check(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Say what the personal check says to the words so far, and keep them."""
    member, reader = desk.sit_down(request, program_slug, membership_id)
    words, now = str(request.POST.get("words", "")), clock.now()
    desk.keep_draft(request, member, reader)
    said = {}
    if words.strip():
        prepared = desk.started_from(member, reader)
        verdict = messages.check(membership=member, by=reader.user, words=words, now=now, prepared=prepared)
        said = desk.read_back(verdict, words, member, reader, prepared)
    if request.htmx:
        return render(
            request, "engagement/compose/verdict.html", {"member": member, "said": said, "kept_at": now}
        )
    return desk.show(request, member, reader, desk.writing_form(request, member, reader), said, asked=True)


@login_required
@require_POST
def keep(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Keep the words so far.

    `pull` adds what a card says to their end, for browsers without scripts; `prepared` adds prepared content, also from
    pages that do not know what has been typed (no `words`).
    """
    member, reader = desk.sit_down(request, program_slug, membership_id)
    words = desk.typed_so_far(request, member, reader)
    wanted = request.POST.get("pull", "")
    cards = cards_for(member, member.program.today(clock.now())) if wanted else []
    pulled = [card.pull for card in cards if card.ref == wanted and card.pull]
    content = desk.chosen(request.POST.get("prepared"), member.program)
    if content is not None:
        pulled = [content.words]
    words = " ".join(filter(None, [words.rstrip(), *pulled])) if pulled else words
    desk.keep_draft(request, member, reader, words=words, prepared=content)
    if "leaving" in request.POST:  # sent by the page on its way out
        return HttpResponse(status=204)
    if not pulled:
        asking.tell(request, _("Draft kept."))
    return redirect("engagement:compose", program_slug, membership_id)


@login_required
@require_POST
def hold(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Ask a colleague to vouch for words that the check would not let pass."""
    member, reader = desk.sit_down(request, program_slug, membership_id)
    form = desk.writing_form(request, member, reader)
    if not form.is_valid():
        return desk.show(request, member, reader, form)
    desk.keep_draft(request, member, reader)
    typed = desk.typed(form)
    try:
        messages.hold(
            membership=member, by=reader.user, now=clock.now(), words=typed["words"], kind=typed["kind"],
            channel=typed["channel"], prepared=desk.started_from(member, reader),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refused as refusal:
        show_refusal(form, refusal)
        return desk.show(request, member, reader, form)
    asking.tell(request, _("Nothing was sent. A colleague can now vouch for it, with a reason."))
    return redirect("engagement:vouching", program_slug)


@login_required
def elsewhere(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Log words that went out by other ways already, with the verdict they get."""
    member, reader = desk.sit_down(request, program_slug, membership_id)
    now = clock.now()
    form = desk.elsewhere_form(request, member, reader, now)
    said = {}
    if form.is_bound and form.is_valid():
        try:
            touch = messages.log_elsewhere(
                membership=member, by=reader.user, now=now, happened_at=form.happened_at(member.program, now),
                sentence=form.cleaned_data["sentence"], **desk.typed(form),
            )  # fmt: skip
        except messages.NotPersonal as refusal:
            form.fields["sentence"].required = True
            form.add_error(
                "sentence", _("The check would have stopped these words. Say why they went out like this.")
            )
            said = desk.read_back(refusal.verdict, form.cleaned_data["words"], member, reader)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            asking.tell(request, _("Logged, with the verdict it got."))
            return redirect("engagement:touchpoint", program_slug, touch.pk)
    context = {"member": member, "person": member.advocate, "form": form, "said": said}
    return render(request, "engagement/compose/elsewhere.html", context, status=422 if form.is_bound else 200)
