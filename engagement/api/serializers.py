"""What touchpoints, requests, promises and flags look like in the API."""

from typing import Any

from rest_framework import serializers

from engagement.models import AdvocateRequest, Ask, Flag, Promise, Touchpoint
from influencers.api.serializers import ColleagueShown


class TouchpointShown(serializers.ModelSerializer[Touchpoint]):
    """One exchange, with the verdict its words got."""

    program = serializers.CharField(source="program.slug")
    members = serializers.ListField(child=serializers.IntegerField(), source="member_ids", read_only=True)
    author = ColleagueShown(allow_null=True)
    logged_by = ColleagueShown(allow_null=True)
    vouched_by = ColleagueShown(allow_null=True)

    class Meta:
        model = Touchpoint
        fields = [
            "id", "program", "kind", "direction", "channel", "happened_at", "members", "recipient", "words", "standing",
            "verdict", "findings", "author", "logged_by", "origin", "link", "needs_answer", "vouched_by",
            "vouch_reason", "writers_sentence", "prepared", "version", "created_at", "updated_at",
        ]  # fmt: skip


class PromiseShown(serializers.ModelSerializer[Promise]):
    """A promise."""

    owner = ColleagueShown()

    class Meta:
        model = Promise
        fields = [
            "id", "membership", "made_by", "text", "due_on", "owner", "made_in", "state", "settled_at", "settled_by",
            "made_good", "version", "created_at", "updated_at",
        ]  # fmt: skip


class RequestShown(serializers.ModelSerializer[AdvocateRequest]):
    """A request, its assessment, decision and answer. `rank` follows from impact and urgency.

    How loud it was, and how far they reach, is not here: see `beside`, once the need was assessed.
    """

    owner = ColleagueShown()
    rank = serializers.IntegerField(allow_null=True, read_only=True)
    warnings = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = AdvocateRequest
        fields = [
            "id", "membership", "words", "need", "category", "impact", "urgency", "rank", "asked_on", "asked_in",
            "owner", "due_on", "state", "follows", "assessed_by", "assessed_at", "assessed_again_because", "decision",
            "reason", "instead", "value", "warnings", "unlike", "despite", "proposed_by", "proposed_at", "decided_by",
            "decided_at", "look_again_on", "answered_in", "grant", "withdrawn_by", "withdrawn_at", "withdrawn_because",
            "version", "created_at", "updated_at",
        ]  # fmt: skip


class AskShown(serializers.ModelSerializer[Ask]):
    """Something we asked, what they said and did, and how they were thanked."""

    owner = ColleagueShown()
    asked_by = ColleagueShown()

    class Meta:
        model = Ask
        fields = [
            "id", "membership", "kind", "words", "department", "asked_by", "owner", "asked_on", "asked_in", "wanted_by",
            "state", "their_words", "answered_on", "delivered_on", "link", "thanked_in", "withdrawn_because",
            "over_cap_because", "collides_because", "version", "created_at", "updated_at",
        ]  # fmt: skip


class FlagShown(serializers.ModelSerializer[Flag]):
    """A condition that a scheduled job found, why and since when."""

    program = serializers.CharField(source="program.slug")
    kind_name = serializers.CharField(source="get_kind_display")

    class Meta:
        model = Flag
        fields = [
            "id", "program", "membership", "kind", "kind_name", "subject_id", "threshold", "since", "raised_at",
            "closed_at", "closed_how", "snoozed_until", "snooze_reason",
        ]  # fmt: skip


def verdict_shown(verdict: Any) -> dict[str, Any]:
    """Return what the personal check said, with each finding's sentence."""
    body: dict[str, Any] = verdict.to_dict()
    for shown, finding in zip(body["findings"], verdict.findings, strict=True):
        shown["sentence"] = shown["template"] % shown["params"] if shown["params"] else shown["template"]
        del finding
    return body
