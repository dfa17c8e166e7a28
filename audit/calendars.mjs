// What ical.js reads in calendars: every begin of each, by the clock.
// Usage: node audit/calendars.mjs < list of files; prints {file: [begin, …]} as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

/** @type {Record<string, string[]>} */
const found = {};
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const whole = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  /** @type {string[]} */
  const begins = [];
  for (const part of whole.getAllSubcomponents("vevent")) {
    if (part.hasProperty("recurrence-id")) continue;
    const event = new ICAL.Event(part);
    if (!event.isRecurring()) {
      begins.push(event.startDate.toString());
      continue;
    }
    const times = event.iterator();
    for (let time = times.next(); time; time = times.next()) begins.push(time.toString());
  }
  found[file] = begins;
}
console.log(JSON.stringify(found));
