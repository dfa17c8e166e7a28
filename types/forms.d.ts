// The types of the scripts of the forms; for `make lint` only, no browser ever sees this file.

declare module "propositie/forms" {
  import type { Pair as YamlPair, ParsedNode } from "yaml";

  export type Node = ParsedNode;
  export type Pair = YamlPair<Node, Node | null>;

  /** A value as the forms have it: every scalar is the text that was typed. */
  export type Value = string | Value[] | Group | null | undefined;
  export type Group = { [key: string]: Value };

  /** What the forms know of a field. */
  export interface Field {
    /** Whether one value may stand for a list. */
    los?: boolean;
    /** The groups that a short word may stand for. */
    tekst?: string;
    velden?: Fields;
    /** Whether the keys within are free. */
    vrij?: boolean;
    /** Whether the editor has no box for it, so that it stays as it stands in the file. */
    blijft?: boolean;
    /** Whether the text may hold Markdown. */
    opmaak?: boolean;
    /** Whether it is a day. */
    datum?: boolean;
    /** What it is called. */
    naam?: string;
    /** What a text has to look like, and what is said when it does not. */
    patroon?: string;
    melding?: string;
    /** Between what a number lies. */
    grenzen?: { van: number | null; tot: number | null; melding: string };
    /** What stands behind each name of a table. */
    deel?: Field;
  }
  export type Fields = { [key: string]: Field };

  /** A kind of thing that has a form: its format, and its chapter in the handbook. */
  export interface KindOfForm {
    vorm: string;
    hulp: string;
  }

  /** The values of one file; under the name that no field has, the source they were read from. */
  export type Entry = Group & { bron_van_dit_bestand?: string };

  /** How the editor reads and writes files of one kind. */
  export interface Format {
    fromFile(text: string): Entry;
    toFile(entry: Entry): string;
  }
}

interface Window {
  CMS_MANUAL_INIT: boolean;
  CMS: {
    init(options: { config: object }): void;

    registerCustomFormat(name: string, extension: string, format: import("propositie/forms").Format): void;
  };
}
