"""What requests are judged by, typed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from influencers.forms.refusing import ActionForm
from influencers.models import Post, Program, User
from influencers.models.judging import EXAMPLES

LARGE = ("large_value", "large_by", "large_decider")


class JudgingForm(ActionForm):
    """What each level means here, and who decides what is large."""

    def __init__(self, *args: Any, row: Program, **kwargs: Any) -> None:
        super().__init__(*args, row=row, **kwargs)
        for name, example in EXAMPLES.items():
            field: Any = Program._meta.get_field(name)
            widget = forms.Textarea({"rows": 2, "placeholder": str(example)})
            self.fields[name] = field.formfield(widget=widget)
        for name in LARGE:
            large: Any = Program._meta.get_field(name)
            self.fields[name] = large.formfield()
        managing = Post.objects.filter(program=row, role__in=Post.MANAGING)
        decider: Any = self.fields["large_decider"]
        decider.queryset = User.objects.filter(pk__in=managing.values("user"), is_active=True)
        decider.help_text = _("Where one colleague decides.")
        for name in self.fields:
            if name != "seen":
                self.initial[name] = getattr(row, name)

    def parts(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Return the fields under their headings, each with a word about it."""
        scales = list(EXAMPLES)
        empty = _("An example for each level helps two people weigh alike. Left empty, ours stands.")
        headings = (
            (_("Impact: how much it would change for them"), empty, scales[:3]),
            (_("Urgency: how soon it has to be"), "", scales[3:]),
            (_("What is large"), _("What is worth more is decided by whom you say here."), list(LARGE)),
        )
        return [
            (str(heading), str(lead), [self[name] for name in names]) for heading, lead, names in headings
        ]
