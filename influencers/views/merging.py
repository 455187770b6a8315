"""Two records that are one person: found, compared, made one, and parted again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from influencers import clock
from influencers.access import memberships_for
from influencers.actions import merging
from influencers.forms.merging import MergeForm
from influencers.forms.refusing import apply_or_show
from influencers.models import Advocate, Membership, Merge, Post
from influencers.refusals import NotAllowed, Refused
from influencers.views.entering import enter, meet, number, words
from influencers.views.seen import PageRequest

MANAGERS = Post.MANAGING
OFFERED = 10


@login_required
def merge(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Choose who somebody also is; compare the two; make them one."""
    member, reader = meet(request, program_slug, membership_id, send=MANAGERS)
    reader.needs(MANAGERS)
    others = _others(request, member)
    chosen = number(request.POST.get("with") or request.GET.get("with"))
    if chosen is None:
        context = {
            "member": member,
            "program": member.program,
            "others": others[:OFFERED],
            "words": request.GET.get("q", ""),
            "merges": _merges(member),
        }
        return render(request, "influencers/merging/choose.html", context)
    other = get_object_or_404(_in_program(request, member).select_related("advocate", "program"), pk=chosen)
    pair = [member, other]
    form = MergeForm(request.POST or None, members=pair)

    def make_one() -> Merge:
        keep, gone = (member, other) if form.cleaned_data["keep"] == member.pk else (other, member)
        return merging.merge(
            keep=keep.advocate, other=gone.advocate, program=member.program, by=reader.user, now=clock.now()
        )

    merged = apply_or_show(form, make_one) if form.is_bound else None
    if merged is not None:
        undo = reverse("influencers:undo-merge", args=[member.program.slug, merged.pk])
        messages.success(
            request, _("The two are one now: %(name)s.") % {"name": merged.kept}, extra_tags=f"undo:{undo}"
        )
        return redirect("engagement:advocate", member.program.slug, merged.kept_id)
    context = {
        "member": member,
        "program": member.program,
        "pair": _compared(pair),
        "other": other,
        "form": form,
    }
    return render(request, "influencers/merging/compare.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def undo_merge(request: PageRequest, program_slug: str, merge_id: int) -> HttpResponse:
    """Part two records again."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    known = Advocate.objects.filter(memberships__in=memberships_for(request.user).filter(program=program))
    merged = get_object_or_404(Merge.objects.filter(kept__in=known), pk=merge_id)
    try:
        other = merging.undo(merge=merged, program=program, by=reader.user, now=clock.now())
        messages.success(request, _("They are two again: %(name)s is back.") % {"name": other})
    except NotAllowed:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("engagement:advocate", program.slug, merged.kept_id)


def _in_program(request: PageRequest, member: Membership) -> QuerySet[Membership]:
    return memberships_for(request.user).filter(program=member.program).exclude(pk=member.pk)


def _others(request: PageRequest, member: Membership) -> QuerySet[Membership]:
    """Return who may be the same person: who is called so, or whom the search words find."""
    others = _in_program(request, member).select_related("advocate", "program")
    others = others.prefetch_related("advocate__accounts").order_by("sort_name", "pk")
    if asked := words(request.GET.get("q")):
        return others.filter(advocate__in=Advocate.objects.matching(asked))
    advocate = member.advocate
    handles = list(advocate.accounts.values_list("handle_key", flat=True))
    addresses = list(advocate.contact_points.values_list("value", flat=True))
    alike = Q(sort_name=advocate.sort_name) | Q(sort_name__startswith=f"{advocate.first_key} ")
    alike |= Q(advocate__accounts__handle_key__in=handles) | Q(advocate__contact_points__value__in=addresses)
    return others.filter(alike).distinct()


def _merges(member: Membership) -> QuerySet[Merge]:
    """Return who was merged into this person and may still be parted from them."""
    return (
        Merge.objects.filter(kept=member.advocate_id, undone_at=None)
        .select_related("merged", "by")
        .order_by("-pk")
    )


def _compared(pair: list[Membership]) -> list[dict[str, object]]:
    """Return what tells two records apart or shows that they are one."""
    return [
        {
            "member": member,
            "accounts": list(member.advocate.accounts.all()),
            "contacts": list(member.advocate.contact_points.all()),
        }
        for member in pair
    ]
