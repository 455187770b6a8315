"""The form for one exchange."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget, UnfoldBooleanSwitchWidget

from engagement.models import Touchpoint
from engagement.models.touchpoints import WRITTEN, Direction
from influencers.admin.given import RecordForm
from influencers.models import Membership


class TouchpointForm(RecordForm):
    """Who took part, and for what we wrote: whether it goes out now, or had gone out already."""

    members = forms.ModelMultipleChoiceField(
        Membership.objects.none(), label=_("With whom"), help_text=_("A message has one recipient.")
    )
    already_out = forms.BooleanField(
        label=_("It had already gone out by other ways"), required=False, widget=UnfoldBooleanSwitchWidget,
        help_text=_("For a letter, message or comment of ours: it is logged with the verdict it gets. Otherwise it "
                    "counts as sent now, if the personal check lets it pass."),
    )  # fmt: skip
    vouch = forms.CharField(
        label=_("Why it is personal all the same"), required=False, max_length=500,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Your word for a message that was wrongly blocked. It is sent with this, and listed."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("members")
            self.fields.pop("already_out")
            return
        self.fields.pop("vouch")
        members: Any = self.fields["members"]
        members.queryset = admin.site.get_model_admin(Membership).get_queryset(self.request)
        members.widget = AutocompleteSelectMultiple(Touchpoint._meta.get_field("members"), admin.site)
        members.widget.choices = members.choices

    def clean(self) -> dict[str, Any]:
        """Hold what we write to one recipient before it is read."""
        cleaned = super().clean()
        if ours_in_writing(cleaned) and len(cleaned.get("members") or ()) > 1:
            self.add_error("members", _("A message has one recipient."))
        return cleaned


def ours_in_writing(cleaned: dict[str, Any]) -> bool:
    """Tell whether this is a letter, message or comment from us."""
    return cleaned.get("kind") in WRITTEN and cleaned.get("direction") == Direction.OUT
