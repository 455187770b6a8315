"""The company's own OpenID provider, as allauth wants it told."""

from typing import Any


def provider(*, server_url: str, name: str, client_id: str, secret: str) -> dict[str, Any]:
    """Return what goes into `SOCIALACCOUNT_PROVIDERS`. `server_url` may end in a slash, as some issuers do."""
    app = {
        "provider_id": "company",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url.rstrip("/"), "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}
