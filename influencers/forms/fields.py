"""Fields that several forms have."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from influencers.models import Post, Program, User
from influencers.widgets import DayInput


class DayField(forms.DateField):
    """A date, picked or typed."""

    widget = DayInput


def colleagues(program: Program) -> QuerySet[User]:
    """Return the colleagues who may look after people of `program`, by name."""
    writing = Post.objects.filter(program=program, role__in=Post.WRITING)
    return User.objects.filter(pk__in=writing.values("user"), is_active=True)


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the colleagues who may write in a program; set with `of(program)`."""

    def __init__(self, **extra: Any) -> None:
        extra.setdefault("empty_label", _("Choose"))
        super().__init__(User.objects.none(), **extra)

    def of(self, program: Program) -> None:
        """Offer the colleagues of `program`."""
        self.queryset = colleagues(program)
