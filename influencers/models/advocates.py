"""Advocates: people, known by name, handles and what we learned."""

import unicodedata
from typing import TYPE_CHECKING

from django.db import connections, models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from influencers.models.base import Kept, Record, records
from influencers.models.expressions import Holds

if TYPE_CHECKING:
    pass


def search_key(text: str) -> str:
    """Return `text` as it is searched for: without case, accents and white space at its ends.

    Letters that decompose to a base letter and marks lose the marks (é → e); others stay as they are.
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip()


def called(name: str, nickname: str) -> str:
    """Return what we call somebody: the nickname, else the first word of the name."""
    return nickname or (name.split() or [name])[0]


class AdvocateQuerySet(models.QuerySet["Advocate"]):
    """Advocates."""

    def matching(self, words: str) -> "AdvocateQuerySet":
        """Those whose name, nickname, handle or e-mail address holds every one of `words`."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_text__contains=word.lstrip("@"))
        return found

    def tagged(self, tag: str) -> "AdvocateQuerySet":
        """Those with exactly this tag."""
        if connections[self.db].vendor == "postgresql":
            return self.filter(tags__contains=[tag])
        return self.alias(has_tag=Holds("tags", tag)).filter(has_tag=True)


class Advocate(Record):
    """A person. What programs have with them is in their memberships."""

    name = models.CharField(_("name"), max_length=200)
    nickname = models.CharField(_("what they are called"), max_length=80, blank=True)
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    country = models.CharField(_("country"), max_length=80, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=40, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    birthday = models.CharField(
        _("birthday"),
        max_length=10,
        blank=True,
        help_text=_("As 1990-04-23, or --04-23 where the year is unknown."),
    )
    topics = models.CharField(_("what they are about"), max_length=300, blank=True)
    company = models.CharField(_("company"), max_length=200, blank=True)
    address = models.TextField(_("postal address"), max_length=1000, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    notes = models.TextField(_("notes"), max_length=300_000, blank=True)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    extra = models.JSONField(_("other columns of an import"), default=dict, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged_from"
    )
    # Derived, kept by `influencers.actions.advocates.index_names`.
    sort_name = models.CharField(max_length=200, editable=False, default="")
    first_key = models.CharField(
        max_length=200, editable=False, default="", db_index=True
    )  # the first name's key
    search_text = models.TextField(editable=False, default="")

    objects = AdvocateQuerySet.as_manager()
    history = records(excluded_fields=["sort_name", "first_key", "search_text"])

    class Meta:
        verbose_name = _("advocate")
        verbose_name_plural = _("advocates")
        ordering = ["sort_name", "id"]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="advocate_by_name"),
            models.Index(Lower("nickname"), name="advocate_by_nickname"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="advocate_has_a_name",
                violation_error_message=_("A person has a name."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """What we call them: the nickname, else the first word of the name."""
        return called(self.name, self.nickname)

    def get_absolute_url(self) -> str:
        """Return the address that leads to this person's page in a program the reader belongs to."""
        return reverse("engagement:find_advocate", kwargs={"advocate_id": self.pk})


class ContactPoint(Kept):
    """One way to reach a person: an e-mail address or a telephone number."""

    class Kind(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Phone")

    advocate = models.ForeignKey(Advocate, models.CASCADE, related_name="contact_points")
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices)
    value = models.CharField(_("address or number"), max_length=320)
    position = models.PositiveSmallIntegerField(default=0)

    history = records()

    class Meta:
        verbose_name = _("contact point")
        verbose_name_plural = _("contact points")
        ordering = ["position", "id"]
        indexes = [models.Index(Lower("value"), name="contact_point_by_value")]
        constraints = [
            models.UniqueConstraint("advocate", "kind", Lower("value"), name="contact_point_once"),
            models.CheckConstraint(condition=~models.Q(value=""), name="contact_point_not_empty"),
        ]

    def __str__(self) -> str:
        return self.value
