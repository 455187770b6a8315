"""Colleagues' own page: their name, their wishes, their keys to the API."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from influencers.actions import colleagues, programs, tokens
from influencers.forms.programs import FoundForm, MeForm, TokenForm
from influencers.forms.refusing import apply_or_show
from influencers.models import ApiToken
from influencers.refusals import NotAllowed
from influencers.views.seen import PageRequest


@login_required
def me(request: PageRequest) -> HttpResponse:
    """Show and change what colleagues decide about themselves."""
    form = MeForm(request.POST or None, user=request.user)
    change = lambda: colleagues.change_profile(user=request.user, **form.cleaned_data)  # noqa: E731
    if form.is_bound and apply_or_show(form, change) is not None:
        messages.success(request, _("Saved."))
        return redirect("influencers:me")
    return _page(request, form, TokenForm())


@login_required
@require_POST
def issue_token(request: PageRequest) -> HttpResponse:
    """Make a key to the API, and show it this once."""
    form = TokenForm(request.POST)

    def issue() -> tuple[ApiToken, str]:
        said = form.cleaned_data
        return tokens.issue(user=request.user, name=said["label"], expires_on=said["expires_on"])

    issued = apply_or_show(form, issue)
    response = _page(request, MeForm(user=request.user), form if issued is None else TokenForm(), issued)
    response["Cache-Control"] = "no-store"
    return response


@login_required
@require_POST
def revoke_token(request: PageRequest, token_id: int) -> HttpResponse:
    """Make a key worthless."""
    tokens.revoke(token=get_object_or_404(ApiToken, pk=token_id, user=request.user))
    messages.success(request, _("The key opens nothing any more."))
    return redirect("influencers:me")


@login_required
def found(request: PageRequest) -> HttpResponse:
    """Found a program: administrators of the installation only."""
    if not request.user.is_superuser:
        raise NotAllowed(_("Only an administrator of this installation founds programs."))
    form = FoundForm(request.POST or None, initial={"time_zone": "Europe/Berlin"})
    if form.is_bound:
        program = apply_or_show(form, lambda: programs.found(by=request.user, **form.cleaned_data))
        if program is not None:
            messages.success(
                request,
                _("%(name)s is founded. Invite colleagues, then bring your people in.") % {"name": program},
            )
            return redirect("influencers:people", program.slug)
    return render(request, "influencers/settings/found.html", {"form": form})


def _page(
    request: PageRequest, form: MeForm, token_form: TokenForm, issued: tuple[ApiToken, str] | None = None
) -> HttpResponse:
    context = {
        "form": form, "token_form": token_form, "issued": issued, "tokens": ApiToken.objects.filter(user=request.user),
    }  # fmt: skip
    return render(request, "influencers/me.html", context)
