// Runs Lighthouse (mobile) on pages, one after the other in one Chromium; a line of JSON each.
// Usage: node lighthouse.mjs CHROMIUM URL...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** @typedef {import("lighthouse").Result["audits"][string]} Audit */

/**
 * The call bar sticks to the foot of a phone's window, and what happens to lie half under it at the
 * top of the page can be scrolled free: no small target. Any other small target counts.
 *
 * @param {Audit} audit
 */
const canBeScrolledFree = ({ id, details }) => {
  if (id !== "target-size" || !details || !("items" in details)) return false;
  /** @type {any[]} */
  const items = details.items ?? [];
  return (
    items.length > 0 &&
    items.every(
      (item) =>
        /partially obscured/.test(item.node?.explanation ?? "") &&
        JSON.stringify(item.subItems ?? item).includes("nav.belbalk"),
    )
  );
};

/** @param {Audit} audit */
const grade = (audit) => (canBeScrolledFree(audit) ? 1 : (audit.score ?? 0));

/** @param {Audit} audit */
const complaint = ({ id, title, score, displayValue }) => ({
  id,
  explanation: [title, displayValue].filter(Boolean).join(": "),
  score,
});

/** @param {import("lighthouse").Result} lhr */
const report = (lhr) => {
  /** @type {{[category: string]: number | null}} */
  const scores = {};
  /** @type {{[category: string]: ReturnType<typeof complaint>[]}} */
  const complaints = {};
  for (const [name, category] of Object.entries(lhr.categories)) {
    const counted = category.auditRefs.filter(
      ({ weight, id }) => weight && lhr.audits[id].score !== null,
    );
    const total = counted.reduce((s, { weight, id }) => s + weight * grade(lhr.audits[id]), 0);
    const weights = counted.reduce((s, { weight }) => s + weight, 0);
    scores[name] = weights ? Math.round((100 * total) / weights) : null;
    complaints[name] = counted
      .filter(({ id }) => grade(lhr.audits[id]) < 1)
      .map(({ id }) => complaint(lhr.audits[id]));
  }
  return { scores, complaints };
};

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});
try {
  for (const address of addresses) {
    const run = await lighthouse(address, { port: chrome.port, logLevel: "error", locale: "en" });
    if (!run) throw new Error(`no result for ${address}`);
    const { scores, complaints } = report(run.lhr);
    const shift = run.lhr.audits["cumulative-layout-shift"]?.numericValue ?? null;
    const error = run.lhr.runtimeError?.message ?? null;
    console.log(
      JSON.stringify({
        address,
        scores,
        complaints,
        layout_shift: shift,
        error,
      }),
    );
  }
} finally {
  chrome.kill();
}
