"""How a program works: its settings, tiers and holidays."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from influencers import clock
from influencers.actions import programs, tiers
from influencers.forms.programs import HolidayForm, SettingsForm, TierForm
from influencers.forms.refusing import apply_or_show, status_of
from influencers.models import Post
from influencers.views.entering import enter
from influencers.views.seen import PageRequest

MANAGERS = Post.MANAGING


@login_required
def settings(request: PageRequest, program_slug: str) -> HttpResponse:
    """Change how the program works."""
    program, reader = enter(request, program_slug, see=MANAGERS, send=MANAGERS)
    form = SettingsForm(request.POST or None, row=program)

    def change() -> object:
        return programs.change_settings(program=program, by=reader.user, now=clock.now(), **form.cleaned_data)

    if form.is_bound and apply_or_show(form, change) is not None:
        messages.success(request, _("Saved. Every due date follows."))
        return redirect("influencers:settings", program.slug)
    context = {"program": program, "reader": reader, "form": form, "tab": "settings"}
    return render(request, "influencers/settings/program.html", context, status=status_of(form))


@login_required
def tier_list(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the tiers; add one."""
    program, reader = enter(request, program_slug, see=MANAGERS, send=MANAGERS)
    form = TierForm(request.POST or None)
    if form.is_bound and apply_or_show(
        form, lambda: tiers.add(program=program, by=reader.user, **form.cleaned_data)
    ) is not None:  # fmt: skip
        messages.success(request, _("The tier is there."))
        return redirect("influencers:tiers", program.slug)
    context = {
        "program": program,
        "reader": reader,
        "form": form,
        "tab": "tiers",
        "tiers": program.tiers.order_by("rank", "id"),
    }
    return render(request, "influencers/settings/tiers.html", context)


@login_required
def tier(request: PageRequest, program_slug: str, tier_id: int) -> HttpResponse:
    """Change a tier."""
    program, reader = enter(request, program_slug, see=MANAGERS, send=MANAGERS)
    found = get_object_or_404(program.tiers.all(), pk=tier_id)
    found.program = program
    form = TierForm(request.POST or None, row=found)

    def change() -> object:
        return tiers.change(tier=found, by=reader.user, now=clock.now(), **form.cleaned_data)

    if form.is_bound and apply_or_show(form, change) is not None:
        messages.success(request, _("Saved. The due dates of everybody in it follow."))
        return redirect("influencers:tiers", program.slug)
    context = {"program": program, "reader": reader, "form": form, "tab": "tiers", "title": found.name}
    return render(request, "influencers/settings/edit.html", context, status=status_of(form))


@login_required
@require_POST
def remove_tier(request: PageRequest, program_slug: str, tier_id: int) -> HttpResponse:
    """Remove a tier nobody is in."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    tiers.remove(tier=get_object_or_404(program.tiers.all(), pk=tier_id), by=reader.user)
    messages.success(request, _("The tier is gone."))
    return redirect("influencers:tiers", program.slug)


@login_required
def holidays(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the days on which nobody is at work; add one."""
    program, reader = enter(request, program_slug, see=MANAGERS, send=MANAGERS)
    form = HolidayForm(request.POST or None)

    def add() -> object:
        return tiers.add_holiday(program=program, by=reader.user, now=clock.now(), **form.cleaned_data)

    if form.is_bound and apply_or_show(form, add) is not None:
        messages.success(request, _("Nobody is due on that day."))
        return redirect("influencers:holidays", program.slug)
    days = program.holidays.filter(day__gte=program.today(clock.now()).replace(month=1, day=1))
    context = {"program": program, "reader": reader, "form": form, "tab": "holidays", "holidays": days}
    return render(request, "influencers/settings/holidays.html", context)


@login_required
@require_POST
def remove_holiday(request: PageRequest, program_slug: str, holiday_id: int) -> HttpResponse:
    """Have people work on that day after all."""
    program, reader = enter(request, program_slug, send=MANAGERS)
    holiday = get_object_or_404(program.holidays.all(), pk=holiday_id)
    holiday.program = program
    tiers.remove_holiday(holiday=holiday, by=reader.user, now=clock.now())
    return redirect("influencers:holidays", program.slug)
