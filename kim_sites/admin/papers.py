"""The scans of legal papers: private files, handed out one by one to those who may see them."""

from django.http import FileResponse, Http404
from django.utils.text import get_valid_filename
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kim_sites.models import LegalPaper
from kim_sites.services.scope import may_read_papers


@require_safe
@never_cache
def download_paper(request, paper_id: int):
    """Send the scan as a file to keep. Raises Http404 for everybody who may not see it, and if there is none."""
    paper = LegalPaper.objects.select_related("kim__home_page").filter(pk=paper_id).first()
    if paper is None or not paper.scan or not may_read_papers(request.user, paper.kim):
        raise Http404
    try:
        file = paper.scan.open("rb")
    except OSError as error:
        raise Http404 from error
    suffix = paper.scan.name.rpartition(".")[2]
    name = get_valid_filename(f"SK {paper.number} {paper.kim.name}".replace("/", "-"))
    response = FileResponse(file, as_attachment=True, filename=f"{name}.{suffix}")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
