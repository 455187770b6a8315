"""Small forms: a page of their own, or the piece of it that a dialog shows."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Membership
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest


def took(form: forms.BaseForm, action: Callable[[], object]) -> bool:
    """Tell whether `form` was sent and `action` done; if it was refused, the form says why."""
    return form.is_bound and apply_or_show(form, action) is not None


def page_of(member: Membership) -> str:
    """Return the address of a member's page."""
    return reverse("engagement:advocate", args=[member.program.slug, member.advocate_id])


def ask(
    request: PageRequest, form: forms.BaseForm, member: Membership, title: str, *,
    lead: str = "", save: str = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """Show a form about a member. `more` may carry `hx_target`, for forms that change a piece of their page."""
    context = {
        "form": form, "member": member, "title": title, "lead": lead, "save": save or _("Save"),
        "back": back_to(request, page_of(member)), **more,
    }  # fmt: skip
    status = 422 if form.is_bound and status_of(form) == 200 else status_of(form)
    if not request.htmx:
        return render(request, "engagement/asking.html", context, status=status)
    answer = render(request, "engagement/asking.html#form", context)
    if form.is_bound:  # htmx swaps only what succeeded: the form with its errors goes back into the dialog
        answer["HX-Retarget"], answer["HX-Reswap"] = "#panel-body", "innerHTML"
    return answer


def thank(request: PageRequest, member: Membership, said: str, *, undo: str = "") -> HttpResponse:
    """Go back to where the form was opened, and say what happened; `undo` is the address that takes it back."""
    tell(request, said, undo=undo)
    return redirect(back_to(request, page_of(member)))


def tell(request: PageRequest, said: str, *, undo: str = "") -> None:
    """Say what happened, with a way to take it back."""
    messages.success(request, said, extra_tags=f"undo:{undo}" if undo else "")
