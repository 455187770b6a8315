"""How the API answers and describes itself: no deployment changes this, so it is no setting of the environment."""

from typing import Any

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "influencers.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "influencers.api.paging.Pages",
    "EXCEPTION_HANDLER": "influencers.api.problems.problem",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Rapport",
    "DESCRIPTION": "The relationships of an advocate program, as an API.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v[0-9]+",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "influencers.api.schema.describe_headers",
    ],
    "ENUM_NAME_OVERRIDES": {
        "LevelEnum": "engagement.models.requests.AdvocateRequest.Level",
        "TouchpointKindEnum": "engagement.models.touchpoints.Kind",
        "FlagKindEnum": "engagement.models.flags.Flag.Kind",
        "ContactKindEnum": "influencers.models.advocates.ContactPoint.Kind",
        "WrittenKindEnum": "engagement.api.inputs.WRITTEN_KINDS",
        "StageKindEnum": "engagement.models.stages.PutForward.Kind",
        "PerkKindEnum": "influencers.models.perks.Perk.Kind",
        "AskKindEnum": "engagement.models.asks.Ask.Kind",
        "PlannedKindEnum": "engagement.models.planned.KINDS",
        "PlannedStateEnum": "engagement.models.planned.State",
        "ConnectionKindEnum": "influencers.models.connections.Connection.Kind",
        "FactKindEnum": "influencers.models.facts.Fact.Kind",
        "PressureKindEnum": "engagement.models.pressure.Pressure.Kind",
        "DecisionOutcomeEnum": "influencers.models.decisions.RotationDecision.Outcome",
        "HandOverHowEnum": "influencers.models.handovers.HandOver.How",
        "VerdictEnum": "engagement.models.messages.Verdict",
    },
}
