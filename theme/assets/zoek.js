// Search: loads what it searches in when somebody first wants to search, not before.
(() => {
  /** @typedef {import("./zoek_machine.js").Engine} Engine */
  /** @typedef {import("./zoek_machine.js").Doc} Doc */
  /** @typedef {{ doc: Doc, why: string }} Hit */
  /** @typedef {{ engine: Engine, say: {[key: string]: string} }} Ready */

  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.zoek");
  const field = form?.querySelector("input");
  const list = form?.querySelector("ol");
  /** @type {HTMLElement | null | undefined} */
  const status = form?.querySelector("[role=status]");
  if (!script || !form || !field || !list || !status) return;
  const { index = "", teksten = "", basis = "", fout = "", contact, telefoon } = form.dataset;
  /** @type {HTMLElement | null} */
  const page = document.querySelector("[data-zoek-uitkomst]");
  const IN_LIST = 7;
  const ON_PAGE = 30;
  const ENOUGH = 3;
  const MODULES = ["zoek_machine.js", "zoek_begrip.js", "zoek_woorden.js"];
  /** @type {Promise<Ready> | undefined} */
  let ready;

  /** @param {string} address */
  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const load = () => {
    ready ??= (async () => {
      // All at once: otherwise each is asked for only when the one that needs it is there.
      const [first, { Engine }] = await Promise.all([read(index), ...MODULES.map(
        (name) => import(new URL(name, script.src).href),
      )]);
      const engine = new Engine(first);
      if (first.teksten) engine.addTexts(first.teksten);
      return { engine, say: first.zinnen };
    })();
    ready.catch(() => (ready = undefined));
    return ready;
  };

  /**
   * What fits a query, in long texts too when nothing else does.
   *
   * @param {Engine} engine
   * @param {string} query
   * @returns {Promise<Hit[]>}
   */
  const find = async (engine, query) => {
    let found = engine.search(query);
    if (found.length < ENOUGH && !engine.hasTexts) {
      engine.addTexts(await read(teksten));
      found = engine.search(query);
    }
    return found.map(({ stuk, waarom }) => {
      const doc = engine.docs[stuk];
      return { doc, why: engine.reason(doc, waarom, query) };
    });
  };

  /**
   * @param {string} name
   * @param {string} className
   * @param {string} [text]
   */
  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };

  /** @param {string} number */
  const dialable = (number) => {
    const digits = number.replace(/[^\d+]/g, "");
    return digits.startsWith("+") ? digits : digits.replace(/^00/, "+").replace(/^0/, "+31");
  };

  /**
   * @param {string} words
   * @param {string} number
   */
  const callLink = (words, number) => {
    const link = /** @type {HTMLAnchorElement} */ (make("a", "zoek__bel", `${words} ${number}`));
    link.href = `tel:${dialable(number)}`;
    return link;
  };

  /**
   * @param {Hit} hit
   * @param {{[key: string]: string}} say
   */
  const item = ({ doc, why }, say) => {
    const li = make("li", `zoek__treffer zoek__treffer--${doc.soort}`);
    const link = /** @type {HTMLAnchorElement} */ (make("a", "zoek__link"));
    link.href = basis.replace(/\/?$/, "/") + doc.adres;
    link.append(make("span", "zoek__soort", say[`soort_${doc.soort}`] ?? ""), " ");
    link.append(make("strong", "zoek__titel", doc.titel), " ");
    if (doc.regel) link.append(make("span", "zoek__regel", doc.regel), " ");
    if (why) link.append(make("span", "zoek__om", `${say.zoek_om} ${why}`));
    li.append(link);
    if (doc.telefoon) li.append(" ", callLink(`${say.zoek_bel} ${doc.mens}`.trim(), doc.telefoon));
    return li;
  };

  /**
   * Nothing that does as if: a person.
   *
   * @param {{[key: string]: string}} say
   */
  const nothing = (say) => {
    const li = make("li", "zoek__niets");
    li.append(make("p", "", `${say.zoek_geen}`));
    if (telefoon) li.append(callLink(say.zoek_bel, telefoon), " ");
    if (contact) {
      const link = /** @type {HTMLAnchorElement} */ (make("a", "zoek__contact", say.zoek_contact));
      link.href = contact;
      li.append(link);
    }
    return li;
  };

  /** @param {string} text */
  const tell = (text) => {
    status.textContent = text;
    status.classList.toggle("alleen-hoorbaar", text !== fout);
  };

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    tell("");
  };

  /**
   * @param {Hit[]} hits
   * @param {{[key: string]: string}} say
   * @param {string} query
   */
  const show = (hits, say, query) => {
    const place = page ?? list;
    const most = page ? ON_PAGE : IN_LIST;
    const items = hits.slice(0, most).map((hit) => item(hit, say));
    if (!items.length) items.push(nothing(say));
    if (!page && contact && hits.length > most) {
      const more = make("li", "zoek__meer");
      const link = /** @type {HTMLAnchorElement} */ (make("a", "", say.zoek_alles));
      link.href = `${form.action}?q=${encodeURIComponent(query)}`;
      more.append(link);
      items.push(more);
    }
    if (page) {
      const results = make("ol", "zoek__uitkomst");
      results.setAttribute("aria-label", list.getAttribute("aria-label") ?? "");
      results.append(...items);
      page.replaceChildren(results);
    } else list.replaceChildren(...items);
    place.hidden = false;
    tell(hits.length ? `${hits.length} ${say.zoek_gevonden}` : say.zoek_geen);
  };

  const search = async () => {
    const query = field.value.trim();
    if (page) {
      const address = new URL(location.href);
      if (query) address.searchParams.set("q", query);
      else address.searchParams.delete("q");
      history.replaceState(null, "", address);
    }
    if (query.length < 2) {
      close();
      if (page) page.hidden = true;
      return;
    }
    try {
      const { engine, say } = await load();
      const hits = await find(engine, query);
      if (field.value.trim() === query) show(hits, say, query);
    } catch {
      tell(fout);
    }
  };

  field.addEventListener("focus", () => void load().catch(() => {}), { once: true });
  field.addEventListener("input", () => void search());
  form.addEventListener("submit", (event) => {
    if (contact && !page) return; // to the page with everything that was found
    event.preventDefault();
    const first = list.querySelector("a");
    if (first && !list.hidden) first.click();
    else void search();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      field.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || list.hidden) return;
    event.preventDefault();
    const stops = [field, .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("li > a:first-child"))];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[(here + step + stops.length) % stops.length].focus();
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Node && form.contains(event.target))) close();
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (page && asked) {
    field.value = asked;
    void search();
  }
})();
