// How a file of the house, and a post, is read into the forms and written back.
//
// The source travels along with the values, under a name that no field has; writing is changing
// that source. A file that nobody changed comes back byte for byte.
import { gelijk, leeg, ontleed, voluit, waarde } from "./value.js";
import { groep } from "./write.js";
import { gewijzigd } from "./edit.js";

const BRON = "bron_van_dit_bestand";

/** The format of a kind; `velden` is the tree of its fields. */
export function huisFormaat(velden) {
  return {
    fromFile: (tekst) => ({ ...veldenUit(tekst, velden), [BRON]: tekst }),
    toFile: ({ [BRON]: bron, ...nieuw }) => {
      const uit = leeg(bron) ? nieuweTekst(nieuw, velden) : tekstMet(bron, nieuw, velden);
      return uit.endsWith("\n") || bron === uit ? uit : `${uit}\n`;
    },
  };
}

function veldenUit(tekst, velden) {
  const doc = ontleed(zonderBom(tekst));
  const gelezen = waarde(doc.contents);
  return typeof gelezen === "object" ? voluit(gelezen, { velden }) : {};
}

function zonderBom(tekst) {
  return tekst.replace(/^\ufeff/, "");
}

function nieuweTekst(nieuw, velden) {
  return `${groep(nieuw, 0, velden)}\n`;
}

/** The source with the change; written anew when cutting in it would not give the right values. */
function tekstMet(bron, nieuw, velden) {
  const kaal = zonderBom(bron);
  const uit = gewijzigd(kaal, nieuw, velden);
  const onbekend = Object.entries(veldenUit(kaal, velden)).filter(([k]) => !(k in velden));
  const bedoeld = { ...Object.fromEntries(onbekend), ...nieuw };
  try {
    if (gelijk(veldenUit(uit, velden), bedoeld)) return bron.slice(0, bron.length - kaal.length) + uit;
  } catch {
    // Not even YAML: then the values matter more than the comments.
  }
  console.warn("Dit bestand is helemaal opnieuw geschreven; commentaar erin is weg.");
  return nieuweTekst(bedoeld, velden);
}

const KOPPEN = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;
const KOP = /^\s*#[ \t]+(.+?)[ \t#]*(?:\r?\n|$)/;
const ENGELS = {
  author: "auteur", authors: "auteur", date: "datum", description: "beschrijving",
  draft: "concept", title: "titel",
};

/** The format of posts: fields between dashes, below those a title and a text in Markdown. */
export function stukFormaat(velden) {
  const boven = Object.fromEntries(Object.entries(velden).filter(([k]) => k !== "tekst"));
  return {
    fromFile: (bron) => {
      const { kop, lijf } = gesplitst(bron);
      const gelezen = vertaald(waarde(ontleed(kop).contents));
      return { ...voluit(gelezen, { velden: boven }), ...uitLijf(lijf, gelezen), [BRON]: bron };
    },
    toFile: ({ [BRON]: bron, tekst = "", ...nieuw }) => {
      if (leeg(bron)) return `---\n${nieuweTekst(nieuw, boven)}---\n\n${tekst.trim()}\n`;
      const { voor, kop, na, lijf } = gesplitst(bron);
      const was = waarde(ontleed(kop).contents);
      const uit = uitLijf(lijf, vertaald(was));
      let nieuwLijf = lijf;
      const eigen = { ...nieuw };
      if ("titel" in uit) {
        if (!gelijk(uit.titel, nieuw.titel)) nieuwLijf = metKop(lijf, uit.titel, nieuw.titel);
        delete eigen.titel;
      }
      if (!gelijk(uit.tekst, tekst)) nieuwLijf = metTekst(nieuwLijf, uit.tekst, tekst);
      return voor + tekstMet(kop, terugvertaald(eigen, was), terugvertaald(boven, was))
        + na + nieuwLijf;
    },
  };
}

/** A post in its parts: the first dashes, the fields, the second dashes, the text. */
function gesplitst(bron) {
  const vondst = KOPPEN.exec(bron);
  if (!vondst) throw new Error("Boven dit stuk ontbreken de velden tussen twee regels ---.");
  const voor = bron.slice(0, bron.indexOf("\n") + 1);
  const kop = vondst[1];
  const na = vondst[0].slice(voor.length + kop.length);
  return { voor, kop, na, lijf: bron.slice(vondst[0].length) };
}

function uitLijf(lijf, gelezen) {
  const kop = KOP.exec(lijf);
  if (!kop) return { tekst: lijf.trim() };
  const tekst = lijf.slice(kop[0].length).trim();
  return leeg(gelezen?.titel) ? { titel: kop[1], tekst } : { tekst };
}

function metKop(lijf, was, nu) {
  const plek = lijf.indexOf(was);
  return lijf.slice(0, plek) + nu.split(/\s+/).join(" ") + lijf.slice(plek + was.length);
}

function metTekst(lijf, was, nu) {
  const plek = was ? lijf.lastIndexOf(was) : lijf.trimEnd().length;
  const ervoor = was ? "" : "\n\n";
  return lijf.slice(0, plek) + ervoor + nu.trim() + (lijf.slice(plek + was.length) || "\n");
}

/** Fields under their Dutch names; what other programs call them counts as well. */
function vertaald(gelezen) {
  if (typeof gelezen !== "object") return {};
  const uit = {};
  for (const [k, w] of Object.entries(gelezen)) {
    const onze = ENGELS[k];
    uit[onze && !(onze in gelezen) ? onze : k] = w;
  }
  return uit;
}

/** Back to the names that stand in the file. */
function terugvertaald(velden, was) {
  if (typeof was !== "object") return velden;
  const uit = {};
  for (const [k, w] of Object.entries(velden)) {
    const engels = Object.keys(ENGELS).find((e) => ENGELS[e] === k && e in was && !(k in was));
    uit[engels ?? k] = w;
  }
  return uit;
}
