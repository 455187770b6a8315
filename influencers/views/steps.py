"""One step in the life of a membership: a form, an action, and back to the person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from influencers.forms.refusing import ActionForm, apply_or_show, status_of
from influencers.models import Membership
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, Reader

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of a step says. `%(name)s` is what we call the person."""

    title: "StrOrPromise"
    lead: "StrOrPromise"
    button: "StrOrPromise"
    done: "StrOrPromise"

    def about(self, member: Membership) -> "Words":
        """Return the words with the name in."""
        name = {"name": member.advocate.called}
        return Words(*(str(text) % name for text in (self.title, self.lead, self.button, self.done)))


def take(
    request: PageRequest, member: Membership, reader: Reader, form: ActionForm, action: Callable[[], Any], words: Words,
    warning: str = "",
) -> HttpResponse:  # fmt: skip
    """Take the step if the form was sent; show its page if not, or if something is amiss."""
    said = words.about(member)
    if form.is_bound and apply_or_show(form, action) is not None:
        messages.success(request, said.done)
        return redirect(back_to(request, member))
    context = {
        "form": form,
        "words": said,
        "member": member,
        "reader": reader,
        "back": back_to(request, member),
        "program": member.program,
        "warning": warning,
    }
    return render(request, "influencers/memberships/step.html", context, status=status_of(form))
