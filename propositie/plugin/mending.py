"""What a preview answers besides the pages: findings that are asked for, and "Herstel dit".

Mending writes in the files of who runs the preview, so it is for pages of this preview alone:
another site that is open in the same browser, and another machine, are refused.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from secrets import compare_digest
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import parse_qs

from ..edits import ChangedMeanwhile, NotWritable, write_all
from ..repairing import repair_one
from .preview import FINDINGS_ADDRESS, MEND_ADDRESS, Preview

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.plugins.propositie")

MAX_BODY = 4096
"""A request to mend holds a token and a name: nothing longer is read."""
_ONE_AT_A_TIME = Lock()
_REFUSED = "Dit verzoek komt niet van deze voorvertoning. Er is niets veranderd."


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status, and a text for staff."""

    status: HTTPStatus
    text: str


def with_findings(
    app: WSGIApplication, preview: Callable[[], Preview | None], token: str
) -> WSGIApplication:
    """The server of the pages, that also answers for the findings of the house as it is now."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        now, path = preview(), environ["PATH_INFO"]
        if path == FINDINGS_ADDRESS and now is not None:
            return _send(start, Answer(HTTPStatus.OK, _findings(now, environ)))
        if path == MEND_ADDRESS and now is not None:
            return _send(start, _mend(now, environ, token))
        return app(environ, start)

    return answer


def _send(start: StartResponse, answer: Answer) -> list[bytes]:
    body = answer.text.encode()
    status = f"{answer.status.value} {answer.status.phrase}"
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    start(status, headers)
    return [body]


def _findings(preview: Preview, environ: WSGIEnvironment) -> str:
    query = parse_qs(environ.get("QUERY_STRING", ""))
    part, file = query.get("deel", [""])[0], query.get("bestand", [""])[0]
    with_line = part in {"fouten", "meer"}
    found = preview.find(part, file)
    return preview.render(found, with_line=with_line, may_mend=is_local(environ))


def is_local(environ: WSGIEnvironment) -> bool:
    """Whether a request comes from this machine, and was meant for it.

    The name in the address counts too: a name of somebody else that leads here is how another
    site would get in.
    """
    host = re.sub(r":\d+$", "", environ.get("HTTP_HOST", "")).strip("[]")
    return _is_loopback(environ.get("REMOTE_ADDR", "")) and (
        host == "localhost" or _is_loopback(host)
    )


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def is_from_our_page(environ: WSGIEnvironment) -> bool:
    """Whether a request was made by a page of this preview, as far as a browser tells."""
    return (
        is_local(environ)
        and environ["REQUEST_METHOD"] == "POST"
        and environ.get("HTTP_ORIGIN") == f"http://{environ.get('HTTP_HOST')}"
        and environ.get("HTTP_SEC_FETCH_SITE", "same-origin") == "same-origin"
        and environ.get("CONTENT_TYPE") == "application/json"
    )


_Request: TypeAlias = "dict[str, object]"


def _read_request(environ: WSGIEnvironment) -> _Request:
    """What a page asks; empty when it makes no sense."""
    length = environ.get("CONTENT_LENGTH", "")
    if not length.isdecimal() or int(length) > MAX_BODY:
        return {}
    try:
        request = json.loads(environ["wsgi.input"].read(int(length)))
    except (ValueError, RecursionError):
        return {}
    return request if isinstance(request, dict) else {}


def _mend(preview: Preview, environ: WSGIEnvironment, token: str) -> Answer:
    """Write what mends a finding, for a page of ours that knows the token of this run."""
    request = _read_request(environ) if is_from_our_page(environ) else {}
    if not compare_digest(str(request.get("sleutel", "")).encode(), token.encode()):
        return Answer(HTTPStatus.FORBIDDEN, _REFUSED)
    finding = preview.mendable(str(request.get("herstel", "")))
    if finding is None:
        return Answer(
            HTTPStatus.CONFLICT, "Deze melding is er niet meer. De pagina ververst vanzelf."
        )
    try:
        with _ONE_AT_A_TIME:
            repair = repair_one(preview.inspection, finding)
            if repair is not None:
                write_all([repair.change])
    except ChangedMeanwhile:
        return Answer(
            HTTPStatus.CONFLICT,
            "Het bestand is intussen veranderd, dus er is niets geschreven. Wacht tot de pagina "
            "ververst is, en probeer het dan opnieuw.",
        )
    except NotWritable as error:
        return Answer(HTTPStatus.CONFLICT, f"Het bestand is niet te schrijven ({error.reason}).")
    if repair is None:
        return Answer(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "Dit is niet vanzelf te herstellen: er kwam een andere fout voor in de plaats. "
            "Verbeter het zelf in het bestand.",
        )
    log.info("Hersteld: %s", repair.change.shown_as)
    return Answer(HTTPStatus.OK, "Hersteld. De pagina ververst vanzelf.")
