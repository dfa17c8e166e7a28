// The source text of a YAML file with other values in it, in which nothing else has changed.
//
// The text is cut, not written anew: each difference becomes an edit of a stretch of it, so that
// comments, order, quotes and leading zeros stay as somebody typed them.
import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { achter, blok, deel, inHaken, regel, volgorde } from "./write.js";
import { gelijk, leeg, ontleed, sleutel, voluit, waarde } from "./value.js";

/** `bron` with the values of `nieuw`; `velden` are the fields that the forms know. */
export function gewijzigd(bron, nieuw, velden) {
  const doc = ontleed(bron);
  const werk = new Werk(bron);
  if (!doc.contents || leeg(waarde(doc.contents))) {
    const nieuwe = volgorde(nieuw, velden).filter((k) => !leeg(nieuw[k]));
    const voor = bron && !bron.endsWith("\n") ? `${bron}\n` : bron;
    return voor + nieuwe.map((k) => `${regel(k)}:${achter(nieuw[k], 0, velden?.[k])}\n`).join("");
  }
  werk.groep(doc.contents, nieuw, velden);
  return werk.klaar();
}

class Werk {
  constructor(bron) {
    this.bron = bron;
    this.regeleinde = bron.includes("\r\n") ? "\r\n" : "\n";
    this.stukken = [];
  }

  klaar() {
    const rij = this.stukken.map((s, nummer) => ({ ...s, nummer }));
    rij.sort((a, b) => a.van - b.van || a.nummer - b.nummer);
    let uit = "";
    let plek = 0;
    for (const { van, tot, tekst } of rij) {
      uit += this.bron.slice(plek, van) + tekst.replace(/\r?\n/g, this.regeleinde);
      plek = Math.max(plek, tot);
    }
    return uit + this.bron.slice(plek);
  }

  vervang(van, tot, tekst) {
    if (this.bron.slice(van, tot) !== tekst) this.stukken.push({ van, tot, tekst });
  }

  /** Put whole lines in at `plek`, which is the start of a line or the end of the text. */
  voegIn(plek, tekst) {
    const open = plek > 0 && this.bron[plek - 1] !== "\n";
    this.stukken.push({ van: plek, tot: plek, tekst: open ? `\n${tekst}` : `${tekst}\n` });
  }

  // --- places ---------------------------------------------------------------------------------

  regelbegin(plek) {
    return this.bron.lastIndexOf("\n", plek - 1) + 1;
  }

  kolom(plek) {
    return plek - this.regelbegin(plek);
  }

  /** Where the line ends on which the text before `plek` ends, line break included. */
  regelslot(plek) {
    if (plek > 0 && this.bron[plek - 1] === "\n") return plek;
    const slot = this.bron.indexOf("\n", plek);
    return slot < 0 ? this.bron.length : slot + 1;
  }

  /** Where a node ends, without the comments and empty lines below it. */
  einde(knoop) {
    if (isSeq(knoop) && !knoop.flow && knoop.items.length) return this.einde(knoop.items.at(-1));
    if (isMap(knoop) && !knoop.flow && knoop.items.length) return this.paarslot(knoop.items.at(-1));
    return knoop.range[1];
  }

  paarslot(paar) {
    return Math.max(paar.key.range[1], paar.value?.range ? this.einde(paar.value) : 0);
  }

  /** Where the dash of a part of a list stands. */
  streep(knoop) {
    return this.bron.lastIndexOf("-", knoop.range[0] - 1);
  }

  // --- groups ---------------------------------------------------------------------------------

  groep(knoop, nieuw, velden) {
    const paren = knoop.items;
    const inspringing = this.kolom(paren[0].key.range[0]);
    const oud = Object.fromEntries(paren.map((p) => [sleutel(p), p]));
    for (const [nummer, paar] of paren.entries()) {
      const naam = sleutel(paar);
      const vorm = velden?.[naam];
      const was = voluit(waarde(paar.value), vorm);
      // What the forms do not know, they do not take away.
      if (!(naam in nieuw) && velden && !vorm) continue;
      if (gelijk(was, nieuw[naam])) continue;
      if (leeg(nieuw[naam])) this.haalWeg(paren, nummer);
      else this.paar(paar, nieuw[naam], inspringing, vorm);
    }
    let vorige = null;
    for (const naam of volgorde({ ...oud, ...nieuw }, velden)) {
      if (oud[naam]) vorige = oud[naam];
      else if (!leeg(nieuw[naam])) {
        const tekst = `${regel(naam)}:${achter(nieuw[naam], inspringing, velden?.[naam])}`;
        this.veldErbij(knoop, vorige, tekst, inspringing);
      }
    }
  }

  veldErbij(knoop, vorige, tekst, inspringing) {
    const marge = " ".repeat(inspringing);
    if (vorige) {
      this.voegIn(this.regelslot(this.paarslot(vorige)), marge + tekst);
      return;
    }
    // Before the first: that one may stand behind a dash, and comments above it stay above it.
    const begin = knoop.items[0].key.range[0];
    this.stukken.push({ van: begin, tot: begin, tekst: `${tekst}\n${marge}` });
  }

  haalWeg(paren, nummer) {
    const paar = paren[nummer];
    const begin = this.regelbegin(paar.key.range[0]);
    const achterStreep = this.bron.slice(begin, paar.key.range[0]).trim() !== "";
    const slot = this.regelslot(this.paarslot(paar));
    if (!achterStreep) this.vervang(begin, slot, "");
    else if (paren[nummer + 1]) this.vervang(paar.key.range[0], paren[nummer + 1].key.range[0], "");
    else this.vervang(paar.key.range[0], this.paarslot(paar), "");
  }

  paar(paar, nieuw, inspringing, vorm) {
    const knoop = paar.value;
    if (isMap(knoop) && !knoop.flow && this.#isGroep(nieuw)) {
      this.groep(knoop, nieuw, vorm?.vrij ? undefined : vorm?.velden);
    } else if (isSeq(knoop) && !knoop.flow && Array.isArray(nieuw)) {
      this.lijst(knoop, nieuw, vorm);
    } else if ((isMap(knoop) || isSeq(knoop)) && knoop.flow && typeof nieuw === "object") {
      this.vervang(knoop.range[0], knoop.range[1], this.haken(knoop, nieuw));
    } else if (isScalar(knoop) && typeof nieuw !== "object" && knoop.range[1] > knoop.range[0]) {
      this.woord(knoop, String(nieuw), inspringing + 2);
    } else {
      const punt = this.bron.indexOf(":", paar.key.range[1]) + 1;
      const slot = Math.max(punt, this.paarslot(paar));
      const einde = this.bron[slot - 1] === "\n" ? "\n" : "";
      this.vervang(punt, slot, achter(nieuw, inspringing, vorm) + einde);
    }
  }

  #isGroep(w) {
    return w !== null && typeof w === "object" && !Array.isArray(w);
  }

  /** Another text in place of a scalar, in the style that it had. */
  woord(knoop, tekst, inspringing) {
    const [van, tot] = knoop.range;
    const was = this.bron.slice(van, tot);
    if (knoop.type === "BLOCK_LITERAL" || knoop.type === "BLOCK_FOLDED") {
      const kop = knoop.type === "BLOCK_LITERAL" ? was.split(/\r?\n/)[0].replace(/\d/, "") : "|";
      const marge = was.split(/\r?\n/).slice(1).find((r) => r.trim())?.match(/^ */)[0].length;
      const slot = was.match(/(\r?\n)*$/)[0];
      this.vervang(van, tot, blok(tekst, marge ?? inspringing, kop) + slot);
    } else if (tekst.trimEnd().includes("\n")) {
      // What follows on the line is a comment; behind the text it would become part of it.
      const slot = this.bron.slice(tot, this.regelslot(tot)).trimEnd();
      this.vervang(van, tot + slot.length, blok(tekst, inspringing, `|${slot}`));
    } else {
      this.vervang(van, tot, regel(tekst.trimEnd(), false, knoop.type));
    }
  }

  // --- lists ----------------------------------------------------------------------------------

  lijst(knoop, nieuw, vorm) {
    const oud = knoop.items.map((d) => voluit(waarde(d), { velden: vorm?.velden }));
    const delen = nieuw.filter((d) => !leeg(d));
    const marge = " ".repeat(this.kolom(this.streep(knoop.items[0])));
    const weg = new Set(oud.keys());
    const plan = [];
    for (const [nieuwe, oude] of overlap(oud, delen)) {
      plan[nieuwe] = { oude };
      weg.delete(oude);
    }
    // What stands between the same neighbours is the same part, changed.
    let plek = -1;
    for (const [nummer, d] of delen.entries()) {
      if (plan[nummer]) {
        plek = plan[nummer].oude;
        continue;
      }
      const elders = [...weg].find((o) => gelijk(oud[o], d));
      if (elders === undefined && weg.has(plek + 1)) {
        plek += 1;
        plan[nummer] = { oude: plek };
        weg.delete(plek);
        this.deel(knoop.items[plek], d, vorm);
      } else {
        plan[nummer] = { na: plek, tekst: this.#nieuwDeel(knoop, elders, d, marge, vorm) };
      }
    }
    for (const oude of weg) {
      const item = knoop.items[oude];
      this.vervang(
        this.regelbegin(this.streep(item)), this.regelslot(this.einde(item)), "");
    }
    for (const { na, tekst } of plan.filter((p) => p?.tekst)) {
      const vorige = knoop.items[na];
      const begin = this.regelbegin(this.streep(knoop.items[0]));
      this.voegIn(vorige ? this.regelslot(this.einde(vorige)) : begin, tekst);
    }
  }

  /** The text of a part that was not here; one that only moves takes its comments along. */
  #nieuwDeel(knoop, elders, d, marge, vorm) {
    if (elders === undefined) return `${marge}- ${deel(d, marge.length + 2, vorm)}`;
    const item = knoop.items[elders];
    const slot = this.regelslot(this.einde(item));
    return this.bron.slice(this.regelbegin(this.streep(item)), slot).replace(/\r?\n$/, "");
  }

  deel(knoop, nieuw, vorm) {
    if (isMap(knoop) && !knoop.flow && this.#isGroep(nieuw)) {
      this.groep(knoop, nieuw, vorm?.velden);
    } else if (isScalar(knoop) && typeof nieuw !== "object") {
      this.woord(knoop, String(nieuw), this.kolom(this.streep(knoop)) + 2);
    } else if (knoop.flow && typeof nieuw === "object") {
      this.vervang(knoop.range[0], knoop.range[1], this.haken(knoop, nieuw));
    } else {
      const marge = this.kolom(this.streep(knoop)) + 2;
      this.vervang(knoop.range[0], this.einde(knoop), deel(nieuw, marge, vorm));
    }
  }

  // --- between brackets -----------------------------------------------------------------------

  /** A list or group between brackets, in which every part that did not change is as it was. */
  haken(knoop, nieuw) {
    const bron = (k) => this.bron.slice(k.range[0], k.range[1]);
    const eigen = (k, w) => {
      if (k?.range && gelijk(waarde(k), w)) return bron(k);
      if (k?.flow && typeof w === "object") return this.haken(k, w);
      if (isScalar(k) && typeof w !== "object") return regel(String(w), true, k.type);
      return inHaken(w);
    };
    if (isSeq(knoop) && Array.isArray(nieuw)) {
      const oud = knoop.items.map(waarde);
      const delen = nieuw.filter((d) => !leeg(d));
      const paren = new Map(overlap(oud, delen));
      const zelfdeAantal = oud.length === delen.length;
      const tekst = delen.map((d, n) =>
        eigen(knoop.items[paren.get(n) ?? (zelfdeAantal ? n : -1)], d));
      return `[${tekst.join(", ")}]`;
    }
    if (isMap(knoop) && this.#isGroep(nieuw)) {
      const namen = knoop.items.map(sleutel);
      const oude = knoop.items
        .filter((p) => !leeg(nieuw[sleutel(p)]))
        .map((p) => `${bron(p.key)}: ${eigen(p.value, nieuw[sleutel(p)])}`);
      const nieuwe = Object.keys(nieuw)
        .filter((k) => !namen.includes(k) && !leeg(nieuw[k]))
        .map((k) => `${regel(k, true)}: ${inHaken(nieuw[k])}`);
      return `{${[...oude, ...nieuwe].join(", ")}}`;
    }
    return inHaken(nieuw);
  }
}

/** The longest row of parts that two lists have in common: pairs of (place in new, in old). */
function overlap(oud, nieuw) {
  const lengte = Array.from({ length: oud.length + 1 }, () => Array(nieuw.length + 1).fill(0));
  for (let o = oud.length - 1; o >= 0; o -= 1) {
    for (let n = nieuw.length - 1; n >= 0; n -= 1) {
      lengte[o][n] = gelijk(oud[o], nieuw[n])
        ? lengte[o + 1][n + 1] + 1
        : Math.max(lengte[o + 1][n], lengte[o][n + 1]);
    }
  }
  const paren = [];
  for (let o = 0, n = 0; o < oud.length && n < nieuw.length; ) {
    if (gelijk(oud[o], nieuw[n])) paren.push([n++, o++]);
    else if (lengte[o + 1][n] >= lengte[o][n + 1]) o += 1;
    else n += 1;
  }
  return paren;
}
