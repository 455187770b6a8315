"""What drf-spectacular cannot see by itself."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from influencers.api.authentication import scheme


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """Describes our tokens."""

    target_class = "influencers.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> Any:
        """Return the scheme."""
        return scheme()


PROBLEM = {
    "description": "What went wrong, as problem details (RFC 9457).",
    "content": {
        "application/problem+json": {
            "schema": {
                "type": "object",
                "required": ["type", "title", "status", "detail"],
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "errors": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
                        },
                    },
                    "verdict": {"type": "object", "description": "What the personal check said."},
                },
            }
        }
    },
}
KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "maxLength": 255},
    "description": "Done once for a key; asking again with the same key gives the same answer.",
}
VERSION: dict[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string"},
    "description": "The ETag of what you are editing, as GET returned it.",
}


def describe_headers(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Add what every operation shares: problem details, idempotency keys, versions."""
    for path, operations in result.get("paths", {}).items():
        for method, operation in operations.items():
            operation.setdefault("responses", {})["default"] = PROBLEM
            headers: list[Any] = {"post": [KEY], "patch": [VERSION], "delete": [VERSION]}.get(method, [])
            if path.startswith("/api/v1/") and headers:
                operation["parameters"] = [*operation.get("parameters", []), *headers]
    return result
