"""Tags, typed as words between commas."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextInputWidget


class TagsField(forms.CharField):
    """A list of tags, shown as “press, beta”."""

    widget = UnfoldAdminTextInputWidget

    def __init__(self, **extra: Any) -> None:
        extra.setdefault("required", False)
        extra.setdefault("label", _("Tags"))
        extra.setdefault("help_text", _("With commas between them."))
        super().__init__(**extra)

    def prepare_value(self, value: Any) -> Any:
        """Show the stored list as text."""
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the list, each tag once."""
        if isinstance(value, list):
            return value
        return list(dict.fromkeys(tag.strip() for tag in (value or "").split(",") if tag.strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the lists."""
        return bool(self.to_python(initial) != self.to_python(data))
