"""The commands and their options, read from the command line itself, for the handbook."""

from __future__ import annotations

from collections.abc import Iterator

import click

from propositie.cli import main


def commands(_chapter: str) -> str:
    """Every command with what it does, how it is typed and what can stand behind it."""
    return "\n\n".join(_command(name, c) for name, c in sorted(main.commands.items()))


def _command(name: str, command: click.Command) -> str:
    ctx = click.Context(command, info_name=f"propositie {name}", parent=None)
    pieces = [s for s in command.collect_usage_pieces(ctx) if s != command.options_metavar]
    paragraphs = [" ".join(a.split()) for a in (command.help or "").replace("\b", "").split("\n\n")]
    parts = [
        f"## propositie {name}",
        *filter(None, paragraphs),
        "\n".join(["```sh", " ".join([f"propositie {name}", *pieces]), "```"]),
    ]
    if rows := list(_rows(ctx, command)):
        parts.append("\n".join(["| Erachter | Wat het doet |", "|---|---|", *rows]))
    return "\n\n".join(parts)


def _rows(ctx: click.Context, command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            names = ", ".join(f"`{n}`" for n in (*option.opts, *option.secondary_opts))
            yield f"| {names}{_describe_value(option, ctx)} | {_explanation(option)} |"


def _describe_value(option: click.Option, ctx: click.Context) -> str:
    if option.is_flag or isinstance(option.type, click.Choice):
        return ""
    return f" `{option.make_metavar(ctx)}`"


def _explanation(option: click.Option) -> str:
    sentences = [option.help or ""]
    if isinstance(option.type, click.Choice):
        sentences.append(f"Kies: {', '.join(f'`{k}`' for k in option.type.choices)}.")
    if option.show_default and option.default not in (None, False):
        sentences.append(f"Laat u het weg, dan geldt `{option.default}`.")
    return " ".join(sentences).replace("|", "\\|")
