// The source text of a YAML file with other values in it, in which nothing else has changed.
//
// The text is cut, not written anew: each difference becomes an edit of a stretch of it, so that
// comments, order, quotes and leading zeros stay as somebody typed them.
import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { overlap } from "./overlap.js";
import { SourceText } from "./source_text.js";
import { afterKey, block, inBrackets, keyOrder, listPart, oneLine } from "./write.js";
import { expand, isEmpty, isEqual, isGroup, isSingle, keyOf, parse, valueOf } from "./value.js";

/** @import { Field, Fields, Group, Node, Pair, Value } from "propositie/forms" */
/** @typedef {import("yaml").YAMLMap.Parsed} YamlMap */
/** @typedef {import("yaml").YAMLSeq.Parsed} YamlSeq */
/** @typedef {import("yaml").Scalar.Parsed} YamlScalar */
/**
 * A part of a list as it will be: one that was there, or one that is put in after another.
 *
 * @typedef {{ old: number } | { after: number, text: string }} PlannedPart
 */

/**
 * `source` with the values of `wanted`; `fields` are those that the forms know.
 *
 * @param {string} source
 * @param {Group} wanted
 * @param {Fields} [fields]
 */
export function edited(source, wanted, fields) {
  const { contents } = parse(source);
  if (!contents || isEmpty(valueOf(contents))) {
    const fresh = keyOrder(wanted, fields).filter((k) => !isEmpty(wanted[k]));
    const before = source && !source.endsWith("\n") ? `${source}\n` : source;
    const lines = fresh.map((k) => `${oneLine(k)}:${afterKey(wanted[k], 0, fields?.[k])}\n`);
    return before + lines.join("");
  }
  if (!isMap(contents)) throw new Error("Dit bestand bestaat niet uit velden met een naam.");
  const editor = new SourceEditor(source);
  editor.editGroup(contents, wanted, fields);
  return editor.result();
}

class SourceEditor extends SourceText {
  // --- groups ---------------------------------------------------------------------------------

  /**
   * @param {YamlMap} node
   * @param {Group} wanted
   * @param {Fields} [fields]
   */
  editGroup(node, wanted, fields) {
    const pairs = node.items;
    const indent = this.column(pairs[0].key.range[0]);
    const old = Object.fromEntries(pairs.map((p) => [keyOf(p), p]));
    for (const [number, pair] of pairs.entries()) {
      const name = keyOf(pair);
      const field = fields?.[name];
      const was = expand(valueOf(pair.value), field);
      // What the forms do not know, they do not take away.
      if (!(name in wanted) && fields && !field) continue;
      if (isEqual(was, wanted[name])) continue;
      if (isEmpty(wanted[name])) this.removePair(pairs, number);
      else this.editPair(pair, wanted[name], indent, field);
    }
    /** @type {Pair | null} */
    let previous = null;
    for (const name of keyOrder({ ...old, ...wanted }, fields)) {
      if (old[name]) previous = old[name];
      else if (!isEmpty(wanted[name])) {
        const text = `${oneLine(name)}:${afterKey(wanted[name], indent, fields?.[name])}`;
        this.addPair(node, previous, text, indent);
      }
    }
  }

  /**
   * @param {YamlMap} node
   * @param {Pair | null} previous
   * @param {string} text
   * @param {number} indent
   */
  addPair(node, previous, text, indent) {
    const margin = " ".repeat(indent);
    if (previous) {
      this.insertLines(this.lineEnd(this.pairEnd(previous)), margin + text);
      return;
    }
    // Before the first: that one may stand behind a dash, and comments above it stay above it.
    const start = node.items[0].key.range[0];
    this.edits.push({ start, end: start, text: `${text}\n${margin}` });
  }

  /**
   * @param {Pair[]} pairs
   * @param {number} number
   */
  removePair(pairs, number) {
    const pair = pairs[number];
    const [keyStart] = pair.key.range;
    const start = this.lineStart(keyStart);
    const behindDash = this.source.slice(start, keyStart).trim() !== "";
    const end = this.lineEnd(this.pairEnd(pair));
    if (!behindDash) this.replace(start, end, "");
    else if (pairs[number + 1]) this.replace(keyStart, pairs[number + 1].key.range[0], "");
    else this.replace(keyStart, this.pairEnd(pair), "");
  }

  /**
   * @param {Pair} pair
   * @param {Value} wanted
   * @param {number} indent
   * @param {Field} [field]
   */
  editPair(pair, wanted, indent, field) {
    const node = pair.value;
    if (isMap(node) && !node.flow && isGroup(wanted)) {
      this.editGroup(node, wanted, field?.vrij ? undefined : field?.velden);
    } else if (isSeq(node) && !node.flow && Array.isArray(wanted)) {
      this.editList(node, wanted, field);
    } else if ((isMap(node) || isSeq(node)) && node.flow && typeof wanted === "object") {
      this.replace(node.range[0], node.range[1], this.editBrackets(node, wanted, field));
    } else if (isScalar(node) && isSingle(wanted, field) && node.range[1] > node.range[0]) {
      this.editScalar(node, String(wanted), indent + 2);
    } else {
      const colon = this.source.indexOf(":", pair.key.range[1]) + 1;
      const end = Math.max(colon, this.pairEnd(pair));
      const lineBreak = this.source[end - 1] === "\n" ? "\n" : "";
      this.replace(colon, end, afterKey(wanted, indent, field) + lineBreak);
    }
  }

  /**
   * Another text in place of a scalar, in the style that it had.
   *
   * @param {YamlScalar} node
   * @param {string} text
   * @param {number} indent
   */
  editScalar(node, text, indent) {
    const [start, end] = node.range;
    const was = this.source.slice(start, end);
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
      const lines = was.split(/\r?\n/);
      const heading = node.type === "BLOCK_LITERAL" ? lines[0].replace(/\d/, "") : "|";
      const margin = lines.slice(1).find((r) => r.trim())?.search(/[^ ]|$/);
      const lineBreaks = was.slice(was.search(/(\r?\n)*$/));
      this.replace(start, end, block(text, margin ?? indent, heading) + lineBreaks);
    } else if (text.trimEnd().includes("\n")) {
      // What follows on the line is a comment; behind the text it would become part of it.
      const rest = this.source.slice(end, this.lineEnd(end)).trimEnd();
      this.replace(start, end + rest.length, block(text, indent, `|${rest}`));
    } else {
      this.replace(start, end, oneLine(text.trimEnd(), false, node.type));
    }
  }

  // --- lists ----------------------------------------------------------------------------------

  /**
   * @param {YamlSeq} node
   * @param {Value[]} wanted
   * @param {Field} [field]
   */
  editList(node, wanted, field) {
    const old = node.items.map((d) => expand(valueOf(d), { velden: field?.velden }));
    const parts = wanted.filter((d) => !isEmpty(d));
    const margin = " ".repeat(this.column(this.dash(node.items[0])));
    const gone = new Set(old.keys());
    /** @type {PlannedPart[]} */
    const plan = [];
    for (const [newPlace, oldPlace] of overlap(old, parts)) {
      plan[newPlace] = { old: oldPlace };
      gone.delete(oldPlace);
    }
    // What stands between the same neighbours is the same part, changed.
    let place = -1;
    for (const [number, part] of parts.entries()) {
      const planned = plan[number];
      if (planned && "old" in planned) {
        place = planned.old;
        continue;
      }
      const elsewhere = [...gone].find((o) => isEqual(old[o], part));
      if (elsewhere === undefined && gone.has(place + 1)) {
        place += 1;
        plan[number] = { old: place };
        gone.delete(place);
        this.editPart(node.items[place], part, field);
      } else {
        const moved = elsewhere === undefined ? undefined : node.items[elsewhere];
        plan[number] = { after: place, text: this.#addedPart(moved, part, margin, field) };
      }
    }
    for (const oldPlace of gone) {
      const item = node.items[oldPlace];
      this.replace(this.lineStart(this.dash(item)), this.lineEnd(this.nodeEnd(item)), "");
    }
    for (const planned of plan) {
      if (!planned || !("text" in planned)) continue;
      const previous = node.items[planned.after];
      const start = this.lineStart(this.dash(node.items[0]));
      this.insertLines(previous ? this.lineEnd(this.nodeEnd(previous)) : start, planned.text);
    }
  }

  /**
   * The text of a part that was not here; one that only moves takes its comments along.
   *
   * @param {Node | undefined} moved
   * @param {Value} part
   * @param {string} margin
   * @param {Field} [field]
   */
  #addedPart(moved, part, margin, field) {
    if (!moved) return `${margin}- ${listPart(part, margin.length + 2, field)}`;
    const end = this.lineEnd(this.nodeEnd(moved));
    return this.source.slice(this.lineStart(this.dash(moved)), end).replace(/\r?\n$/, "");
  }

  /**
   * @param {Node} node
   * @param {Value} wanted
   * @param {Field} [field]
   */
  editPart(node, wanted, field) {
    if (isMap(node) && !node.flow && isGroup(wanted)) {
      this.editGroup(node, wanted, field?.velden);
    } else if (isScalar(node) && typeof wanted !== "object") {
      this.editScalar(node, String(wanted), this.column(this.dash(node)) + 2);
    } else if ((isMap(node) || isSeq(node)) && node.flow && typeof wanted === "object") {
      this.replace(node.range[0], node.range[1], this.editBrackets(node, wanted, field));
    } else {
      const margin = this.column(this.dash(node)) + 2;
      this.replace(node.range[0], this.nodeEnd(node), listPart(wanted, margin, field));
    }
  }

  // --- between brackets -----------------------------------------------------------------------

  /**
   * A list or group between brackets, in which every part that did not change is as it was.
   *
   * @param {YamlMap | YamlSeq} node
   * @param {Value} wanted
   * @param {Field} [field]
   * @returns {string}
   */
  editBrackets(node, wanted, field) {
    if (isSeq(node) && Array.isArray(wanted)) {
      const old = node.items.map((d) => valueOf(d));
      const parts = wanted.filter((d) => !isEmpty(d));
      const pairs = new Map(overlap(old, parts));
      const sameNumber = old.length === parts.length;
      const texts = parts.map((d, n) =>
        this.#keptOrWritten(node.items[pairs.get(n) ?? (sameNumber ? n : -1)], d));
      return `[${texts.join(", ")}]`;
    }
    if (isMap(node) && isGroup(wanted)) {
      const names = node.items.map(keyOf);
      const kept = node.items
        .filter((p) => !isEmpty(wanted[keyOf(p)]))
        .map((p) => {
          const within = field?.velden?.[keyOf(p)];
          return `${this.#textOf(p.key)}: ${this.#keptOrWritten(p.value, wanted[keyOf(p)], within)}`;
        });
      const added = Object.keys(wanted)
        .filter((k) => !names.includes(k) && !isEmpty(wanted[k]))
        .map((k) => `${oneLine(k, true)}: ${inBrackets(wanted[k])}`);
      return `{${[...kept, ...added].join(", ")}}`;
    }
    return inBrackets(wanted);
  }

  /** @param {Node} node */
  #textOf(node) {
    return this.source.slice(node.range[0], node.range[1]);
  }

  /**
   * @param {Node | null | undefined} node
   * @param {Value} value
   * @param {Field} [field]
   * @returns {string}
   */
  #keptOrWritten(node, value, field) {
    if (isScalar(node) && Array.isArray(value) && isSingle(value, field)) {
      return this.#keptOrWritten(node, value[0]);
    }
    if (node?.range && isEqual(valueOf(node), value)) return this.#textOf(node);
    if ((isMap(node) || isSeq(node)) && node.flow && typeof value === "object") {
      return this.editBrackets(node, value, field);
    }
    if (isScalar(node) && typeof value !== "object") {
      return oneLine(String(value), true, node.type);
    }
    return inBrackets(value);
  }
}
