"""Who works in a program: inviting, appointing, dismissing. Program admins only."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.mail import send_mail
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from influencers.actions import programs
from influencers.forms.programs import AppointForm, InviteForm
from influencers.forms.refusing import apply_or_show
from influencers.models import Post, Program, User
from influencers.refusals import HandOverFirst
from influencers.views.entering import enter
from influencers.views.seen import PageRequest

ADMINS = (Post.Role.ADMIN,)
SUBJECT = gettext_lazy("Your access to %(program)s")


@login_required
def people(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show who works here; invite a colleague by e-mail."""
    program, reader = enter(request, program_slug, see=Post.MANAGING, send=ADMINS)
    form = InviteForm(request.POST or None)
    post = None
    if form.is_bound:
        post = apply_or_show(
            form, lambda: programs.invite_colleague(program=program, by=reader.user, **form.cleaned_data)
        )
    if post is not None:
        _send_link(request, post.user, program)
        return redirect("influencers:people", program.slug)
    posts = program.posts.select_related("user").order_by("user__name", "user_id")
    context = {"program": program, "reader": reader, "form": form, "tab": "people", "posts": posts}
    return render(request, "influencers/settings/people.html", context | {"roles": Post.Role.choices})


@login_required
@require_POST
def send_link(request: PageRequest, program_slug: str, post_id: int) -> HttpResponse:
    """Send somebody who never logged in the link once more."""
    program, _reader = enter(request, program_slug, send=ADMINS)
    post = get_object_or_404(program.posts.select_related("user"), pk=post_id)
    _send_link(request, post.user, program)
    return redirect("influencers:people", program.slug)


@login_required
@require_POST
def appoint(request: PageRequest, program_slug: str, post_id: int) -> HttpResponse:
    """Give a colleague another role."""
    program, reader = enter(request, program_slug, send=ADMINS)
    post = get_object_or_404(program.posts.select_related("user"), pk=post_id)
    form = AppointForm(request.POST)
    if form.is_valid():
        try:
            programs.appoint(program=program, by=reader.user, user=post.user, role=form.cleaned_data["role"])
        except HandOverFirst as refusal:
            messages.error(request, str(refusal))
            return redirect(refusal.see)
        messages.success(request, _("%(name)s has another role.") % {"name": post.user})
    return redirect("influencers:people", program.slug)


@login_required
@require_POST
def dismiss(request: PageRequest, program_slug: str, post_id: int) -> HttpResponse:
    """Take a colleague out of the program."""
    program, reader = enter(request, program_slug, send=ADMINS)
    post = get_object_or_404(program.posts.select_related("user"), pk=post_id)
    post.program = program
    try:
        programs.dismiss(post=post, by=reader.user)
    except HandOverFirst as refusal:
        messages.error(request, str(refusal))
        return redirect(refusal.see)
    messages.success(request, _("%(name)s is not in this program any more.") % {"name": post.user})
    return redirect("influencers:people", program.slug)


def _send_link(request: PageRequest, user: User, program: Program) -> None:
    """Mail a colleague the way in: to a new one the link to set a password, to others where to log in."""
    path = reverse("account_login")
    if not user.has_usable_password():
        key = default_token_generator.make_token(user)
        path = reverse(
            "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key}
        )
    link = {"who": request.user, "user": user, "program": program, "link": settings.PUBLIC_URL + path}
    with override(user.language or get_language()):
        subject = SUBJECT % {"program": program}
        text = render_to_string("influencers/mail/invitation.txt", link)
    try:
        send_mail(subject, text, None, [user.email])
    except OSError:
        said = _("%(name)s is in the program, but the mail could not be sent. Try again later.")
        messages.error(request, said % {"name": user})
    else:
        messages.success(request, _("%(name)s gets a mail with the way in.") % {"name": user})
