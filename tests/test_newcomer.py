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

from helpers.build import command_environment, run
from helpers.links import find_broken_links
from helpers.preview import serve_preview

pytestmark = pytest.mark.xdist_group("voorvertoning")


class Conversation:
    """A command in a real terminal: what it says, and answers typed at its questions."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._terminal, child = pty.openpty()
        self._process = subprocess.Popen(
            command, cwd=folder, env=command_environment(), stdin=child, stdout=child, stderr=child
        )
        os.close(child)
        self.output = ""
        self._consumed = 0

    def wait_for(self, pattern: str) -> None:
        """Read until something new matches."""
        while not (match := re.search(pattern, self.output[self._consumed :])):
            part = self._read()
            assert part, f"ended before {pattern!r}:\n{self.output}"
            self.output += part
        self._consumed += match.end()

    def answer(self, text: str) -> None:
        """Type a line."""
        os.write(self._terminal, f"{text}\n".encode())

    def end(self) -> int:
        """Read what is left; return the exit code."""
        while part := self._read():
            self.output += part
        return self._process.wait()

    def close(self) -> None:
        """Leave nothing behind."""
        os.close(self._terminal)
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def _read(self) -> str:
        try:
            return os.read(self._terminal, 65536).decode(errors="replace")
        except OSError:  # the other side has gone
            return ""


@contextmanager
def converse(command: Sequence[str], folder: Path) -> Iterator[Conversation]:
    """Hold a conversation with a command."""
    opened = Conversation(command, folder)
    try:
        yield opened
    finally:
        opened.close()


def test_from_nothing_to_a_site(tmp_path: Path, page: Page) -> None:
    # Five questions; a wrong answer is explained and asked again.
    with converse(["propositie", "nieuw", "hoek"], tmp_path) as talk:
        talk.wait_for(r"(?is)organisatie.*> $")
        talk.answer("Welzijn De Hoek")
        talk.wait_for(r"(?is)plaats.*> $")
        talk.answer("Veendam")
        talk.wait_for(r"(?is)te bellen.*> $")
        talk.answer("bel maar")
        talk.wait_for(r"(?s)staat een letter.*> $")
        talk.answer("0598 000 000")
        talk.wait_for(r"(?is)kleur.*> $")
        talk.answer("#1f5c4d")
        talk.wait_for(r"(?is)aan.*> $")
        talk.answer("u")
        assert talk.end() == 0, talk.output
        assert "propositie bekijk" in talk.output
    project = tmp_path / "hoek"

    # A colleague.
    result = run(["propositie", "erbij", "medewerker", "Ayşe Yılmaz"], cwd=project).stdout
    assert "site_src/huis/medewerkers/ayse-yilmaz.yml" in result
    file = project / "site_src/huis/medewerkers/ayse-yilmaz.yml"
    good = re.sub(r"^functie: .*$", "functie: ouderenadviseur", file.read_text("utf-8"), flags=re.M)
    file.write_text(good, "utf-8")

    with serve_preview(project) as preview:
        page.goto(f"{preview.address}mensen/ayse-yilmaz/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Ayşe Yılmaz")
        bar = page.get_by_role("complementary", name="Voorvertoning")
        expect(bar).to_contain_text("medewerkers/ayse-yilmaz.yml, regel")

        # A mistake shows in the browser and in the terminal, in the same words.
        file.write_text(good.replace("functie: oud", "functie:oud"), "utf-8")
        message = page.get_by_role("alert", name="Fouten in het huis")
        expect(message).to_contain_text("ayse-yilmaz.yml, regel")
        words = message.locator("li > p").nth(1).inner_text()
        completed = run(["propositie", "controleer"], cwd=project, can_fail=True)
        assert completed.returncode == 1
        assert words in completed.stdout
        assert completed.stdout.count("fout V") == 1
        assert "functie:ouderenadviseur" in completed.stdout
        expect(page.get_by_role("heading", level=1)).to_have_text("Ayşe Yılmaz")

        # Mended, it goes by itself.
        file.write_text(good, "utf-8")
        expect(message).to_have_count(0)
        expect(page.get_by_text("ouderenadviseur").first).to_be_visible()
        expect(page.locator("mark", has_text="Nog invullen").first).to_be_visible()
        page.goto("about:blank")

    # On the site is only what has words of their own.
    run(["propositie", "controleer"], cwd=project)
    run(["mkdocs", "build", "--strict"], cwd=project)
    site = project / "site"
    assert "Welzijn De Hoek" in (site / "index.html").read_text("utf-8")
    assert not (site / "mensen/ayse-yilmaz").exists()
    file.write_text(re.sub(r"""["']?Nog invullen:.*""", "Elke ochtend.", good), "utf-8")
    run(["mkdocs", "build", "--strict"], cwd=project)
    assert "vv-" not in (site / "mensen/ayse-yilmaz/index.html").read_text("utf-8")
    # Until the site knows its address, 404.html can only be right at the top of a host.
    broken = find_broken_links(site, "https://hoek.example/")
    assert [k for k in broken if not k.startswith("404.html")] == []
    run(["mkdocs", "build", "--strict", "-f", "werkboek.yml"], cwd=project)
    assert (project / "site_werkboek/handboek/eerste-uur/index.html").is_file()
