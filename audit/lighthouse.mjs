// Runs Lighthouse (mobile) on pages, one after the other in one Chromium; a line of JSON each.
// Usage: node lighthouse.mjs CHROMIUM URL...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

// The call bar sticks to the foot of a phone's window, and what happens to lie half under it at the
// top of the page can be scrolled free: no small target. Any other small target counts.
const vrijTeSchuiven = ({ id, details }) =>
  id === "target-size" &&
  details?.items?.length > 0 &&
  details.items.every(
    (item) =>
      /partially obscured/.test(item.node?.explanation ?? "") &&
      JSON.stringify(item.subItems ?? item).includes("nav.belbalk"),
  );

const [chromePath, ...adressen] = process.argv.slice(2);
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
  for (const adres of adressen) {
    const { lhr } = await lighthouse(adres, { port: chrome.port, logLevel: "error", locale: "en" });
    const klacht = ({ id, title, score, displayValue }) => ({
      id,
      uitleg: [title, displayValue].filter(Boolean).join(": "),
      score,
    });
    const punten = {};
    const klachten = {};
    for (const [naam, deel] of Object.entries(lhr.categories)) {
      const telt = deel.auditRefs.filter(
        ({ weight, id }) => weight && lhr.audits[id].score !== null,
      );
      const cijfer = ({ id }) => (vrijTeSchuiven(lhr.audits[id]) ? 1 : lhr.audits[id].score);
      const som = telt.reduce((s, ref) => s + ref.weight * cijfer(ref), 0);
      const gewicht = telt.reduce((s, { weight }) => s + weight, 0);
      punten[naam] = gewicht ? Math.round((100 * som) / gewicht) : null;
      klachten[naam] = telt
        .filter((ref) => cijfer(ref) < 1)
        .map(({ id }) => klacht(lhr.audits[id]));
    }
    console.log(
      JSON.stringify({
        adres,
        punten,
        klachten,
        verschuiving: lhr.audits["cumulative-layout-shift"]?.numericValue ?? null,
        fout: lhr.runtimeError?.message ?? null,
      }),
    );
  }
} finally {
  chrome.kill();
}
