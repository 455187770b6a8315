"""What perks and grants look like in the API, and what their endpoints take."""

from rest_framework import serializers

from engagement.models import AdvocateRequest
from influencers.access import memberships_for, programs_for
from influencers.actions import perks
from influencers.api.fields import Visible, membership_field, program_field
from influencers.api.serializers import ColleagueShown
from influencers.models import Grant, Perk


class PerkShown(serializers.ModelSerializer[Perk]):
    """Something that can be given; `left` is null where nobody counts."""

    program = serializers.CharField(source="program.slug")
    left = serializers.IntegerField(allow_null=True, read_only=True)

    class Meta:
        model = Perk
        fields = ["id", "program", *perks.EDITABLE, "given", "left", "version", "created_at", "updated_at"]


class PerkTaken(serializers.ModelSerializer[Perk]):
    """An offer. It stays in its program."""

    program = program_field()

    class Meta:
        model = Perk
        fields = ["program", *perks.EDITABLE]
        validators: list[object] = []  # the action says what is wrong

    def get_fields(self) -> dict[str, serializers.Field[object, object, object, object]]:
        """A perk does not change its program."""
        fields = super().get_fields()
        if self.partial:
            fields.pop("program")
        return fields


class GrantShown(serializers.ModelSerializer[Grant]):
    """The giving of a perk: why, what it answers, how it was disclosed, whether it was taken back."""

    given_by = ColleagueShown()
    perk_name = serializers.CharField(source="perk.name")
    warnings = serializers.ListField(child=serializers.CharField(), read_only=True)
    answers = serializers.PrimaryKeyRelatedField[AdvocateRequest](
        source="requests", many=True, read_only=True
    )

    class Meta:
        model = Grant
        fields = [
            "id", "perk", "perk_name", "membership", "reason", "answers", "given_by", "given_on", "value", "warnings",
            "despite", "disclose_by", "disclosed_on", "disclosed_at_url", "disclosure_note", "disclosure_noted_by",
            "withdrawn_on", "withdrawn_by", "withdrawn_because", "returned", "version", "created_at", "updated_at",
        ]  # fmt: skip


class GrantTaken(serializers.Serializer[None]):
    """A perk, to whom, and why."""

    perk = Visible(
        lambda user: Perk.objects.filter(program__in=programs_for(user)).select_related("program"),
        queryset=Perk.objects.none(),
    )  # fmt: skip
    membership = membership_field()
    reason = serializers.CharField(max_length=500)
    given_on = serializers.DateField(required=False)
    answers = Visible(
        lambda user: AdvocateRequest.objects.filter(membership__in=memberships_for(user)),
        queryset=AdvocateRequest.objects.none(), required=False,
    )  # fmt: skip
    despite = serializers.CharField(required=False, allow_blank=True, max_length=500)


class Disclosed(serializers.Serializer[None]):
    """The proof: an address, or how."""

    disclosed_on = serializers.DateField(required=False)
    url = serializers.URLField(required=False, allow_blank=True, max_length=500)
    note = serializers.CharField(required=False, allow_blank=True, max_length=300)


class Withdrawn(serializers.Serializer[None]):
    """Why it is taken back; whether it can be given again."""

    because = serializers.CharField(max_length=500)
    returned = serializers.BooleanField(required=False)
