"""Pages of what happens between us."""

from django.urls import URLPattern, URLResolver, path

from engagement.views import (
    advocates,
    compose,
    digest,
    drafts,
    farewells,
    flags,
    jobs,
    lists,
    log,
    people,
    prepared,
    privacy,
    promises,
    requests,
    today,
    touchpoints,
    vouching,
    whom,
)

app_name = "engagement"
PERSON = "<slug:program_slug>/advocates/<int:advocate_id>"
FLAG = "<slug:program_slug>/flags/<int:flag_id>"
LOG = "<slug:program_slug>/log"
TOUCHPOINT = "<slug:program_slug>/touchpoints/<int:touchpoint_id>"
COMPOSE = "<slug:program_slug>/compose/<int:membership_id>"
MEMBER = "<slug:program_slug>/members/<int:membership_id>"
PROMISE = "<slug:program_slug>/promises/<int:promise_id>"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", today.home, name="home"),
    path("<slug:program_slug>/today/", today.today, name="today"),
    path(f"{FLAG}/snooze/", flags.snooze, name="snooze"),
    path(f"{FLAG}/done/", flags.done, name="done"),
    path(f"{FLAG}/wake/", flags.wake, name="wake"),
    path(f"{FLAG}/reopen/", flags.reopen, name="reopen"),
    path("advocates/<int:advocate_id>/", advocates.find, name="find_advocate"),
    path(f"{PERSON}/", advocates.show, name="advocate"),
    path(f"{PERSON}/people/", advocates.people, name="advocate_people"),
    path(f"{PERSON}/history/", advocates.history, name="advocate_history"),
    path(f"{PERSON}/privacy/", privacy.privacy, name="privacy"),
    path(f"{PERSON}/privacy/everything/", privacy.everything, name="everything"),
    path(f"{PERSON}/edit/", people.edit, name="edit_person"),
    path(f"{PERSON}/facts/new/", people.add_fact, name="add_fact"),
    path(f"{PERSON}/facts/<int:fact_id>/forget/", people.forget_fact, name="forget_fact"),
    path(f"{PERSON}/accounts/new/", people.add_account, name="add_account"),
    path(f"{PERSON}/contacts/new/", people.add_contact, name="add_contact"),
    path(f"{PERSON}/perks/give/", people.grant, name="grant"),
    path(f"{PERSON}/vouches/new/", people.vouch, name="vouch"),
    path(f"{PERSON}/promises/new/", promises.make, name="make_promise"),
    path(f"{PERSON}/requests/new/", requests.submit, name="submit_request"),
    path(f"{PROMISE}/keep/", promises.keep, name="keep_promise"),
    path(f"{PROMISE}/break/", promises.break_, name="break_promise"),
    path(f"{PROMISE}/reopen/", promises.reopen, name="reopen_promise"),
    path("<slug:program_slug>/promises/", lists.promises, name="promises"),
    path("<slug:program_slug>/promises/new/", whom.write_down, name="write-down"),
    path(f"{PROMISE}/move/", lists.move_promise, name="move-promise"),
    path(f"{PROMISE}/hand-over/", lists.hand_over_promise, name="hand-over-promise"),
    path("<slug:program_slug>/requests/", lists.requests, name="requests"),
    path("<slug:program_slug>/requests/new/", whom.take_down, name="take-down"),
    path("<slug:program_slug>/requests/<int:request_id>/", requests.show, name="request"),
    path(
        "<slug:program_slug>/requests/<int:request_id>/hand-over/",
        lists.hand_over_request,
        name="hand-over-request",
    ),
    path(f"{MEMBER}/farewell/steps/", farewells.farewell, name="farewell"),
    path(f"{MEMBER}/farewell/call-off/", farewells.call_off, name="call-off-farewell"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("digest/", digest.digest, name="digest"),
    path(f"{LOG}/", log.log, name="log"),
    path(f"{LOG}/full/", log.full, name="log_full"),
    path(f"{LOG}/save/", log.save, name="log_save"),
    path(f"{LOG}/undo/<str:ticket>/", log.undo, name="log_undo"),
    path(f"{TOUCHPOINT}/", touchpoints.show, name="touchpoint"),
    path(f"{TOUCHPOINT}/edit/", touchpoints.edit, name="touchpoint_edit"),
    path(f"{TOUCHPOINT}/remove/", touchpoints.remove, name="touchpoint_remove"),
    path("<slug:program_slug>/compose/", compose.choose, name="compose"),
    path("<slug:program_slug>/compose/sent/<int:touchpoint_id>/", compose.sent, name="compose_sent"),
    path(f"{COMPOSE}/", compose.write, name="compose"),
    path(f"{COMPOSE}/check/", drafts.check, name="compose_check"),
    path(f"{COMPOSE}/draft/", drafts.keep, name="compose_draft"),
    path(f"{COMPOSE}/hold/", drafts.hold, name="compose_hold"),
    path(f"{COMPOSE}/elsewhere/", drafts.elsewhere, name="compose_elsewhere"),
    path("<slug:program_slug>/prepared/", prepared.prepared, name="prepared"),
    path("<slug:program_slug>/prepared/<int:content_id>/", prepared.edit, name="edit_prepared"),
    path("<slug:program_slug>/vouching/", vouching.vouching, name="vouching"),
    path("<slug:program_slug>/vouching/<int:touchpoint_id>/", vouching.vouch, name="vouch_for"),
    path("<slug:program_slug>/vouching/<int:touchpoint_id>/back/", vouching.take_back, name="take_back"),
]
