"""The admin writes all or nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseBadRequest
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _


class AtomicAdminMiddleware:
    """Runs each writing request of the admin in one transaction.

    Wagtail sends some of its signals (a moved page, an unpublished page) after its own transaction has ended. What
    hangs on them, first of all the hub's feed, must come and go together with the page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Call the view here when it writes; this middleware is the last, so no other one is passed over."""
        if not getattr(request, "is_admin_host", False) or request.method in ("GET", "HEAD", "OPTIONS"):
            return None
        try:
            with transaction.atomic():
                return view_func(request, *view_args, **view_kwargs)
        except MultiValueDictKeyError:
            # A form without its hidden fields: cut off on the way, or not made by a form at all.
            return HttpResponseBadRequest(_("The form did not arrive whole. Please go back and send it again."))
        except ValidationError as error:
            # A refusal that no form has caught: nothing was written.
            return HttpResponseBadRequest(" ".join(error.messages), content_type="text/plain; charset=utf-8")
