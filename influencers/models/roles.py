"""What an advocate and we have agreed they do."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Kept, records
from influencers.models.memberships import Membership
from influencers.models.staff import User


class Role(Kept):
    """What an advocate and we have agreed they do. A new statement is a new row; the old one stays."""

    class Agreed(models.TextChoices):
        YES = "agreed", _("They agree")
        NOT_YET = "not_yet", _("They have not said yet")
        NO = "disagree", _("They disagree")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="roles")
    title = models.CharField(_("role"), max_length=120)
    statement = models.TextField(_("role statement"), max_length=4000)
    since = models.DateField(_("since"))
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("told by")
    )
    told_how = models.CharField(_("told how"), max_length=120, blank=True)
    agreed = models.CharField(_("do they agree"), max_length=8, choices=Agreed.choices, blank=True)
    their_words = models.TextField(_("what they said to it"), max_length=2000, blank=True)

    history = records()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["membership", "-since", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_by__isnull=True, told_how="")
                | (Q(told_on__isnull=False, told_by__isnull=False) & ~Q(told_how="")),
                name="role_telling_is_whole",
                violation_error_message=_("Say who told them, when and how."),
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(statement=""),
                name="role_is_stated",
                violation_error_message=_("A role has a title and a statement."),
            ),
            models.CheckConstraint(
                condition=Q(agreed="") | Q(told_on__isnull=False),
                name="role_agreed_after_telling",
                violation_error_message=_("Nobody agrees to a role they were not told."),
            ),
            models.CheckConstraint(
                condition=~Q(agreed="disagree") | ~Q(their_words=""),
                name="role_disagreement_in_their_words",
                violation_error_message=_("Write down what they said against it, in their words."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
