"""How long other generators take for the same words, beside ours, in the same run.

Each gets a page for every worker and one that lists them, in the barest template of its own; ours
gets the whole house, with its checks. Builds are whole processes from nothing, they take turns, and
the median counts. What is made of one page that was saved is measured where a generator watches.
Run it with `make bench-peers`, which also installs them in `.cache/peers`; one that cannot be
installed is named and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_time import Worker, forget, invent_workers, write, write_huis, write_plain_site

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / ".cache/peers"
NODE_BIN = INSTALLED / "node_modules/.bin"
PYTHON_BIN = INSTALLED / "venv/bin"
OWN_BIN = Path(sys.executable).parent
PATIENCE = 60.0
"""Seconds after which a saved page is given up."""


@dataclass(frozen=True)
class Peer:
    """A generator: how its site is written, built and watched."""

    name: str
    write: Callable[[Path, list[Worker]], None]
    build: Sequence[str | Path]
    output: str
    """The folder in which the site stands afterwards."""
    watch: Sequence[str | Path] = ()
    """Builds again after each change; empty for one that is not measured."""
    source: str = ""
    """The file of a worker, with {id}."""


def _page(worker: Worker, head: str = "") -> str:
    """The page of a worker in Markdown."""
    expertise = "\n".join(f"- {skill}" for skill in worker.deskundig_in)
    return (
        f"{head}# {worker.naam}\n\n{worker.functie}\n\n> {worker.belofte}\n\n## Te vinden\n\n"
        f"- Trefpunt, {worker.te_vinden[0]}\n- Op de markt, {worker.te_vinden[1]}\n\n"
        f"## Weet veel van\n\n{expertise}\n\n> {worker.aanbeveling}\n\nEen buurvrouw\n\n"
        f"## Schrijft\n\n- {worker.article} De Bode\n\n## Verraste\n\n- {worker.verrassing}\n\n"
        f"## Over\n\n{worker.over}\n"
    )


def _list(workers: list[Worker], suffix: str) -> str:
    items = "\n".join(f"- [{m.naam}](mensen/{m.id}{suffix}), {m.functie}" for m in workers)
    return f"# Mensen\n\n{items}\n"


_BARE = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body>{content}</body></html>\n"
)


def write_eleventy(folder: Path, workers: list[Worker]) -> None:
    """Eleventy: one layout, a Markdown file for each worker."""
    layout = _BARE.format(title="{{ title }}", content="{{ content | safe }}")
    write(folder / "src/_includes/page.njk", layout)
    write(folder / "src/src.json", json.dumps({"layout": "page.njk"}))
    write(folder / "src/index.md", f"---\ntitle: Mensen\n---\n{_list(workers, '/')}")
    for worker in workers:
        head = f"---\ntitle: {worker.naam}\n---\n"
        write(folder / f"src/mensen/{worker.id}.md", _page(worker, head))
    write(folder / "eleventy.config.js", "export default () => ({dir: {input: 'src'}});\n")
    write(folder / "package.json", '{"type": "module"}')


def write_hugo(folder: Path, workers: list[Worker]) -> None:
    """Hugo: one layout, a Markdown file for each worker."""
    layout = _BARE.format(title="{{ .Title }}", content="{{ .Content }}")
    for name in ("single", "list", "home"):
        write(folder / f"layouts/{name}.html", layout)
        write(folder / f"layouts/_default/{name}.html", layout)
    write(folder / "layouts/index.html", layout)
    write(folder / "hugo.toml", 'baseURL = "https://meting.example/"\ndisableKinds = '
          '["taxonomy", "term", "RSS"]\n')  # fmt: skip
    write(folder / "content/_index.md", f"---\ntitle: Mensen\n---\n{_list(workers, '/')}")
    for worker in workers:
        head = f"---\ntitle: {worker.naam}\n---\n"
        write(folder / f"content/mensen/{worker.id}.md", _page(worker, head))


def write_zensical(folder: Path, workers: list[Worker]) -> None:
    """Zensical: its own theme, outside the navigation."""
    write(folder / "zensical.toml", '[project]\nsite_name = "Meting"\n'
          'site_url = "https://meting.example/"\nnav = [{"Mensen" = "index.md"}]\n')  # fmt: skip
    write(folder / "docs/index.md", _list(workers, ".md"))
    for worker in workers:
        write(folder / f"docs/mensen/{worker.id}.md", _page(worker))


PEERS = (
    Peer("propositie", write_huis, [OWN_BIN / "mkdocs", "build", "--quiet"], "site"),
    Peer("plain Material", write_plain_site, [OWN_BIN / "mkdocs", "build", "--quiet"], "site"),
    Peer(
        "Eleventy", write_eleventy, [NODE_BIN / "eleventy", "--quiet"], "_site",
        [NODE_BIN / "eleventy", "--quiet", "--watch"], "src/mensen/{id}.md",
    ),
    Peer(
        "Hugo", write_hugo, [PYTHON_BIN / "hugo", "--quiet"], "public",
        [PYTHON_BIN / "hugo", "--quiet", "--watch"], "content/mensen/{id}.md",
    ),
    Peer("Zensical", write_zensical, [PYTHON_BIN / "zensical", "build"], "site"),
)  # fmt: skip


def is_installed(peer: Peer) -> bool:
    """Whether the program of a generator is there."""
    return Path(peer.build[0]).exists()


def build(peer: Peer, folder: Path) -> float:
    """Build a site from nothing, as a process of its own; return the seconds."""
    forget(folder)
    output = folder / peer.output
    if output.exists():
        output.rename(tempfile.mkdtemp(prefix="oud-", dir=folder) + "/site")
    shutil.rmtree(folder / ".cache/zensical", ignore_errors=True)
    start = time.perf_counter()
    done = subprocess.run(
        [str(word) for word in peer.build], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{peer.name} ended in {done.returncode}:\n{done.stdout}{done.stderr}")
    return seconds


def compare(count: int, repeats: int) -> Iterator[str]:
    """Build with every generator in turns; yield the lines of the report."""
    workers = invent_workers(count)
    here = [peer for peer in PEERS if is_installed(peer)]
    for peer in PEERS:
        if peer not in here:
            yield f"N = {count:5}  {peer.name:15} is not installed here"
    with tempfile.TemporaryDirectory(prefix="peers-") as temporary:
        folders = {peer.name: Path(temporary) / peer.name.replace(" ", "-") for peer in here}
        for peer in here:
            peer.write(folders[peer.name], workers)
            build(peer, folders[peer.name])  # pictures and programs are loaded once
        times: dict[str, list[float]] = {peer.name: [] for peer in here}
        for turn in range(repeats):
            for peer in here if turn % 2 == 0 else reversed(here):
                times[peer.name].append(build(peer, folders[peer.name]))
        ours = statistics.median(times["propositie"])
        for peer in here:
            pages = len(list((folders[peer.name] / peer.output).rglob("*.html")))
            if pages <= count:
                sys.exit(f"{peer.name} made {pages} pages of {count} workers")
            middle = statistics.median(times[peer.name])
            yield (
                f"N = {count:5}  {peer.name:15} {middle:7.2f} s  "
                f"({min(times[peer.name]):.2f}-{max(times[peer.name]):.2f})  {pages:5} pages  "
                f"ours is {ours / middle:.2f} of it"
            )
        for peer in here:
            if peer.watch:
                seconds = saved_until_written(peer, folders[peer.name], workers[7], repeats)
                shown = f"{1000 * seconds:5.0f} ms" if seconds else "gave up"
                yield f"N = {count:5}  {peer.name:15} {shown}  from saved to written"


def saved_until_written(peer: Peer, folder: Path, worker: Worker, repeats: int) -> float:
    """The median of the seconds from a saved page until its words are in the output; 0 for who
    does not write it within `PATIENCE`."""
    source = folder / peer.source.format(id=worker.id)
    page = folder / peer.output / f"mensen/{worker.id}/index.html"
    text = source.read_text("utf-8")
    log = (folder / "log").open("w")
    process = subprocess.Popen(
        [str(word) for word in peer.watch], cwd=folder, stdout=log, stderr=log,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_until_still(page.parent.parent)
        found = []
        for turn in range(repeats):
            mark = f"Merkteken {turn} {time.time_ns()}"
            source.write_text(f"{text}\n{mark}\n", "utf-8")
            if not (seconds := _wait_for(page, mark)):
                return 0
            found.append(seconds)
            wait_until_still(page.parent.parent)
        return statistics.median(found)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        log.close()
        source.write_text(text, "utf-8")


def _wait_for(page: Path, mark: str) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        try:
            if mark in page.read_text("utf-8"):
                return time.perf_counter() - start
        except OSError:
            pass
        time.sleep(0.005)
    return 0


def wait_until_still(folder: Path) -> None:
    """Wait until nothing was written in a folder for two seconds."""
    before, since = 0.0, time.monotonic()
    while time.monotonic() - since < 2:
        newest = max((p.stat().st_mtime for p in folder.rglob("*.html")), default=0.0)
        if newest != before:
            before, since = newest, time.monotonic()
        time.sleep(0.2)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("aantal", type=int, nargs="*", default=[1000, 5000], help="workers (N)")
    parser.add_argument("--keren", type=int, default=3, help="builds of each; the median counts")
    arguments = parser.parse_args()
    for count in arguments.aantal:
        for line in compare(count, arguments.keren):
            print(line, flush=True)


if __name__ == "__main__":
    main()
