"""What to say of a file or folder that is not read as it stands: its name, or what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..finding import Finding, Location, Severity
from ..harmless import make_visible
from ..huis import yaml_kinds
from ..huis.berichten import BLOG
from ..reading.names import is_device
from ..reading.problems import OddFile, Oddity
from .names import find_nearest
from .words import did_you_mean, shorten


def explain_odd_file(file: OddFile) -> Finding:
    """A file or folder that is not read as it stands."""
    code, message = _EXPLAINED[file.oddity](file)
    severity = Severity.ERROR if file.is_error else Severity.WARNING
    return Finding(code, severity, message, Location(file.shown_as))


def meant_single(file: OddFile) -> str | None:
    """The kind of which there is one that a file without a place was meant to be."""
    if file.oddity is Oddity.HIDDEN_SUFFIX and not file.folder:
        kind = yaml_kinds().get(file.twin.partition(".")[0])
        return kind.name if kind is not None and kind.is_single else None
    if file.oddity is not Oddity.UNREAD or file.folder or not file.is_yaml:
        return None
    return find_nearest(file.path.stem, [s.name for s in yaml_kinds().values() if s.is_single])


def show_name(file: OddFile) -> str:
    """The name of a file as a message can hold it."""
    return shorten(make_visible(file.path.name))


def _explain_unusable_id(file: OddFile) -> tuple[str, str]:
    return _unusable(file, ".yml", "alleen kleine letters a–z, cijfers en streepjes.")


def _explain_unusable_post_id(file: OddFile) -> tuple[str, str]:
    return _unusable(file, ".md", "alleen kleine letters a–z, cijfers en streepjes, en dan .md.")


def _explain_unusable_page_id(file: OddFile) -> tuple[str, str]:
    return "V12", (
        f'De bestandsnaam "{show_name(file)}" wordt het adres van de pagina, en zo\'n adres is '
        f'niet te zeggen of over te typen. Noem het bestand "{file.free_id or "pagina"}.md".'
    )


def _explain_other_markdown(file: OddFile) -> tuple[str, str]:
    return "V13", (
        f'Het bestand "{show_name(file)}" wordt niet gelezen: een pagina eindigt op .md. Noem het '
        f'"{file.free_id or "pagina"}.md".'
    )


def _unusable(file: OddFile, suffix: str, rule: str) -> tuple[str, str]:
    hint = f' Noem het bestand "{file.free_id}{suffix}".' if file.free_id else ""
    if is_device(file.path.stem):
        return "V12", f'Een bestand kan op Windows niet "{show_name(file)}" heten.{hint}'
    return "V12", f'De bestandsnaam "{show_name(file)}" kan geen adres worden: {rule}{hint}'


def _explain_unread(file: OddFile) -> tuple[str, str]:
    """A file that nothing reads. YAML somebody wrote is content that would be missing: a fout."""
    folders = [s.name for s in yaml_kinds().values() if not s.is_single]
    top_folder = file.folder.partition("/")[0]
    if file.folder == "":
        intended = meant_single(file)
        hint = did_you_mean(f"{intended}.yml" if intended else None) or (
            " Zet het in de map waar het bij hoort, of haal het weg."
        )
    elif top_folder not in folders:
        hint = f' De map "{shorten(make_visible(file.folder))}" hoort niet bij een huis.'
        hint += did_you_mean(find_nearest(file.folder, folders))
    elif "/" in file.folder:
        hint = f' Zet het in de map "{top_folder}" zelf.'
    elif file.is_yaml:
        hint = f' Noem het "{file.path.stem}.yml".'
    else:
        hint = " Haal het weg."
    return "V13", f'Het bestand "{show_name(file)}" wordt nergens gelezen.{hint}'


def _explain_unread_beside_posts(file: OddFile) -> tuple[str, str]:
    return "V13", f'Het bestand "{show_name(file)}" wordt nergens gelezen. Haal het weg.'


def _explain_odd_name(file: OddFile) -> tuple[str, str]:
    is_no_text = any("\ud800" <= t <= "\udfff" for t in file.path.name)
    what = "een teken dat geen letter is" if is_no_text else "een teken dat niet te zien is"
    return "V12", f'In de naam "{show_name(file)}" staat {what}. Geef een andere naam.'


def _explain_not_on_windows(file: OddFile) -> tuple[str, str]:
    return "V12", (
        f'De naam "{show_name(file)}" kan op Windows niet, en wie daar met deze map werkt, krijgt '
        'haar dan niet binnen. Geef een naam zonder < > : " | ? * en \\, die niet eindigt op een '
        "punt of spatie en niet con, prn, aux, nul, com1 of lpt1 is."
    )


def _explain_twin(file: OddFile) -> tuple[str, str]:
    first = shorten(make_visible(file.twin))
    return "V12", (
        f'"{show_name(file)}" en "{first}" zijn op Windows en op een Mac dezelfde naam, en dan '
        "blijft er een van de twee over. Geef een van beide een andere naam."
    )


def _explain_copy(file: OddFile) -> tuple[str, str]:
    return "V12", (
        f'Het bestand "{show_name(file)}" is zo te zien een kopie van "{file.twin}". Houd een van '
        "de twee, en haal de andere weg. Is het iets anders, geef het dan een eigen naam."
    )


def _explain_hidden_suffix(file: OddFile) -> tuple[str, str]:
    added = file.path.name[len(file.twin) :]
    if not file.free_id:
        return "V13", (
            f'Het bestand "{show_name(file)}" wordt niet gelezen: achter de naam staat nog '
            f'"{added}". Er is ook al een "{file.twin}". Zet wat hierin nieuw is daarin, en haal '
            "dit bestand dan weg."
        )
    return "V13", (
        f'Het bestand "{show_name(file)}" wordt niet gelezen, want de editor heeft er "{added}" '
        f'achter gezet. Noem het "{file.free_id}". Ziet u dat einde niet, kies dan bij Opslaan als '
        "het type Alle bestanden."
    )


def _explain_plain_text(file: OddFile) -> tuple[str, str]:
    if not file.free_id:
        return "V13", (
            f'Het bestand "{show_name(file)}" wordt niet gelezen, en er is ook al een '
            f'"{file.twin}". Zet wat hierin nieuw is daarin, en haal dit bestand dan weg.'
        )
    return "V13", (
        f'Het bestand "{show_name(file)}" wordt niet gelezen: het is gewone tekst, en hier eindigt '
        f'een bestand op .yml. Noem het "{file.free_id}". Kiest u Opslaan als, neem dan het type '
        "Alle bestanden."
    )


_EXPLAINED: Mapping[Oddity, Callable[[OddFile], tuple[str, str]]] = {
    Oddity.CLOSED_FOLDER: lambda _: (
        "V01",
        "Deze map is niet te openen. Kijk na of u hem mag lezen.",
    ),
    Oddity.LINKED_FOLDER: lambda _: (
        "V13",
        "Dit is een snelkoppeling naar een map. Zet de bestanden zelf in een gewone map.",
    ),
    Oddity.LINK_OUT: lambda _: (
        "V13",
        "Dit is een snelkoppeling naar een bestand ergens anders, of naar niets. Wat buiten deze "
        "map ligt, komt niet op de site. Zet het bestand zelf hier, of haal de snelkoppeling weg.",
    ),
    Oddity.NO_FILE: lambda _: ("V13", "Dit is geen gewoon bestand. Haal het weg."),
    Oddity.FOLDER_NAMED_AS_FILE: lambda _: (
        "V13",
        "Dit is een map, en de naam is die van een bestand. Haal .yml uit de naam.",
    ),
    Oddity.UNREAD: _explain_unread,
    Oddity.UNUSABLE_ID: _explain_unusable_id,
    Oddity.UNREAD_BESIDE_POSTS: _explain_unread_beside_posts,
    Oddity.POST_TOO_DEEP: lambda _: (
        "V13",
        f'Dit stuk wordt niet gelezen. Zet het in de map "{BLOG}" zelf.',
    ),
    Oddity.UNUSABLE_POST_ID: _explain_unusable_post_id,
    Oddity.UNUSABLE_PAGE_ID: _explain_unusable_page_id,
    Oddity.OTHER_MARKDOWN: _explain_other_markdown,
    Oddity.ODD_NAME: _explain_odd_name,
    Oddity.NOT_ON_WINDOWS: _explain_not_on_windows,
    Oddity.TWIN: _explain_twin,
    Oddity.COPY: _explain_copy,
    Oddity.HIDDEN_SUFFIX: _explain_hidden_suffix,
    Oddity.PLAIN_TEXT: _explain_plain_text,
}
"""Code and sentence of each oddity."""
