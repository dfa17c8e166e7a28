// What the editor lacks, added to its forms while somebody fills them in: a calendar beside a date,
// buttons above a long text, and the way to the handbook.
//
// The editor marks each field with the way to its value (`data-key-path`), which is all that this
// stands on: without that mark a form works as it did.
import { addDayPicker } from "./day_picker.js";
import { addToolbar } from "./toolbar.js";

/** @import { Field, Fields, KindOfForm } from "propositie/forms" */

const DONE = "data-hulp";
const MAIN = "data-inhoud";

/**
 * The kind of thing whose form is open, by the address of the form.
 *
 * @param {string} hash
 * @param {{[name: string]: KindOfForm}} kinds
 * @returns {KindOfForm | undefined}
 */
export function kindAt(hash, kinds) {
  const [, collection, , entry] = /^#\/collections\/([^/]+)(\/entries\/([^/?]+))?/.exec(hash) ?? [];
  return kinds[collection === "_singletons" ? entry : collection];
}

/**
 * The field at a way such as `klantvragen.0.datum`.
 *
 * @param {Fields} fields
 * @param {string} path
 * @returns {Field | undefined}
 */
export function fieldAt(fields, path) {
  /** @type {Field | undefined} */
  let field = { velden: fields };
  for (const part of path.split(".")) {
    if (/^\d+$/.test(part)) continue;
    field = field?.velden?.[part];
  }
  return field;
}

/**
 * @param {Element} section
 * @param {KindOfForm} kind
 * @param {{[format: string]: Fields}} formats
 */
function help(section, kind, formats) {
  const path = section.getAttribute("data-key-path") ?? "";
  const field = fieldAt(formats[kind.vorm] ?? {}, path);
  const box = section.querySelector("textarea, input[type=text]");
  if (field?.datum && box instanceof HTMLInputElement) addDayPicker(box);
  if (field?.opmaak && box instanceof HTMLTextAreaElement) addToolbar(box);
}

/**
 * A link above the first field to the chapter about this kind.
 *
 * @param {Element} first
 * @param {KindOfForm} kind
 */
function addChapter(first, kind) {
  if (first.parentElement?.querySelector(`[${DONE}=hoofdstuk]`)) return;
  const line = document.createElement("p");
  line.setAttribute(DONE, "hoofdstuk");
  line.style.cssText = "margin:0;padding:.75rem 1rem;text-align:end";
  const link = document.createElement("a");
  link.href = kind.hulp;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Uitleg in het handboek";
  line.append(link);
  first.before(line);
}

/**
 * How many parts a list has, without a noun: the editor puts the number before the label of the
 * field, and `0 Wanneer` is no Dutch.
 *
 * @param {Element} section
 */
function tellCount(section) {
  const summary = section.querySelector(".toolbar.top .summary");
  if (summary?.closest("section") !== section) return;
  const count = /^\s*(\d+)\s/.exec(summary.textContent ?? "")?.[1];
  const words = count === "0" ? "Nog niets ingevuld" : `${count} ingevuld`;
  // The editor goes on writing in the node that it made.
  const node = [...summary.childNodes].find((child) => child.nodeType === Node.TEXT_NODE);
  if (count !== undefined && node && node.nodeValue !== words) node.nodeValue = words;
}

/**
 * What the editor keeps from who needs it: enlarging the page with two fingers (WCAG 1.4.4), and a
 * place to jump to, past everything that stands around a form.
 */
function openUp() {
  const view = document.querySelector("meta[name=viewport][content*=maximum-scale]");
  view?.setAttribute("content", "width=device-width, initial-scale=1");
  const all = [...document.querySelectorAll("main, [role=main]")];
  const mains = all.filter((main) => main.checkVisibility()); // where one came from stays, unseen
  if (mains.some((main) => !main.hasAttribute(MAIN))) {
    for (const ours of mains.filter((main) => main.hasAttribute(MAIN))) ours.setAttribute("role", "none");
  } else if (!mains.length) {
    const form = document.querySelector(".content-editor")?.parentElement;
    const place = form ?? document.querySelector("div.outer[role=none]");
    place?.setAttribute("role", "main");
    place?.setAttribute(MAIN, "");
  }
}

/**
 * Help with every form from now on.
 *
 * @param {{[name: string]: KindOfForm}} kinds
 * @param {{[format: string]: Fields}} formats
 */
export function watchForms(kinds, formats) {
  const look = () => {
    openUp();
    const kind = kindAt(location.hash, kinds);
    if (!kind) return;
    const sections = [...document.querySelectorAll("section[data-key-path]")];
    if (sections.length) addChapter(sections[0], kind);
    for (const section of sections) {
      if (section.getAttribute("data-field-type") === "list") tellCount(section);
      // A field is drawn once it comes into sight: until then there is no box in it.
      if (section.hasAttribute(DONE) || !section.querySelector("textarea, input[type=text]")) continue;
      section.setAttribute(DONE, "");
      help(section, kind, formats);
    }
  };
  new MutationObserver(openUp).observe(document.head, { childList: true, subtree: true, attributes: true });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
}
