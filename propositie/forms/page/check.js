// What is looked at before anything is saved: each value against what may stand there, in the words
// that an editor with our schema would use. What the form itself says beside a field is said there;
// this holds for every value, also for those that the form has no words for.
import { isEmpty, isGroup } from "./value.js";

/** @import { Field, Fields, Group, Value } from "propositie/forms" */

/**
 * What is wrong with the values of a file, a sentence each, with the field it is about.
 *
 * @param {Group} values
 * @param {Fields} fields
 * @param {string} [within] The label of the group they stand in.
 * @returns {string[]}
 */
export function refusals(values, fields, within = "") {
  return Object.entries(fields).flatMap(([name, field]) => {
    const label = [within, field.naam ?? name].filter(Boolean).join(" › ");
    return refusalsOf(values[name], field, label);
  });
}

/**
 * @param {Value} value
 * @param {Field} field
 * @param {string} label
 * @returns {string[]}
 */
function refusalsOf(value, field, label) {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value.flatMap((part) => refusalsOf(part, field, label));
  if (isGroup(value)) {
    if (field.velden) return refusals(value, field.velden, label);
    return Object.entries(value).flatMap(([name, part]) => {
      return field.deel ? refusalsOf(part, field.deel, `${label} › ${name}`) : [];
    });
  }
  const text = String(value);
  if (field.patroon && !new RegExp(field.patroon).test(text)) return [`${label}: ${field.melding}`];
  if (field.grenzen && !isWithin(text, field.grenzen)) return [`${label}: ${field.grenzen.melding}`];
  return [];
}

/**
 * @param {string} text
 * @param {{ van: number | null, tot: number | null }} bounds
 */
function isWithin(text, { van, tot }) {
  const number = Number(text.trim().replace(",", "."));
  return Number.isNaN(number) || ((van === null || number >= van) && (tot === null || number <= tot));
}

/**
 * Say in the dialog with which the editor tells that it could not save why that is.
 *
 * @param {string[]} sentences
 * @param {string} [heading]
 */
export function tellInDialog(sentences, heading = "Er is nog niets opgeslagen. Verbeter eerst dit:") {
  const look = () => {
    const dialog = document.querySelector("[role=alertdialog]");
    const place = dialog && deepest(dialog, "Er is een fout opgetreden bij het opslaan");
    if (!place) return;
    watcher.disconnect();
    const list = document.createElement("ul");
    list.append(...sentences.map((sentence) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }));
    place.textContent = heading;
    place.append(list);
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  setTimeout(() => watcher.disconnect(), 10_000);
  look(); // it may stand there already
}

/**
 * The smallest element that holds these words.
 *
 * @param {Element} within
 * @param {string} words
 * @returns {Element | null}
 */
function deepest(within, words) {
  if (!within.textContent?.includes(words)) return null;
  for (const child of within.children) {
    const found = deepest(child, words);
    if (found) return found;
  }
  return within;
}
