"""Pages of what happens between us."""

from django.urls import URLPattern, URLResolver, path

from engagement.views import advocates, flags, jobs, log, people, promises, requests, today

app_name = "engagement"
PERSON = "<slug:program_slug>/advocates/<int:advocate_id>"
FLAG = "<slug:program_slug>/flags/<int:flag_id>"
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
    path("<slug:program_slug>/requests/<int:request_id>/", requests.show, name="request"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("<slug:program_slug>/log/", log.log, name="log"),
    path("<slug:program_slug>/log/full/", log.full, name="log_full"),
    path("<slug:program_slug>/log/save/", log.save, name="log_save"),
    path("<slug:program_slug>/log/undo/<str:ticket>/", log.undo, name="log_undo"),
]
