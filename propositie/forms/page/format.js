// How a file of the house, and a post, is read into the forms and written back.
//
// The source travels along with the values, under a name that no field has; writing is changing
// that source. A file that nobody changed comes back byte for byte.
import { expand, isEmpty, isEqual, isGroup, parse, valueOf } from "./value.js";
import { group } from "./write.js";
import { edited } from "./edit.js";

/** @import { Fields, Format, Group, Value } from "propositie/forms" */

const SOURCE = "bron_van_dit_bestand";

/**
 * The format of a kind; `fields` is the tree of its fields.
 *
 * @param {Fields} fields
 * @returns {Format}
 */
export function huisFormat(fields) {
  return {
    fromFile: (text) => ({ ...fieldsFrom(text, fields), [SOURCE]: text }),
    toFile: ({ [SOURCE]: source, ...values }) => {
      const wanted = withFormerNames(source ? withStaying(values, source, fields) : values, fields);
      const result = source ? textWith(source, wanted, fields) : freshText(wanted, fields);
      return result.endsWith("\n") || source === result ? result : `${result}\n`;
    },
  };
}

/**
 * The values with what the editor has no box for as it stands in the source: of a group with years
 * for names it makes a list.
 *
 * @param {Group} values
 * @param {string} source
 * @param {Fields} fields
 * @returns {Group}
 */
function withStaying(values, source, fields) {
  const spoilt = Object.keys(values).filter((key) => fields[key]?.blijft && !isGroup(values[key]));
  if (!spoilt.length) return values;
  const read = fieldsFrom(source, fields);
  return { ...values, ...Object.fromEntries(spoilt.map((key) => [key, read[key]])) };
}

/**
 * The values with the names that a file had before in `vroeger`: the editor, when somebody changes
 * an address, keeps the old one in a field of its own (`aliases: [/mensen/gijs/]`).
 *
 * @param {Group} values
 * @param {Fields} fields
 * @returns {Group}
 */
function withFormerNames({ aliases, ...values }, fields) {
  const former = Array.isArray(aliases) ? aliases : [];
  const ids = former.map((address) => String(address).split("/").filter(Boolean).at(-1));
  if (!ids.length || !fields.vroeger) return values;
  const known = Array.isArray(values.vroeger) ? values.vroeger : [];
  return { ...values, vroeger: [...new Set([...known, ...ids])] };
}

/**
 * @param {string} text
 * @param {Fields} fields
 * @returns {Group}
 */
function fieldsFrom(text, fields) {
  const read = expand(valueOf(parse(withoutBom(text)).contents), { velden: fields });
  return isGroup(read) ? read : {};
}

/** @param {string} text */
function withoutBom(text) {
  return text.replace(/^\ufeff/, "");
}

/**
 * @param {Group} wanted
 * @param {Fields} fields
 */
function freshText(wanted, fields) {
  return `${group(wanted, 0, fields)}\n`;
}

/**
 * The source with the change; written anew when cutting in it would not give the right values.
 *
 * @param {string} source
 * @param {Group} wanted
 * @param {Fields} fields
 */
function textWith(source, wanted, fields) {
  const bare = withoutBom(source);
  const result = edited(bare, wanted, fields);
  const unknown = Object.entries(fieldsFrom(bare, fields)).filter(([k]) => !(k in fields));
  const meant = { ...Object.fromEntries(unknown), ...wanted };
  try {
    if (isEqual(fieldsFrom(result, fields), meant)) {
      return source.slice(0, source.length - bare.length) + result;
    }
  } catch {
    // Not even YAML: then the values matter more than the comments.
  }
  console.warn("Dit bestand is helemaal opnieuw geschreven; commentaar erin is weg.");
  return freshText(meant, fields);
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;
const HEADING = /^\s*#[ \t]+(.+?)[ \t#]*(?:\r?\n|$)/;
/** @type {{[english: string]: string}} */
const ENGLISH = {
  author: "auteur", authors: "auteur", date: "datum", description: "beschrijving",
  draft: "concept", title: "titel",
};

/**
 * The format of posts: fields between dashes, below those a title and a text in Markdown.
 *
 * @param {Fields} fields
 * @returns {Format}
 */
export function berichtFormat(fields) {
  return markdownFormat(fields, false);
}

/**
 * The format of free pages: as that of posts, but that the fields at the top need not be there.
 *
 * @param {Fields} fields
 * @returns {Format}
 */
export function paginaFormat(fields) {
  return markdownFormat(fields, true);
}

/**
 * @param {Fields} fields
 * @param {boolean} headless Whether a file may go without fields at its top.
 * @returns {Format}
 */
function markdownFormat(fields, headless) {
  const top = Object.fromEntries(Object.entries(fields).filter(([k]) => k !== "tekst"));
  return {
    fromFile: (source) => {
      const { head, body } = split(source, headless);
      const read = translated(valueOf(parse(head).contents));
      const expanded = expand(read, { velden: top });
      return { ...(isGroup(expanded) ? expanded : {}), ...fromBody(body, read), [SOURCE]: source };
    },
    toFile: ({ [SOURCE]: source, tekst, ...values }) => {
      const wanted = withFormerNames(values, top);
      const text = String(tekst ?? "");
      if (!source) return `---\n${freshText(wanted, top)}---\n\n${text.trim()}\n`;
      const { before, head, after, body } = split(source, headless);
      const was = valueOf(parse(head).contents);
      const told = fromBody(body, translated(was));
      let newBody = body;
      const own = { ...wanted };
      if (told.titel !== undefined) {
        if (!isEqual(told.titel, wanted.titel)) {
          newBody = withHeading(body, told.titel, String(wanted.titel ?? ""));
        }
        delete own.titel;
      }
      if (!isEqual(told.tekst, text)) newBody = withText(newBody, told.tekst, text);
      const changed = textWith(head, translatedBack(own, was), translatedBack(top, was));
      if (!before && changed.trim()) return `---\n${changed}---\n\n${newBody}`;
      return before + changed + after + newBody;
    },
  };
}

/**
 * A post in its parts: the first dashes, the fields, the second dashes, the text.
 *
 * @param {string} source
 * @param {boolean} headless
 */
function split(source, headless) {
  const found = FRONT_MATTER.exec(source);
  if (!found && headless) return { before: "", head: "", after: "", body: source };
  if (!found) throw new Error("Boven dit stuk ontbreken de velden tussen twee regels ---.");
  const before = source.slice(0, source.indexOf("\n") + 1);
  const head = found[1];
  const after = found[0].slice(before.length + head.length);
  return { before, head, after, body: source.slice(found[0].length) };
}

/**
 * @param {string} body
 * @param {Group} read
 * @returns {{ titel?: string, tekst: string }}
 */
function fromBody(body, read) {
  const heading = HEADING.exec(body);
  if (!heading) return { tekst: body.trim() };
  const tekst = body.slice(heading[0].length).trim();
  return isEmpty(read.titel) ? { titel: heading[1], tekst } : { tekst };
}

/**
 * @param {string} body
 * @param {string} was
 * @param {string} now
 */
function withHeading(body, was, now) {
  const place = body.indexOf(was);
  return body.slice(0, place) + now.split(/\s+/).join(" ") + body.slice(place + was.length);
}

/**
 * @param {string} body
 * @param {string} was
 * @param {string} now
 */
function withText(body, was, now) {
  const place = was ? body.lastIndexOf(was) : body.trimEnd().length;
  const gap = was ? "" : "\n\n";
  return body.slice(0, place) + gap + now.trim() + (body.slice(place + was.length) || "\n");
}

/**
 * Fields under their Dutch names; what other programs call them counts as well.
 *
 * @param {Value} read
 */
function translated(read) {
  if (!isGroup(read)) return {};
  /** @type {Group} */
  const result = {};
  for (const [k, value] of Object.entries(read)) {
    const ours = ENGLISH[k];
    result[ours && !(ours in read) ? ours : k] = value;
  }
  return result;
}

/**
 * Back to the names that stand in the file.
 *
 * @template T
 * @param {{[key: string]: T}} fields
 * @param {Value} was
 */
function translatedBack(fields, was) {
  if (!isGroup(was)) return fields;
  /** @type {{[key: string]: T}} */
  const result = {};
  for (const [k, value] of Object.entries(fields)) {
    const english = Object.keys(ENGLISH).find((e) => ENGLISH[e] === k && e in was && !(k in was));
    result[english ?? k] = value;
  }
  return result;
}
