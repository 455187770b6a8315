"""Pages of the people we look after."""

from django.urls import URLPattern, URLResolver, path

from influencers.views import advocates, caring, deciding, joining, palette, rotation

app_name = "influencers"
MEMBER = "<slug:program_slug>/members/<int:membership_id>"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:program_slug>/palette/", palette.palette, name="palette"),
    path("<slug:program_slug>/advocates/", advocates.advocates, name="advocates"),
    path("<slug:program_slug>/advocates/add/", advocates.add, name="add"),
    path("<slug:program_slug>/advocates/filters/", advocates.filters, name="filters"),
    path(
        "<slug:program_slug>/advocates/filters/<int:filter_id>/remove/",
        advocates.remove_filter,
        name="remove-filter",
    ),
    path(f"{MEMBER}/invite/", joining.invite, name="invite"),
    path(f"{MEMBER}/not-joined/", joining.not_joined, name="not-joined"),
    path(f"{MEMBER}/welcome/", joining.welcome, name="welcome"),
    path(f"{MEMBER}/role/", joining.role, name="role"),
    path(f"{MEMBER}/role/<int:role_id>/told/", joining.tell_role, name="tell-role"),
    path(f"{MEMBER}/settle/", joining.settle, name="settle"),
    path(f"{MEMBER}/owner/", caring.owner, name="owner"),
    path(f"{MEMBER}/care/", caring.care, name="care"),
    path(f"{MEMBER}/pause/", caring.pause, name="pause"),
    path(f"{MEMBER}/resume/", caring.resume, name="resume"),
    path(f"{MEMBER}/renew/", caring.renew, name="renew"),
    path(f"{MEMBER}/farewell/", deciding.farewell, name="farewell"),
    path(f"{MEMBER}/decide/", deciding.decide, name="decide"),
    path(f"{MEMBER}/decisions/<int:decision_id>/told/", deciding.told, name="told"),
    path(f"{MEMBER}/decisions/<int:decision_id>/take-back/", deciding.take_back, name="take-back"),
    path("<slug:program_slug>/rotation/", rotation.rotation, name="rotation"),
]
