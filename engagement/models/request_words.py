"""The words of decided requests, as numbers: how precedents are found, alike on both databases."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from engagement.models.requests import AdvocateRequest


class RequestWord(models.Model):
    """One word of a request, hashed: nobody reads it back, and it goes with the request."""

    advocate_request = models.ForeignKey(AdvocateRequest, models.CASCADE, related_name="+", db_index=False)
    program_id = models.BigIntegerField()
    word = models.BigIntegerField()

    class Meta:
        verbose_name = _("word of a request")
        verbose_name_plural = _("words of requests")
        indexes = [models.Index(fields=["advocate_request"], name="request_word_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["program_id", "word", "advocate_request"], name="request_word_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.word)
