// A calendar beside a date. What somebody typed, in whatever notation, stays until a day is chosen.
import { type } from "./typing.js";

/**
 * The day in a text as a calendar wants it; empty when it is written otherwise.
 *
 * @param {string} text
 */
export function dayIn(text) {
  const parts = /^\s*(?:(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)[-/.](\d\d?)[-/.](\d{4}))\s*$/.exec(text);
  if (!parts) return "";
  const [, year, month, day, day2, month2, year2] = parts;
  const two = (/** @type {string} */ number) => number.padStart(2, "0");
  return `${year ?? year2}-${two(month ?? month2)}-${two(day ?? day2)}`;
}

/**
 * Put a button after the box that opens a calendar.
 *
 * @param {HTMLInputElement} box
 */
export function addDayPicker(box) {
  const calendar = document.createElement("input");
  calendar.type = "date";
  calendar.tabIndex = -1;
  calendar.setAttribute("aria-hidden", "true");
  calendar.style.cssText = "position:absolute;inset:auto auto 0 0;width:1px;height:1px;opacity:0;border:0;padding:0";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Kalender";
  button.style.cssText = "font:inherit;padding:.25rem .75rem;min-height:32px;cursor:pointer";
  const holder = document.createElement("span");
  holder.style.cssText = "position:relative;display:inline-block;margin-inline-start:.5rem";
  holder.append(button, calendar);
  button.addEventListener("click", () => {
    calendar.value = dayIn(box.value);
    calendar.showPicker();
  });
  calendar.addEventListener("change", () => {
    if (!calendar.value || calendar.value === dayIn(box.value)) return;
    box.select();
    type(box, calendar.value);
  });
  (box.parentElement ?? box).append(holder);
}
