// A source text with the edits that will be made in it, and the places in it that edits need.
import { isMap, isSeq } from "./yaml/index.js";

/** @import { Node, Pair } from "propositie/forms" */

export class SourceText {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
    this.lineEnding = source.includes("\r\n") ? "\r\n" : "\n";
    /** @type {{ start: number, end: number, text: string }[]} */
    this.edits = [];
  }

  result() {
    const ordered = this.edits.map((edit, number) => ({ ...edit, number }));
    ordered.sort((a, b) => a.start - b.start || a.number - b.number);
    let result = "";
    let place = 0;
    for (const { start, end, text } of ordered) {
      result += this.source.slice(place, start) + text.replace(/\r?\n/g, this.lineEnding);
      place = Math.max(place, end);
    }
    return result + this.source.slice(place);
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} text
   */
  replace(start, end, text) {
    if (this.source.slice(start, end) !== text) this.edits.push({ start, end, text });
  }

  /**
   * Put whole lines in at `place`, which is the start of a line or the end of the text.
   *
   * @param {number} place
   * @param {string} text
   */
  insertLines(place, text) {
    const open = place > 0 && this.source[place - 1] !== "\n";
    this.edits.push({ start: place, end: place, text: open ? `\n${text}` : `${text}\n` });
  }

  // --- places ---------------------------------------------------------------------------------

  /** @param {number} place */
  lineStart(place) {
    return this.source.lastIndexOf("\n", place - 1) + 1;
  }

  /** @param {number} place */
  column(place) {
    return place - this.lineStart(place);
  }

  /**
   * Where the line ends on which the text before `place` ends, line break included.
   *
   * @param {number} place
   */
  lineEnd(place) {
    if (place > 0 && this.source[place - 1] === "\n") return place;
    const end = this.source.indexOf("\n", place);
    return end < 0 ? this.source.length : end + 1;
  }

  /**
   * Where a node ends, without the comments and empty lines below it.
   *
   * @param {Node} node
   * @returns {number}
   */
  nodeEnd(node) {
    if (isSeq(node) && !node.flow) {
      const last = node.items.at(-1);
      if (last) return this.nodeEnd(last);
    }
    if (isMap(node) && !node.flow) {
      const last = node.items.at(-1);
      if (last) return this.pairEnd(last);
    }
    return node.range[1];
  }

  /**
   * @param {Pair} pair
   * @returns {number}
   */
  pairEnd(pair) {
    return Math.max(pair.key.range[1], pair.value?.range ? this.nodeEnd(pair.value) : 0);
  }

  /**
   * Where the dash of a part of a list stands.
   *
   * @param {Node} node
   */
  dash(node) {
    return this.source.lastIndexOf("-", node.range[0] - 1);
  }
}
