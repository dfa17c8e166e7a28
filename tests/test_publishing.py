"""Publishing: the workflow's own commands, on a clean copy, served under a subpath.

GitHub's part (asking the address, uploading, deploying) cannot run here; what these tests hold
is everything around it: what is built, from what, with which rights, and what is handed over.
"""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from helpers.build import ROOT, contents, copy_checkout, create_clean_venv, fix_the_day, run
from helpers.links import find_broken_links, find_own_addresses
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

PAGES_ADDRESS = "https://welzijn.example/repo"
"""What `configure-pages` answers for a project page: no slash at the end."""

REPORT = "samenvatting.md"
"""The file in which GitHub looks for what to show on the page of a run."""

pytestmark = pytest.mark.xdist_group("publicatie")


def read_workflow(name: str) -> dict[str, Any]:
    """A workflow with every value as the text that was written (`on` stays `on`)."""
    text = (ROOT / ".github" / "workflows" / name).read_text("utf-8")
    parsed: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return parsed


WORKFLOW = read_workflow("site.yml")
BUILD = WORKFLOW["jobs"]["bouw"]
PUBLISH = WORKFLOW["jobs"]["publiceer"]


def steps(event: str) -> list[dict[str, Any]]:
    """The steps of the build job that are carried out on an event."""
    conditions = {
        "github.event_name == 'pull_request'": event == "pull_request",
        "github.event_name != 'pull_request'": event != "pull_request",
    }
    return [s for s in BUILD["steps"] if "if" not in s or conditions[s["if"]]]


def actions(event: str) -> list[str]:
    """The names of the actions that are used on an event, without owner and commit."""
    used = [s["uses"] for s in steps(event) if "uses" in s]
    return [re.sub(r"^actions/|@.*", "", action) for action in used]


def commands(event: str) -> list[tuple[str, dict[str, str]]]:
    """The commands of the build job on an event, each with its environment filled in."""
    known = {"${{ steps.pages.outputs.base_url }}": PAGES_ADDRESS}
    return [
        (s["run"], {name: known[value] for name, value in s.get("env", {}).items()})
        for s in steps(event)
        if "run" in s
    ]


def run_workflow(event: str, work_folder: Path) -> Path:
    """Run the build job's commands in a clean copy of the tree; return the copy.

    The packages of the lock are there already (`.venv-wheel` was made from it), so that line of
    the install step is left out; all else runs as GitHub runs it, without an index. The site is
    built for the day of the tests, so that it can be laid beside the demo.
    """
    copy = copy_checkout(work_folder / "kopie")
    fix_the_day(copy)
    bin_folder = create_clean_venv(work_folder / "omgeving")
    for command, extra in commands(event):
        lines = [r for r in command.splitlines() if "--require-hashes" not in r]
        run(
            ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
            cwd=copy,
            bin_folder=bin_folder,
            extra=extra
            | {
                "PIP_NO_INDEX": "1",
                "CI": "true",
                "GITHUB_STEP_SUMMARY": str(work_folder / REPORT),
                "GITHUB_OUTPUT": str(work_folder / "uitkomst"),
            },
        )
    return copy


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean copy after the commands that a push to main runs."""
    return run_workflow("push", tmp_path_factory.mktemp("push"))


def deployed_folder() -> str:
    """The folder that the workflow hands to Pages."""
    [step] = [s for s in BUILD["steps"] if "upload-pages-artifact" in s.get("uses", "")]
    path: str = step["with"]["path"]
    return path


def test_installs_as_make_site_does() -> None:
    [install_lines] = [s["run"] for s in BUILD["steps"] if s.get("name") == "Installeren"]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^\$\(VENV\)/\.requirements:.*\n((?:\t.*\n)+)", makefile, re.M)
    assert recipe is not None
    from_make = [
        line.split("pip install ")[1].replace("$(PIP_QUIET) ", "")
        for line in recipe[1].splitlines()
        if "pip install" in line
    ]
    from_workflow = [line.split("pip install ")[1] for line in install_lines.splitlines()]
    assert from_workflow == from_make


def test_when_it_runs() -> None:
    triggers = WORKFLOW["on"]
    assert triggers["push"]["branches"] == ["main"]
    assert {"pull_request", "workflow_dispatch"} <= set(triggers)
    [daily] = [line["cron"] for line in triggers["schedule"]]
    minute, hour, *day = daily.split()
    assert day == ["*", "*", "*"], "every day: consent and employment end by the calendar"
    assert 0 <= int(hour) <= 5, "early in the morning"
    assert 0 < int(minute) < 60, "not on the hour, when GitHub is busiest"


def test_every_job_has_the_least_rights() -> None:
    assert WORKFLOW["permissions"] == {}
    assert BUILD["permissions"] == {"contents": "read", "pages": "read"}
    assert PUBLISH["permissions"] == {"pages": "write", "id-token": "write"}
    [checkout] = [s for s in BUILD["steps"] if "actions/checkout" in s.get("uses", "")]
    assert checkout["with"]["persist-credentials"] == "false"


def test_one_publication_at_a_time_and_none_is_cancelled() -> None:
    assert WORKFLOW["concurrency"] == {
        "group": "site-${{ github.ref }}",
        "cancel-in-progress": "false",
    }
    assert all(int(job["timeout-minutes"]) <= 20 for job in WORKFLOW["jobs"].values())


def test_a_pull_request_is_checked_and_not_deployed() -> None:
    rotated = [command for command, _ in commands("pull_request")]
    assert 'propositie controleer --formaat github --verslag "$GITHUB_STEP_SUMMARY"' in rotated
    assert "mkdocs build --strict\npropositie proef\n" in rotated
    assert actions("pull_request") == ["checkout", "setup-python", "upload-artifact"]
    assert PUBLISH["if"] == (
        "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
        " && needs.bouw.outputs.af == 'ja'"
    )


@pytest.mark.parametrize("event", ["push", "schedule", "workflow_dispatch"])
def test_on_main_it_is_built_and_deployed(event: str) -> None:
    assert actions(event) == [
        "checkout",
        "setup-python",
        "configure-pages",
        "upload-pages-artifact",
    ]
    assert PUBLISH["needs"] == "bouw"
    [step] = PUBLISH["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    assert PUBLISH["environment"]["url"] == "${{ steps.publicatie.outputs.page_url }}"
    assert step["id"] == "publicatie"


@pytest.mark.parametrize(
    ("payoff", "is_online", "ready"),
    [("Nog invullen: de zin", False, "nee"), ("Nog invullen: de zin", True, "ja"),
     ("Kom binnen", False, "ja")],
)  # fmt: skip
def test_what_says_nog_invullen_is_not_published_by_accident(
    tmp_path: Path, payoff: str, is_online: bool, ready: str
) -> None:
    """As long as the organisation has yet to say who it is. A site that stands there already goes
    on being made anew: consents end by it."""
    [step] = [s for s in BUILD["steps"] if s.get("id") == "af"]
    organisatie = SMALL_HUIS["organisatie.yml"].replace("Kom maar binnen", f'"{payoff}"')
    build_site(write_organisatie(tmp_path, {"organisatie.yml": organisatie}))
    curl = tmp_path / "bin/curl"  # stands in for the network
    curl.parent.mkdir()
    curl.write_text(f"#!/bin/sh\nexit {0 if is_online else 22}\n", "utf-8")
    curl.chmod(0o755)
    outcome = tmp_path / "uitkomst"
    run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        bin_folder=curl.parent,
        extra={"SITE_URL": PAGES_ADDRESS, "GITHUB_OUTPUT": str(outcome)},
    )
    assert outcome.read_text("utf-8") == f"af={ready}\n"
    report = WORKFLOW["jobs"]["melden"]["if"]
    assert report.endswith("needs.bouw.outputs.af != 'nee'")


def test_a_pull_request_builds(tmp_path: Path) -> None:
    copy = run_workflow("pull_request", tmp_path)
    assert (copy / "site" / "index.html").is_file()
    [upload] = [s for s in steps("pull_request") if "upload-artifact" in s.get("uses", "")]
    trial = copy / upload["with"]["path"]
    assert "Dit staat nog niet op de site" in (trial / "index.html").read_text("utf-8")
    assert int(upload["with"]["retention-days"]) <= 3, "it shows people"
    assert (tmp_path / REPORT).read_text("utf-8").startswith("## Het huis: ")


def test_the_address_of_pages_holds(published: Path) -> None:
    home = (published / deployed_folder() / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{PAGES_ADDRESS}/">' in home
    sitemap = (published / deployed_folder() / "sitemap.xml").read_text("utf-8")
    addresses = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert addresses
    assert all(address.startswith(f"{PAGES_ADDRESS}/") for address in addresses)


def test_only_the_public_edition_is_deployed(published: Path, demo_site: Path) -> None:
    deployed = published / deployed_folder()
    assert set(contents(deployed)) == set(contents(demo_site))
    assert not (published / "site_werkboek").exists()
    assert not any("werkboek" in command for command, _ in commands("push"))
    hidden = [p for p in deployed.rglob(".*") if p.is_file()]
    assert not hidden, "the upload leaves hidden files out"


def test_every_link_under_repo_leads_somewhere(published: Path) -> None:
    deployed = published / deployed_folder()
    assert find_broken_links(deployed, f"{PAGES_ADDRESS}/") == []


def test_every_address_under_repo_answers(published: Path) -> None:
    deployed = published / deployed_folder()
    addresses = find_own_addresses(deployed, f"{PAGES_ADDRESS}/")
    assert len(addresses) > 50
    with serve(deployed, "/repo/") as here:
        for address in addresses:
            there = address.replace(f"{PAGES_ADDRESS}/", here)
            with urllib.request.urlopen(there, timeout=10) as response:
                assert response.status == 200, address


def test_every_main_page_under_repo_opens_in_a_browser(published: Path, page: Page) -> None:
    deployed = published / deployed_folder()
    paths = [p.parent.relative_to(deployed).as_posix() for p in deployed.glob("*/index.html")]
    with serve(deployed, "/repo/") as here:
        for path in ["", *(f"{p}/" for p in sorted(paths))]:
            response = page.goto(here + path, wait_until="load")
            assert response is not None
            assert response.status == 200, path
            assert page.locator("h1").count() == 1, f"/{path} has one heading"
            broken = page.eval_on_selector_all(
                "img", "imgs => imgs.filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
            )
            assert broken == [], path


def test_an_unknown_address_under_repo_has_the_design(published: Path) -> None:
    deployed = published / deployed_folder()
    with serve(deployed, "/repo/") as here:
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(here + "een/weg/die/er/niet/is", timeout=10)
        assert caught.value.code == 404
        html = caught.value.read().decode()
    assert 'href="/repo/' in html, "links from the top, for the page may stand at any depth"
