"""Filters of the advocates list that somebody wants to find again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.programs import Program
from influencers.models.staff import User


class SavedFilter(models.Model):
    """A named set of filter parameters, one person's own or shared with the program."""

    program = models.ForeignKey(Program, models.CASCADE, related_name="saved_filters")
    user = models.ForeignKey(User, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(max_length=1000)
    shared = models.BooleanField(_("for everybody in the program"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["program", "user", "name"], name="saved_filter_named_once")
        ]

    def __str__(self) -> str:
        return self.name
