"""In which exchanges somebody can have been told what follows their term."""

from django.db.models import Q, QuerySet

from engagement.models import Touchpoint
from engagement.models.messages import GONE_OUT
from engagement.models.touchpoints import LIVE, Direction
from influencers import clock
from influencers.models import RotationDecision


def could_tell(decision: RotationDecision) -> QuerySet[Touchpoint]:
    """Return the exchanges in which they can have been told: since the day of the release, the newest first."""
    member = decision.membership
    spoke = Q(kind__in=LIVE, direction__in=[Direction.BOTH, Direction.OUT])
    wrote = Q(recipient=member, standing__in=GONE_OUT)
    rows = Touchpoint.objects.filter(spoke | wrote, participations__membership=member)
    if decision.released_at is None:
        return rows.none()
    zone = member.program.time_zone
    morning = clock.start_of(clock.day_in(zone, decision.released_at), zone)
    return rows.filter(happened_at__gte=morning).order_by("-happened_at", "-id")
