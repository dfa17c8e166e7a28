// Which parts two lists have in common, in the same order.
import { isEqual } from "./value.js";

/** @import { Value } from "propositie/forms" */

/**
 * The longest row of parts that two lists have in common: pairs of (place in new, in old).
 *
 * @param {Value[]} old
 * @param {Value[]} wanted
 */
export function overlap(old, wanted) {
  const length = Array.from(
    { length: old.length + 1 }, () => Array.from({ length: wanted.length + 1 }, () => 0));
  for (let o = old.length - 1; o >= 0; o -= 1) {
    for (let n = wanted.length - 1; n >= 0; n -= 1) {
      length[o][n] = isEqual(old[o], wanted[n])
        ? length[o + 1][n + 1] + 1
        : Math.max(length[o + 1][n], length[o][n + 1]);
    }
  }
  /** @type {[number, number][]} */
  const pairs = [];
  for (let o = 0, n = 0; o < old.length && n < wanted.length; ) {
    if (isEqual(old[o], wanted[n])) pairs.push([n++, o++]);
    else if (length[o + 1][n] >= length[o][n + 1]) o += 1;
    else n += 1;
  }
  return pairs;
}
