// Finds what somebody means in the words that the build gathered (propositie/search/). It loads when
// somebody begins to type, and needs nothing of the page.

/**
 * @typedef {object} Found
 * @property {number} stuk Its place in the list of all.
 * @property {number} punten
 * @property {string} waarom The word or the question by which it was found.
 */
/**
 * @typedef {object} Doc
 * @property {string} soort
 * @property {string} adres
 * @property {string} titel
 * @property {string} regel
 * @property {string} mens
 * @property {string} telefoon
 * @property {number[]} via
 * @property {boolean} voorAnderen
 * @property {boolean} isAntwoord
 * @property {string[]} vragen
 */
/** @typedef {{[family: string]: number[]}} Postings Document and weight, in turn. */
/** @typedef {Map<string, { quality: number, isMeant: boolean }>} Matches Families, with how well each fits. */

const TEXT_WEIGHT = 1;
const SHORT_WEIGHT = 4;
const LONG_ENOUGH = 5; // letters by which a word is recognised inside a longer one
const MOST_RARE = 2.8;
const MORE = 0.3;
const QUALITY = { exact: 1, peeled: 0.95, meaning: 0.88, related: 0.35, compound: 0.7, part: 0.6, sound: 0.85, typo: 0.8 };
const INHERITED = 0.45;
const MANY = 3; // words beyond which one that is not known says less
const LONGEST_PHRASE = 6; // words
const WEAK = 0.3; // what a word counts that is about anything, beside one that tells more
/** What comes first of two that fit as well (the brief of the site's looks, section 6). */
const BY_KIND = { dienst: 1, behoefte: 1.06, medewerker: 0.8, klantgroep: 0.8, plek: 0.9 };
const LOWER = 0.45;
const LOWER_PERSON = 0.6;
const FAINT = 0.14; // what fits so much less than the best is no answer
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
 * The same keys, and none of those that every object has: somebody may type `constructor`.
 *
 * @template T
 * @param {{[key: string]: T}} object
 * @returns {{[key: string]: T}}
 */
function bareObject(object) {
  return Object.assign(Object.create(null), object);
}

export class Engine {
  /** @param {any} first The contents of woorden.json. */
  constructor(first) {
    /** @type {Doc[]} */
    this.docs = first.stukken.map((/** @type {any[]} */ row) => {
      const [soort = 0, adres = "", titel = "", regel = "", mens = "", telefoon = "", via = []] = row;
      const [, , , , , , , lower = 0, answer = 0, vragen = []] = row;
      return {
        soort: first.soorten[soort], adres, titel, regel, mens, telefoon, via,
        voorAnderen: Boolean(lower), isAntwoord: Boolean(answer), vragen,
      };
    });
    const people = this.docs.filter(({ soort }) => soort === "medewerker");
    this.names = [...new Set(people.flatMap(({ titel }) => wordsOf(titel)))].map((name) => ({ name, sound: soundOf(name) }));
    /** Who only works for those who send or pay: asked for that work, it comes first. */
    this.forOthers = new Set(people.filter(({ via }) => via.length && via.every((one) => this.docs[one].voorAnderen)));
    /** @type {string[]} */
    this.vocabulary = [];
    /** @type {string[]} */
    this.allForms = [];
    /** @type {Postings} */
    this.words = bareObject(first.woorden);
    /** @type {Postings} */
    this.texts = bareObject({});
    this.hasTexts = false;
    /** @type {{[form: string]: string}} */
    this.forms = bareObject(first.vormen);
    /** @type {{[family: string]: string[]}} */
    this.meanings = bareObject(first.betekenis);
    /** @type {{[family: string]: string[]}} */
    this.related = bareObject(first.verwant);
    this.stop = new Set(first.stop);
    this.elsewhere = new Set(first.elders);
    this.weak = new Set(first.zwak);
    /** @type {Map<string, string[]>} */
    this.bySound = new Map();
    /** @type {Set<string>} */
    this.sounded = new Set();
    this.learn();
  }

  /** @param {any} second The contents of teksten.json. */
  addTexts(second) {
    this.texts = bareObject(second.woorden);
    this.hasTexts = true;
    this.learn();
  }

  learn() {
    this.vocabulary = [...new Set([...Object.keys(this.words), ...Object.keys(this.texts), ...Object.keys(this.meanings), ...Object.keys(this.related)])];
    this.allForms = [...new Set([...this.vocabulary, ...Object.keys(this.forms)])];
    for (const form of this.allForms.filter((one) => !this.sounded.has(one))) {
      const sound = soundOf(form);
      this.bySound.set(sound, [...(this.bySound.get(sound) ?? []), form]);
      this.sounded.add(form);
    }
  }

  /** @param {string} family */
  knows(family) {
    return family in this.words || family in this.texts || family in this.meanings || family in this.related;
  }

  /**
   * The family of a word: as it stands, or with endings taken off until it is one that is known.
   *
   * @param {string} word
   * @returns {{ family: string, quality: number } | null}
   */
  familyOf(word) {
    const plain = this.forms[word] ?? word;
    if (this.knows(plain)) return { family: plain, quality: QUALITY.exact };
    for (const bare of peeled(word)) {
      const family = this.forms[bare] ?? bare;
      if (this.knows(family)) return { family, quality: QUALITY.peeled };
    }
    const whole = infinitives(word).map((verb) => this.forms[verb] ?? verb).find((verb) => this.knows(verb));
    return whole ? { family: whole, quality: QUALITY.peeled } : null;
  }

  /**
   * The families that a word may stand for, with how well each fits.
   *
   * @param {string} word
   * @returns {Matches}
   */
  matches(word) {
    /** @type {Matches} */
    const found = new Map();
    const known = this.familyOf(word);
    if (known) this.addFamily(found, known.family, known.quality);
    else if (this.weak.has(word)) return found;
    else if (!this.addParts(found, word)) this.addTypos(found, word);
    if (known) {
      const share = known.family in this.words ? 0.6 : 1;
      for (const part of new Set([word, known.family, endless(word)])) this.addContaining(found, part, share);
    }
    if (!found.size) this.addFirstPart(found, word);
    return found;
  }

  /**
   * @param {Matches} found
   * @param {string} family
   * @param {number} quality
   */
  addFamily(found, family, quality) {
    const put = (/** @type {string} */ name, /** @type {number} */ q, isMeant = false) => {
      if ((found.get(name)?.quality ?? 0) < q) found.set(name, { quality: q, isMeant });
    };
    put(family, quality);
    for (const [place, other] of (this.meanings[family] ?? []).entries()) {
      const about = this.weak.has(other) ? 0.5 : 1;
      put(other, quality * about * Math.max(0.5, QUALITY.meaning - place * 0.06), true);
    }
    for (const other of this.related[family] ?? []) put(other, quality * QUALITY.related, true);
  }

  /**
   * A compound that is not there as such: its parts, or a longer word that it is a part of.
   *
   * @param {Matches} found
   * @param {string} word
   */
  addParts(found, word) {
    for (let cut = word.length - 3; cut >= 3; cut -= 1) {
      const [head, tail] = [word.slice(0, cut), word.slice(cut)];
      const first = [head, head.replace(/(?:en|s|e|n)$/, "")].map((h) => h.length > 2 && this.familyOf(h)).find(Boolean);
      const second = this.familyOf(tail);
      if (!first || !second) continue;
      const share = (/** @type {string} */ family) => (this.weak.has(family) ? WEAK : 1);
      this.addFamily(found, first.family, QUALITY.compound * share(first.family));
      this.addFamily(found, second.family, QUALITY.part * share(second.family));
      return true;
    }
    return this.addContaining(found, word);
  }

  /**
   * Of a compound that nothing else is known of: what it begins with, for that says what it is about.
   *
   * @param {Matches} found
   * @param {string} word
   */
  addFirstPart(found, word) {
    for (let cut = word.length - 3; cut >= 4; cut -= 1) {
      const head = word.slice(0, cut);
      const family = this.forms[head] ?? head;
      if (this.stop.has(head)) continue;
      if (this.knows(family)) {
        this.addFamily(found, family, QUALITY.part);
        return;
      }
      if (cut >= LONG_ENOUGH && this.addContaining(found, head, 0.8)) return;
    }
  }

  /**
   * @param {Matches} found
   * @param {string} word
   * @param {number} [share] How much of it counts, where the word itself is there too.
   */
  addContaining(found, word, share = 1) {
    if (word.length < (share < 1 ? LONG_ENOUGH : 4)) return false;
    let any = false;
    for (const form of this.allForms) {
      if (form.length < word.length + 3) continue;
      if (!((this.forms[form] ?? form) in this.words)) continue; // a loose word in a text is no name
      const isPart = form.endsWith(word) && !/(?:be|ge|ver|ont|her)$/.test(form.slice(0, -word.length)) ? QUALITY.compound : form.startsWith(word) ? QUALITY.part : 0;
      if (!isPart) continue;
      this.addFamily(found, this.forms[form] ?? form, isPart * share);
      any = true;
    }
    return any;
  }

  /**
   * @param {Matches} found
   * @param {string} word
   */
  addTypos(found, word) {
    const alike = word.length < 4 ? [] : (this.bySound.get(soundOf(word)) ?? []);
    for (const form of alike) this.addFamily(found, this.forms[form] ?? form, QUALITY.sound);
    if (alike.length) return;
    const most = word.length < 4 ? 0 : word.length < 9 ? 1 : 2;
    let least = most;
    /** @type {string[]} */
    let nearest = [];
    for (const form of most ? this.allForms : []) {
      // Of a short word another first letter makes another word: rood, dood.
      if (form[0] !== word[0] && (word.length < 6 || least > 1 || form[1] !== word[1])) continue;
      if (form.length < 4) continue;
      const far = distance(word, form, least);
      if (far > least) continue;
      if (far < least) nearest = [];
      least = far;
      nearest.push(form);
    }
    // A name is written by ear, and differs a letter even so: aisha, Ayşe.
    if (!nearest.length && word.length >= 4) {
      const heard = soundOf(word);
      const near = this.names.filter(({ name, sound }) => name[0] === word[0] && distance(heard, sound, 1) <= 1);
      nearest = near.map(({ name }) => name);
    }
    for (const form of nearest) this.addFamily(found, this.forms[form] ?? form, QUALITY.typo);
  }

  /**
   * Words, with those that mean something only together as one: `rood staan`, `p.g.b.`
   *
   * @param {string[]} words
   */
  phrasesIn(words) {
    /** @type {string[]} */
    const found = [];
    for (let i = 0; i < words.length; ) {
      let size = Math.min(LONGEST_PHRASE, words.length - i);
      const some = () => words.slice(i, i + size);
      const isOne = () => some().join(" ") in this.meanings || this.elsewhere.has(some().join(" "));
      while (size > 1 && !isOne()) size -= 1;
      if (size > 1) found.push(some().join(" "));
      else {
        while (words[i + size - 1]?.length === 1 && words[i + size]?.length === 1) size += 1;
        found.push(some().join(""));
      }
      i += size;
    }
    return found;
  }

  /**
   * Whether a word is about anything, and counts for little beside one that tells more.
   *
   * @param {string} word
   */
  isWeak(word) {
    return this.weak.has(word) || this.weak.has(this.familyOf(word)?.family ?? word);
  }

  /**
   * Whether others do this; of a compound its last part says what it is: huisvuil.
   *
   * @param {string} word
   */
  isElsewhere(word) {
    const isOne = (/** @type {string} */ form) =>
      this.elsewhere.has(form) || [...peeled(form)].some((bare) => this.elsewhere.has(bare));
    if (this.elsewhere.has(word)) return true;
    if (this.familyOf(word)) return false;
    for (let cut = 3; cut <= word.length - 3; cut += 1) {
      const head = word.slice(0, cut);
      const isAbout = this.familyOf(head) && !this.isWeak(head); // a mantelzorgmakelaar is for mantelzorg
      if (this.elsewhere.has(word.slice(cut)) && !isAbout) return true;
    }
    return isOne(word);
  }

  /**
   * Words, with two that are one word on this site as one: `boodschappen taxi`.
   *
   * @param {string[]} words
   */
  joinedIn(words) {
    const terms = [];
    for (let i = 0; i < words.length; i += 1) {
      const [word, next = ""] = [words[i], words[i + 1]];
      const links = this.stop.has(word) || this.stop.has(next) ? [""] : ["", "s", "en"];
      const ones = next ? links.map((link) => word + link + next) : [];
      const byEar = () => (ones[0]?.length > (this.familyOf(word) ? 6 : 9) ? this.bySound.get(soundOf(ones[0]))?.[0] : "");
      const whole = ones.find((one) => this.forms[one] || this.knows(one)) ?? byEar();
      if (whole) i += 1;
      terms.push(whole || word);
    }
    return terms;
  }

  /**
   * The words that tell something, two that are one word on this site as one.
   *
   * @param {string} query
   */
  termsOf(query) {
    const all = this.phrasesIn(wordsOf(query));
    const joined = this.joinedIn(all);
    const telling = joined.filter((word) => !this.stop.has(word));
    return telling.length ? telling : joined.filter((word) => (this.forms[word] ?? word) in this.meanings);
  }

  /**
   * Why something was found, for who reads the list: the question that a client asked, or the word
   * that it stands under; empty when its name and its line say so themselves.
   *
   * @param {Doc} doc
   * @param {string} family
   * @param {string} query
   */
  reason(doc, family, query) {
    if (doc.isAntwoord) return "";
    const has = (/** @type {string} */ text) =>
      wordsOf(text).some((word) => (this.forms[word] ?? word) === family);
    if (has(doc.titel) || has(doc.regel)) return "";
    const question = doc.vragen.find(has);
    if (question) return `“${question}”`;
    return wordsOf(query).includes(family) ? "" : family;
  }

  /**
   * What fits a query, best first; empty when nothing does well enough to pretend it is an answer.
   *
   * @param {string} query
   * @returns {Found[]}
   */
  search(query) {
    const terms = this.termsOf(query);
    if (!terms.length) return [];
    if (terms.filter((term) => this.isElsewhere(term)).length * 2 >= terms.length) return [];
    const size = this.docs.length;
    /** @type {Float64Array} */
    const points = new Float64Array(size);
    const covered = new Float64Array(size);
    const strongest = new Float64Array(size);
    /** @type {string[]} */
    const why = new Array(size).fill("");
    let total = 0;
    const hasStrong = terms.some((term) => !this.isWeak(term));
    for (const term of terms) {
      const matches = this.matches(term);
      const force = hasStrong && this.isWeak(term) ? WEAK : 1;
      const best = new Float64Array(size);
      const more = new Float64Array(size);
      const bestWeight = new Float64Array(size);
      const rarest = Math.log(1 + size);
      let worth = matches.size ? 0 : rarest;
      for (const [family, { quality, isMeant }] of matches) {
        const postings = [...(this.words[family] ?? []), ...(this.texts[family] ?? [])];
        const rarity = Math.log(1 + size / Math.max(1, postings.length / 2));
        // A rare word that only may be meant says no more than a common one.
        const rare = isMeant ? Math.min(rarity, MOST_RARE) : rarity;
        if (postings.length) worth = Math.max(worth, rare * quality);
        for (let i = 0; i < postings.length; i += 2) {
          const [doc, weight] = [postings[i], postings[i + 1]];
          const gain = force * quality * rare * (weight === TEXT_WEIGHT ? 1.2 : weight);
          more[doc] += Math.min(gain, best[doc]);
          if (gain <= best[doc]) continue;
          best[doc] = gain;
          bestWeight[doc] = Math.max(bestWeight[doc], weight * quality * force);
          if (!why[doc] || weight * quality * force >= strongest[doc]) why[doc] = family;
        }
      }
      worth = (worth || rarest * (terms.length > MANY ? 0.5 : 1)) * force;
      total += worth;
      for (let doc = 0; doc < size; doc += 1) {
        if (!best[doc]) continue;
        points[doc] += best[doc] + Math.min(best[doc], more[doc]) * MORE;
        covered[doc] += worth;
        strongest[doc] = Math.max(strongest[doc], bestWeight[doc]);
      }
    }
    const own = points.slice();
    for (const [number, doc] of this.docs.entries()) {
      const from = doc.via.reduce((a, b) => (own[b] > own[a] ? b : a), doc.via[0] ?? -1);
      if (from < 0 || !own[from]) continue;
      points[number] += own[from] * INHERITED;
      covered[number] = Math.max(covered[number], covered[from]);
      if (strongest[from] * 0.8 > strongest[number]) {
        strongest[number] = strongest[from] * 0.8;
        why[number] ||= why[from];
      }
    }
    /** @type {Found[]} */
    const found = [];
    for (const [number, doc] of this.docs.entries()) {
      if (!points[number]) continue;
      const share = covered[number] / total;
      const isText = strongest[number] < SHORT_WEIGHT * 0.5;
      if (share < (isText ? 0.67 : 0.3)) continue;
      const kind = BY_KIND[/** @type {keyof typeof BY_KIND} */ (doc.soort)] ?? 0.8;
      const isNamed = () => wordsOf(doc.titel).includes(why[number]);
      const lower = doc.voorAnderen ? LOWER : this.forOthers.has(doc) && !isNamed() ? LOWER_PERSON : 1;
      // An answer to a practical question is one when nothing else was asked: whose number?
      const named = !doc.isAntwoord ? 1 : share > 0.95 ? 1.35 : 0.5;
      found.push({ stuk: number, punten: points[number] * kind * lower * named * (0.4 + 0.6 * share), waarom: why[number] });
    }
    found.sort((a, b) => b.punten - a.punten || a.stuk - b.stuk);
    return found.filter(({ punten }) => punten >= found[0].punten * FAINT);
  }
}

/**
 * What is left of a verb or a plural at the front of a compound: wandelen, wandelclub.
 *
 * @param {string} word
 */
function endless(word) {
  return word.replace(/(?:en|s)$/, "");
}

/**
 * The verbs that a word may be a form of: verveel, vervelen; klus, klussen; geklust, klussen.
 *
 * @param {string} word
 */
function infinitives(word) {
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
function* peeled(word) {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
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
