"""What happened between us in a farewell: the touchpoints it names, and what is carried on after it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from engagement.models.asks import Ask
from engagement.models.promises import Promise
from engagement.models.requests import AdvocateRequest
from engagement.models.touchpoints import Touchpoint
from influencers.models import Farewell, Membership
from influencers.models.base import Record, records


class FarewellWord(models.Model):
    """The touchpoint in which somebody was told, or thanked. The database looks at what kind of one it is."""

    class What(models.TextChoices):
        TOLD = "told", _("They were told")
        THANKS = "thanks", _("They were thanked")

    farewell = models.ForeignKey(Farewell, models.CASCADE, related_name="words")
    what = models.CharField(_("what"), max_length=6, choices=What.choices)
    touchpoint = models.ForeignKey(Touchpoint, models.PROTECT, related_name="farewell_words")

    class Meta:
        verbose_name = _("word of a farewell")
        verbose_name_plural = _("words of farewells")
        ordering = ["farewell", "what"]
        constraints = [models.UniqueConstraint(fields=["farewell", "what"], name="farewell_word_once")]

    def __str__(self) -> str:
        return str(self.get_what_display())


class Carried(Record):
    """A promise, a request or an ask that outlives the membership: who sees to it, and why it is not settled now."""

    farewell = models.ForeignKey(Farewell, models.CASCADE, related_name="carried")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="carried")
    promise = models.OneToOneField(Promise, models.CASCADE, null=True, blank=True, related_name="carried")
    request = models.OneToOneField(
        AdvocateRequest, models.CASCADE, null=True, blank=True, related_name="carried"
    )
    ask = models.OneToOneField(Ask, models.CASCADE, null=True, blank=True, related_name="carried")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who sees to it")
    )
    why = models.CharField(_("why it goes on"), max_length=300)

    history = records()

    class Meta:
        verbose_name = _("carried on after a farewell")
        verbose_name_plural = _("carried on after farewells")
        ordering = ["farewell", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(promise__isnull=False, request__isnull=True, ask__isnull=True)
                | Q(promise__isnull=True, request__isnull=False, ask__isnull=True)
                | Q(promise__isnull=True, request__isnull=True, ask__isnull=False),
                name="carried_is_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="carried_says_why",
                violation_error_message=_("Say why it goes on after the farewell."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> Promise | AdvocateRequest | Ask | None:
        """What goes on."""
        return self.promise or self.request or self.ask
