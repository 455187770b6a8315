"""What somebody typed into an admin form, as the hooks that call actions receive it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q

from influencers.models import User


@dataclass(slots=True)
class Given:
    """A valid form, who sent it, when, and the version they had before them (None where there is none)."""

    form: Any
    by: User
    now: dt.datetime
    version: int | None = None

    def __getitem__(self, name: str) -> Any:
        """Return what was typed into a field."""
        return self.form.cleaned_data[name]

    def has(self, name: str) -> bool:
        """Tell whether the form has this field."""
        return name in self.form.cleaned_data

    def changed(self, *names: str) -> bool:
        """Tell whether one of these fields was changed."""
        return bool(set(names) & set(self.form.changed_data))

    def of(self, *names: str) -> dict[str, Any]:
        """Return what was typed into those of these fields that the form has."""
        return {name: self.form.cleaned_data[name] for name in names if name in self.form.cleaned_data}

    def warn(self, sentence: str) -> None:
        """Say something on the next page that does not keep from saving; nothing if there is nothing to say."""
        if sentence and self.form.request is not None:
            messages.warning(self.form.request, sentence)

    def seen(self) -> int | None:
        """Return the version, once: a second action of the same form continues from what the first one saved."""
        version, self.version = self.version, None
        return version


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form that knows which version of its row its writer saw, and says what the last attempt was refused for."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    request: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        version = getattr(self.instance, "version", None) if self.instance.pk else None
        if version is None:
            self.fields.pop("seen", None)
        else:
            self.initial["seen"] = version
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and self.instance.pk:
                self._keep_offering(name, field)

    def _keep_offering(self, name: str, field: Any) -> None:
        """Offer what is chosen already, even if nobody could choose it any more: a colleague who has left, say."""
        chosen = getattr(self.instance, f"{name}_id", None)
        if chosen is not None and not field.queryset.filter(pk=chosen).exists():
            rows = field.queryset.model._default_manager
            field.queryset = rows.filter(Q(pk__in=field.queryset.order_by().values("pk")) | Q(pk=chosen))

    def clean(self) -> dict[str, Any]:
        """Add what an action, or the database, refused when this very form was to be saved."""
        cleaned = super().clean() or {}
        for field, sentence in getattr(self.request, "refusals", ()):
            if sentence not in self.non_field_errors():
                self.add_error(field if field in self.fields else None, sentence)
        return cleaned
