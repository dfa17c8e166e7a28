"""The commands and their options, read from the command line itself, for the handbook."""

from __future__ import annotations

from collections.abc import Iterator

import click

from propositie.cli import hoofd


def opdrachten(_hoofdstuk: str) -> str:
    """Every command with what it does, how it is typed and what can stand behind it."""
    return "\n\n".join(_opdracht(naam, c) for naam, c in sorted(hoofd.commands.items()))


def _opdracht(naam: str, opdracht: click.Command) -> str:
    ctx = click.Context(opdracht, info_name=f"propositie {naam}", parent=None)
    stukken = [s for s in opdracht.collect_usage_pieces(ctx) if s != opdracht.options_metavar]
    alineas = [" ".join(a.split()) for a in (opdracht.help or "").replace("\b", "").split("\n\n")]
    delen = [
        f"## propositie {naam}",
        *filter(None, alineas),
        "\n".join(["```sh", " ".join([f"propositie {naam}", *stukken]), "```"]),
    ]
    if rijen := list(_rijen(ctx, opdracht)):
        delen.append("\n".join(["| Erachter | Wat het doet |", "|---|---|", *rijen]))
    return "\n\n".join(delen)


def _rijen(ctx: click.Context, opdracht: click.Command) -> Iterator[str]:
    for optie in opdracht.params:
        if isinstance(optie, click.Option) and not optie.hidden:
            namen = ", ".join(f"`{n}`" for n in (*optie.opts, *optie.secondary_opts))
            yield f"| {namen}{_waarde(optie, ctx)} | {_uitleg(optie)} |"


def _waarde(optie: click.Option, ctx: click.Context) -> str:
    if optie.is_flag or isinstance(optie.type, click.Choice):
        return ""
    return f" `{optie.make_metavar(ctx)}`"


def _uitleg(optie: click.Option) -> str:
    zinnen = [optie.help or ""]
    if isinstance(optie.type, click.Choice):
        zinnen.append(f"Kies: {', '.join(f'`{k}`' for k in optie.type.choices)}.")
    if optie.show_default and optie.default not in (None, False):
        zinnen.append(f"Laat u het weg, dan geldt `{optie.default}`.")
    return " ".join(zinnen).replace("|", "\\|")
