// Who is there now, which door is open: the times in the page become words for this moment.
(() => {
  const { vandaag = "", morgen = "" } = document.currentScript?.dataset ?? {};
  const DAY = 1440;
  const now = Date.now() / 60_000;

  /**
   * @param {number} minutes
   * @param {Intl.DateTimeFormatOptions} as
   */
  const say = (minutes, as) =>
    new Date(minutes * 60_000).toLocaleString("nl-NL", { timeZone: "Europe/Amsterdam", ...as });

  /** @param {number} minutes */
  const day = (minutes) => {
    if (minutes - now > 6 * DAY) {
      return say(minutes, { weekday: "long", day: "numeric", month: "long" });
    }
    const name = say(minutes, { weekday: "long" });
    if (name === say(now, { weekday: "long" })) return vandaag;
    return name === say(now + DAY, { weekday: "long" }) ? morgen : name;
  };

  // The days of a week: a site that was not made anew calls no other day today.
  /** @param {number} minutes */
  const date = (minutes) =>
    new Date(minutes * 60_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });

  for (const element of document.querySelectorAll("[data-dag]")) {
    const { dag = "" } = /** @type {HTMLElement} */ (element).dataset;
    const row = /** @type {HTMLElement | null} */ (element.closest(".dag"));
    if (row) row.hidden = dag < date(now);
    const word = dag === date(now) ? vandaag : dag === date(now + DAY) ? morgen : "";
    if (word) element.textContent = word[0].toUpperCase() + word.slice(1);
  }

  // What is over: its last day was before today.
  for (const element of document.querySelectorAll("[data-tot]")) {
    const { tot = "" } = /** @type {HTMLElement} */ (element).dataset;
    /** @type {HTMLElement} */ (element).hidden = tot < date(now);
  }

  const days = [...document.querySelectorAll(".dagen .dag")];
  const old = /** @type {HTMLElement | null} */ (document.querySelector("[data-oud]"));
  if (old) old.hidden = days.some((row) => !(/** @type {HTMLElement} */ (row).hidden));

  for (const element of document.querySelectorAll("[data-nu]")) {
    const { nu = "", open = "", dicht = "" } = /** @type {HTMLElement} */ (element).dataset;
    const periods = nu.split(" ").map((period) => period.split("-").map(Number));
    const next = periods.find(([, end]) => end > now);
    if (!next) element.classList.add("nu--voorbij");
    if (!next) continue;
    const is = next[0] <= now;
    const at = next[is ? 1 : 0];
    const time = say(at, { hour: "numeric", minute: "2-digit" }).replace(":", ".");
    if (open) {
      element.textContent = (is ? open : dicht).replace("{dag}", day(at)).replace("{tijd}", time);
    }
    element.classList.add(is ? "nu--open" : "nu--dicht");
  }

  // What is over stands below what is still to come today.
  for (const element of document.querySelectorAll(".dag .nu--voorbij")) {
    const row = element.closest("li");
    row?.parentElement?.append(row);
  }
  for (const row of document.querySelectorAll(".dag--kort")) {
    const isOver = [...row.querySelectorAll("li")].every((li) => li.querySelector(".nu--voorbij"));
    if (isOver) /** @type {HTMLElement} */ (row).hidden = true;
  }
})();
