"""What the endpoints of this app take."""

from typing import Any

from rest_framework import serializers

from engagement.api.content import prepared_field
from engagement.models import Promise, Touchpoint
from engagement.models.touchpoints import WRITTEN, Direction, Kind
from influencers.access import programs_for
from influencers.api.fields import Visible, colleague_field, membership_field, program_field

WRITTEN_KINDS = [choice for choice in Kind.choices if choice[0] in WRITTEN]


def touchpoint_field(**options: Any) -> Visible:
    """Return a field for a touchpoint of the caller's programs."""
    return Visible(
        lambda user: Touchpoint.objects.filter(program__in=programs_for(user)),
        queryset=Touchpoint.objects.none(), **options,
    )  # fmt: skip


class TouchpointTaken(serializers.Serializer[None]):
    """Something that happened: a call, a lunch, a message of theirs. What we write goes to `write`."""

    program = program_field()
    kind = serializers.ChoiceField(choices=Kind.choices)
    members = membership_field(many=True, allow_empty=False)
    happened_at = serializers.DateTimeField()
    words = serializers.CharField(required=False, allow_blank=True, max_length=100_000)
    direction = serializers.ChoiceField(choices=Direction.choices, required=False)
    channel = serializers.CharField(required=False, allow_blank=True, max_length=40)
    link = serializers.URLField(required=False, allow_blank=True, max_length=500)
    needs_answer = serializers.BooleanField(required=False)


class MessageTaken(serializers.Serializer[None]):
    """Words to one person. There is no list of recipients, by design."""

    recipient = membership_field()
    words = serializers.CharField(max_length=100_000)
    kind = serializers.ChoiceField(choices=WRITTEN_KINDS, required=False)
    channel = serializers.CharField(required=False, allow_blank=True, max_length=40)
    link = serializers.URLField(required=False, allow_blank=True, max_length=500)


class MessageBegun(MessageTaken):
    """The same, perhaps started from prepared content: then it is held against that too."""

    prepared = prepared_field(required=False, allow_null=True)


class SentElsewhere(MessageTaken):
    """Words that had already gone out; a blocked one needs the writer's sentence."""

    happened_at = serializers.DateTimeField()
    sentence = serializers.CharField(required=False, allow_blank=True, max_length=500)


class Checked(serializers.Serializer[None]):
    """Words to be judged without sending."""

    recipient = membership_field()
    words = serializers.CharField(max_length=100_000, allow_blank=True)
    form = serializers.ChoiceField(choices=[("message", "message"), ("note", "note")], required=False)
    prepared = prepared_field(required=False, allow_null=True)


class VerdictShown(serializers.Serializer[None]):
    """What the personal check says."""

    outcome = serializers.ChoiceField(choices=["pass", "warn", "block"])
    version = serializers.CharField()
    findings = serializers.ListField(child=serializers.DictField())


class Correction(serializers.ModelSerializer[Touchpoint]):
    """What may be corrected afterwards."""

    class Meta:
        model = Touchpoint
        fields = ["kind", "direction", "channel", "link", "happened_at", "words", "needs_answer"]


class VouchTaken(serializers.Serializer[None]):
    """Why it is personal all the same."""

    reason = serializers.CharField(max_length=500)


class PromiseTaken(serializers.Serializer[None]):
    """A promise, ours unless said."""

    membership = membership_field()
    text = serializers.CharField(max_length=300)
    due_on = serializers.DateField()
    made_by = serializers.ChoiceField(choices=Promise.By.choices, required=False)
    owner = colleague_field(required=False)
    made_in = touchpoint_field(required=False)


class PromiseMoved(serializers.Serializer[None]):
    """Another day."""

    due_on = serializers.DateField()


class PromiseHanded(serializers.Serializer[None]):
    """Another colleague, and why."""

    owner = colleague_field()
    why = serializers.CharField(max_length=300)


class MadeGood(serializers.Serializer[None]):
    """How a broken promise was made good."""

    made_good = serializers.CharField(max_length=500)


class Snoozed(serializers.Serializer[None]):
    """Not now, and why."""

    until = serializers.DateField()
    reason = serializers.CharField(max_length=300)
