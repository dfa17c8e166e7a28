// After saving: what became of it. GitHub makes the site anew for every change; this asks how that
// went, and says it in the words of the check.

const API = "https://api.github.com";
const PLACE = "wat-ervan-werd";
const PAUSE = 5000;
const MOST_TURNS = 180; // a quarter of an hour; after that nobody is still looking
const PATIENCE = 12; // turns without any check: then this repository has none

/** @typedef {{ sha: string }} Commit */
/**
 * @typedef {object} Check
 * @property {number} id
 * @property {string} status
 * @property {string | null} conclusion
 * @property {string | null} completed_at
 */
/**
 * @typedef {object} Annotation
 * @property {string} annotation_level
 * @property {string} message
 * @property {string} path
 * @property {number} start_line
 */

/** The key of who is signed in; empty when nobody is, as with a folder of this computer. */
function token() {
  for (const store of [sessionStorage, localStorage]) {
    for (const name of ["sveltia-cms.user", "decap-cms-user", "netlify-cms-user"]) {
      try {
        const user = JSON.parse(store.getItem(name) ?? "null");
        if (user?.token) return String(user.token);
      } catch {
        // Not ours.
      }
    }
  }
  return "";
}

/**
 * What GitHub answers; throws when it does not.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
async function ask(path) {
  const answer = await fetch(`${API}${path}`, {
    headers: { Authorization: `Bearer ${token()}`, Accept: "application/vnd.github+json" },
    cache: "no-store",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

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

/**
 * Why a change keeps the site back: the first thing that a check says of it.
 *
 * @param {string} repo
 * @param {Check[]} checks
 */
async function reasonOf(repo, checks) {
  for (const check of checks) {
    /** @type {Annotation[]} */
    const notes = await ask(`/repos/${repo}/check-runs/${check.id}/annotations`);
    // Annotations of the machinery itself point at its own folder, or at no file.
    const own = notes.filter((n) => n.annotation_level === "failure" && !n.path.startsWith(".github"));
    if (own.length) {
      const more = own.length > 1 ? ` En nog ${own.length - 1}.` : "";
      return `${own[0].message} (${own[0].path}, regel ${own[0].start_line}).${more}`;
    }
  }
  return "op GitHub staat waarom, bij Actions.";
}

const sleep = (/** @type {number} */ pause) => new Promise((resolve) => setTimeout(resolve, pause));

/**
 * Follow what was just saved until it is online, or keeps the site back.
 *
 * @param {string} repo
 * @param {string} branch
 * @param {number} [pause]
 */
export async function follow(repo, branch, pause = PAUSE) {
  if (!token()) return; // a folder of this computer: nobody publishes it
  tell("Opgeslagen. De site wordt nagekeken en gemaakt …", "bezig");
  try {
    /** @type {Commit} */
    const { sha } = await ask(`/repos/${repo}/commits/${encodeURIComponent(branch)}`);
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      /** @type {{ check_runs: Check[] }} */
      const { check_runs: checks } = await ask(`/repos/${repo}/commits/${sha}/check-runs`);
      if (checks.length && checks.every((check) => check.status === "completed")) {
        const failed = checks.filter((c) => !["success", "skipped", "neutral"].includes(c.conclusion ?? ""));
        if (!failed.length) {
          const last = checks.map((c) => c.completed_at ?? "").sort().at(-1) ?? null;
          tell(`Staat online sinds ${clock(last)}.`, "goed");
        } else {
          tell(`Opgeslagen, maar het houdt de site tegen: ${await reasonOf(repo, failed)} Wat er op de site stond, staat er nog.`, "fout");
        }
        return;
      }
      if (!checks.length && turn >= PATIENCE) {
        tell("Opgeslagen. Op GitHub wordt niets nagekeken of gemaakt; vraag uw beheerder of dat aan staat.", "fout");
        return;
      }
      await sleep(pause);
    }
    tell("Opgeslagen. Het duurt lang voor de site klaar is; kijk later op de site zelf.", "bezig");
  } catch {
    tell("Opgeslagen. Of het al online staat, is nu niet te zien; kijk over een paar minuten op de site.", "bezig");
  }
}

/**
 * Follow every change that the editor saves: it commits by way of GitHub's GraphQL interface. (The
 * editor tells of saving itself too, but then fetches a library from another host.)
 *
 * @param {string} repo
 * @param {string} branch
 */
export function watchSaves(repo, branch) {
  const plain = window.fetch;
  window.fetch = async (input, init) => {
    const answer = await plain(input, init);
    const address = input instanceof Request ? input.url : String(input);
    if (address === `${API}/graphql` && answer.ok && isSave(init?.body)) void follow(repo, branch);
    return answer;
  };
}

/** @param {unknown} body */
function isSave(body) {
  return typeof body === "string" && body.includes("createCommitOnBranch");
}
