"""Addresses of members below `/admin/members/`."""

from django.urls import path

from members.admin import invitations, views

app_name = "kim_members"
urlpatterns = [
    path("", views.KimListView.as_view(), name="index"),
    path("<int:kim_id>/", views.MemberListView.as_view(), name="list"),
    path("<int:kim_id>/invite/", invitations.InviteView.as_view(), name="invite"),
    path("<int:kim_id>/invitations/<int:invitation_id>/resend/", invitations.ResendView.as_view(), name="resend"),
    path("<int:kim_id>/invitations/<int:invitation_id>/withdraw/", invitations.WithdrawView.as_view(), name="withdraw"),
    path("<int:kim_id>/people/<int:person_id>/role/", views.RoleView.as_view(), name="role"),
    path("<int:kim_id>/people/<int:person_id>/leave/", views.LeaveView.as_view(), name="leave"),
    path("<int:kim_id>/people/<int:person_id>/return/", views.ReturnView.as_view(), name="return"),
    path("<int:kim_id>/chair/", views.HandOverView.as_view(), name="chair"),
]
