// Runs Lighthouse (mobile) on pages, one after the other in one Chromium; a line of JSON each.
// Usage: node lighthouse.mjs CHROMIUM URL...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

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
      punten[naam] = deel.score === null ? null : Math.round(deel.score * 100);
      klachten[naam] = deel.auditRefs
        .filter(({ weight, id }) => weight && (lhr.audits[id].score ?? 1) < 1)
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
