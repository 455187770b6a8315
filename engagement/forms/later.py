"""Sentences that are asked for only once there is something to think about: they appear with the refusal."""

from typing import Any

from django import forms


class AskedLater(forms.BaseForm):
    """A form some of whose fields (`later`) are hidden until they are refused without, or were filled in."""

    later: tuple[str, ...] = ()

    def hide_what_is_asked_later(self) -> None:
        """Hide those of the fields that say nothing yet. Called once all fields are there."""
        for name in self.later:
            if not self[name].value():
                self.fields[name].widget = forms.HiddenInput()

    def add_error(self, field: str | None, error: Any) -> None:
        """Show the sentence that is asked for."""
        super().add_error(field, error)
        if field in self.later:
            self.fields[field].widget = forms.Textarea({"rows": 2, "autofocus": True})
