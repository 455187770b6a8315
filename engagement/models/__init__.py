"""What happens between us. One noun a file; everything is imported from here."""

from engagement.models.asks import Ask, AskQuerySet
from engagement.models.cases import EvaluationCase, EvaluationCaseQuerySet
from engagement.models.content import PreparedContent, PreparedContentQuerySet
from engagement.models.drafts import Draft
from engagement.models.farewells import Carried, FarewellWord
from engagement.models.fingerprints import Block, Erased, Fingerprint, Segment
from engagement.models.flags import Flag, FlagQuerySet
from engagement.models.habits import Habits
from engagement.models.handovers import FirstWord
from engagement.models.index import DatabaseIndex
from engagement.models.jobs import Digest, JobRun
from engagement.models.messages import Message
from engagement.models.planned import Invited, PlannedTouchpoint, PlannedTouchpointQuerySet
from engagement.models.pressure import Pressure
from engagement.models.promise_hand_overs import PromiseHandOver
from engagement.models.promises import Promise, PromiseQuerySet
from engagement.models.request_words import RequestWord
from engagement.models.requests import AdvocateRequest, AdvocateRequestQuerySet
from engagement.models.stages import PutForward, PutForwardQuerySet
from engagement.models.tellings import Telling
from engagement.models.touchpoints import Participation, Touchpoint, TouchpointQuerySet

__all__ = [
    "AdvocateRequest", "AdvocateRequestQuerySet", "Ask", "AskQuerySet", "Block", "Carried", "DatabaseIndex", "Digest",
    "Draft", "Erased", "EvaluationCase", "EvaluationCaseQuerySet", "FarewellWord", "Fingerprint", "FirstWord", "Flag",
    "FlagQuerySet", "Habits", "Invited", "JobRun", "Message", "Participation", "PlannedTouchpoint",
    "PlannedTouchpointQuerySet", "PreparedContent", "PreparedContentQuerySet", "Pressure", "Promise",
    "PromiseHandOver", "PromiseQuerySet", "PutForward", "PutForwardQuerySet", "RequestWord", "Segment", "Telling",
    "Touchpoint", "TouchpointQuerySet",
]  # fmt: skip
