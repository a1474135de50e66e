from django.urls import path

from members_site import views

urlpatterns = [
    path("members/<str:organization_id>", views.members),
    path("members/<str:organization_id>/add", views.add_member),
    path("password", views.start_reset),
]
