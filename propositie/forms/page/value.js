// YAML → plain values, every scalar as the text that was typed; and when two of those are the same.
import { parseDocument, isMap, isSeq } from "./yaml/index.js";

/** @import { Field, Group, Node, Pair, Value } from "propositie/forms" */

/**
 * Parse `text`; throws, in Dutch, when it is no YAML.
 *
 * @param {string} text
 */
export function parse(text) {
  const doc = parseDocument(text, { schema: "failsafe", merge: false, uniqueKeys: false });
  if (doc.errors.length) {
    throw new Error(`Dit bestand is niet te lezen als YAML: ${doc.errors[0].message}`);
  }
  return doc;
}

/**
 * The value of a node; nothing is an empty text.
 *
 * @param {Node | null | undefined} node
 * @returns {string | Value[] | Group}
 */
export function valueOf(node) {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((p) => [keyOf(p), valueOf(p.value)]));
  }
  if (isSeq(node)) return node.items.map((part) => valueOf(part));
  return String((node && "value" in node ? node.value : null) ?? "");
}

/**
 * The name of a field as it counts, without spaces around it.
 *
 * @param {Pair} pair
 */
export function keyOf({ key }) {
  return String((key && "value" in key ? key.value : null) ?? key ?? "").trim();
}

/**
 * Whether a value counts as absent.
 *
 * @param {Value} value
 * @returns {value is "" | null | undefined}
 */
export function isEmpty(value) {
  if (value === null || value === undefined || value === "") return true;
  if (typeof value === "object") return Object.values(value).every(isEmpty);
  return false;
}

/**
 * Whether a value is a group of fields.
 *
 * @param {Value} value
 * @returns {value is Group}
 */
export function isGroup(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * Whether a value can stand in a file as one text: one, or a list of one where that may be written
 * without being a list.
 *
 * @param {Value} value
 * @param {Field} [field]
 * @returns {boolean}
 */
export function isSingle(value, field) {
  if (Array.isArray(value)) return Boolean(field?.los) && value.length === 1 && isSingle(value[0]);
  return typeof value !== "object";
}

/**
 * A value as it counts: text, without what is empty and without white space at its end.
 *
 * @param {Value} value
 * @returns {Value}
 */
export function essence(value) {
  if (isEmpty(value)) return "";
  if (Array.isArray(value)) return value.filter((d) => !isEmpty(d)).map(essence);
  if (isGroup(value)) {
    const filled = Object.entries(value).filter(([, d]) => !isEmpty(d));
    return Object.fromEntries(filled.map(([k, d]) => [k, essence(d)]).sort());
  }
  return String(value).replace(/\r\n/g, "\n").trimEnd();
}

/**
 * Whether two values mean the same.
 *
 * @param {Value} a
 * @param {Value} b
 */
export function isEqual(a, b) {
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

/**
 * A value as the forms want it: a list where one value may stand for a list, and a group where a
 * text may stand for it. `field` tells which fields those are.
 *
 * @param {Value} value
 * @param {Field} [field]
 * @returns {Value}
 */
export function expand(value, field) {
  if (field?.los && typeof value === "string") {
    return isEmpty(value) ? [] : [expand(value, { ...field, los: false })];
  }
  if (field?.tekst && typeof value === "string" && !isEmpty(value)) return { [field.tekst]: value };
  if (Array.isArray(value)) return value.map((d) => expand(d, { ...field, los: false }));
  const fields = field?.velden;
  if (isGroup(value) && fields) {
    return Object.fromEntries(Object.entries(value).map(([k, d]) => [k, expand(d, fields[k])]));
  }
  return value;
}
