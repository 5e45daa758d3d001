"""Files that the project serves itself when no web server stands in front of it."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.http import FileResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

# A bare system does not know these, and browsers are told not to guess.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")
# Seconds. Not for ever: a picture that is removed for good reason must leave the caches some day.
RENDITION_AGE = 60 * 60 * 24 * 30


@require_safe
def rendition(request, path: str):
    """One ready-made size of a picture. Originals and documents lie beside this folder and are never served here.

    Raises SuspiciousFileOperation (answered with 400) for a path that leaves the folder, and Http404.
    """
    response = serve(request, path, document_root=Path(settings.MEDIA_ROOT) / "images")
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = f"public, max-age={RENDITION_AGE}"
    return response
