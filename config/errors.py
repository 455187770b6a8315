"""The pages for what goes wrong. Each says what happened and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was too old, and how not to lose what was typed."""
    return render(request, "errors/csrf.html", status=403)
