"""The list of advocates as a file, narrowed and sorted as it is on the page."""

import structlog
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from influencers import clock
from influencers.actions.exporting import csv_lines, sheet_of, workbook
from influencers.models import Post
from influencers.views.listing import filter_of
from influencers.views.seen import PageRequest, seen_program

log = structlog.get_logger(__name__)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def export(request: PageRequest, program_slug: str, kind: str) -> HttpResponseBase:
    """Answer with the list as CSV or XLSX. Who may not write in the program takes no list out of it."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    sheet = sheet_of(filter_of(request, program).qs)
    name = f"{program.slug}-{program.today(clock.now()).isoformat()}.{kind}"
    log.info("advocates_exported", program=program.slug, by=reader.user.pk, kind=kind)
    if kind == "xlsx":
        return FileResponse(workbook(sheet), as_attachment=True, filename=name, content_type=WORKBOOK)
    answer = StreamingHttpResponse(csv_lines(sheet), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
