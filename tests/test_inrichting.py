"""The set-up: locks, pinned actions, declared dependencies, a README that says what is there."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest
import yaml

from hulp.bouwen import WORTEL, bestanden_van_de_boom
from propositie.cli import hoofd

LOCKS = ["vereisten.txt", "vereisten-ontwikkel.txt"]
DEEL_VAN = {"markupsafe": "jinja2", "pydantic_core": "pydantic"}
"""Modules that are used as their documentation says, but come with another package."""
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))
README = (WORTEL / "README.md").read_text("utf-8")
WORKFLOWS = sorted((WORTEL / ".github" / "workflows").glob("*.yml"))


def lees_lock(naam: str) -> dict[str, set[str]]:
    """The locked versions of a lock, by the normal form of the name."""
    gelezen: dict[str, set[str]] = {}
    for gevonden in re.finditer(r"^([\w.-]+)==([^\s;]+)", (WORTEL / naam).read_text("utf-8"), re.M):
        gelezen.setdefault(normaal(gevonden[1]), set()).add(gevonden[2])
    return gelezen


def normaal(naam: str) -> str:
    """A package's name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", naam).lower()


def namen(eisen: list[str]) -> set[str]:
    """The normal names of requirements such as `click>=8.1,<9`."""
    return {normaal(re.split(r"[\s<>=!~;\[]", eis)[0]) for eis in eisen}


# --- locks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS)
def test_een_lock_heeft_voor_alles_een_hash_en_nergens_een_adres(lock: str) -> None:
    tekst = (WORTEL / lock).read_text("utf-8")
    regels = [r for r in tekst.replace("\\\n", "").splitlines() if not r.startswith("#")]
    assert regels
    for regel in regels:
        assert re.fullmatch(
            r"[a-z0-9.-]+==[\w.]+( ; [^#/]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", regel
        ), regel[:80]
    assert not re.search(r"://|find-links|index|/(opt|root|home|tmp)/", tekst)


@pytest.mark.parametrize("lock", LOCKS)
def test_een_lock_heeft_alles_wat_het_project_vraagt(lock: str) -> None:
    gevraagd = namen(PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"])
    if lock != "vereisten.txt":
        gevraagd |= namen(PROJECT["project"]["optional-dependencies"]["ontwikkel"])
    assert gevraagd <= set(lees_lock(lock)), "renew the locks with `make lock`"


def test_beide_locks_noemen_dezelfde_versies() -> None:
    klein, groot = (lees_lock(lock) for lock in LOCKS)
    assert {naam: groot.get(naam) for naam in klein} == klein


def test_het_slot_van_de_audit_heeft_voor_alles_een_hash_en_nergens_een_register() -> None:
    slot = json.loads((WORTEL / "package-lock.json").read_text("utf-8"))["packages"]
    gevraagd = json.loads((WORTEL / "package.json").read_text("utf-8"))["devDependencies"]
    assert slot.pop("")["devDependencies"] == gevraagd
    for naam, versie in gevraagd.items():
        assert slot[f"node_modules/{naam}"]["version"] == versie
    for naam, pakket in slot.items():
        assert pakket["integrity"].startswith("sha512-"), naam
        assert "resolved" not in pakket, naam


def test_elke_afhankelijkheid_heeft_grenzen() -> None:
    for eis in PROJECT["project"]["dependencies"]:
        assert re.fullmatch(r"[\w.-]+>=[\d.]+,<[\d.]+", eis), eis


def test_elke_import_is_een_afhankelijkheid() -> None:
    """What the package imports, `pyproject.toml` names; nothing is borrowed from a neighbour."""
    genoemd = namen(PROJECT["project"]["dependencies"])
    pakketten = packages_distributions()
    geleend = []
    for module in [*(WORTEL / "propositie").rglob("*.py"), *(WORTEL / "theme").rglob("*.py")]:
        for knoop in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(knoop, ast.Import):
                modules = [deel.name for deel in knoop.names]
            elif isinstance(knoop, ast.ImportFrom) and not knoop.level and knoop.module:
                modules = [knoop.module]
            else:
                continue
            for naam in {m.partition(".")[0] for m in modules}:
                if naam in sys.stdlib_module_names or naam.startswith("propositie"):
                    continue
                komt_uit = namen(pakketten.get(DEEL_VAN.get(naam, naam), [naam]))
                if not komt_uit & genoemd:
                    geleend.append(f"{module.relative_to(WORTEL)} imports {naam}")
    assert geleend == []


# --- files and workflows ----------------------------------------------------------------------


def test_geen_bestand_noemt_een_register_of_een_machine() -> None:
    """Where packages come from and on what machine someone works is nobody's business here."""
    # Put together here, so that this file does not hold what it looks for.
    gastheren = (("py", "pi.org"), ("python", "hosted"), ("npm", "js."), ("deb", ".debian.org"))
    woorden = [re.escape("".join(delen)) for delen in gastheren]
    paden = [rf"(?<![\w.])/{map_}/" for map_ in ("work", "root", "opt", "home/[a-z]+")]
    verboden = re.compile("|".join([*woorden, *paden, "PIP_(?:INDEX|FIND)_"]))
    for naam in bestanden_van_de_boom():
        try:
            tekst = (WORTEL / naam).read_text("utf-8")
        except UnicodeDecodeError:
            continue
        gevonden = verboden.search(tekst)
        assert gevonden is None, f"{naam}: {gevonden and gevonden[0]}"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda pad: pad.name)
def test_elke_actie_staat_vast_op_een_commit_en_noemt_haar_versie(workflow: Path) -> None:
    regels = [r for r in workflow.read_text("utf-8").splitlines() if "uses:" in r]
    assert regels
    for regel in regels:
        assert re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", regel), regel


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda pad: pad.name)
def test_elke_taak_heeft_eigen_rechten_en_een_tijdslimiet(workflow: Path) -> None:
    gelezen = yaml.load(workflow.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert gelezen["permissions"] == {}
    for naam, taak in gelezen["jobs"].items():
        assert "permissions" in taak, naam
        assert "timeout-minutes" in taak, naam


def test_ci_draait_wat_de_readme_zegt() -> None:
    tekst = (WORTEL / ".ci" / "run").read_text("utf-8")
    assert [r for r in tekst.splitlines() if r.startswith("make")] == ["make lint", "make test"]
    assert (WORTEL / ".ci" / "run").stat().st_mode & 0o111


# --- README -----------------------------------------------------------------------------------


def opdrachten() -> dict[str, click.Command]:
    """Every command of `propositie`, by the words one types."""
    gevonden: dict[str, click.Command] = {}

    def loop(naam: str, opdracht: click.Command) -> None:
        if isinstance(opdracht, click.Group):
            for deel, onder in opdracht.commands.items():
                loop(f"{naam} {deel}", onder)
        else:
            gevonden[naam] = opdracht

    loop("propositie", hoofd)
    return gevonden


def test_de_readme_noemt_elk_doel_van_make_en_geen_ander() -> None:
    makefile = (WORTEL / "Makefile").read_text("utf-8")
    doelen = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.M))
    genoemd = set(
        re.findall(r"\bmake ([a-z-]+)", re.sub(r"(?m)^(?! *make|.*`make).*$", "", README))
    )
    assert genoemd == doelen


@pytest.mark.parametrize("naam", sorted(opdrachten()))
def test_elke_opdracht_staat_in_de_readme_en_legt_zich_uit(naam: str) -> None:
    assert naam in README
    opdracht = opdrachten()[naam]
    assert opdracht.help
    for keuze in opdracht.params:
        if isinstance(keuze, click.Option):
            assert keuze.help, f"{naam} {keuze.opts[0]} has no help"


def test_elk_pad_in_de_kaart_van_de_readme_bestaat() -> None:
    kaart = README.split("```text\n")[1].split("```")[0]
    paden = re.findall(r"^(\S+)", kaart, re.M)
    assert paden
    for pad in paden:
        assert (WORTEL / pad).exists(), pad


def test_elke_verwijzing_in_readme_en_contributing_bestaat() -> None:
    for naam in ["README.md", "CONTRIBUTING.md"]:
        for doel in re.findall(r"\]\(([^)#]+)\)", (WORTEL / naam).read_text("utf-8")):
            assert doel.startswith("https://") or (WORTEL / doel).exists(), f"{naam}: {doel}"
