"""The set-up: locks, pinned actions, declared dependencies, a README that says what is there."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest
import yaml

from helpers.build import ROOT, list_checkout_files
from propositie.cli import main
from propositie.forms.packages import PACKAGES

LOCKS = ["requirements.txt", "requirements-dev.txt"]
PART_OF = {"markupsafe": "jinja2", "pydantic_core": "pydantic"}
"""Modules that are used as their documentation says, but come with another package."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read_lock(name: str) -> dict[str, set[str]]:
    """The locked versions of a lock, by the normal form of the name."""
    parsed: dict[str, set[str]] = {}
    for found in re.finditer(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.M):
        parsed.setdefault(normalise(found[1]), set()).add(found[2])
    return parsed


def normalise(name: str) -> str:
    """A package's name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    """The normal names of requirements such as `click>=8.1,<9`."""
    return {normalise(re.split(r"[\s<>=!~;\[]", requirement)[0]) for requirement in requirements}


# --- locks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_everything_and_an_address_nowhere(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    lines = [r for r in text.replace("\\\n", "").splitlines() if not r.startswith("#")]
    assert lines
    for line in lines:
        assert re.fullmatch(
            r"[a-z0-9.-]+==[\w.]+( ; [^#/]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line
        ), line[:80]
    assert not re.search(r"://|find-links|index|/(opt|root|home|tmp)/", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_everything_that_the_project_asks_for(lock: str) -> None:
    required = names(PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"])
    if lock != "requirements.txt":
        required |= names(PROJECT["project"]["optional-dependencies"]["dev"])
    assert required <= set(read_lock(lock)), "renew the locks with `make lock`"


def test_both_locks_name_the_same_versions() -> None:
    small, large = (read_lock(lock) for lock in LOCKS)
    assert {name: large.get(name) for name in small} == small


def test_the_audit_lock_has_a_hash_for_everything_and_a_registry_nowhere() -> None:
    lock_packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    required = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert lock_packages.pop("")["devDependencies"] == required
    for name, version in required.items():
        assert lock_packages[f"node_modules/{name}"]["version"] == version
    for name, package in lock_packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_types_of_scripts_come_from_the_library_that_the_page_has() -> None:
    required = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert {"yaml": required["yaml"]}.items() <= {p.name: p.version for p in PACKAGES}.items()


def test_the_types_of_every_script_are_checked() -> None:
    folders = json.loads((ROOT / "tsconfig.json").read_text("utf-8"))["include"]
    scripts = [name for name in list_checkout_files() if name.endswith((".js", ".mjs", ".ts"))]
    assert len(scripts) > 10
    assert [name for name in scripts if not name.startswith(tuple(folders))] == []


def test_every_dependency_has_bounds() -> None:
    for requirement in PROJECT["project"]["dependencies"]:
        assert re.fullmatch(r"[\w.-]+>=[\d.]+,<[\d.]+", requirement), requirement


def test_every_import_is_a_dependency() -> None:
    """What the package imports, `pyproject.toml` names; nothing is borrowed from a neighbour."""
    mentioned = names(PROJECT["project"]["dependencies"])
    packages = packages_distributions()
    borrowed = []
    for module in [*(ROOT / "propositie").rglob("*.py"), *(ROOT / "theme").rglob("*.py")]:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules = [part.name for part in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules = [node.module]
            else:
                continue
            for name in {m.partition(".")[0] for m in modules}:
                if name in sys.stdlib_module_names or name.startswith("propositie"):
                    continue
                providers = names(packages.get(PART_OF.get(name, name), [name]))
                if not providers & mentioned:
                    borrowed.append(f"{module.relative_to(ROOT)} imports {name}")
    assert borrowed == []


# --- files and workflows ----------------------------------------------------------------------


def test_no_file_names_a_registry_or_a_machine() -> None:
    """Where packages come from and on what machine someone works is nobody's business here."""
    # Put together here, so that this file does not hold what it looks for.
    hosts = (("py", "pi.org"), ("python", "hosted"), ("npm", "js."), ("deb", ".debian.org"))
    words = [re.escape("".join(parts)) for parts in hosts]
    paths = [rf"(?<![\w.])/{folder}/" for folder in ("work", "root", "opt", "home/[a-z]+")]
    forbidden = re.compile("|".join([*words, *paths, "PIP_(?:INDEX|FIND)_"]))
    for name in list_checkout_files():
        try:
            text = (ROOT / name).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found = forbidden.search(text)
        assert found is None, f"{name}: {found and found[0]}"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_names_its_version(workflow: Path) -> None:
    lines = [r for r in workflow.read_text("utf-8").splitlines() if "uses:" in r]
    assert lines
    for line in lines:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_has_its_own_permissions_and_a_time_limit(workflow: Path) -> None:
    parsed = yaml.load(workflow.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert parsed["permissions"] == {}
    for name, job in parsed["jobs"].items():
        assert "permissions" in job, name
        assert "timeout-minutes" in job, name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_today_in_a_workflow_is_the_dutch_day(workflow: Path) -> None:
    parsed = yaml.load(workflow.read_text("utf-8"), Loader=yaml.BaseLoader)
    for name, job in parsed["jobs"].items():
        if job["runs-on"] == "ubuntu-latest":  # Windows does not know this name of a zone
            assert {**parsed.get("env", {}), **job.get("env", {})}.get("TZ") == (
                "Europe/Amsterdam"
            ), name


def test_every_python_that_is_promised_is_tested() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text("utf-8"))
    versions = workflow["jobs"]["tests"]["strategy"]["matrix"]["python"]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert PROJECT["project"]["requires-python"] == f">={versions[0]}"


def test_every_system_can_have_every_file() -> None:
    """Windows knows names that no file may have, and like macOS makes no difference of capitals."""
    seen: dict[str, str] = {}
    for name in list_checkout_files():
        for part in name.split("/"):
            assert not re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]$', part), name
            assert not re.fullmatch(r"(?i)(con|aux|nul|prn|(com|lpt)\d)(\..*)?", part), name
        assert seen.setdefault(name.lower(), name) == name


def test_ci_runs_what_the_readme_says() -> None:
    text = (ROOT / ".ci" / "run").read_text("utf-8")
    assert [r for r in text.splitlines() if r.startswith("make")] == ["make lint", "make test"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


# --- README -----------------------------------------------------------------------------------


def commands() -> dict[str, click.Command]:
    """Every command of `propositie`, by the words one types."""
    found: dict[str, click.Command] = {}

    def loop(name: str, command: click.Command) -> None:
        if isinstance(command, click.Group):
            for part, below in command.commands.items():
                loop(f"{name} {part}", below)
        else:
            found[name] = command

    loop("propositie", main)
    return found


def test_the_readme_names_every_make_target_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.M))
    mentioned = set(
        re.findall(r"\bmake ([a-z-]+)", re.sub(r"(?m)^(?! *make|.*`make).*$", "", README))
    )
    assert mentioned == targets


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_in_the_readme_and_explains_itself(name: str) -> None:
    assert name in README
    command = commands()[name]
    assert command.help
    for choice in command.params:
        if isinstance(choice, click.Option):
            assert choice.help, f"{name} {choice.opts[0]} has no help"


def test_every_path_in_the_map_of_the_readme_exists() -> None:
    tree = README.split("```text\n")[1].split("```")[0]
    paths = re.findall(r"^(\S+)", tree, re.M)
    assert paths
    for path in paths:
        assert (ROOT / path).exists(), path


def test_every_reference_in_readme_and_contributing_exists() -> None:
    for name in ["README.md", "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8")):
            assert target.startswith("https://") or (ROOT / target).exists(), f"{name}: {target}"


def test_the_tests_of_a_module_stay_with_one_worker(request: pytest.FixtureRequest) -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    assert worker is None or request.node.nodeid.endswith("@test_setup")
