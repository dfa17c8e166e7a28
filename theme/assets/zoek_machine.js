// Weighs the documents of this site by what somebody typed, and lists what fits. It loads when somebody
// begins to type, and needs nothing of the page; what the words stand for is found in zoek_begrip.js.

import { Understanding, WEAK } from "./zoek_begrip.js";
import { wordsOf } from "./zoek_woorden.js";

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
/**
 * @typedef {object} Weighed What each document is worth, by its number.
 * @property {Float64Array} points
 * @property {Float64Array} covered How much of what was asked is in it.
 * @property {Float64Array} strongest The most that a word weighs where it stands.
 * @property {string[]} why The family by which it was found.
 * @property {number} total What all that was asked is worth.
 */

const TEXT_WEIGHT = 1;
const SHORT_WEIGHT = 4;
const MOST_RARE = 2.8;
const MORE = 0.3;
const INHERITED = 0.45;
const UNKNOWN = 0.8; // what a word says that is not known, beside a rare one
const MANY = 3; // words beyond which one that is not known says less
/** What comes first of two that fit as well (the brief of the site's looks, section 6). */
const BY_KIND = { dienst: 1, behoefte: 1.06, medewerker: 0.8, klantgroep: 0.8, plek: 0.9, wijk: 0.95, pagina: 0.85 };
const LOWER = 0.45;
const LOWER_PERSON = 0.6;
const FAINT = 0.14; // what fits so much less than the best is no answer

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
    const names = [...new Set(people.flatMap(({ titel }) => wordsOf(titel)))];
    this.understanding = new Understanding(first, names);
    /** Who only works for those who send or pay: asked for that work, it comes first. */
    this.forOthers = new Set(people.filter(({ via }) => via.length && via.every((one) => this.docs[one].voorAnderen)));
    this.hasTexts = false;
  }

  /** @param {any} second The contents of teksten.json. */
  addTexts(second) {
    this.understanding.addTexts(second);
    this.hasTexts = true;
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
    const { forms } = this.understanding;
    const has = (/** @type {string} */ text) =>
      wordsOf(text).some((word) => (forms[word] ?? word) === family);
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
    const terms = this.understanding.termsOf(query);
    if (!terms.length) return [];
    const elsewhere = terms.filter((term) => this.understanding.isElsewhere(term));
    if (elsewhere.length * 2 >= terms.length) return [];
    const weighed = this.weigh(terms);
    this.inherit(weighed);
    return this.ranked(weighed, terms.some((term) => this.understanding.isProfessional(term)));
  }

  /**
   * @param {string[]} terms
   * @returns {Weighed}
   */
  weigh(terms) {
    const size = this.docs.length;
    const points = new Float64Array(size);
    const covered = new Float64Array(size);
    const strongest = new Float64Array(size);
    /** @type {string[]} */
    const why = new Array(size).fill("");
    let total = 0;
    const hasStrong = terms.some((term) => !this.understanding.isWeak(term));
    const meant = terms.map((term) => this.understanding.matches(term));
    const isAnyKnown = terms.some((term, place) => !this.understanding.isWeak(term) && meant[place].size);
    for (const [place, term] of terms.entries()) {
      const matches = meant[place];
      // Beside words that nobody knows, one that is in a name here is what there is to go by.
      const isAll = !isAnyKnown && this.understanding.isNamed(term);
      const force = hasStrong && !isAll && this.understanding.isWeak(term) ? WEAK : 1;
      const best = new Float64Array(size);
      const more = new Float64Array(size);
      const bestWeight = new Float64Array(size);
      const rarest = Math.log(1 + size);
      let worth = matches.size ? 0 : rarest;
      for (const [family, { quality, isMeant }] of matches) {
        const postings = this.understanding.postings(family);
        const rarity = Math.log(1 + size / Math.max(1, postings.length / 2));
        // A rare word that only may be meant says no more than a common one.
        const rare = isMeant ? Math.min(rarity, MOST_RARE) : rarity;
        if (postings.length) worth = Math.max(worth, rare * quality);
        for (let i = 0; i < postings.length; i += 2) {
          const [doc, weight] = [postings[i], postings[i + 1]];
          // What only may be meant asks no practical question: a computer, and the number of a mobile.
          if (isMeant && !term.includes(" ") && this.docs[doc].isAntwoord) continue;
          const gain = force * quality * rare * (weight === TEXT_WEIGHT ? 1.2 : weight);
          more[doc] += Math.min(gain, best[doc]);
          if (gain <= best[doc]) continue;
          best[doc] = gain;
          bestWeight[doc] = Math.max(bestWeight[doc], weight * quality * force);
          if (!why[doc] || weight * quality * force >= strongest[doc]) why[doc] = family;
        }
      }
      if (!matches.size && this.understanding.isWeak(term)) worth *= WEAK;
      worth = (worth || rarest * (terms.length > MANY ? 0.5 : UNKNOWN)) * force;
      total += worth;
      for (let doc = 0; doc < size; doc += 1) {
        if (!best[doc]) continue;
        points[doc] += best[doc] + Math.min(best[doc], more[doc]) * MORE;
        covered[doc] += worth;
        strongest[doc] = Math.max(strongest[doc], bestWeight[doc]);
      }
    }
    return { points, covered, strongest, why, total };
  }

  /**
   * What leads to a document counts for it too: a question for its need, that for its services.
   *
   * @param {Weighed} weighed
   */
  inherit({ points, covered, strongest, why }) {
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
  }

  /**
   * @param {Weighed} weighed
   * @param {boolean} isProfessional Whether who asks sends people, or pays.
   * @returns {Found[]}
   */
  ranked({ points, covered, strongest, why, total }, isProfessional) {
    /** @type {Found[]} */
    const found = [];
    for (const [number, doc] of this.docs.entries()) {
      if (!points[number]) continue;
      const share = covered[number] / total;
      const isText = strongest[number] < SHORT_WEIGHT * 0.5;
      if (share < (isText ? 0.67 : 0.3)) continue;
      const kind = BY_KIND[/** @type {keyof typeof BY_KIND} */ (doc.soort)] ?? 0.8;
      const isNamed = () => wordsOf(doc.titel).includes(why[number]);
      const lower = isProfessional ? 1 : doc.voorAnderen ? LOWER : this.forOthers.has(doc) && !isNamed() ? LOWER_PERSON : 1;
      // An answer to a practical question is one when nothing else was asked: whose number?
      const named = !doc.isAntwoord ? 1 : share > 0.95 ? 1.35 : 0.5;
      found.push({ stuk: number, punten: points[number] * kind * lower * named * (0.4 + 0.6 * share), waarom: why[number] });
    }
    found.sort((a, b) => b.punten - a.punten || a.stuk - b.stuk);
    return found.filter(({ punten }) => punten >= found[0].punten * FAINT);
  }
}
