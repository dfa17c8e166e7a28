// What GitHub tells of a commit: how its checks stand. The forms ask it with the key of who signed in.

export const API = "https://api.github.com";
const PUBLISHES = /publi|deploy/i;

/**
 * @typedef {object} Check
 * @property {number} id
 * @property {string} [name]
 * @property {string} status
 * @property {string | null} conclusion
 * @property {string | null} [completed_at]
 * @property {string | null} [updated_at]
 */
/**
 * @typedef {object} Annotation
 * @property {string} annotation_level
 * @property {string} message
 * @property {string} path
 * @property {number} start_line
 */

/** GitHub answered, but not with what was asked. */
export class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

/** The key of who is signed in; empty when nobody is, as with a folder of this computer. */
export function token() {
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
 * What GitHub answers; throws `Refused` when it does not want to, and something else when it cannot
 * be reached.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
async function ask(path) {
  const answer = await fetch(`${API}${path}`, {
    headers: { Authorization: `Bearer ${token()}`, Accept: "application/vnd.github+json" },
    cache: "no-store",
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}

/**
 * The checks of a commit. In a private repository a fine-grained token may not see those, ever; the
 * runs they belong to it may.
 *
 * @param {string} repo
 * @param {string} sha
 * @returns {Promise<Check[]>}
 */
export async function checksOf(repo, sha) {
  try {
    return (await ask(`/repos/${repo}/commits/${sha}/check-runs?per_page=100`)).check_runs;
  } catch (error) {
    if (!(error instanceof Refused) || ![403, 404].includes(error.status)) throw error;
    return (await ask(`/repos/${repo}/actions/runs?head_sha=${sha}`)).workflow_runs;
  }
}

/**
 * The first thing that a check says of the house; null when it says nothing of it, or not to us.
 *
 * @param {string} repo
 * @param {Check[]} checks
 */
export async function reasonOf(repo, checks) {
  for (const check of checks) {
    /** @type {Annotation[]} */
    const notes = await ask(`/repos/${repo}/check-runs/${check.id}/annotations`).catch(() => []);
    // Annotations of the machinery itself point at its own folder, or at no file.
    const own = notes.filter((n) => n.annotation_level === "failure" && !n.path.startsWith(".github"));
    if (own.length) {
      const more = own.length > 1 ? ` En nog ${own.length - 1}.` : "";
      return `${own[0].message} (${own[0].path}, regel ${own[0].start_line}).${more}`;
    }
  }
  return null;
}

/** @param {Check} check */
export const isFailed = (check) => {
  return check.status === "completed" && !["success", "skipped", "neutral"].includes(check.conclusion ?? "");
};

/**
 * The check that publishes, when there is one yet.
 *
 * @param {Check[]} checks
 * @returns {Check | undefined}
 */
export function publishing(checks) {
  return checks.find((check) => PUBLISHES.test(check.name ?? ""));
}
