"""The API's addresses: `/api/v1/…`, its schema and its documentation, all served from here."""

from csp.decorators import csp_update
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularRedocView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

from engagement.api.asks import AskEndpoint
from engagement.api.cases import CaseEndpoint
from engagement.api.content import ContentEndpoint
from engagement.api.decisions import DecisionEndpoint
from engagement.api.facts import FactEndpoint
from engagement.api.fairness import FairnessEndpoint
from engagement.api.farewells import FarewellEndpoint
from engagement.api.flags import FlagEndpoint
from engagement.api.handovers import HandOverEndpoint
from engagement.api.perks import GrantEndpoint, PerkEndpoint
from engagement.api.planned import PlannedEndpoint
from engagement.api.promises import PromiseEndpoint
from engagement.api.requests import RequestEndpoint
from engagement.api.reviews import ReviewEndpoint
from engagement.api.stages import PutForwardEndpoint
from engagement.api.touchpoints import TouchpointEndpoint
from engagement.api.waiting import PlaceEndpoint
from influencers.api import schema as _schema  # noqa: F401 - registers how tokens are described
from influencers.api.advocates import AdvocateEndpoint
from influencers.api.feeds import FeedEndpoint
from influencers.api.memberships import MembershipEndpoint
from influencers.api.portraits import PortraitEndpoint
from influencers.api.programs import ProgramEndpoint
from influencers.api.ties import ConnectionEndpoint, VouchEndpoint

router = DefaultRouter()
router.include_format_suffixes = False
router.register("programs", ProgramEndpoint, basename="program")
router.register("advocates", AdvocateEndpoint, basename="advocate")
router.register("memberships", MembershipEndpoint, basename="membership")
router.register("facts", FactEndpoint, basename="fact")
router.register("portraits", PortraitEndpoint, basename="portrait")
router.register("vouches", VouchEndpoint, basename="vouch")
router.register("connections", ConnectionEndpoint, basename="connection")
router.register("stages", PutForwardEndpoint, basename="stage")
router.register("touchpoints", TouchpointEndpoint, basename="touchpoint")
router.register("requests", RequestEndpoint, basename="request")
router.register("promises", PromiseEndpoint, basename="promise")
router.register("asks", AskEndpoint, basename="ask")
router.register("planned-touchpoints", PlannedEndpoint, basename="planned-touchpoint")
router.register("rotation-reviews", ReviewEndpoint, basename="rotation-review")
router.register("rotation-decisions", DecisionEndpoint, basename="rotation-decision")
router.register("waiting-places", PlaceEndpoint, basename="waiting-place")
router.register("farewells", FarewellEndpoint, basename="farewell")
router.register("perks", PerkEndpoint, basename="perk")
router.register("grants", GrantEndpoint, basename="grant")
router.register("hand-overs", HandOverEndpoint, basename="hand-over")
router.register("evaluation-cases", CaseEndpoint, basename="evaluation-case")
router.register("prepared-content", ContentEndpoint, basename="prepared-content")
router.register("flags", FlagEndpoint, basename="flag")
router.register("calendar-feeds", FeedEndpoint, basename="calendar-feed")

# The documentation pages style themselves from scripts; nothing else may.
styled = csp_update({"style-src": ["'self'", "'unsafe-inline'"], "worker-src": ["blob:"]})

urlpatterns = [
    path("v1/programs/<slug:slug>/fairness/", FairnessEndpoint.as_view({"get": "retrieve"}), name="fairness"),
    path("v1/", include((router.urls, "v1"))),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", styled(SpectacularSwaggerSplitView.as_view(url_name="api:schema")), name="docs"),
    path("redoc/", styled(SpectacularRedocView.as_view(url_name="api:schema")), name="redoc"),
]
