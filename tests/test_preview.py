"""The live preview: a mistake stands over the last good page until it is mended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.build import contents
from helpers.preview import serve_preview
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.plugin.preview import FINDINGS_ADDRESS, MEND_ADDRESS

pytestmark = pytest.mark.xdist_group("voorvertoning")

SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]
MISTYPED = SAMIRA.replace("boegbeeld_van: [ouderen]", "boegbeeld_van: [oudere]")


@contextmanager
def leave_after(page: Page) -> Iterator[None]:
    """Let the page ask for no more news before the preview ends."""
    try:
        yield
    finally:
        page.goto("about:blank")


def test_an_error_stands_over_the_last_good_page(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path)
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}mensen/samira/")
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("huis/medewerkers/samira.yml, regel 1")
        expect(bar).to_contain_text("Het huis is in orde: niets gevonden.")
        link = bar.get_by_role("link").get_attribute("href")
        assert link == f"vscode://file{file.resolve()}:1:1"

        file.write_text(MISTYPED, "utf-8")
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message).to_contain_text('De klantgroep "oudere" bestaat niet. Bedoelt u "ouderen"?')
        expect(message).to_contain_text("fout V03 · huis/medewerkers/samira.yml, regel 4")
        expect(message.locator("mark")).to_have_text("oudere")
        expect(page.get_by_role("heading", level=1)).to_have_text("Samira El Amrani")
        assert "/mensen/samira/" in page.url

        file.write_text(SAMIRA.replace("Ik bel altijd terug", "Ik kom langs"), "utf-8")
        expect(page.get_by_text("Ik kom langs").first).to_be_visible()
        expect(message).to_have_count(0)
    assert "Traceback" not in preview.output


def test_a_huis_that_was_never_good_shows_only_what_is_wrong(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path, {"organisatie.yml": "naam: [\n"})
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(preview.address)
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message).to_contain_text("Zodra die fout weg is, verschijnt hier de site.")
        expect(message).to_contain_text("huis/organisatie.yml, regel 1")
        write_organisatie(tmp_path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(message).to_have_count(0)
    assert "Traceback" not in preview.output


def test_an_error_in_mkdocs_yml_keeps_the_preview_alive(tmp_path: Path, page: Page) -> None:
    config_file = write_organisatie(tmp_path)
    good = config_file.read_text("utf-8")
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}mensen/samira/")
        config_file.write_text(good.replace("op: 2026-11-20", "op: gisteren"), "utf-8")
        samira = tmp_path / "huis/medewerkers/samira.yml"
        preview.wait_for("mkdocs.yml klopt niet")
        config_file.write_text(good, "utf-8")
        samira.write_text(SAMIRA.replace("El Amrani", "Haddou"), "utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("Samira Haddou")
    assert "Traceback" not in preview.output
    assert '"gisteren" is geen datum' in preview.output


def test_while_pages_are_made_again_everything_can_be_asked_for(tmp_path: Path) -> None:
    write_organisatie(tmp_path)
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview:
        home = urlopen(preview.address).read().decode()
        icon = re.search(r'href="([^"]*iconen/[^"]+)"', home)
        assert icon is not None
        asked = [icon[1], "mensen/samira/", "mensen/", "privacy/"]
        for word in ("langs", "terug", "altijd", "meteen", "vanavond", "morgen"):
            file.write_text(SAMIRA.replace("Ik bel altijd terug", f"Ik bel {word}"), "utf-8")
            while word not in urlopen(f"{preview.address}mensen/samira/").read().decode():
                for address in asked:  # an address that is not there raises HTTPError
                    assert urlopen(preview.address + address).status == 200


def test_a_free_page_names_its_file(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path)
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}privacy/")
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("paginas/privacy.md, regel 1")
        page.goto(f"{preview.address}mensen/")
        expect(bar).to_contain_text("gemaakt uit meer bestanden")


# --- "Herstel dit" ------------------------------------------------------------------------------


def test_a_button_mends_and_the_page_follows(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path)
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview, leave_after(page):
        page.goto(f"{preview.address}mensen/samira/")
        commented = SAMIRA.replace("naam:", "# wie het is\nnaam:")
        file.write_text(commented.replace("[ouderen]", "[oudere]"), "utf-8")
        message = page.get_by_role("alert", name="Fouten in het huis")
        message.get_by_role("button", name="Herstel dit").click()
        expect(message).to_have_count(0)
        assert file.read_text("utf-8") == commented
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("niets gevonden")
    assert "Traceback" not in preview.output


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, page: Page) -> None:
    write_organisatie(tmp_path, {"medewerkers/samira.yml": MISTYPED})
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview:
        token, fix = read_token_and_fix(preview.address)
        newer = MISTYPED.replace("belt", "kookt") + "# net bewaard\n"
        file.write_text(newer, "utf-8")
        status, answer = post(preview.address, {"sleutel": token, "herstel": fix})
        assert (status, file.read_text("utf-8")) == (409, newer)
        assert "intussen veranderd" in answer or "is er niet meer" in answer


def origin_of(address: str) -> str:
    return f"http://{urlsplit(address).netloc}"


def read_token_and_fix(address: str) -> tuple[str, str]:
    """What a page of the preview knows: the token of this run, and what a button mends."""
    page = urlopen(address).read().decode()
    findings = urlopen(f"{origin_of(address)}{FINDINGS_ADDRESS}?deel=fouten").read().decode()
    token, fix = (
        re.search(rf'{name}="([^"]+)"', text)
        for name, text in (("data-vv-sleutel", page), ("data-vv-herstel", findings))
    )
    assert token is not None
    assert fix is not None
    return token[1], fix[1]


def post(
    address: str,
    request: object,
    headers: Mapping[str, str | None] | None = None,
    method: str = "POST",
) -> tuple[int, str]:
    """Ask to mend as a page of ours does, but for `headers`; None leaves one out."""
    host = urlsplit(address).netloc
    body = request if isinstance(request, bytes) else json.dumps(request).encode()
    own: dict[str, str | None] = {
        "Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/json", "Content-Length": str(len(body)),
    }  # fmt: skip
    connection = HTTPConnection(host)
    connection.putrequest(method, MEND_ADDRESS, skip_host=True)
    for name, value in {**own, **(headers or {})}.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    return response.status, response.read().decode()


def test_only_a_page_of_this_preview_may_mend(tmp_path: Path) -> None:
    write_organisatie(tmp_path, {"medewerkers/samira.yml": MISTYPED})
    file = tmp_path / "huis/medewerkers/samira.yml"
    with serve_preview(tmp_path) as preview:
        token, fix = read_token_and_fix(preview.address)
        good = {"sleutel": token, "herstel": fix}
        refused: list[tuple[object, dict[str, str | None], str]] = [
            (good, {"Origin": "https://kwaad.example"}, "POST"),
            (good, {"Origin": "null"}, "POST"),
            (good, {"Origin": None}, "POST"),
            (good, {"Sec-Fetch-Site": "cross-site"}, "POST"),
            (good, {"Sec-Fetch-Site": "same-site"}, "POST"),
            (good, {"Content-Type": "text/plain"}, "POST"),
            (good, {"Content-Type": "application/x-www-form-urlencoded"}, "POST"),
            (good, {"Host": "kwaad.example", "Origin": "http://kwaad.example"}, "POST"),
            (good, {"Content-Length": "100000"}, "POST"),
            (good, {"Content-Length": "-1"}, "POST"),
            (good, {}, "GET"),
            (good, {}, "OPTIONS"),
            ({**good, "sleutel": "geraden"}, {}, "POST"),
            ({**good, "sleutel": ""}, {}, "POST"),
            ({"herstel": fix}, {}, "POST"),
            ([token, fix], {}, "POST"),
            (b"geen json", {}, "POST"),
            (b"\xff\xfe", {}, "POST"),
            (b"[" * 4000, {}, "POST"),
        ]
        for request, headers, method in refused:
            assert post(preview.address, request, headers, method)[0] == 403, (request, headers)
        assert post(preview.address, {**good, "herstel": "weg"})[0] == 409
        assert file.read_text("utf-8") == MISTYPED
        assert post(preview.address, good)[0] == 200
        assert file.read_text("utf-8") == SAMIRA
    assert "Traceback" not in preview.output


ATTACK = """\
<!doctype html><title>Een andere site</title>
<iframe name="stil"></iframe>
<form method="post" target="stil" enctype="text/plain" action="{address}">
<input name='{{"sleutel":"{token}","herstel":"{fix}","x":"' value='"}}'></form>
<script>
const body = JSON.stringify({{sleutel: "{token}", herstel: "{fix}"}});
const ask = (more) => fetch("{address}", {{method: "POST", body, ...more}})
  .then(() => "gelukt", () => "geweigerd");
Promise.all([
  ask({{headers: {{"Content-Type": "application/json"}}}}),
  ask({{mode: "no-cors"}}),
]).then((said) => {{ document.forms[0].submit(); document.title = said.join(", "); }});
</script>
"""


def test_another_site_in_the_same_browser_is_refused(tmp_path: Path, browser: Browser) -> None:
    """Even one that somehow learned the token."""
    page = browser.new_page()  # one that may log errors: being refused is one
    write_organisatie(tmp_path / "site", {"medewerkers/samira.yml": MISTYPED})
    file = tmp_path / "site/huis/medewerkers/samira.yml"
    evil = tmp_path / "kwaad"
    evil.mkdir()
    with serve_preview(tmp_path / "site") as preview, serve(evil) as other_site:
        token, fix = read_token_and_fix(preview.address)
        html = ATTACK.format(
            address=origin_of(preview.address) + MEND_ADDRESS, token=token, fix=fix
        )
        (evil / "index.html").write_text(html, "utf-8")
        with page.expect_response(lambda r: r.request.resource_type == "document"
                                  and "herstel" in r.url) as by_form:  # fmt: skip
            page.goto(other_site)
        assert by_form.value.status == 403
        expect(page).to_have_title(re.compile("^geweigerd, "))
        assert file.read_text("utf-8") == MISTYPED
    page.close()


def test_a_page_does_not_grow_with_the_number_of_findings(tmp_path: Path, page: Page) -> None:
    """A thousand findings are asked for when somebody looks at them."""
    gone = ", ".join(f"weg-{n}" for n in range(20))
    behoefte = SMALL_HUIS["behoeften/boodschappen.yml"].replace("[ouderen]", f"[{gone}]")
    many = {f"behoeften/b{n}.yml": behoefte for n in range(50)}
    write_organisatie(tmp_path, many)
    with serve_preview(tmp_path) as preview, leave_after(page):
        assert len(urlopen(preview.address).read()) < 12_000
        page.goto(preview.address)
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message.get_by_role("listitem")).to_have_count(20)
        message.get_by_text("En nog 980").click()
        expect(message.get_by_role("listitem")).to_have_count(1000)


def test_nothing_of_it_is_in_a_built_site(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    for name, bytes_ in contents(site).items():
        assert b"vv-" not in bytes_, name
        assert b"vscode:" not in bytes_, name
        assert b"livereload" not in bytes_, name
