"""What the database holds of requests: each state is whole, a decision has its reason, a warning its sentence."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

_UNDECIDED = Q(decision="", reason="", decided_by__isnull=True, decided_at__isnull=True)
_SAID = ~Q(decision="") & ~Q(reason="")
_PROPOSED = Q(proposed_by__isnull=False, proposed_at__isnull=False)
_NOT_PROPOSED = Q(proposed_by__isnull=True, proposed_at__isnull=True)
_ASSESSED = (
    "impact__isnull", "urgency__isnull", "assessed_by__isnull", "assessed_at__isnull",
)  # fmt: skip

CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(condition=~Q(words=""), name="request_says_what"),
    models.CheckConstraint(
        condition=Q(**dict.fromkeys(_ASSESSED, True))
        | (
            Q(**dict.fromkeys(_ASSESSED, False))
            & Q(impact__range=(1, 3), urgency__range=(1, 3))
            & ~Q(need="")
        ),
        name="request_assessment_is_whole",
        violation_error_message=_("An assessment says the need, its impact and urgency, and who weighed it."),
    ),
    models.CheckConstraint(
        condition=Q(state__in=["open", "withdrawn"]) | Q(assessed_at__isnull=False),
        name="request_assessed_before_decided",
        violation_error_message=_("Assess the need first: impact and urgency."),
    ),
    models.CheckConstraint(
        condition=(Q(state__in=["open", "withdrawn"]) & _UNDECIDED & _NOT_PROPOSED)
        | (Q(state="proposed", decided_by__isnull=True, decided_at__isnull=True) & _PROPOSED & _SAID)
        | (
            Q(state__in=["decided", "answered"], decided_by__isnull=False, decided_at__isnull=False)
            & (_PROPOSED | _NOT_PROPOSED)
            & _SAID
        ),
        name="request_decision_is_whole",
        violation_error_message=_("A decision says what, why and who."),
    ),
    models.CheckConstraint(
        condition=Q(warned_of="") | ~Q(despite=""),
        name="request_warned_of_has_its_sentence",
        violation_error_message=_("Say why it is right all the same."),
    ),
    models.CheckConstraint(
        condition=Q(state="answered", answered_in__isnull=False)
        | (~Q(state="answered") & Q(answered_in__isnull=True)),
        name="request_answered_by_a_touchpoint",
        violation_error_message=_("A request is answered by a message or a call that told them."),
    ),
    models.CheckConstraint(
        condition=~Q(decision="defer") | Q(look_again_on__isnull=False),
        name="request_deferred_has_a_date",
        violation_error_message=_("Say when you look at it again."),
    ),
    models.CheckConstraint(
        condition=~Q(decision="decline") | ~Q(instead=""),
        name="request_declined_offers_something",
        violation_error_message=_("Say what simple thing we can do instead."),
    ),
    models.CheckConstraint(
        condition=Q(value__gte=0) & (Q(decision__in=["grant", "part"]) | Q(value=0)),
        name="request_value_is_of_what_is_given",
        violation_error_message=_("Only what is given has a worth."),
    ),
    models.CheckConstraint(
        condition=(Q(state="withdrawn", withdrawn_by__isnull=False, withdrawn_at__isnull=False)
        & ~Q(withdrawn_because=""))
        | (
            ~Q(state="withdrawn")
            & Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_because="")
        ),
        name="request_taking_back_is_whole",
        violation_error_message=_("Say why it is taken back."),
    ),
]  # fmt: skip
