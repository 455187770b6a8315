"""What was brought in from files, row by row, so that it can be shown and undone; and merges of two records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models.advocates import Advocate
from influencers.models.programs import Program
from influencers.models.staff import User


class ImportBatch(models.Model):
    """One file on its way in.

    reading → planned → importing → applied → undone; reading, planned → discarded; importing → planned

    A large file is read, and imported, by a job: what is `owed_at` some instant is done, or waits to be done again.
    """

    class State(models.TextChoices):
        READING = "reading", _("Being looked through")
        IMPORTING = "importing", _("Being imported")
        PLANNED = "planned", _("Looked through")
        APPLIED = "applied", _("Imported")
        UNDONE = "undone", _("Undone")
        DISCARDED = "discarded", _("Discarded")

    program = models.ForeignKey(Program, models.CASCADE, related_name="imports")
    file_name = models.CharField(_("file"), max_length=255)
    content = models.BinaryField(
        null=True, blank=True, editable=False
    )  # kept only until applied or discarded
    answers = models.JSONField(
        default=dict, blank=True
    )  # what people said: columns, encoding, order of dates …
    found = models.JSONField(
        default=dict, blank=True
    )  # what was found out about the file: columns, messages …
    counts = models.JSONField(default=dict, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)  # of what was shown to people
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.PLANNED)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    owed_at = models.DateTimeField(null=True, blank=True, editable=False)
    owed_to = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    trouble = models.CharField(_("why nothing came of it"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owed_at"], name="import_owed", condition=models.Q(owed_at__isnull=False))
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["reading", "planned", "importing"])
                | models.Q(content__isnull=True),
                name="import_keeps_no_file_after",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["applied", "undone"]) | models.Q(applied_at__isnull=False),
                name="import_applied_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["reading", "importing"], owed_at__isnull=False, owed_to__isnull=False
                )
                | (
                    ~models.Q(state__in=["reading", "importing"])
                    & models.Q(owed_at__isnull=True, owed_to__isnull=True)
                ),
                name="import_owed_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """What became of one row of a file."""

    class Outcome(models.TextChoices):
        NEW = "new", _("New")
        CHANGED = "changed", _("Changed")
        SAME = "same", _("Same")
        CONFLICT = "conflict", _("Conflict")
        UNREADABLE = "unreadable", _("Unreadable")
        SKIPPED = "skipped", _("Not a person")

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(_("line"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    name = models.CharField(_("name"), max_length=200, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    changes = models.JSONField(default=dict, blank=True)  # field: [before, after]
    undo = models.JSONField(default=dict, blank=True)
    advocate = models.ForeignKey(Advocate, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        ordering = ["batch", "line", "id"]
        indexes = [models.Index(fields=["batch", "outcome", "line"], name="import_row_by_outcome")]

    def __str__(self) -> str:
        return f"{self.line}: {self.outcome}"


class Merge(models.Model):
    """Two records that turned out to be one person; `before` is what undoing needs."""

    kept = models.ForeignKey(Advocate, models.CASCADE, related_name="+")
    merged = models.ForeignKey(Advocate, models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.kept_id}"
