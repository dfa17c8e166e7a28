// Runs before the editor: it must not start by itself, and it speaks Dutch from the first word.
window.CMS_MANUAL_INIT = true;
try {
  const key = "sveltia-cms.prefs";
  const preferences = JSON.parse(localStorage.getItem(key) || "{}");
  localStorage.setItem(key, JSON.stringify({ locale: "nl", ...preferences }));
} catch {
  // Without storage the editor follows the language of the browser.
}
