"""Pages of the people we look after."""

from django.urls import URLPattern, URLResolver, path

from influencers.views import (
    advocates,
    caring,
    colleagues,
    deciding,
    joining,
    me,
    palette,
    perks,
    rotation,
    settings,
)

app_name = "influencers"
MEMBER = "<slug:program_slug>/members/<int:membership_id>"
SETTINGS = "<slug:program_slug>/settings"
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
    path(f"{SETTINGS}/", settings.settings, name="settings"),
    path(f"{SETTINGS}/tiers/", settings.tier_list, name="tiers"),
    path(f"{SETTINGS}/tiers/<int:tier_id>/", settings.tier, name="tier"),
    path(f"{SETTINGS}/tiers/<int:tier_id>/remove/", settings.remove_tier, name="remove-tier"),
    path(f"{SETTINGS}/holidays/", settings.holidays, name="holidays"),
    path(f"{SETTINGS}/holidays/<int:holiday_id>/remove/", settings.remove_holiday, name="remove-holiday"),
    path(f"{SETTINGS}/perks/", perks.perks, name="perks"),
    path(f"{SETTINGS}/perks/<int:perk_id>/", perks.perk, name="perk"),
    path(f"{SETTINGS}/people/", colleagues.people, name="people"),
    path(f"{SETTINGS}/people/<int:post_id>/link/", colleagues.send_link, name="send-link"),
    path(f"{SETTINGS}/people/<int:post_id>/appoint/", colleagues.appoint, name="appoint"),
    path(f"{SETTINGS}/people/<int:post_id>/dismiss/", colleagues.dismiss, name="dismiss"),
    path("me/", me.me, name="me"),
    path("me/keys/", me.issue_token, name="issue-token"),
    path("me/keys/<int:token_id>/revoke/", me.revoke_token, name="revoke-token"),
    path("found/", me.found, name="found"),
    path("<slug:program_slug>/rotation/", rotation.rotation, name="rotation"),
]
