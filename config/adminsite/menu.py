"""What stands in the admin's sidebar: what this person may open, in groups, the daily things first."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

Group = tuple[str | Promise, dict[str, str]]
# Models by label, each with its Material icon; the font ships with Unfold.
GROUPS: tuple[Group, ...] = (
    (_("People"), {
        "influencers.advocate": "person", "influencers.membership": "badge", "influencers.fact": "lightbulb",
        "influencers.portrait": "face", "influencers.firstmeeting": "restaurant",
        "influencers.connection": "group", "influencers.vouch": "verified", "influencers.account": "alternate_email",
        "influencers.contactpoint": "contact_mail", "influencers.audiencecount": "monitoring",
    }),
    (_("Between us"), {
        "engagement.touchpoint": "forum", "engagement.participation": "groups", "engagement.promise": "handshake",
        "engagement.advocaterequest": "front_hand", "engagement.pressure": "campaign",
        "engagement.promisehandover": "swap_horiz", "engagement.flag": "flag", "engagement.draft": "edit_note",
        "engagement.preparedcontent": "content_paste", "engagement.putforward": "mic",
    }),
    (_("Rotation"), {
        "influencers.term": "date_range", "influencers.role": "assignment_ind",
        "influencers.rotationreview": "event_repeat", "influencers.rotationdecision": "rule",
        "influencers.farewell": "waving_hand", "influencers.farewellstep": "checklist_rtl",
        "influencers.perkend": "event_busy", "engagement.farewellword": "record_voice_over",
        "engagement.carried": "redo", "influencers.handover": "sync_alt", "engagement.firstword": "waving_hand",
    }),
    (_("Perks"), {"influencers.perk": "redeem", "influencers.grant": "volunteer_activism"}),
    (_("Program"), {
        "influencers.program": "workspaces", "influencers.tier": "layers", "influencers.holiday": "beach_access",
        "influencers.post": "work", "influencers.user": "manage_accounts", "influencers.savedfilter": "filter_alt",
    }),
    (_("Imports and keys"), {
        "influencers.importbatch": "upload_file", "influencers.importrow": "table_rows", "influencers.merge": "merge",
        "influencers.erasure": "ink_eraser", "influencers.forgotten": "person_off", "influencers.apitoken": "key",
        "influencers.calendarfeed": "calendar_month",
        "influencers.idempotentcall": "sync_lock",
    }),
    (_("Jobs"), {
        "engagement.jobrun": "checklist", "engagement.digest": "mail", "django_celery_beat.periodictask": "schedule",
        "django_celery_beat.intervalschedule": "timer", "django_celery_beat.crontabschedule": "calendar_clock",
        "django_celery_beat.clockedschedule": "alarm", "django_celery_beat.solarschedule": "wb_twilight",
    }),
    (_("Logins"), {
        "account.emailaddress": "mail_lock", "mfa.authenticator": "passkey", "socialaccount.socialaccount": "link",
        "usersessions.usersession": "devices",
    }),
)  # fmt: skip


def grouped(apps: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return (title, models) of what may be opened; what is not in the table above stands under “More”."""
    found = {model["model"]._meta.label_lower: model for app in apps.values() for model in app["models"]}
    groups = []
    for title, icons in GROUPS:
        here = [{**found.pop(label), "icon": icon} for label, icon in icons.items() if label in found]
        groups.append((str(title), here))
    groups.append((gettext("More"), list(found.values())))
    return [(title, models) for title, models in groups if models]


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the sidebar's groups."""
    return [_group(title, models) for title, models in grouped(admin.site._build_app_dict(request))]


def _group(title: str, models: list[dict[str, Any]]) -> dict[str, Any]:
    items = [
        {
            "title": capfirst(str(model["name"])),
            "link": model["admin_url"] or "",
            "icon": model.get("icon", "database"),
        }
        for model in models
    ]
    return {"title": title, "items": items, "collapsible": len(items) > 4, "separator": True}
