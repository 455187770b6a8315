"""Which of two records is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.models import Membership


class MergeForm(forms.Form):
    """The record to keep, of the two shown."""

    keep = forms.TypedChoiceField(label=_("Keep the record"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: object, members: list[Membership], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["keep"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101
        field.choices = [
            (member.pk, f"{member.advocate.name} · {member.get_status_display()}") for member in members
        ]
        field.initial = members[0].pk
