// Plain values → YAML text, the way a careful person would type it.
import { leeg, ontleed, waarde } from "./value.js";

const BREED = 80;

/** Whether a text may stand without quotes and still be read as that text. */
function kanKaal(tekst, inHaken) {
  if (!/^[^\s\-?:,[\]{}#&*!|>'"%@`]|^-\d/.test(tekst) || /\s$/.test(tekst)) return false;
  if (/[\n\r\t]|^(null|Null|NULL|~|\.\.\.|---)$/.test(tekst)) return false;
  if (inHaken && /[,[\]{}]/.test(tekst)) return false;
  try {
    const doc = ontleed(inHaken ? `[${tekst}]` : `k: ${tekst}`).contents;
    const gelezen = waarde(doc);
    return (inHaken ? gelezen[0] : gelezen.k) === tekst;
  } catch {
    return false;
  }
}

/** A text on one line, quoted when it has to be; `stijl` is the kind of quotes that it had. */
export function regel(tekst, inHaken = false, stijl = "PLAIN") {
  const dubbel = JSON.stringify(tekst);
  if (/[\n\r\t]/.test(tekst)) return dubbel;
  if (stijl === "QUOTE_SINGLE") return `'${tekst.replaceAll("'", "''")}'`;
  if (stijl === "QUOTE_DOUBLE") return dubbel;
  if (kanKaal(tekst, inHaken)) return tekst;
  return tekst.includes('"') && !tekst.includes("'") ? `'${tekst}'` : dubbel;
}

/** A text of several lines after `|`, without a line break at its end. */
export function blok(tekst, inspringing, kop = "|") {
  const regels = tekst.replace(/\r\n/g, "\n").replace(/^\n+/, "").trimEnd().split("\n");
  regels[0] = regels[0].trimStart();
  return [kop, ...regels.map((r) => (r.trim() ? " ".repeat(inspringing) + r : ""))].join("\n");
}

/** A value between brackets. */
export function inHaken(w) {
  if (Array.isArray(w)) return `[${w.filter((d) => !leeg(d)).map(inHaken).join(", ")}]`;
  if (w !== null && typeof w === "object") {
    const rij = Object.entries(w).filter(([, d]) => !leeg(d));
    return `{${rij.map(([k, d]) => `${regel(k, true)}: ${inHaken(d)}`).join(", ")}}`;
  }
  return regel(String(w), true);
}

/** What stands behind `sleutel:` at this indentation, with the space or line break before it. */
export function achter(w, inspringing, vorm) {
  if (Array.isArray(w)) {
    const delen = w.filter((d) => !leeg(d));
    const haken = ` ${inHaken(delen)}`;
    const plat = delen.every((d) => typeof d !== "object" && !String(d).includes("\n"));
    if (plat && haken.length <= BREED) return haken;
    const in2 = inspringing + 2;
    return delen.map((d) => `\n${" ".repeat(in2)}- ${deel(d, in2 + 2, vorm)}`).join("");
  }
  if (typeof w === "object") return `\n${groep(w, inspringing + 2, vorm?.velden)}`;
  const tekst = String(w);
  const lang = tekst.trimEnd().includes("\n") || (vorm?.opmaak && tekst.length > BREED);
  return ` ${lang ? blok(tekst, inspringing + 2) : regel(tekst.trimEnd())}`;
}

/** One part of a list, as it stands behind its dash. */
export function deel(w, inspringing, vorm) {
  if (Array.isArray(w)) return inHaken(w);
  if (typeof w === "object") return groep(w, inspringing, vorm?.velden).trimStart();
  return achter(w, inspringing - 2).trimStart();
}

/** The fields of a group, each on a line of its own, in the order of `velden`. */
export function groep(w, inspringing, velden) {
  return volgorde(w, velden)
    .filter((k) => !leeg(w[k]))
    .map((k) => `${" ".repeat(inspringing)}${regel(k)}:${achter(w[k], inspringing, velden?.[k])}`)
    .join("\n");
}

/** The keys of a group: those that are known in their own order, then the others. */
export function volgorde(w, velden) {
  const bekend = Object.keys(velden ?? {}).filter((k) => k in w);
  return [...bekend, ...Object.keys(w).filter((k) => !bekend.includes(k))];
}
