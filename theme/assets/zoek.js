// Search: loads the index when somebody first wants to search, not before.
(() => {
  /** @typedef {{ adres: string, titel: string, tekst: string, titleWords: string[], textWords: string[] }} Doc */

  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.zoek");
  const field = form?.querySelector("input");
  const list = form?.querySelector("ol");
  /** @type {HTMLElement | null | undefined} */
  const status = form?.querySelector("[role=status]");
  if (!form || !field || !list || !status) return;
  const words = form.dataset;
  /** @type {Promise<Doc[]> | undefined} */
  let index;

  /** @param {string} text */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  /** @param {string} text */
  const wordsOf = (text) => fold(text).match(/[a-z0-9]+/g) || [];
  /**
   * Dutch endings that do not change what somebody looks for: boodschap, boodschappen.
   *
   * @param {string} word
   */
  const stem = (word) =>
    word.length > 5 ? word.replace(/(?:pen|ken|ten|sen|en|s|e)$/, "") : word;

  /** @param {{ location: string, title: string, text: string }} entry */
  const toDoc = (entry) => {
    const { location: adres, title: titel, text: tekst } = entry;
    return { adres, titel, tekst, titleWords: wordsOf(titel), textWords: wordsOf(tekst) };
  };

  /** @returns {Promise<Doc[]>} */
  const load = () =>
    (index ??= fetch(words.index ?? "")
      .then((r) => (r.ok ? r.json() : Promise.reject(r.status)))
      .then(({ docs }) => docs.map(toDoc)));

  /**
   * @param {Doc} doc
   * @param {string[]} query
   */
  const score = (doc, query) => {
    let total = 0;
    for (const word of query) {
      const s = stem(word);
      const inTitle = doc.titleWords.some((x) => x.startsWith(s)) ? 10 : 0;
      const inText = Math.min(doc.textWords.filter((x) => x.startsWith(s)).length, 4);
      if (!inTitle && !inText) return 0;
      total += inTitle + inText;
    }
    return total;
  };

  /**
   * @param {Doc} doc
   * @param {string[]} query
   */
  const excerpt = (doc, query) => {
    const place = Math.max(0, fold(doc.tekst).indexOf(stem(query[0])));
    const start = place < 60 ? 0 : doc.tekst.lastIndexOf(" ", place - 40) + 1;
    const piece = doc.tekst.slice(start, start + 110);
    return (start ? "… " : "") + piece + (start + 110 < doc.tekst.length ? " …" : "");
  };

  /**
   * @param {Doc[]} docs
   * @param {string[]} query
   */
  const show = (docs, query) => {
    list.replaceChildren(
      ...docs.map((doc) => {
        const li = document.createElement("li");
        const a = document.createElement("a");
        const title = document.createElement("strong");
        const explanation = document.createElement("span");
        a.href = (words.basis ?? "").replace(/\/?$/, "/") + doc.adres;
        title.textContent = doc.titel;
        explanation.textContent = excerpt(doc, query);
        a.append(title, explanation);
        li.append(a);
        return li;
      }),
    );
    list.hidden = !docs.length;
    status.textContent = docs.length ? `${docs.length} ${words.gevonden}` : (words.geen ?? "");
    status.classList.toggle("alleen-hoorbaar", docs.length > 0);
  };

  const close = () => {
    list.hidden = true;
    status.textContent = "";
    status.classList.add("alleen-hoorbaar");
  };

  const search = async () => {
    const query = wordsOf(field.value);
    if (!query.length || query.join("").length < 2) {
      close();
      return;
    }
    try {
      const docs = await load();
      if (wordsOf(field.value).join() !== query.join()) return;
      const found = docs
        .map((doc) => ({ points: score(doc, query), doc }))
        .filter(({ points }) => points)
        .sort((a, b) => b.points - a.points)
        .slice(0, 8);
      show(found.map(({ doc }) => doc), query);
    } catch {
      index = undefined;
      status.textContent = words.fout ?? "";
      status.classList.remove("alleen-hoorbaar");
    }
  };

  field.addEventListener("focus", () => load().catch(() => (index = undefined)), { once: true });
  field.addEventListener("input", search);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const first = list.querySelector("a");
    if (first && !list.hidden) first.click();
    else search();
  });
  form.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      close();
      field.focus();
    }
  });
  document.addEventListener("click", (e) => {
    if (!(e.target instanceof Node && form.contains(e.target))) close();
  });
})();
