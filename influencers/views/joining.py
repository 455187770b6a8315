"""How somebody comes into a program: invited, welcomed, given a role, settled; or not."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from influencers import clock
from influencers.actions import memberships, roles
from influencers.forms.memberships import (
    AnswerForm,
    NotJoinedForm,
    RoleForm,
    RoleToldForm,
    StepForm,
    WelcomeForm,
)
from influencers.forms.refusing import apply_or_show
from influencers.insights import capacity
from influencers.models import Membership, Post
from influencers.views.entering import meet
from influencers.views.people import row_of
from influencers.views.seen import PageRequest
from influencers.views.steps import Words, take

INVITE = Words(
    _("Invite %(name)s"),
    _("Ask them yourself, in your own words: nothing is sent from here. This notes that they were asked."),
    _("They were invited"),
    _("%(name)s is invited. You look after the answer."),
)
NOT_JOINED = Words(
    _("%(name)s does not join"),
    _("They stay known to the program, and can be invited again."),
    _("Note it"),
    _("It is noted that %(name)s does not join."),
)
WELCOME = Words(
    _("Welcome %(name)s"),
    _("They said yes. Say who looks after them, and how long the first term is."),
    _("Welcome them"),
    _("%(name)s is in the program. Agree on a role next."),
)
ROLE = Words(
    _("The role of %(name)s"),
    _("A new statement is a new agreement; the earlier one stays on record. Tell them afterwards."),
    _("Agree on it"),
    _("The role is agreed. Tell %(name)s, and note when."),
)
TELL = Words(
    _("%(name)s was told the role"),
    _("Nobody is left guessing: say who told them, when and how."),
    _("Note it"),
    _("It is noted that %(name)s was told."),
)
ANSWER = Words(
    _("What %(name)s says to the role"),
    _("Told is not agreed. Ask them, and write down what they say."),
    _("Note it"),
    _("Their answer is noted."),
)
SETTLE = Words(
    _("Settle %(name)s"),
    _("With an owner, a role statement and a next date they are a member like the others."),
    _("Settle them"),
    _("%(name)s is an active member."),
)


@login_required
def invite(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Note that somebody was invited; from the list, htmx gets their row back."""
    member, reader = meet(request, program_slug, membership_id)
    form = StepForm(request.POST or None, row=member)
    if not request.htmx:
        return take(request, member, reader, form, lambda: _invited(request, member, form), INVITE)
    invited = apply_or_show(form, lambda: _invited(request, member, form))
    if invited is None:
        return take(request, member, reader, form, lambda: None, INVITE)
    row = row_of(invited, member.program, member.program.today(clock.now()))
    context = {"row": row, "program": member.program, "reader": reader}
    return render(request, "influencers/advocates/row.html", context)


def _invited(request: PageRequest, member: Membership, form: StepForm) -> Membership:
    return memberships.invite(membership=member, by=request.user, **form.cleaned_data)


@login_required
def not_joined(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Note that an invitation led to nothing."""
    member, reader = meet(request, program_slug, membership_id)
    form = NotJoinedForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.did_not_join(membership=member, by=request.user, **form.cleaned_data), NOT_JOINED,
    )  # fmt: skip


@login_required
def welcome(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Take somebody into the program."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    now = clock.now()
    usual = {"owner": member.owner_id or request.user.pk, "starts_on": member.program.today(now)}
    form = WelcomeForm(request.POST or None, row=member, initial=usual)
    return take(
        request, member, reader, form,
        lambda: memberships.welcome(membership=member, by=request.user, now=now, **form.cleaned_data), WELCOME,
        capacity.warning(member.program),
    )  # fmt: skip


@login_required
def role(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Agree on a role and its statement."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = RoleForm(request.POST or None, row=member, initial={"since": member.program.today(clock.now())})
    return take(
        request, member, reader, form,
        lambda: roles.state(membership=member, by=request.user, **form.cleaned_data), ROLE,
    )  # fmt: skip


@login_required
def tell_role(request: PageRequest, program_slug: str, membership_id: int, role_id: int) -> HttpResponse:
    """Note that somebody was told their role."""
    member, reader = meet(request, program_slug, membership_id)
    told = get_object_or_404(member.roles.all(), pk=role_id)
    told.membership = member
    usual = {"told_on": member.program.today(clock.now()), "told_by": request.user.pk}
    form = RoleToldForm(request.POST or None, initial=usual)
    form.offer(member.program)
    return take(
        request,
        member,
        reader,
        form,
        lambda: roles.tell(role=told, by=request.user, now=clock.now(), **form.cleaned_data),
        TELL,
    )


@login_required
def role_answer(request: PageRequest, program_slug: str, membership_id: int, role_id: int) -> HttpResponse:
    """Note whether somebody agrees to the role they were told."""
    member, reader = meet(request, program_slug, membership_id)
    heard = get_object_or_404(member.roles.all(), pk=role_id)
    heard.membership = member
    usual = {"agreed": heard.agreed, "their_words": heard.their_words}
    form = AnswerForm(request.POST or None, initial=usual)
    return take(
        request,
        member,
        reader,
        form,
        lambda: roles.hear(role=heard, by=request.user, **form.cleaned_data),
        ANSWER,
    )


@login_required
def settle(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Make somebody an active member."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = StepForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.settle(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), SETTLE,
    )  # fmt: skip
