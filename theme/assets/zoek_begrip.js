// What somebody's words may stand for on this site: the families that the build gathered, reached over
// endings, compounds, sounds, mistakes in typing and meanings. What is found by them is weighed in
// zoek_machine.js.

import { distance, endless, infinitives, peeled, Phrases, soundOf, wordsOf } from "./zoek_woorden.js";

/** @typedef {{[family: string]: number[]}} Postings Document and weight, in turn. */
/** @typedef {Map<string, { quality: number, isMeant: boolean }>} Matches Families, with how well each fits. */

const LONG_ENOUGH = 5; // letters by which a word is recognised inside a longer one
const QUALITY = { exact: 1, peeled: 0.95, named: 0.93, meaning: 0.88, related: 0.35, compound: 0.7, part: 0.6, sound: 0.85, typo: 0.8 };
const PREFIX = /(?:be|ge|ver|ont|her)$|^(?:voor|aan|af|op|uit|in|door|mee|over|na|toe|om)$/; // makes another word of a verb
const NO_OFFERS = new Set(["antwoord", "pagina"]); // kinds that name no help
const POSTCODE = /^[1-9]\d{3}(?:[a-z]{2})?$/; // with the letters of a street, or without
const EDGE = 4; // letters of the shortest word that is looked for inside others
const SUFFIX = /^(?:lijke?|heid|loos|loze|baar|bare|zaam|schap|ingen?)$/; // no words of their own at the end of one
/** What a word counts that is about anything, beside one that tells more. */
export const WEAK = 0.3;

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

/**
 * Lists by the word that has them, from rows in which each list stands once (`_shared` in
 * propositie/search/index.py).
 *
 * @param {[string, string][]} rows
 * @returns {{[family: string]: string[]}}
 */
function unshared(rows) {
  const pairs = rows.flatMap(([words, list]) => words.split("|").map((word) => /** @type {[string, string[]]} */ ([word, list.split("|")])));
  return bareObject(Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Whether a word is in a name or a search word of one of these (Weight in propositie/search/index.py).
 *
 * @param {number[]} postings
 * @param {Set<number>} among
 */
function isHeavy(postings, among) {
  return postings.some((value, place) => place % 2 && value >= 8 && among.has(postings[place - 1]));
}

export class Understanding {
  /**
   * @param {any} first The contents of woorden.json.
   * @param {string[]} names Of people, word by word.
   */
  constructor(first, names) {
    this.names = names.map((name) => ({ name, sound: soundOf(name) }));
    this.isName = new Set(names);
    /** What stands in the name of something, or as a search word of it. */
    const offers = new Set(first.stukken.flatMap((/** @type {any[]} */ [kind = 0], /** @type {number} */ number) =>
      NO_OFFERS.has(first.soorten[kind]) ? [] : [number]));
    this.inNames = new Set(Object.keys(first.woorden).filter((one) => isHeavy(first.woorden[one], offers)));
    /** @type {string[]} */
    this.vocabulary = [];
    /** @type {string[]} */
    this.allForms = [];
    /** @type {Postings} */
    this.words = bareObject(first.woorden);
    /** @type {Postings} */
    this.texts = bareObject({});
    /** @type {{[form: string]: string}} */
    this.forms = bareObject(first.vormen);
    this.meanings = unshared(first.betekenis);
    this.related = unshared(first.verwant);
    this.stop = new Set(first.stop);
    this.elsewhere = new Set(first.elders);
    this.weak = new Set(first.zwak);
    this.professional = new Set(first.vak);
    const wholes = [...Object.keys(this.meanings), ...this.elsewhere].filter((one) => one.includes(" "));
    this.phrases = new Phrases(wholes, this.stop, this.weak);
    /** @type {Map<string, string[]>} */
    this.bySound = new Map();
    /** @type {Set<string>} */
    this.sounded = new Set();
    this.learn();
    /** Forms that may hold a word, by the letters that they begin or end with. @type {Map<string, string[]>} */
    this.byEdge = new Map();
    for (const form of this.allForms) {
      // A loose word in a text is no name, and a person is not called after a thing.
      if (!((this.forms[form] ?? form) in this.words) || this.isName.has(form)) continue;
      for (const edge of [`${form.slice(0, EDGE)}-`, `-${form.slice(-EDGE)}`]) {
        const some = this.byEdge.get(edge);
        if (some) some.push(form);
        else this.byEdge.set(edge, [form]);
      }
    }
  }

  /** @param {any} second The contents of teksten.json. */
  addTexts(second) {
    this.texts = bareObject(second.woorden);
    this.learn();
  }

  learn() {
    this.vocabulary = [...new Set([...Object.keys(this.words), ...Object.keys(this.texts), ...Object.keys(this.meanings), ...Object.keys(this.related)])];
    this.allForms = [...new Set([...this.vocabulary, ...Object.keys(this.forms)])];
    for (const form of this.allForms.filter((one) => !this.sounded.has(one))) {
      const sound = soundOf(form);
      const some = this.bySound.get(sound);
      if (some) some.push(form);
      else this.bySound.set(sound, [form]);
      this.sounded.add(form);
    }
  }

  /**
   * Where a family stands: document and weight, in turn.
   *
   * @param {string} family
   */
  postings(family) {
    return [...(this.words[family] ?? []), ...(this.texts[family] ?? [])];
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
    if (/^\d{4}/.test(word)) {
      // A street that nobody tells of lies where its digits are; another number is another place.
      const one = [word, ...(POSTCODE.test(word) ? [word.slice(0, 4)] : [])].find((form) => this.knows(form));
      if (one) this.addFamily(found, one, QUALITY.exact);
      return found;
    }
    const known = this.familyOf(word);
    if (known) this.addFamily(found, known.family, known.quality);
    else if (this.weak.has(word)) return found;
    else if (!this.addParts(found, word)) this.addTypos(found, word);
    if (known) {
      const share = known.family in this.words ? 0.6 : 1;
      for (const part of new Set([word, known.family, endless(word)])) this.addContaining(found, part, share);
    }
    if (known && !(known.family in this.meanings)) {
      // A form of a verb, which stands in a text as such, means what the whole verb does: eet, eten.
      const verb = infinitives(word).map((one) => this.forms[one] ?? one).find((one) => one in this.meanings);
      if (verb) this.addFamily(found, verb, QUALITY.peeled);
    }
    if (known && !(known.family in this.words) && found.size < 2) this.addParts(found, word, 0.8);
    if (!found.size) this.addFirstPart(found, word);
    if (!found.size) this.addLastPart(found, word);
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
      put(other, quality * about * Math.max(0.5, QUALITY.meaning - place * 0.07), true);
    }
    for (const other of this.related[family] ?? []) put(other, quality * QUALITY.related, true);
  }

  /**
   * A compound that is not there as such: its parts, or a longer word that it is a part of.
   *
   * @param {Matches} found
   * @param {string} word
   * @param {number} [worth] How much of it counts, where the word is known too.
   */
  addParts(found, word, worth = 1) {
    for (let cut = word.length - 3; cut >= 3; cut -= 1) {
      const [head, tail] = [word.slice(0, cut), word.slice(cut)];
      if (SUFFIX.test(tail)) continue;
      const isVague = this.weak.has(tail) || this.stop.has(tail);
      const first = [head, head.replace(/(?:en|s|e|n)$/, "")].map((h) => h.length > 2 && this.familyOf(h)).find(Boolean);
      const second = this.familyOf(tail);
      if (!first || !(second || isVague)) continue;
      // The end of a compound says what it is: babykleertjes; unless it is about anything.
      const [more, less] = isVague ? [first, second] : [second, first];
      const share = (/** @type {string} */ family) => worth * (this.weak.has(family) ? WEAK : 1);
      if (more) this.addFamily(found, more.family, QUALITY.compound * share(more.family));
      if (less) this.addFamily(found, less.family, QUALITY.part * share(less.family));
      return true;
    }
    return worth === 1 && this.addContaining(found, word);
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
   * Of a compound that begins with what is not known: what it ends with, for that says what it is.
   *
   * @param {Matches} found
   * @param {string} word
   */
  addLastPart(found, word) {
    for (let cut = 3; cut <= word.length - LONG_ENOUGH; cut += 1) {
      const tail = word.slice(cut);
      const family = this.forms[tail] ?? tail;
      if (!(family in this.meanings || this.inNames.has(family)) || SUFFIX.test(tail)) continue;
      this.addFamily(found, family, QUALITY.part);
      return;
    }
  }

  /**
   * @param {Matches} found
   * @param {string} word
   * @param {number} [share] How much of it counts, where the word itself is there too.
   */
  addContaining(found, word, share = 1) {
    if (word.length < (share < 1 ? LONG_ENOUGH : EDGE)) return false;
    let any = false;
    const isOwn = !this.inNames.has(this.forms[word] ?? word) && !this.isWeak(word);
    const forms = [`${word.slice(0, EDGE)}-`, `-${word.slice(-EDGE)}`].flatMap((edge) => this.byEdge.get(edge) ?? []);
    for (const form of forms) {
      if (form.length < word.length + 3) continue;
      const front = form.endsWith(word) ? form.slice(0, -word.length) : "";
      const isEnd = front && !PREFIX.test(front);
      const isPart = isEnd ? QUALITY.compound : form.startsWith(word) ? QUALITY.part : 0;
      if (!isPart) continue;
      const family = this.forms[form] ?? form;
      // A name that is made of the word is about it, unless it begins with another subject.
      const isOther = isEnd && this.isSubject(front);
      const isAbout = isOwn && this.inNames.has(family) && !isOther;
      this.addFamily(found, family, isAbout ? QUALITY.named * (isEnd ? 0.97 : 1) : isPart * share);
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
   * Whether people ask for something by a word that a compound begins with.
   *
   * @param {string} front
   */
  isSubject(front) {
    const heads = [front, front.replace(/(?:en|s)$/, "")].map((one) => this.forms[one] ?? one);
    return heads.some((one) => one in this.meanings && !this.weak.has(one));
  }

  /**
   * Whether a word is about anything, and counts for little beside one that tells more.
   *
   * @param {string} word
   */
  isWeak(word) {
    if (word.includes(" ")) return word.split(" ").every((one) => this.stop.has(one));
    return /^\d{1,2}$/.test(word) || this.weak.has(word) || this.weak.has(this.familyOf(word)?.family ?? word);
  }

  /**
   * Whether those who send people or pay ask in this word.
   *
   * @param {string} word
   */
  isProfessional(word) {
    return this.professional.has(this.familyOf(word)?.family ?? word);
  }

  /**
   * Whether a word is in a name here, or a search word of something.
   *
   * @param {string} word
   */
  isNamed(word) {
    return this.inNames.has(this.familyOf(word)?.family ?? word);
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
      const isPostcode = POSTCODE.test(word) && /^[a-z]{2}$/.test(next) && !this.stop.has(next) && this.knows(word);
      const whole = isPostcode ? word + next : ones.find((one) => this.forms[one] || this.knows(one)) ?? byEar();
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
    const all = this.phrases.joinedIn(wordsOf(query));
    const joined = this.joinedIn(all);
    const telling = joined.filter((word) => !this.stop.has(word));
    return telling.length ? telling : joined.filter((word) => (this.forms[word] ?? word) in this.meanings);
  }
}
