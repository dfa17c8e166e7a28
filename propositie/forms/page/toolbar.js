// Buttons above a long text, for who does not know its marks. They only type: what nobody touched
// stays as it was, byte for byte.
import { type } from "./typing.js";

/** @typedef {{ label: string, title: string, act: (box: HTMLTextAreaElement) => void }} Tool */

/** @type {Tool[]} */
const TOOLS = [
  { label: "Vet", title: "Maak de gekozen woorden vet", act: (box) => wrap(box, "**", "**", "vet") },
  { label: "Schuin", title: "Zet de gekozen woorden schuin", act: (box) => wrap(box, "*", "*", "schuin") },
  { label: "Tussenkop", title: "Maak van deze regel een tussenkop", act: (box) => prefix(box, "## ", false) },
  { label: "Lijst", title: "Maak van de gekozen regels een lijst", act: (box) => prefix(box, "- ", true) },
  { label: "Citaat", title: "Maak van de gekozen regels een citaat", act: (box) => prefix(box, "> ", true) },
  { label: "Link", title: "Maak van de gekozen woorden een link", act: addLink },
];

/**
 * @param {HTMLTextAreaElement} box
 * @param {string} before
 * @param {string} after
 * @param {string} example What stands there when nothing was chosen.
 */
function wrap(box, before, after, example) {
  const chosen = box.value.slice(box.selectionStart, box.selectionEnd);
  // A space next to a mark keeps it from being one.
  const [, lead = "", words = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(chosen) ?? [];
  const start = box.selectionStart + lead.length + before.length;
  type(box, `${lead}${before}${words || example}${after}${trail}`);
  box.setSelectionRange(start, start + (words || example).length);
}

/**
 * @param {HTMLTextAreaElement} box
 * @param {string} mark
 * @param {boolean} isBlock Whether all chosen lines belong together, with an empty line before them.
 */
function prefix(box, mark, isBlock) {
  const start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const after = box.value.indexOf("\n", box.selectionEnd);
  const end = after < 0 ? box.value.length : after;
  const lines = box.value.slice(start, end).split("\n");
  const marked = lines.map((line) => (line.startsWith(mark) ? line.slice(mark.length) : mark + line));
  const above = box.value.slice(0, start);
  const apart = isBlock && above.trim() && !above.endsWith("\n\n") ? "\n" : "";
  box.setSelectionRange(start, end);
  type(box, apart + marked.join("\n"));
}

/** @param {HTMLTextAreaElement} box */
function addLink(box) {
  const chosen = box.value.slice(box.selectionStart, box.selectionEnd).trim();
  const isAddress = /^(?:https?:\/\/|www\.)\S+$/.test(chosen);
  const words = chosen && !isAddress ? chosen : "woorden";
  const address = isAddress ? chosen.replace(/^www\./, "https://www.") : "https://";
  const start = box.selectionStart + words.length + 3;
  type(box, `[${words}](${address})`);
  if (isAddress) box.setSelectionRange(start - words.length - 2, start - 2);
  else box.setSelectionRange(start, start + address.length);
}

/**
 * Put the buttons above a box.
 *
 * @param {HTMLTextAreaElement} box
 */
export function addToolbar(box) {
  const bar = document.createElement("div");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Opmaak");
  bar.style.cssText = "display:flex;flex-wrap:wrap;gap:.25rem;margin-block-end:.25rem";
  const buttons = TOOLS.map((tool, number) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = tool.label;
    button.title = tool.title;
    button.tabIndex = number ? -1 : 0;
    button.style.cssText = "font:inherit;padding:.25rem .75rem;min-height:32px;cursor:pointer";
    button.addEventListener("click", () => tool.act(box));
    return button;
  });
  // One stop for the Tab key; arrows go along the buttons (ARIA Authoring Practices, toolbar).
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = buttons.findIndex((button) => button === document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const next = buttons[(here + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  bar.append(...buttons);
  (box.parentElement ?? box).before(bar);
}
