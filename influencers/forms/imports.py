"""A file to look through, and what people say about it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.import_labels import choices, label_of
from influencers.importing import Field, Target
from influencers.importing.limits import MAX_BYTES
from influencers.importing.reading.encodings import CHOICES
from influencers.importing.reading.header import Header
from influencers.importing.values.dates import Order
from influencers.models import Account

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.vcf"}),
        help_text=_(
            "CSV, XLSX or vCard, at most 20 MB. Nothing is imported before you have seen what would happen."
        ),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("At most 20 MB can be imported at once. Split the file."))
        return file


class AnswersForm(forms.Form):
    """What each column is, and what of the file as a whole cannot be told from it."""

    date_order = forms.ChoiceField(
        label=_("Dates such as 03/04/2026"),
        required=False,
        choices=[
            ("", _("As the file shows")),
            (Order.DAY_FIRST.value, _("The day is first")),
            (Order.MONTH_FIRST.value, _("The month is first")),
        ],
    )
    platform = forms.ChoiceField(
        label=_("Platform of plain handles"),
        required=False,
        choices=[("", _("As the file shows")), *Account.Platform.choices],
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[("", _("As the file shows")), *((name, name) for name in CHOICES)],
    )
    header = forms.ChoiceField(
        label=_("Header"),
        required=False,
        choices=[
            ("", _("As the file shows")),
            (Header.FIRST.value, _("The first row is the header")),
            (Header.NONE.value, _("There is none: the first row is somebody")),
        ],
    )
    counted_on = forms.DateField(
        label=_("Day of the follower counts"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Today, unless the list is older."),
    )
    gaps_only = forms.BooleanField(
        label=_("Only fill what is empty; follower counts are always brought up to date"), required=False
    )

    def __init__(self, *args: Any, columns: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        offered = choices()
        for column in columns:
            self.fields[f"column_{column['index']}"] = forms.ChoiceField(
                choices=offered, initial=column["target"], label=column["header"] or f"#{column['index'] + 1}"
            )

    def said(self) -> dict[str, Any]:
        """Return what was said, by the names of `Answers`. Columns that were left as guessed stay guesses."""
        said = dict(self.cleaned_data)
        columns: dict[int, str] = {}
        for column in self.columns:
            target = said.pop(f"column_{column['index']}")
            if target != column["target"] or column["why"] == "asked":
                columns[column["index"]] = target
        day = said.pop("counted_on")
        return {**said, "columns": columns, "counted_on": day.isoformat() if day else "", "confirmed": True}

    def kept(self) -> list[str]:
        """Return the titles of the columns that are kept word for word."""
        return [
            str(self[f"column_{column['index']}"].label)
            for column in self.columns
            if column["target"] == Field.KEEP
        ]

    def column_rows(self) -> list[dict[str, Any]]:
        """Return each column with its field and what it is, for a table."""
        return [
            {
                **column,
                "field": self[f"column_{column['index']}"],
                "is": label_of(Target.parse(column["target"])),
                "understood": column["target"] not in (Field.KEEP, Field.IGNORE),
            }
            for column in self.columns
        ]
