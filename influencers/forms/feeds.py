"""What a calendar feed shows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.models import Program, ProgramQuerySet


class FeedForm(forms.Form):
    """Of which program, and whose people."""

    program = forms.ModelChoiceField(
        Program.objects.none(), label=_("Program"), required=False, empty_label=_("All of mine")
    )
    mine = forms.BooleanField(
        label=_("Only whom I look after"), required=False, initial=True,
        help_text=_("Over all programs it is always only these."),
    )  # fmt: skip

    def __init__(self, *args: Any, programs: ProgramQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        program: Any = self.fields["program"]
        program.queryset = programs.order_by("name")
