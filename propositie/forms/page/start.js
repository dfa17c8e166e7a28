// Runs before the editor: it must not start by itself, and it speaks Dutch from the first word.
window.CMS_MANUAL_INIT = true;
try {
  const sleutel = "sveltia-cms.prefs";
  const voorkeur = JSON.parse(localStorage.getItem(sleutel) || "{}");
  localStorage.setItem(sleutel, JSON.stringify({ locale: "nl", ...voorkeur }));
} catch {
  // Without storage the editor follows the language of the browser.
}
