"""What scheduled jobs did, so that people can see whether they ran, and no period is worked twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from influencers.models import Program


class JobRun(models.Model):
    """One run of a scheduled job. `period` names what it was for; the pair is worked once."""

    job = models.CharField(_("job"), max_length=60)
    period = models.CharField(_("period"), max_length=40)
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)
    figures = models.JSONField(_("figures"), default=dict, blank=True)

    class Meta:
        verbose_name = _("job run")
        verbose_name_plural = _("job runs")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["job", "-started_at"], name="job_run_latest")]
        constraints = [models.UniqueConstraint(fields=["job", "period"], name="job_run_once_per_period")]

    def __str__(self) -> str:
        return f"{self.job} {self.period}"


class Digest(models.Model):
    """The morning mail of one colleague on one day of one program: owed, then sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digests")
    program = models.ForeignKey(Program, models.CASCADE, related_name="digests")
    day = models.DateField(_("day"))
    owed_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    # There was nothing to say, so no mail went out: settled all the same.
    was_empty = models.BooleanField(_("nothing to say"), default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        ordering = ["-day"]
        indexes = [
            models.Index(
                fields=["owed_at"],
                name="digest_owed",
                condition=models.Q(sent_at__isnull=True, was_empty=False),
            )
        ]
        constraints = [models.UniqueConstraint(fields=["user", "program", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"{self.user} {self.day}"
