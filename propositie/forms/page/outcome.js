// After saving: what became of it. GitHub makes the site anew for every change; this asks how that
// went, and says it in the words of the check.
import { API, checksOf, isFailed, publishing, reasonOf, Refused, token } from "./github.js";
import { tellInDialog } from "./check.js";

/** @import { Check } from "./github.js" */

const PLACE = "wat-ervan-werd";
const PAUSE = 5000;
const MOST_TURNS = 180; // a quarter of an hour; after that nobody is still looking
const PATIENCE = 12; // turns without any check, or without any answer
const STEADY = 3; // turns in which no check is left: what follows on a check begins some seconds later
const KEPT = "Wat u typte, blijft staan.";

/**
 * @param {string} text
 * @param {"bezig" | "goed" | "fout"} state
 */
function tell(text, state) {
  let bar = document.getElementById(PLACE);
  if (!bar) {
    bar = document.createElement("div");
    bar.id = PLACE;
    bar.setAttribute("role", "status");
    bar.style.cssText =
      "position:fixed;inset:auto 1rem 1rem auto;z-index:10000;max-width:32rem;padding:.75rem 1rem;" +
      "border-radius:.5rem;border:2px solid;font:16px/1.45 system-ui,sans-serif;" +
      "box-shadow:0 4px 24px #0004;display:flex;gap:1rem;align-items:start";
    document.body.append(bar);
  }
  const colours = { bezig: ["#fff8e1", "#8a5a00"], goed: ["#e8f5e9", "#1b5e20"], fout: ["#fdecea", "#a32106"] };
  bar.style.background = colours[state][0];
  bar.style.borderColor = colours[state][1];
  bar.style.color = "#1d1d1b";
  const words = document.createElement("span");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Sluiten";
  close.addEventListener("click", () => bar?.remove());
  bar.replaceChildren(words, close);
}

/**
 * A time as one says it in the Netherlands: `14.02`.
 *
 * @param {string | null} moment
 */
function clock(moment) {
  const day = moment ? new Date(moment) : new Date();
  const parts = { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" };
  return day.toLocaleTimeString("nl-NL", /** @type {Intl.DateTimeFormatOptions} */ (parts)).replace(":", ".");
}

const sleep = (/** @type {number} */ pause) => new Promise((resolve) => setTimeout(resolve, pause));

/**
 * What can be said now; null as long as the checks go on.
 *
 * @param {string} repo
 * @param {Check[]} checks
 * @param {boolean} isProposal
 * @param {boolean} isSteady Whether nothing has come for a while.
 * @returns {Promise<[string, "goed" | "fout"] | null>}
 */
async function verdict(repo, checks, isProposal, isSteady) {
  const failed = checks.filter(isFailed);
  if (failed.length) {
    const reason = (await reasonOf(repo, failed)) ?? "op GitHub staat waarom, bij Actions.";
    const rest = isProposal ? "Verbeter het en sla weer op." : "Wat er op de site stond, staat er nog.";
    return [`Opgeslagen, maar het houdt de site tegen: ${reason} ${rest}`, "fout"];
  }
  const isDone = isSteady && checks.every((check) => check.status === "completed");
  if (isProposal) {
    const words = "Uw voorstel is nagekeken: het kan zo op de site. Het staat er zodra een collega het goedkeurt.";
    return isDone ? [words, "goed"] : null;
  }
  const last = publishing(checks);
  if (last?.conclusion === "skipped") {
    return ['Opgeslagen, en het klopt. De site is nog niet voor iedereen te zien: er staat nog "Nog invullen" bij de organisatie of op de pagina Contact.', "goed"];
  }
  if (last ? last.status !== "completed" : !isDone) return null;
  const moments = (last ? [last] : checks).map((check) => check.completed_at ?? check.updated_at ?? "");
  return [`Staat online sinds ${clock(moments.sort().at(-1) || null)}.`, "goed"];
}

/**
 * Follow what was just saved until it is online, or keeps the site back.
 *
 * @param {string} repo
 * @param {string} sha The commit that was made of it.
 * @param {{ isProposal?: boolean, pause?: number }} [options]
 */
export async function follow(repo, sha, { isProposal = false, pause = PAUSE } = {}) {
  if (!token()) return; // a folder of this computer: nobody publishes it
  tell(...(await settled(repo, sha, isProposal, pause)));
}

/**
 * What is to be said in the end; meanwhile it says how it goes.
 *
 * @param {string} repo
 * @param {string} sha
 * @param {boolean} isProposal
 * @param {number} pause
 * @returns {Promise<[string, "bezig" | "goed" | "fout"]>}
 */
async function settled(repo, sha, isProposal, pause) {
  const begun = isProposal ? "Uw voorstel is opgeslagen. Het wordt nagekeken …" : "Opgeslagen. De site wordt nagekeken en gemaakt …";
  tell(begun, "bezig");
  let [steady, silent] = [0, 0];
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    try {
      const checks = await checksOf(repo, sha);
      if (silent) tell(begun, "bezig");
      silent = 0;
      steady = checks.length && checks.every((check) => check.status === "completed") ? steady + 1 : 0;
      const found = checks.length ? await verdict(repo, checks, isProposal, steady >= STEADY) : null;
      if (found) return found;
      if (!checks.length && turn >= PATIENCE) {
        return ["Opgeslagen. Op GitHub wordt niets nagekeken of gemaakt; vraag uw beheerder of dat aan staat.", "fout"];
      }
    } catch (error) {
      if (error instanceof Refused && error.status < 500) return [afterwards(error), "bezig"];
      silent += 1;
      if (silent > PATIENCE) {
        return ["Opgeslagen. GitHub is niet te bereiken; kijk over een paar minuten op de site of het er staat.", "bezig"];
      }
      tell("Opgeslagen. GitHub is nu niet te bereiken; het wordt vanzelf weer geprobeerd …", "bezig");
    }
    await sleep(pause);
  }
  return ["Opgeslagen. Het duurt lang voor de site klaar is; kijk later op de site zelf.", "bezig"];
}

/** @param {Refused} error */
function afterwards(error) {
  const look = "Kijk over een paar minuten op de site of het er staat.";
  return error.status === 401
    ? `Opgeslagen. Uw toegangstoken geldt niet meer; log opnieuw in. ${look}`
    : `Opgeslagen. Uw toegangstoken mag niet zien of het al online staat: daarvoor is "Actions: Read" nodig. ${look}`;
}

/**
 * Why GitHub did not take a change.
 *
 * @param {number} status
 * @param {string} words What GitHub said, in English.
 */
function whyNot(status, words) {
  if (status === 401) return `Uw toegangstoken geldt niet meer. Maak op GitHub een nieuw token, en log opnieuw in. ${KEPT}`;
  if (status === 403 || /not accessible|permission|forbidden|must have/i.test(words)) {
    return `Uw toegangstoken mag hier niets veranderen. Vraag uw beheerder of u nog mee mag schrijven, en of het token "Contents: Read and write" heeft. ${KEPT}`;
  }
  if (/protected|pull request|rule violations/i.test(words)) {
    return `Hier mag niemand meteen opslaan: een collega kijkt eerst. Vraag uw beheerder om concepten aan te zetten (zie het handboek, bij formulieren). ${KEPT}`;
  }
  if (/expected branch|but expected|has moved/i.test(words)) return ""; // the editor says that itself
  return `GitHub nam het niet aan. Probeer het over een paar minuten weer. ${KEPT}`;
}

/**
 * Follow every change that the editor saves: it commits by way of GitHub's GraphQL interface. (The
 * editor tells of saving itself too, but then fetches a library from another host.)
 *
 * @param {string} repo
 * @param {string} branch What is published.
 */
export function watchSaves(repo, branch) {
  const plain = window.fetch;
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const isMerge = init?.method === "PUT" && address.startsWith(API) && /\/pulls\/\d+\/merge$/.test(address);
    if (!isMerge && !(address === `${API}/graphql` && isSave(init?.body))) return plain(input, init);
    try {
      const answer = await plain(input, init);
      void tellOf(answer.clone(), repo, branch, init?.body);
      return answer;
    } catch (error) {
      refuse(`GitHub is niet te bereiken. Kijk of u internet hebt, en sla dan nog eens op. ${KEPT}`);
      throw error;
    }
  };
}

/**
 * @param {Response} answer
 * @param {string} repo
 * @param {string} branch
 * @param {unknown} asked
 */
async function tellOf(answer, repo, branch, asked) {
  const body = await answer.json().catch(() => ({}));
  const sha = body?.data?.createCommitOnBranch?.commit?.oid ?? body?.sha;
  if (answer.ok && sha) {
    await follow(repo, sha, { isProposal: !body.sha && branchOf(asked) !== branch });
    return;
  }
  const words = [body?.message, ...(body?.errors ?? []).map((/** @type {{message?: string}} */ e) => e.message)];
  refuse(whyNot(answer.status, words.filter(Boolean).join(" ")));
}

/** @param {string} sentence */
function refuse(sentence) {
  if (sentence) tellInDialog([sentence], "Er is niets opgeslagen.");
}

/** @param {unknown} body */
function branchOf(body) {
  try {
    return JSON.parse(String(body)).variables.input.branch.branchName;
  } catch {
    return undefined;
  }
}

/** @param {unknown} body */
function isSave(body) {
  return typeof body === "string" && body.includes("createCommitOnBranch");
}
