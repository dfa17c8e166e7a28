"""What an organisation stands on, and how that is kept up to date with nobody looking.

GitHub itself cannot run here. Every command of the workflows does, with a stand-in for `gh` that
remembers what it was asked, and a repository on this machine in place of GitHub's.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.build import ROOT, copy_checkout, create_clean_venv, run
from helpers.server import serve
from propositie.scaffold.start_files import START

FOLDER = START / "github" / "workflows"
WORKFLOWS: Mapping[str, Any] = {
    path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in FOLDER.iterdir()
}
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")

pytestmark = [
    pytest.mark.xdist_group("aanvoer"),
    pytest.mark.skipif(sys.platform == "win32", reason="workflows run on Linux"),
]


def scripts_of(workflow: str, job: str) -> list[tuple[str, Mapping[str, str]]]:
    """The commands of a job, step by step, each with the environment that the step has."""
    steps = WORKFLOWS[workflow]["jobs"][job]["steps"]
    return [(step["run"], step.get("env", {})) for step in steps if "run" in step]


class GitHub:
    """A repository with its issues and pull requests, on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state_file = folder / "gh.json"
        self.state_file.write_text('{"issues": [], "prs": [], "calls": []}', "utf-8")
        self.bin = folder / "bin"
        self.bin.mkdir()
        gh = self.bin / "gh"
        gh.write_text(
            f'#!/bin/sh\nexec {sys.executable} {ROOT / "tests/helpers/fake_gh.py"} "$@"\n', "utf-8"
        )
        gh.chmod(0o755)

    @property
    def state(self) -> Any:
        return json.loads(self.state_file.read_text("utf-8"))

    def do(self, workflow: str, job: str, cwd: Path, given: Mapping[str, str]) -> str:
        """Carry out a job; return what it gave to the jobs after it."""
        output = self.folder / "output"
        output.write_text("", "utf-8")
        own = WORKFLOWS[workflow]["jobs"][job].get("env", {})
        known = {n: v for n, v in own.items() if "${{" not in v}
        for script, _ in scripts_of(workflow, job):
            run(
                ["bash", "-e", "-o", "pipefail", "-c", script],
                cwd=cwd,
                extra={
                    **known,
                    "PATH": f"{self.bin}:{Path(sys.executable).parent}:{os.environ['PATH']}",
                    "GH_STATE": str(self.state_file), "GH_REPO": "club/site",
                    "GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(self.folder),
                    "PIP_NO_INDEX": "1", "HOME": str(self.folder),
                    **given,
                },
            )  # fmt: skip
        return output.read_text("utf-8")


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    (tmp_path / "github").mkdir()
    return GitHub(tmp_path / "github")


# --- what every workflow keeps to ---------------------------------------------------------------


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_allowed_that_is_not_asked_for(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert workflow["permissions"] == {}
    assert workflow["env"]["TZ"] == "Europe/Amsterdam"
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 20
        for step in job["steps"]:
            assert PINNED.fullmatch(step.get("uses", "actions/x@" + "0" * 40))
            assert "${{" not in step.get("run", "")  # what others typed never becomes a command


def test_new_code_may_change_nothing() -> None:
    """The newest propositie runs in a job that can only read."""
    jobs = WORKFLOWS["vernieuwen"]["jobs"]
    assert jobs["proberen"]["permissions"] == {"contents": "read"}
    assert jobs["proberen"]["steps"][0]["with"]["persist-credentials"] == "false"
    for script, _ in scripts_of("vernieuwen", "voorstellen"):
        assert not re.search(
            r"\b(?:pip|propositie [a-z]+|mkdocs)\b(?!`)", re.sub(r"`[^`]*`", "", script)
        )


def test_everything_is_installed_by_its_hash() -> None:
    lock = (START / "requirements.txt").read_text("utf-8")
    packages = re.findall(r"^[a-z0-9-]+==[^\s;]+", lock, re.M | re.I)
    assert len(packages) > 30
    assert len(re.findall(r"^[^\s#].*?(?:\\\n.*?)*$", lock, re.M)) == len(packages)
    assert lock.count("--hash=sha256:") >= len(packages)
    for workflow, job in (("site", "bouw"), ("vernieuwen", "proberen")):
        script = "\n".join(text for text, _ in scripts_of(workflow, job))
        assert "pip install --require-hashes -r requirements.txt" in script
        rest = [row for row in script.splitlines() if "pip install" in row and "hashes" not in row]
        assert all("--no-deps" in row for row in rest)


# --- the nightly run ----------------------------------------------------------------------------


def tell(github: GitHub, *, succeeded: bool, number: int = 1, refuses: str = "") -> None:
    github.do("site", "melden", github.folder, {
        "GELUKT": "true" if succeeded else "false", "RUN": f"https://github.example/runs/{number}",
        "GH_REFUSES": refuses,
    })  # fmt: skip


def test_a_failure_opens_an_issue_and_success_closes_it(github: GitHub) -> None:
    tell(github, succeeded=True)
    assert github.state["issues"] == []
    tell(github, succeeded=False, number=2)
    tell(github, succeeded=False, number=3)
    (issue,) = github.state["issues"]
    assert (issue["title"], issue["open"]) == ("De site wordt niet vernieuwd", True)
    first, second = issue["said"]
    assert "loopt er niets af" in first
    assert "[wat er misging](https://github.example/runs/2)" in first
    assert not [
        row for row in first.splitlines() if row.startswith("    ")
    ]  # would be shown as code
    assert second == "Het lukte weer niet: https://github.example/runs/3"
    tell(github, succeeded=True, number=4)
    (issue,) = github.state["issues"]
    assert issue["open"] is False
    assert issue["said"][-1] == "De site is weer vernieuwd: https://github.example/runs/4"
    tell(github, succeeded=False, number=5)
    assert [one["open"] for one in github.state["issues"]] == [False, True]


def test_it_is_told_whatever_ended_the_run() -> None:
    job = WORKFLOWS["site"]["jobs"]["melden"]
    assert job["if"].startswith("always() && ")
    assert job["needs"] == ["bouw", "publiceer"]
    assert "needs.bouw.result == 'success'" in job["env"]["GELUKT"]


def test_the_clock_is_kept_going(github: GitHub) -> None:
    tell(github, succeeded=True)
    asked = [call for call in github.state["calls"] if call[0] == "api"]
    assert [call[-1] for call in asked] == [
        f"repos/club/site/actions/workflows/{path.name}/enable" for path in sorted(FOLDER.iterdir())
    ]
    tell(github, succeeded=True, refuses="api")  # that is told, and breaks nothing


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (2, False), (4, True), (None, True)])
def test_a_clock_that_stands_still_is_noticed(
    github: GitHub, days: int | None, is_told: bool
) -> None:
    last = datetime.now(UTC) - timedelta(days=days or 0)
    moment = "" if days is None else last.strftime("%Y-%m-%dT%H:%M:%SZ")
    for _ in range(2):
        github.do("vernieuwen", "waken", github.folder, {"GH_LAST_RUN": moment})
    issues = github.state["issues"]
    assert len(issues) == int(is_told)
    if is_told:
        assert f"het laatst gemaakt op: {moment or 'nog nooit'}." in issues[0]["said"][0]


# --- the weekly renewal -------------------------------------------------------------------------


def git(*words: str | Path, cwd: Path) -> str:
    identity = ["-c", "user.name=x", "-c", "user.email=x@veen.example"]
    return run(["git", *identity, *words], cwd=cwd).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The repository of an organisation that the first version began, with the first lock."""
    club = Path(shutil.copytree(ROOT / "tests/fixtures/houses/0.1.0/new", tmp_path / "club"))
    (club / "propositie.txt").write_text("# Welke\npropositie==0.0.9\n", "utf-8")
    git("init", "-q", "-b", "main", cwd=club)
    git("add", "-A", cwd=club)
    git("commit", "-q", "-m", "begin", cwd=club)
    git("clone", "-q", "--bare", club, tmp_path / "origin.git", cwd=tmp_path)
    return tmp_path / "origin.git"


def check_out(repository: Path, name: str) -> Path:
    folder = repository.parent / name
    git("clone", "-q", repository, folder, cwd=repository.parent)
    return folder


def without_pip(github: GitHub) -> None:
    """Packages are there already; all else that python is asked is done."""
    python = github.bin / "python"
    python.write_text(
        f'#!/bin/sh\n[ "$1 $2" = "-m pip" ] && echo "$@" >> {github.folder}/pip && exit 0\n'
        f'exec {sys.executable} "$@"\n', "utf-8",
    )  # fmt: skip
    python.chmod(0o755)


def try_newest(github: GitHub, repository: Path, name: str = "proberen") -> dict[str, str]:
    without_pip(github)
    told = github.do("vernieuwen", "proberen", check_out(repository, name), {})
    found = dict(row.split("=", 1) for row in told.splitlines())
    return {"WIJZIGING": found.get("wijziging", ""), "VERSLAG": found.get("verslag", "")}


def propose(
    github: GitHub, repository: Path, given: dict[str, str], name: str, refuses: str = ""
) -> None:
    github.do("vernieuwen", "voorstellen", check_out(repository, name), {
        **given, "TITEL": "Een nieuwere propositie", "GH_REFUSES": refuses,
    })  # fmt: skip


def test_a_renewal_becomes_a_pull_request(github: GitHub, repository: Path) -> None:
    given = try_newest(github, repository)
    propose(github, repository, given, "voorstel")
    (proposal,) = github.state["prs"]
    assert proposal["title"] == "Een nieuwere propositie"
    body = proposal["said"][0]
    assert "Dit voorstel brengt jullie site naar propositie 0.1.0." in body
    assert "  requirements.txt\n" in body
    assert "Met jullie huis is dit nagekeken en gebouwd, en dat ging goed." in body
    assert "dat kan GitHub niet zelf doen" in body
    changed = git("diff", "--name-only", "main", "propositie-vernieuwen", cwd=repository).split()
    assert {"requirements.txt", "mkdocs.yml", ".propositie.json"} <= set(changed)
    assert not [name for name in changed if name.startswith((".github/", "site_src/"))]
    assert not set(changed) & {"verslag.md", "huis.md", "bouw.txt"}

    propose(github, repository, given, "nog een keer")
    assert len(github.state["prs"]) == 1
    assert len(github.state["prs"][0]["said"]) == 2


def test_after_it_was_taken_over_there_is_nothing(github: GitHub, repository: Path) -> None:
    propose(github, repository, try_newest(github, repository), "voorstel")
    club = check_out(repository, "overnemen")
    git("merge", "-q", "origin/propositie-vernieuwen", cwd=club)
    run(["propositie", "bijwerken"], cwd=club)
    git("add", "-A", cwd=club)
    git("commit", "-q", "-m", "workflows", cwd=club)
    git("push", "-q", cwd=club)
    assert try_newest(github, repository, "later")["WIJZIGING"] == ""


def test_a_house_that_does_not_pass_is_told(github: GitHub, repository: Path) -> None:
    club = check_out(repository, "stuk")
    (club / "site_src/huis/merk.yml").write_text("kleuren: [", "utf-8")
    git("commit", "-q", "-a", "-m", "stuk", cwd=club)
    git("push", "-q", cwd=club)
    propose(github, repository, try_newest(github, repository), "voorstel")
    body = github.state["prs"][0]["said"][0]
    assert "**Met jullie huis ging dit niet goed.**" in body
    assert "merk.yml" in body


def test_where_no_proposals_are_allowed_an_issue_says_so(github: GitHub, repository: Path) -> None:
    given = try_newest(github, repository)
    propose(github, repository, given, "voorstel", refuses="pr create")
    (issue,) = github.state["issues"]
    assert "Allow GitHub Actions to create and approve pull requests" in issue["said"][0].replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("requirement", "wanted"),
    [
        ("propositie==0.1.0", "--upgrade propositie"),
        ("propositie @ git+https://git.example/p@abc", "--upgrade propositie @ git+https://git.example/p"),
        ("./gereedschap/p.whl \\\n    --hash=sha256:12", "-r propositie.txt"),
    ],
)  # fmt: skip
def test_the_newest_comes_from_where_it_came_from(
    github: GitHub, repository: Path, requirement: str, wanted: str
) -> None:
    club = check_out(repository, "herkomst")
    (club / "propositie.txt").write_text(f"# Welke\n{requirement}\n", "utf-8")
    git("add", "-A", cwd=club)
    git("commit", "-q", "-m", "herkomst", cwd=club)
    git("push", "-q", cwd=club)
    try_newest(github, repository)
    asked = (github.folder / "pip").read_text("utf-8").splitlines()
    assert asked[1].endswith(wanted)
    assert asked[2].endswith("scaffold/start/requirements.txt")


# --- from a wheel or from git -------------------------------------------------------------------


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout as a repository, ready to be served as plain files."""
    folder = tmp_path_factory.mktemp("herkomst")
    copy = copy_checkout(folder / "boom")
    git("init", "-q", "-b", "main", cwd=copy)
    git("add", "-A", cwd=copy)
    git("commit", "-q", "-m", "alles", cwd=copy)
    git("clone", "-q", "--bare", copy, folder / "propositie.git", cwd=folder)
    git("update-server-info", cwd=folder / "propositie.git")
    return folder


def install(bin_folder: Path, cwd: Path, *what: str | Path) -> None:
    run(
        ["python", "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--no-build-isolation",
         *what], cwd=cwd, bin_folder=bin_folder,
    )  # fmt: skip


def begin_and_install_elsewhere(bin_folder: Path, folder: Path) -> str:
    """Begin an organisation, and do in an empty environment what its workflow does."""
    run(["propositie", "nieuw", "club"], cwd=folder, bin_folder=bin_folder)
    club = folder / "club"
    other = create_clean_venv(folder / "ci")
    lines = [
        row.replace("pip install", "pip install -q --no-index")
        for script, _ in scripts_of("site", "bouw")
        for row in script.splitlines()
        if "pip install" in row and "--require-hashes" not in row  # the lock is there already
    ]
    assert len(lines) == 1
    run(["bash", "-e", "-c", "\n".join(lines)], cwd=club, bin_folder=other)
    run(["mkdocs", "build", "-q", "--strict"], cwd=club, bin_folder=other)
    assert (club / "site/index.html").is_file()
    return (club / "propositie.txt").read_text("utf-8")


def test_an_organisation_from_a_wheel_can_be_built_elsewhere(origin: Path, tmp_path: Path) -> None:
    run(
        ["python", "-m", "pip", "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation",
         "-w", tmp_path / "wiel", origin / "boom"], cwd=tmp_path,
    )  # fmt: skip
    (wheel,) = (tmp_path / "wiel").glob("*.whl")
    bin_folder = create_clean_venv(tmp_path / "hier")
    install(bin_folder, tmp_path, wheel)
    shutil.copy(wheel, tmp_path / "bewaard.whl")
    text = begin_and_install_elsewhere(bin_folder, tmp_path)
    assert f"./gereedschap/{wheel.name} \\\n    --hash=sha256:" in text
    assert (tmp_path / "club/gereedschap" / wheel.name).read_bytes() == wheel.read_bytes()


def test_an_organisation_from_git_can_be_built_elsewhere(origin: Path, tmp_path: Path) -> None:
    with serve(origin, "/") as address:
        requirement = f"propositie @ git+{address}propositie.git"
        bin_folder = create_clean_venv(tmp_path / "hier")
        install(bin_folder, tmp_path, requirement)
        text = begin_and_install_elsewhere(bin_folder, tmp_path)
        commit = git("rev-parse", "HEAD", cwd=origin / "propositie.git").strip()
        assert f"{requirement}@{commit}" in text
