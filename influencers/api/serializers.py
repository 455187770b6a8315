"""What people, programs and memberships look like in the API."""

from typing import Any

from rest_framework import serializers

from influencers.models import Account, Advocate, ContactPoint, Membership, Program, Role, Term, Tier, User


class ColleagueShown(serializers.ModelSerializer[User]):
    """A colleague."""

    class Meta:
        model = User
        fields = ["id", "name"]


class TierShown(serializers.ModelSerializer[Tier]):
    """A tier."""

    class Meta:
        model = Tier
        fields = ["id", "name", "rank", "ideal_days", "latest_days"]


class ProgramShown(serializers.ModelSerializer[Program]):
    """A program with its tiers."""

    tiers = TierShown(many=True)

    class Meta:
        model = Program
        fields = [
            "id", "slug", "name", "time_zone", "working_days", "ideal_days", "latest_days", "live_days", "answer_days",
            "request_days", "term_months", "notice_days", "welcome_days", "capacity", "hours_week", "follow_minutes",
            "message_minutes", "call_minutes", "meeting_minutes", "lunch_minutes", "meetings_of_ten", "lunches_of_ten",
            "digest_hour", "own_vouching",
            "impact_low", "impact_medium", "impact_high", "urgency_low", "urgency_medium", "urgency_high",
            "large_value", "large_by", "large_decider", "asks_per_quarter", "ask_gap_days", "tiers", "version",
        ]  # fmt: skip


class AccountShown(serializers.ModelSerializer[Account]):
    """A presence on a channel."""

    class Meta:
        model = Account
        fields = ["id", "platform", "handle", "url", "followers"]


class ContactPointShown(serializers.ModelSerializer[ContactPoint]):
    """A way to reach a person."""

    class Meta:
        model = ContactPoint
        fields = ["kind", "value"]


class AdvocateShown(serializers.ModelSerializer[Advocate]):
    """A person."""

    accounts = AccountShown(many=True)
    contact_points = ContactPointShown(many=True)
    memberships = serializers.SerializerMethodField()

    class Meta:
        model = Advocate
        fields = [
            "id", "name", "nickname", "pronouns", "country", "city", "language", "time_zone", "birthday", "topics",
            "company", "address", "website", "notes", "tags", "accounts", "contact_points", "memberships", "version",
            "created_at", "updated_at",
        ]  # fmt: skip

    def get_memberships(self, advocate: Advocate) -> list[int]:
        """Return the ids of those memberships that the caller may see (prefetched as `seen_memberships`)."""
        return [membership.pk for membership in getattr(advocate, "seen_memberships", [])]


class TermShown(serializers.ModelSerializer[Term]):
    """A term; `ends_on` is the first day after it."""

    class Meta:
        model = Term
        fields = ["starts_on", "ends_on", "note"]


class RoleShown(serializers.ModelSerializer[Role]):
    """The role and when they were told it."""

    class Meta:
        model = Role
        fields = [
            "id",
            "title",
            "statement",
            "since",
            "told_on",
            "told_by",
            "told_how",
            "agreed",
            "their_words",
        ]


class MembershipShown(serializers.ModelSerializer[Membership]):
    """A membership with where it stands."""

    advocate_name = serializers.CharField(source="advocate.name")
    program = serializers.CharField(source="program.slug")
    owner = ColleagueShown(allow_null=True)
    role = RoleShown(allow_null=True)
    terms = TermShown(many=True)

    class Meta:
        model = Membership
        fields = [
            "id", "advocate", "advocate_name", "program", "status", "tier", "owner", "role", "terms", "joined_on",
            "ended_on", "met_on", "review_on", "ideal_days", "latest_days", "come_from", "term_ends_on", "decide_by",
            "last_touch_at", "last_live_at", "last_in_at", "last_out_at", "answer_due_on", "ideal_due_on",
            "latest_due_on", "version", "created_at", "updated_at",
        ]  # fmt: skip


def person_fields() -> list[str]:
    """Return the fields of a person that the API takes."""
    return [
        "name", "nickname", "pronouns", "country", "city", "language", "time_zone", "birthday", "topics", "company",
        "address", "website", "notes", "tags",
    ]  # fmt: skip


class PersonTaken(serializers.ModelSerializer[Advocate]):
    """What may be said of a person."""

    tags: Any = serializers.ListField(
        child=serializers.CharField(max_length=80), max_length=50, required=False
    )

    class Meta:
        model = Advocate
        fields = person_fields()
