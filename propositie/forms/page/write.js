// Plain values → YAML text, the way a careful person would type it.
import { isEmpty, isGroup, parse, valueOf } from "./value.js";

/** @import { Field, Fields, Group, Value } from "propositie/forms" */

const WIDTH = 80;

/**
 * Whether a text may stand without quotes and still be read as that text.
 *
 * @param {string} text
 * @param {boolean} bracketed
 */
function canBePlain(text, bracketed) {
  if (!/^[^\s\-?:,[\]{}#&*!|>'"%@`]|^-\d/.test(text) || /\s$/.test(text)) return false;
  if (/[\n\r\t]|^(null|Null|NULL|~|\.\.\.|---)$/.test(text)) return false;
  if (bracketed && /[,[\]{}]/.test(text)) return false;
  try {
    const read = valueOf(parse(bracketed ? `[${text}]` : `k: ${text}`).contents);
    return (Array.isArray(read) ? read[0] : isGroup(read) && read.k) === text;
  } catch {
    return false;
  }
}

/**
 * A text on one line, quoted when it has to be; `style` is the kind of quotes that it had.
 *
 * @param {string} text
 * @param {string} [style]
 */
export function oneLine(text, bracketed = false, style = "PLAIN") {
  const double = JSON.stringify(text);
  if (/[\n\r\t]/.test(text)) return double;
  if (style === "QUOTE_SINGLE") return `'${text.replaceAll("'", "''")}'`;
  if (style === "QUOTE_DOUBLE") return double;
  if (canBePlain(text, bracketed)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : double;
}

/**
 * A text of several lines after `|`, without a line break at its end.
 *
 * @param {string} text
 * @param {number} indent
 */
export function block(text, indent, heading = "|") {
  const lines = text.replace(/\r\n/g, "\n").replace(/^\n+/, "").trimEnd().split("\n");
  lines[0] = lines[0].trimStart();
  return [heading, ...lines.map((r) => (r.trim() ? " ".repeat(indent) + r : ""))].join("\n");
}

/**
 * A value between brackets.
 *
 * @param {Value} value
 * @returns {string}
 */
export function inBrackets(value) {
  if (Array.isArray(value)) return `[${value.filter((d) => !isEmpty(d)).map(inBrackets).join(", ")}]`;
  if (isGroup(value)) {
    const filled = Object.entries(value).filter(([, d]) => !isEmpty(d));
    return `{${filled.map(([k, d]) => `${oneLine(k, true)}: ${inBrackets(d)}`).join(", ")}}`;
  }
  return oneLine(String(value), true);
}

/**
 * What stands behind `key:` at this indentation, with the space or line break before it.
 *
 * @param {Value} value
 * @param {number} indent
 * @param {Field} [field]
 * @returns {string}
 */
export function afterKey(value, indent, field) {
  if (Array.isArray(value)) {
    const parts = value.filter((d) => !isEmpty(d));
    const brackets = ` ${inBrackets(parts)}`;
    const flat = parts.every((d) => typeof d !== "object" && !String(d).includes("\n"));
    if (flat && brackets.length <= WIDTH) return brackets;
    const dash = indent + 2;
    return parts.map((d) => `\n${" ".repeat(dash)}- ${listPart(d, dash + 2, field)}`).join("");
  }
  if (isGroup(value)) return `\n${group(value, indent + 2, field?.velden)}`;
  const text = String(value);
  const long = text.trimEnd().includes("\n") || (field?.opmaak && text.length > WIDTH);
  return ` ${long ? block(text, indent + 2) : oneLine(text.trimEnd())}`;
}

/**
 * One part of a list, as it stands behind its dash.
 *
 * @param {Value} value
 * @param {number} indent
 * @param {Field} [field]
 */
export function listPart(value, indent, field) {
  if (Array.isArray(value)) return inBrackets(value);
  if (isGroup(value)) return group(value, indent, field?.velden).trimStart();
  return afterKey(value, indent - 2).trimStart();
}

/**
 * The fields of a group, each on a line of its own, in the order of `fields`.
 *
 * @param {Group} value
 * @param {number} indent
 * @param {Fields} [fields]
 * @returns {string}
 */
export function group(value, indent, fields) {
  return keyOrder(value, fields)
    .filter((k) => !isEmpty(value[k]))
    .map((k) => `${" ".repeat(indent)}${oneLine(k)}:${afterKey(value[k], indent, fields?.[k])}`)
    .join("\n");
}

/**
 * The keys of a group: those that are known in their own order, then the others.
 *
 * @param {object} value
 * @param {Fields} [fields]
 */
export function keyOrder(value, fields) {
  const known = Object.keys(fields ?? {}).filter((k) => k in value);
  return [...known, ...Object.keys(value).filter((k) => !known.includes(k))];
}
