// Dutch words by their letters alone: how they are compared, sound, end and differ, and which belong
// together. It knows nothing of a site; what a site says is in zoek_begrip.js.

const WIDEST_GAP = 3; // words between those of a phrase that say nothing: de deur niet meer uit

const ENDINGS = [
  "heden", "heid", "ingen", "elijke", "elijk", "tjes", "pjes", "etje", "jes", "tje", "pje", "ing",
  "sters", "ster", "ers", "er", "en", "je", "es", "de", "te", "n", "e", "s", "t",
].sort((a, b) => a.length - b.length);
const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };

/**
 * A text in small letters, without marks on them; as `fold` in propositie/search/words.py.
 *
 * @param {string} text
 */
export function fold(text) {
  /** @type {string} */
  const plain = text.toLowerCase().replace(/[łøđßæœıþð]/g, (c) => LETTERS[/** @type {keyof typeof LETTERS} */ (c)]);
  return plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is written in two ways and sounds as one, longest first; and what children and newcomers leave out. */
/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/(?:sch|sj|sh|c(?=[eiy])|z)/g, "s"], [/ch/g, "g"], [/(?:ck|qu|c|q)/g, "k"], [/x/g, "ks"], [/(?:ph|v)/g, "f"], [/th/g, "t"],
  [/(?:ij|ei|ey|ie|y|j)/g, "i"], [/(?:au|auw|ouw)/g, "ou"], [/(?:dt|d)$/, "t"], [/(.)\1+/g, "$1"],
];

/**
 * A word as it sounds, near enough to know one by that is written by ear: `kofie`, `marjolijn`.
 *
 * @param {string} word
 */
export function soundOf(word) {
  return SOUNDS.reduce((sounding, [written, sound]) => sounding.replace(written, sound), word);
}

/**
 * How many letters two words differ, two that changed places as one; Infinity beyond `most`
 * (Damerau and Levenshtein, optimal string alignment).
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length] <= most ? row[b.length] : Infinity;
}

/**
 * What is left of a verb or a plural at the front of a compound: wandelen, wandelclub.
 *
 * @param {string} word
 */
export function endless(word) {
  return word.replace(/(?:en|s)$/, "");
}

/**
 * The verbs that a word may be a form of: verveel, vervelen; klus, klussen; geklust, klussen.
 *
 * @param {string} word
 */
export function infinitives(word) {
  const stems = [word.replace(/f$/, "v").replace(/s$/, "z"), word];
  const bare = /^ge.{3,}[dt]$/.test(word) ? word.slice(2, -1) : /.{3}t$/.test(word) ? word.slice(0, -1) : "";
  if (bare) stems.push(bare);
  if (word.length < 3) return [];
  return stems.flatMap((stem) => [
    `${stem}en`, `${stem.replace(/([aeou])\1([^aeiou])$/, "$1$2")}en`, `${stem}${stem.at(-1)}en`,
  ]);
}

/**
 * A word with endings taken off, the least first; a doubled letter once, and v and z as they are
 * written at the end of a word.
 *
 * @param {string} word
 */
export function* peeled(word) {
  for (const ending of ENDINGS) {
    // Of a short word one letter makes another word: rits, rit.
    if (!word.endsWith(ending) || word.length - ending.length < (ending.length > 1 ? 3 : 4)) continue;
    const bare = word.slice(0, -ending.length);
    yield bare;
    if (bare.at(-1) === bare.at(-2)) yield bare.slice(0, -1);
    yield bare.replace(/([aeou])([^aeiou])$/, "$1$1$2"); // eenzame, eenzaam
    if (bare.endsWith("v")) yield `${bare.slice(0, -1)}f`;
    if (bare.endsWith("z")) yield `${bare.slice(0, -1)}s`;
    yield `${bare}en`;
    yield `${bare}e`;
  }
}

/**
 * A word of a phrase, whichever form of it is typed: `kom`, `komt`, `komen`.
 *
 * @param {string} word
 */
export function bareOf(word) {
  const bare = word.length < 5 ? word.replace(/(..)t$/, "$1") : word.replace(/(?:en|t|e)$/, "");
  return bare.replace(/([^aeiou])\1$/, "$1").replace(/([aeou])\1([^aeiou])$/, "$1$2");
}

/** What means something only as a whole: `rood staan`. */
export class Phrases {
  /**
   * @param {string[]} phrases
   * @param {Set<string>} stop Words that say nothing.
   * @param {Set<string>} weak Words that are about anything.
   */
  constructor(phrases, stop, weak) {
    this.stop = stop;
    this.weak = weak;
    /** @type {Map<string, { phrase: string, parts: string[] }[]>} */
    this.byFirst = new Map();
    for (const phrase of phrases) {
      const [first, ...parts] = phrase.split(" ").map(bareOf);
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { phrase, parts }]);
    }
    for (const some of this.byFirst.values()) some.sort((a, b) => b.parts.length - a.parts.length);
  }

  /**
   * Words, with those that mean something only together as one: `rood staan`, `p.g.b.`
   *
   * @param {string[]} words
   */
  joinedIn(words) {
    /** @type {string[]} */
    const found = [];
    for (let i = 0; i < words.length; ) {
      const { phrase, size } = this.at(words, i);
      let next = i + size;
      while (!phrase && words[next - 1]?.length === 1 && words[next]?.length === 1) next += 1;
      found.push(phrase || words.slice(i, next).join(""));
      i = next;
    }
    return found;
  }

  /**
   * The phrase that begins at a place, in any form of its words and with words between them that say
   * nothing; empty when there is none.
   *
   * @param {string[]} words
   * @param {number} start
   */
  at(words, start) {
    for (const { phrase, parts } of this.byFirst.get(bareOf(words[start])) ?? []) {
      const most = phrase.split(" ").every((one) => this.stop.has(one)) ? 0 : WIDEST_GAP;
      let [at, gap] = [start + 1, 0];
      for (const part of parts) {
        while (gap < most && this.isBetween(words[at]) && bareOf(words[at]) !== part) [at, gap] = [at + 1, gap + 1];
        if (!words[at] || bareOf(words[at]) !== part) {
          at = 0;
          break;
        }
        at += 1;
      }
      if (at) return { phrase, size: at - start };
    }
    return { phrase: "", size: 1 };
  }

  /**
   * Whether a word may stand between those of a phrase.
   *
   * @param {string} word
   */
  isBetween(word) {
    return this.stop.has(word) || this.weak.has(word);
  }
}
