"""A snippet to start from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from engagement.models import PreparedContent
from influencers.forms.refusing import ActionForm


class ContentForm(ActionForm):
    """What is kept at the ready, and what it is about."""

    title = forms.CharField(label=_("Title"), max_length=120)
    words = forms.CharField(
        label=_("Words"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 8, "data-marked": ""}),
        help_text=_(
            "Facts and phrases to start from, without greeting. What every writer has to say anew stands in double "
            "brackets: [[rewrite: what you saw them do]]. The check holds a message in which such a part stands, or "
            "is hardly changed."
        ),
    )
    tags = forms.CharField(
        label=_("Tags"), max_length=300, required=False, help_text=_("With commas between them.")
    )

    def __init__(self, *args: Any, row: PreparedContent, **kwargs: Any) -> None:
        super().__init__(*args, row=row if row.pk else None, **kwargs)
        self.initial.update(title=row.title, words=row.words, tags=", ".join(row.tags))

    def clean_tags(self) -> list[str]:
        """Return the tags, each once."""
        typed = self.cleaned_data["tags"].split(",")
        return list(dict.fromkeys(tag.strip() for tag in typed if tag.strip()))
