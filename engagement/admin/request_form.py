"""What one may say about a request in the admin beyond its columns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget, UnfoldBooleanSwitchWidget

from engagement.models import AdvocateRequest
from influencers.admin.given import RecordForm

State = AdvocateRequest.State
# The steps beside deciding, and the states in which each can be taken.
STEPS = {
    "because": (State.OPEN,),
    "confirm": (State.PROPOSED,),
    "send_back": (State.PROPOSED, State.DECIDED),
    "take_back": (State.OPEN,),
}


def _sentence(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=500, widget=UnfoldAdminTextInputWidget, help_text=help_text
    )


class RequestForm(RecordForm):
    """A request, and the steps that are not columns of it."""

    because = _sentence(
        _("Why the need is weighed anew"), _("Asked for when impact or urgency change after the first time.")
    )
    confirm = forms.BooleanField(
        label=_("Decide as proposed"), required=False, widget=UnfoldBooleanSwitchWidget,
        help_text=_("By somebody else than who proposed it."),
    )  # fmt: skip
    send_back = _sentence(_("Open it again, because"))
    take_back = _sentence(_("Take it back, because"), _("They no longer ask, or it was noted by mistake."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        for name, states in STEPS.items():
            if not row.pk or row.state not in states or (name == "because" and not row.is_assessed):
                self.fields.pop(name)
