// Search: loads the index when somebody first wants to search, not before.
(() => {
  const form = document.querySelector("form.zoek");
  if (!form) return;
  const veld = form.querySelector("input");
  const lijst = form.querySelector("ol");
  const melding = form.querySelector("[role=status]");
  let index;

  const plat = (t) => t.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const woorden = (t) => plat(t).match(/[a-z0-9]+/g) || [];
  // Dutch endings that do not change what somebody looks for: boodschap, boodschappen.
  const stam = (w) => (w.length > 5 ? w.replace(/(?:pen|ken|ten|sen|en|s|e)$/, "") : w);

  const laad = () =>
    (index ??= fetch(form.dataset.index)
      .then((r) => (r.ok ? r.json() : Promise.reject(r.status)))
      .then(({ docs }) =>
        docs.map(({ location, title, text }) => ({
          adres: location,
          titel: title,
          tekst: text,
          t: woorden(title),
          w: woorden(text),
        })),
      ));

  const punten = (doc, vraag) => {
    let som = 0;
    for (const w of vraag) {
      const s = stam(w);
      const titel = doc.t.some((x) => x.startsWith(s)) ? 10 : 0;
      const tekst = Math.min(doc.w.filter((x) => x.startsWith(s)).length, 4);
      if (!titel && !tekst) return 0;
      som += titel + tekst;
    }
    return som;
  };

  const fragment = (doc, vraag) => {
    const plek = Math.max(0, plat(doc.tekst).indexOf(stam(vraag[0])));
    const van = plek < 60 ? 0 : doc.tekst.lastIndexOf(" ", plek - 40) + 1;
    const stuk = doc.tekst.slice(van, van + 110);
    return (van ? "… " : "") + stuk + (van + 110 < doc.tekst.length ? " …" : "");
  };

  const toon = (docs, vraag) => {
    lijst.replaceChildren(
      ...docs.map((doc) => {
        const li = document.createElement("li");
        const a = document.createElement("a");
        const titel = document.createElement("strong");
        const uitleg = document.createElement("span");
        a.href = form.dataset.basis.replace(/\/?$/, "/") + doc.adres;
        titel.textContent = doc.titel;
        uitleg.textContent = fragment(doc, vraag);
        a.append(titel, uitleg);
        li.append(a);
        return li;
      }),
    );
    lijst.hidden = !docs.length;
    melding.textContent = docs.length ? `${docs.length} ${form.dataset.gevonden}` : form.dataset.geen;
    melding.classList.toggle("alleen-hoorbaar", docs.length > 0);
  };

  const sluit = () => {
    lijst.hidden = true;
    melding.textContent = "";
    melding.classList.add("alleen-hoorbaar");
  };

  const zoek = async () => {
    const vraag = woorden(veld.value);
    if (!vraag.length || vraag.join("").length < 2) return sluit();
    try {
      const docs = await laad();
      if (woorden(veld.value).join() !== vraag.join()) return;
      const treffers = docs
        .map((doc) => [punten(doc, vraag), doc])
        .filter(([p]) => p)
        .sort((a, b) => b[0] - a[0])
        .slice(0, 8);
      toon(treffers.map(([, doc]) => doc), vraag);
    } catch {
      index = undefined;
      melding.textContent = form.dataset.fout;
      melding.classList.remove("alleen-hoorbaar");
    }
  };

  veld.addEventListener("focus", () => laad().catch(() => (index = undefined)), { once: true });
  veld.addEventListener("input", zoek);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const eerste = lijst.querySelector("a");
    if (eerste && !lijst.hidden) eerste.click();
    else zoek();
  });
  form.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      sluit();
      veld.focus();
    }
  });
  document.addEventListener("click", (e) => form.contains(e.target) || sluit());
})();
