// YAML → plain values, every scalar as the text that was typed; and when two of those are the same.
import { parseDocument, isMap, isSeq } from "./yaml/index.js";

/** Parse `tekst`; throws, in Dutch, when it is no YAML. */
export function ontleed(tekst) {
  const doc = parseDocument(tekst, { schema: "failsafe", merge: false, uniqueKeys: false });
  if (doc.errors.length) {
    throw new Error(`Dit bestand is niet te lezen als YAML: ${doc.errors[0].message}`);
  }
  return doc;
}

/** The value of a node; nothing is an empty text. */
export function waarde(knoop) {
  if (isMap(knoop)) {
    return Object.fromEntries(knoop.items.map((p) => [sleutel(p), waarde(p.value)]));
  }
  if (isSeq(knoop)) return knoop.items.map(waarde);
  return String(knoop?.value ?? "");
}

/** The name of a field as it counts, without spaces around it. */
export function sleutel(paar) {
  return String(paar.key?.value ?? paar.key ?? "").trim();
}

/** Whether a value counts as absent. */
export function leeg(w) {
  if (w === null || w === undefined || w === "") return true;
  if (typeof w === "object") return Object.values(w).every(leeg);
  return false;
}

/** A value as it counts: text, without what is empty and without white space at its end. */
export function kern(w) {
  if (leeg(w)) return "";
  if (Array.isArray(w)) return w.filter((d) => !leeg(d)).map(kern);
  if (typeof w === "object") {
    const rij = Object.entries(w).filter(([, d]) => !leeg(d));
    return Object.fromEntries(rij.map(([k, d]) => [k, kern(d)]).sort());
  }
  return String(w).replace(/\r\n/g, "\n").trimEnd();
}

/** Whether two values mean the same. */
export function gelijk(a, b) {
  return JSON.stringify(kern(a)) === JSON.stringify(kern(b));
}

/**
 * A value as the forms want it: a list where one value may stand for a list, and a group where a
 * short word may stand for it. `vorm` tells which fields those are.
 */
export function voluit(w, vorm) {
  if (vorm?.los && typeof w === "string") return leeg(w) ? [] : [w];
  const kort = typeof w === "string" && vorm?.kort?.[w.trim().toLowerCase()];
  if (kort) return { ...kort };
  if (Array.isArray(w)) return w.map((d) => voluit(d, { velden: vorm?.velden }));
  if (typeof w === "object" && vorm?.velden) {
    return Object.fromEntries(Object.entries(w).map(([k, d]) => [k, voluit(d, vorm.velden[k])]));
  }
  return w;
}
