// Before anything else runs here: the key of who signs in is not left behind, is not shared with
// other sites unseen, and is never typed in a page that another site put in a frame.

const REMEMBER = "propositie.onthoud";
const NOTICE = "over-het-token";
const SEEN = "propositie.gezien";
const USER = /^(?:sveltia-cms\.user|decap-cms-user|netlify-cms-user)$/;

/** Whether somebody asked to stay signed in on this device. */
function remembers() {
  return readRaw(localStorage, REMEMBER) === "ja";
}

const { getItem, setItem, removeItem } = Storage.prototype;

/**
 * @param {Storage} store
 * @param {string} key
 */
function readRaw(store, key) {
  return getItem.call(store, key);
}

/**
 * The key of who signs in lives as long as this tab, unless asked otherwise.
 * @param {Storage} store
 * @param {string} key
 */
function placeOf(store, key) {
  return store === localStorage && USER.test(key) && !remembers() ? sessionStorage : store;
}

function keepKeysForTheSession() {
  /** @param {string} key */
  Storage.prototype.getItem = function (key) {
    return getItem.call(placeOf(this, key), key);
  };
  /**
   * @param {string} key
   * @param {string} value
   */
  Storage.prototype.setItem = function (key, value) {
    setItem.call(placeOf(this, key), key, value);
    if (USER.test(key) && String(value).includes("backendName")) {
      document.getElementById(NOTICE)?.remove(); // whoever signed in has read it
    }
  };
  /** @param {string} key */
  Storage.prototype.removeItem = function (key) {
    removeItem.call(this, key);
    removeItem.call(placeOf(this, key), key);
  };
  if (!remembers()) {
    for (const key of Object.keys(localStorage).filter((name) => USER.test(name))) {
      removeItem.call(localStorage, key);
    }
  }
}

/**
 * Sites of one owner under this host have one store together: any of them can read the key.
 * @param {string} host
 */
function isShared(host) {
  return /(?:^|\.)(?:github\.io|gitlab\.io|pages\.dev|netlify\.app)$/.test(host);
}

function showNotice() {
  const known = [sessionStorage, localStorage].some((store) =>
    Object.keys(store).some(
      (key) => USER.test(key) && readRaw(store, key)?.includes("backendName"),
    ),
  );
  if (known || readRaw(sessionStorage, SEEN) === "ja") {
    return;
  }
  const notice = document.createElement("aside");
  notice.id = NOTICE;
  notice.setAttribute("aria-label", "Over uw toegangstoken");
  notice.style.cssText =
    "position:fixed;inset:0 0 auto 0;z-index:10000;padding:.5rem 1rem;background:#fff8e1;" +
    "color:#1d1d1b;border-bottom:2px solid #8a5a00;font:15px/1.4 system-ui,sans-serif";
  if (isShared(location.hostname)) {
    const text = document.createElement("p");
    text.style.margin = "0 0 .25rem";
    text.textContent =
      "Let op: dit adres wordt gedeeld met andere sites van dezelfde eigenaar, en die kunnen uw " +
      "toegangstoken lezen. Log hier alleen in als u die sites vertrouwt, of geef de site een " +
      "eigen domeinnaam (zie het handboek, bij formulieren).";
    notice.append(text);
  }
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = remembers();
  box.addEventListener("change", () => {
    setItem.call(localStorage, REMEMBER, box.checked ? "ja" : "nee");
    const [from, to] = box.checked
      ? [sessionStorage, localStorage]
      : [localStorage, sessionStorage];
    for (const key of Object.keys(from).filter((name) => USER.test(name))) {
      setItem.call(to, key, readRaw(from, key) ?? "");
      removeItem.call(from, key);
    }
  });
  label.append(box, " Ingelogd blijven op dit apparaat (anders tot u dit tabblad sluit)");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Sluiten";
  close.style.marginInlineStart = "1rem";
  close.addEventListener("click", () => {
    notice.remove();
    setItem.call(sessionStorage, SEEN, "ja");
  });
  notice.append(label, close);
  document.body.append(notice);
}

function refuseFrame() {
  window.stop();
  const text = document.createElement("p");
  const link = document.createElement("a");
  link.href = location.href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Open deze pagina in een eigen tabblad.";
  text.append("Het beheer werkt niet binnen een andere pagina. ", link);
  const body = document.createElement("body");
  body.append(text);
  document.documentElement.replaceChildren(body);
}

if (window.self !== window.top) {
  refuseFrame();
} else {
  try {
    keepKeysForTheSession();
    document.addEventListener("DOMContentLoaded", showNotice);
  } catch {
    // Without storage there is nothing to keep.
  }
}
