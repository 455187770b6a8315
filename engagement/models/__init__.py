"""What happens between us. One noun a file; everything is imported from here."""

from engagement.models.asks import Ask, AskQuerySet
from engagement.models.cases import EvaluationCase, EvaluationCaseQuerySet
from engagement.models.content import PreparedContent
from engagement.models.drafts import Draft
from engagement.models.fingerprints import Block, Erased, Fingerprint, Segment
from engagement.models.flags import Flag, FlagQuerySet
from engagement.models.habits import Habits
from engagement.models.index import DatabaseIndex
from engagement.models.jobs import Digest, JobRun
from engagement.models.messages import Message
from engagement.models.promises import Promise, PromiseQuerySet
from engagement.models.requests import AdvocateRequest, AdvocateRequestQuerySet
from engagement.models.touchpoints import Participation, Touchpoint, TouchpointQuerySet

__all__ = [
    "AdvocateRequest", "AdvocateRequestQuerySet", "Ask", "AskQuerySet", "Block", "DatabaseIndex", "Digest", "Draft",
    "Erased", "EvaluationCase", "EvaluationCaseQuerySet", "Fingerprint", "Flag", "FlagQuerySet", "Habits", "JobRun",
    "Message", "Participation", "PreparedContent", "Promise", "PromiseQuerySet", "Segment", "Touchpoint",
    "TouchpointQuerySet",
]  # fmt: skip
