"""The project's addresses and those of Wagtail's packages that it does not use: nobody classified them, so they are
closed the day somebody installs them."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.api.v3.api import api as api_v3
from wagtail.contrib.redirects.api import RedirectsAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet

from cms.urls import urlpatterns as project

router = WagtailAPIRouter("wagtailapi")
for name, view in (("pages", PagesAPIViewSet), ("images", ImagesAPIViewSet), ("documents", DocumentsAPIViewSet),
                   ("redirects", RedirectsAPIViewSet)):  # fmt: skip
    router.register_endpoint(name, view)

urlpatterns = [
    path("api/v2/", router.urls),
    path("api/v3/", api_v3.urls),
    *project,
]
