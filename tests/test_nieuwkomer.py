"""The first hour of somebody new, from an empty folder to a site: in a terminal and a browser."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hulp.bouwen import draai, omgevingsvariabelen
from hulp.koppelingen import kapotte_koppelingen
from hulp.voorvertoning import serveer

pytestmark = pytest.mark.xdist_group("voorvertoning")


class Gesprek:
    """A command in a real terminal: what it says, and answers typed at its questions."""

    def __init__(self, opdracht: Sequence[str], map_: Path) -> None:
        self._kant, kind = pty.openpty()
        self._proces = subprocess.Popen(
            opdracht, cwd=map_, env=omgevingsvariabelen(), stdin=kind, stdout=kind, stderr=kind
        )
        os.close(kind)
        self.gezegd = ""
        self._gelezen = 0

    def wacht_op(self, patroon: str) -> None:
        """Read until something new matches."""
        while not (vondst := re.search(patroon, self.gezegd[self._gelezen :])):
            deel = self._lees()
            assert deel, f"ended before {patroon!r}:\n{self.gezegd}"
            self.gezegd += deel
        self._gelezen += vondst.end()

    def antwoord(self, tekst: str) -> None:
        """Type a line."""
        os.write(self._kant, f"{tekst}\n".encode())

    def einde(self) -> int:
        """Read what is left; return the exit code."""
        while deel := self._lees():
            self.gezegd += deel
        return self._proces.wait()

    def sluit(self) -> None:
        """Leave nothing behind."""
        os.close(self._kant)
        if self._proces.poll() is None:
            self._proces.terminate()
            self._proces.wait()

    def _lees(self) -> str:
        try:
            return os.read(self._kant, 65536).decode(errors="replace")
        except OSError:  # the other side has gone
            return ""


@contextmanager
def gesprek(opdracht: Sequence[str], map_: Path) -> Iterator[Gesprek]:
    """Hold a conversation with a command."""
    met = Gesprek(opdracht, map_)
    try:
        yield met
    finally:
        met.sluit()


def test_van_niets_tot_een_site(tmp_path: Path, pagina: Page) -> None:
    # Five questions; a wrong answer is explained and asked again.
    with gesprek(["propositie", "nieuw", "hoek"], tmp_path) as praat:
        praat.wacht_op(r"(?is)organisatie.*> $")
        praat.antwoord("Welzijn De Hoek")
        praat.wacht_op(r"(?is)plaats.*> $")
        praat.antwoord("Veendam")
        praat.wacht_op(r"(?is)te bellen.*> $")
        praat.antwoord("bel maar")
        praat.wacht_op(r"(?s)geen telefoonnummer.*> $")
        praat.antwoord("0598 000 000")
        praat.wacht_op(r"(?is)kleur.*> $")
        praat.antwoord("#1f5c4d")
        praat.wacht_op(r"(?is)aan.*> $")
        praat.antwoord("u")
        assert praat.einde() == 0, praat.gezegd
        assert "mkdocs serve" in praat.gezegd
    hoek = tmp_path / "hoek"

    # A colleague.
    uit = draai(["propositie", "erbij", "medewerker", "Ayşe Yılmaz"], cwd=hoek).stdout
    assert "site_src/huis/medewerkers/ayse-yilmaz.yml" in uit
    bestand = hoek / "site_src/huis/medewerkers/ayse-yilmaz.yml"
    goed = re.sub(
        r"^functie: .*$", "functie: ouderenadviseur", bestand.read_text("utf-8"), flags=re.M
    )
    bestand.write_text(goed, "utf-8")

    with serveer(hoek) as voor:
        pagina.goto(f"{voor.adres}mensen/ayse-yilmaz/")
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Ayşe Yılmaz")
        balk = pagina.get_by_role("complementary", name="Voorvertoning")
        expect(balk).to_contain_text("medewerkers/ayse-yilmaz.yml, regel")

        # A mistake shows in the browser and in the terminal, in the same words.
        bestand.write_text(goed.replace("functie: oud", "functie:oud"), "utf-8")
        melding = pagina.get_by_role("alert", name="Fouten in het huis")
        expect(melding).to_contain_text("ayse-yilmaz.yml, regel")
        woorden = melding.locator("li > p").nth(1).inner_text()
        klaar = draai(["propositie", "controleer"], cwd=hoek, mag_mislukken=True)
        assert klaar.returncode == 1
        assert woorden in klaar.stdout
        assert klaar.stdout.count("fout V") == 1
        assert "functie:ouderenadviseur" in klaar.stdout
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Ayşe Yılmaz")

        # Mended, it goes by itself.
        bestand.write_text(goed, "utf-8")
        expect(melding).to_have_count(0)
        expect(pagina.get_by_text("ouderenadviseur").first).to_be_visible()
        pagina.goto("about:blank")

    draai(["propositie", "controleer"], cwd=hoek)
    draai(["mkdocs", "build", "--strict"], cwd=hoek)
    site = hoek / "site"
    assert "Welzijn De Hoek" in (site / "index.html").read_text("utf-8")
    assert "vv-" not in (site / "mensen/ayse-yilmaz/index.html").read_text("utf-8")
    # Until the site knows its address, 404.html can only be right at the top of a host.
    kapot = kapotte_koppelingen(site, "https://hoek.example/")
    assert [k for k in kapot if not k.startswith("404.html")] == []
    draai(["mkdocs", "build", "--strict", "-f", "werkboek.yml"], cwd=hoek)
    assert (hoek / "site_werkboek/handboek/eerste-uur/index.html").is_file()
