"""Giving a person all that is held on them, and erasing them. For program admins."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from engagement.actions import people
from engagement.forms.privacy import EraseForm
from engagement.insights.amounts import amounts_held
from influencers import clock
from influencers.forms.refusing import apply_or_show
from influencers.models import Erasure
from influencers.views.seen import PageRequest, seen_member


@login_required
def privacy(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show how much is held on a person; erase them."""
    member, reader = seen_member(request, program_slug, advocate_id, people.ADMINS)
    form = EraseForm(request.POST or None, named=member.advocate.name)

    def erase() -> Erasure:
        return people.forget(
            advocate=member.advocate, by=reader.user, reason=form.cleaned_data["reason"], now=clock.now()
        )

    erasure = apply_or_show(form, erase) if form.is_bound else None
    if erasure is not None:
        messages.success(request, _told(erasure))
        return redirect("influencers:advocates", program_slug)
    amounts = amounts_held(member.advocate, reader.user)
    context = {"member": member, "program": member.program, "form": form, "amounts": amounts}
    return render(request, "engagement/privacy.html", context)


@login_required
@never_cache
def everything(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Hand out all that is held on a person, as one file."""
    member, reader = seen_member(request, program_slug, advocate_id, people.ADMINS)
    data = people.everything_about(
        advocate=member.advocate, program=member.program, by=reader.user, now=clock.now()
    )
    answer = JsonResponse(data, json_dumps_params={"indent": 2, "ensure_ascii": False})
    name = slugify(member.advocate.name) or str(advocate_id)
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


def _told(erasure: Erasure) -> str:
    """Say that it is done, and what could not be taken out."""
    left = erasure.figures.get("still_named_in_messages_to_others", 0)
    done = _("Erased. An import will not bring them back.")
    if not left:
        return done
    rest = ngettext(
        "%(count)d message that went out to somebody else still names them: what was sent is not changed.",
        "%(count)d messages that went out to others still name them: what was sent is not changed.",
        left,
    )
    return f"{done} {rest % {'count': left}}"
