"""`/health`, `/health/live`, `/health/ready` and `/metrics`, answered before anything else sees the request.

Probes come from inside, by address and without TLS: they have no host name that ALLOWED_HOSTS knows, no
session, and no place in the log.
"""

import hmac
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django_prometheus.exports import ExportToDjangoView

from config.health import checks

Answer = Callable[[HttpRequest], HttpResponse]
LOOPBACK = {"127.0.0.1", "::1"}


class HealthMiddleware:
    """Answers probes; everything else goes on."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.answers: dict[str, Answer] = {
            "/health/live": live,
            "/health/ready": ready,
            "/health": health,
            "/metrics": metrics,
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a probe, or pass the request on."""
        answer = (
            self.answers.get(request.path_info.rstrip("/")) if request.method in ("GET", "HEAD") else None
        )
        return answer(request) if answer else self.get_response(request)


def live(request: HttpRequest) -> HttpResponse:
    """Say that this process answers. When it does not, start it anew."""
    return JsonResponse({"status": "ok"})


def ready(request: HttpRequest) -> HttpResponse:
    """Say whether pages can be served, and what else is wrong.

    Only what pages need decides the status: without the broker jobs are late, but the pages work, and a
    load balancer that took them away would make it worse.
    """
    found = checks.run(checks.ALL)
    return _report(found, works=not any(found[name] for name in checks.NEEDED_TO_SERVE))


def health(request: HttpRequest) -> HttpResponse:
    """Say whether everything works, jobs included: what monitoring should ask."""
    found = checks.run(checks.ALL)
    return _report(found, works=not any(found.values()))


def _report(found: dict[str, str], *, works: bool) -> JsonResponse:
    report = {
        "status": "ok" if works else "failing",
        "checks": {name: text or "ok" for name, text in found.items()},
    }
    response = JsonResponse(report, status=200 if works else 503)
    response["Cache-Control"] = "no-store"
    return response


def metrics(request: HttpRequest) -> HttpResponse:
    """Return figures for Prometheus: to whoever has METRICS_TOKEN; without one, to this machine only."""
    if not _may_read_metrics(request):
        return HttpResponse("Send METRICS_TOKEN as a bearer token.\n", status=403, content_type="text/plain")
    return ExportToDjangoView(request)  # type: ignore[no-any-return]


def _may_read_metrics(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(sent.encode(), settings.METRICS_TOKEN.encode())
    # Behind a proxy on the same machine everybody comes from it.
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded
