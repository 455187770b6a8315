"""What the personal check hands back: findings as data, and the verdict they add up to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from engagement.personalization.message import Evidence, PastMessage

Params = Mapping[str, str | int]
Spans = tuple[tuple[int, int], ...]


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; the page translates it, this room only speaks English."""
    return message


class Outcome(StrEnum):
    """How grave: `block` cannot be accepted, `warn` can be and says why, `pass` is fine, or praise."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    WARN = "warn"
    BLOCK = "block"

    @property
    def gravity(self) -> int:
        """0, 1, 2: for sorting and for taking the worst."""
        return list(Outcome).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say.

    `template` is a gettext msgid; `spans` are character ranges of the draft's words. `hidden_template` is the
    sentence for a reader who may not see the earlier message in `evidence`.
    """

    check: str
    severity: Outcome
    template: str
    params: Params = field(default_factory=dict)
    spans: Spans = ()
    evidence: tuple[Evidence | PastMessage, ...] = ()
    hidden_template: str = ""

    @property
    def sentence(self) -> str:
        """The finding in English; a page translates `template` and fills in `params` itself."""
        return self.template % self.params

    def hidden(self) -> "Finding":
        """The same finding for somebody who may not see whom the earlier message was for."""
        kept = {name: value for name, value in self.params.items() if isinstance(value, int)}
        evidence = tuple(_hide(item) if isinstance(item, PastMessage) else item for item in self.evidence)
        return replace(self, template=self.hidden_template or self.template, params=kept, evidence=evidence)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON. An earlier message is kept as a reference, never with its words."""
        shown = self.hidden() if self.hidden_template and not _all_visible(self.evidence) else self
        return {
            "check": shown.check,
            "severity": shown.severity.value,
            "template": shown.template,
            "params": dict(shown.params),
            "spans": [list(span) for span in shown.spans],
            "evidence": [_evidence_to_dict(item) for item in shown.evidence],
            "hidden_template": shown.hidden_template,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Finding":
        """The finding that `to_dict` wrote down."""
        return cls(
            check=data["check"],
            severity=Outcome(data["severity"]),
            template=data["template"],
            params=dict(data["params"]),
            spans=tuple((start, end) for start, end in data["spans"]),
            evidence=tuple(_evidence_from_dict(item) for item in data["evidence"]),
            hidden_template=data.get("hidden_template", ""),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, everything found (gravest first), and the version of the engine that found it."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    version: str

    @classmethod
    def of(cls, findings: Iterable[Finding], version: str) -> "Verdict":
        """The verdict these findings add up to: as grave as the gravest."""
        ordered = tuple(sorted(findings, key=lambda finding: -finding.severity.gravity))
        return cls(ordered[0].severity if ordered else Outcome.PASS, ordered, version)

    @property
    def leading(self) -> Finding | None:
        """The finding to say first: the gravest, unless it is praise."""
        return next((finding for finding in self.findings if finding.severity is not Outcome.PASS), None)

    def as_seen_by(self, may_see: Callable[[str], bool]) -> "Verdict":
        """The verdict for another reader: `may_see` is asked with the id of each earlier message."""
        return replace(self, findings=tuple(_seen(finding, may_see) for finding in self.findings))

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; see `Finding.to_dict` for what is left out."""
        return {
            "outcome": self.outcome.value,
            "version": self.version,
            "findings": [finding.to_dict() for finding in self.findings],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Verdict":
        """The verdict that `to_dict` wrote down."""
        findings = tuple(Finding.from_dict(item) for item in data["findings"])
        return cls(Outcome(data["outcome"]), findings, data["version"])


def _all_visible(evidence: Iterable[Evidence | PastMessage]) -> bool:
    return all(item.visible for item in evidence if isinstance(item, PastMessage))


def _hide(past: PastMessage) -> PastMessage:
    return PastMessage(id="", recipient_id="", words="", visible=False)


def _seen(finding: Finding, may_see: Callable[[str], bool]) -> Finding:
    past = [item for item in finding.evidence if isinstance(item, PastMessage)]
    return finding if all(item.visible and may_see(item.id) for item in past) else finding.hidden()


def _evidence_to_dict(item: Evidence | PastMessage) -> dict[str, Any]:
    if isinstance(item, Evidence):
        return {
            "type": "evidence",
            "kind": item.kind,
            "text": item.text,
            "when": _iso(item.when),
            "ref": item.ref,
        }
    if not item.visible:
        return {"type": "past", "visible": False}
    return {
        "type": "past",
        "visible": True,
        "id": item.id,
        "recipient_id": item.recipient_id,
        "recipient_name": item.recipient_name,
        "sent_on": _iso(item.sent_on),
        "sender": item.sender,
    }


def _evidence_from_dict(data: Mapping[str, Any]) -> Evidence | PastMessage:
    if data["type"] == "evidence":
        return Evidence(data["kind"], data["text"], _day(data["when"]), data["ref"])
    return PastMessage(
        id=data.get("id", ""),
        recipient_id=data.get("recipient_id", ""),
        words="",
        sent_on=_day(data.get("sent_on")),
        sender=data.get("sender", ""),
        visible=data["visible"],
        recipient_name=data.get("recipient_name", ""),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
