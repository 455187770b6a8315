"""The words of a touchpoint, the verdict they got, and what the database insists on."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How the words of a touchpoint stand.

    none → nothing was written (a like). received → their words. note → ours, about a call or a lunch.
    held → blocked or warned, waiting for a colleague's vouching; nothing was sent.
    sent → accepted here by the personal check, or vouched for. elsewhere → it had already gone out.
    imported → history, indexed, not judged. erased → the person it was about was erased: that there was an
    exchange stays, what was said does not.
    """

    NONE = "none", _("No words")
    RECEIVED = "received", _("Received")
    NOTE = "note", _("Note")
    HELD = "held", _("Held")
    SENT = "sent", _("Sent")
    ELSEWHERE = "elsewhere", _("Sent elsewhere")
    IMPORTED = "imported", _("Imported")
    ERASED = "erased", _("Erased")


class Verdict(models.TextChoices):
    """What the personal check said."""

    PASS = "pass", _("Personal")
    WARN = "warn", _("With a warning")
    BLOCK = "block", _("Canned")


OUTGOING = (Standing.HELD, Standing.SENT, Standing.ELSEWHERE)
GONE_OUT = (Standing.SENT, Standing.ELSEWHERE, Standing.IMPORTED)  # what later messages are compared with


class Message(models.Model):
    """The words of a touchpoint. In the touchpoint's own row, so that the database can refuse the impossible."""

    words = models.TextField(_("words"), max_length=100_000, blank=True)
    standing = models.CharField(_("standing"), max_length=9, choices=Standing.choices, default=Standing.NONE)
    recipient = models.ForeignKey(
        "influencers.Membership",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("to"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    # The verdict belongs to the very words it was given on.
    verdict = models.CharField(_("verdict"), max_length=5, choices=Verdict.choices, blank=True)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    checked_words = models.TextField(editable=False, blank=True)
    check_version = models.CharField(max_length=20, blank=True, editable=False)
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    # One key for all spellings of the same words; empty for everyday short replies.
    words_digest = models.CharField(max_length=64, blank=True, editable=False)
    vouched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("vouched by"),
    )
    vouched_at = models.DateTimeField(_("vouched"), null=True, blank=True)
    vouch_reason = models.CharField(_("why it is personal all the same"), max_length=500, blank=True)
    # Which prepared content it was started from.
    prepared = models.ForeignKey(
        "engagement.PreparedContent",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("started from"),
        db_index=False,  # few messages are: see the index of the touchpoint
    )
    # A blocked message that had already gone out elsewhere needs its writer's sentence.
    writers_sentence = models.CharField(_("the writer's sentence"), max_length=500, blank=True)

    class Meta:
        abstract = True


_AUTHORED = Q(author__isnull=False)
_WRITTEN = _AUTHORED & Q(recipient__isnull=False) & ~Q(words="")
_JUDGED = Q(checked_words=F("words"), checked_at__isnull=False) & ~Q(verdict="") & ~Q(check_version="")
_PASSED = Q(verdict__in=["pass", "warn"])
_VOUCHED = Q(vouched_by__isnull=False, vouched_at__isnull=False) & ~Q(vouch_reason="")
_NOT_VOUCHED = Q(vouched_by__isnull=True, vouched_at__isnull=True, vouch_reason="")
_SAYS_NOTHING = Q(
    words="", checked_words="", words_digest="", verdict="", recipient__isnull=True, writers_sentence=""
)


def _where(standing: str, must: Q, name: str, **options: Any) -> models.CheckConstraint:
    """Return the rule that words of this standing must be so."""
    return models.CheckConstraint(condition=~Q(standing=standing) | must, name=name, **options)


# What must hold for the words in any touchpoint's row.
CONSTRAINTS: list[models.BaseConstraint] = [
    _where(
        "sent", _WRITTEN & _JUDGED & (_PASSED | _VOUCHED), "message_sent_is_personal",
        violation_error_message=_("Only words that passed the personal check, or were vouched for, are sent."),
    ),
    _where(
        "elsewhere", _WRITTEN & _JUDGED & (_PASSED | ~Q(writers_sentence="")), "message_elsewhere_is_explained",
        violation_error_message=_("A canned message that already went out needs a sentence from its writer."),
    ),
    _where("held", _WRITTEN & _JUDGED, "message_held_is_judged"),
    _where("note", _AUTHORED, "message_note_has_an_author"),
    models.CheckConstraint(
        condition=~Q(standing__in=["none", "received"]) | Q(verdict=""), name="message_unjudged_has_no_verdict"
    ),
    models.CheckConstraint(condition=_NOT_VOUCHED | _VOUCHED, name="message_vouching_is_whole"),
    _where("none", Q(words=""), "message_words_have_a_standing"),
    _where("erased", _SAYS_NOTHING, "message_erased_says_nothing"),
    # The same words do not go to two people, even when two colleagues press the button at once.
    models.UniqueConstraint(
        fields=["words_digest"],
        condition=Q(standing="sent", vouched_by__isnull=True) & ~Q(words_digest=""),
        name="message_words_go_out_once",
        violation_error_message=_("These words have already been sent to somebody."),
    ),
]  # fmt: skip
