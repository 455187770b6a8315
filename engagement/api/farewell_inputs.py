"""What each step of a farewell takes, and what a farewell looks like."""

from rest_framework import serializers

from engagement.api.inputs import touchpoint_field
from engagement.models import AdvocateRequest, Ask, Carried, FarewellWord, Promise
from influencers.access import memberships_for
from influencers.api.fields import Visible, colleague_field
from influencers.models import Farewell, FarewellStep, PerkEnd


class PerkEndTaken(serializers.Serializer[None]):
    """Until when they keep what was given (its id); without a date it stays theirs."""

    grant = serializers.IntegerField()
    ends_on = serializers.DateField(required=False, allow_null=True)


class PerksTaken(serializers.Serializer[None]):
    """The ends of their perks."""

    ends = PerkEndTaken(many=True, required=False)


class RecapTaken(serializers.Serializer[None]):
    """What they gave, and what came of it."""

    recap = serializers.CharField(max_length=20_000)


class ToldTaken(serializers.Serializer[None]):
    """The touchpoint in which they heard it; where it could not be in person why, who told them, when and how."""

    touchpoint = touchpoint_field(required=False)
    told_how = serializers.CharField(max_length=300, required=False, allow_blank=True)
    not_in_person = serializers.CharField(max_length=500, required=False, allow_blank=True)
    told_by = colleague_field(required=False)
    told_on = serializers.DateField(required=False)


class ThanksTaken(serializers.Serializer[None]):
    """The message that thanks them; after a death, our condolence."""

    touchpoint = touchpoint_field(required=False)
    condolence = serializers.CharField(max_length=4000, required=False, allow_blank=True)


class StaysTaken(serializers.Serializer[None]):
    """What they keep, and whom they call."""

    what_stays = serializers.CharField(max_length=2000)
    alumni = serializers.BooleanField(required=False)
    whom_to_call = colleague_field(required=False)


class DoorTaken(serializers.Serializer[None]):
    """Whether they can come back."""

    door = serializers.ChoiceField(choices=Farewell.Door.choices)
    door_from = serializers.DateField(required=False, allow_null=True)
    door_why = serializers.CharField(max_length=500, required=False, allow_blank=True)


class ContactTaken(serializers.Serializer[None]):
    """The first word after the farewell."""

    contact_on = serializers.DateField(required=False)
    contact_by = colleague_field(required=False)


class CarriedTaken(serializers.Serializer[None]):
    """A promise, a request or an ask that goes on, who sees to it, and why."""

    promise = Visible(
        lambda user: Promise.objects.open().filter(membership__in=memberships_for(user)).select_related(
            "membership__program"
        ),
        queryset=Promise.objects.none(), required=False,
    )  # fmt: skip
    request = Visible(
        lambda user: AdvocateRequest.objects.waiting().filter(membership__in=memberships_for(user)).select_related(
            "membership__program"
        ),
        queryset=AdvocateRequest.objects.none(), required=False,
    )  # fmt: skip
    ask = Visible(
        lambda user: Ask.objects.between_us().filter(membership__in=memberships_for(user)).select_related(
            "membership__program"
        ),
        queryset=Ask.objects.none(), required=False,
    )  # fmt: skip
    to = colleague_field()
    why = serializers.CharField(max_length=300)


class StepShown(serializers.ModelSerializer[FarewellStep]):
    """A step that was taken."""

    class Meta:
        model = FarewellStep
        fields = ["step", "done_by", "done_at"]


class PerkEndShown(serializers.ModelSerializer[PerkEnd]):
    """Until when they keep something."""

    class Meta:
        model = PerkEnd
        fields = ["grant", "ends_on"]


class WordShown(serializers.ModelSerializer[FarewellWord]):
    """The touchpoint in which they were told, or thanked."""

    class Meta:
        model = FarewellWord
        fields = ["what", "touchpoint"]


class CarriedShown(serializers.ModelSerializer[Carried]):
    """What goes on."""

    class Meta:
        model = Carried
        fields = ["promise", "request", "ask", "to", "why"]


class FarewellShown(serializers.ModelSerializer[Farewell]):
    """A farewell, with the steps that were taken."""

    program = serializers.CharField(source="membership.program.slug")
    steps = StepShown(many=True)
    words = WordShown(many=True)
    carried = CarriedShown(many=True)
    perk_ends = PerkEndShown(many=True)

    class Meta:
        model = Farewell
        fields = [
            "id", "program", "membership", "cause", "reason", "their_words", "what_happened", "second", "begun_by",
            "begun_on", "steps", "recap", "told_by", "told_on", "told_how", "not_in_person", "condolence", "what_stays",
            "alumni", "whom_to_call", "door", "door_from", "door_why", "contact_on", "contact_by", "words", "carried",
            "perk_ends", "completed_at", "completed_by", "version", "created_at", "updated_at",
        ]  # fmt: skip
