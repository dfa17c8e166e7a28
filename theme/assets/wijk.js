// Which neighbourhood somebody lives in, by what stands in the rows of this page: nothing is asked of
// anybody else, and nothing that is typed leaves the browser.
(() => {
  /** @typedef {{ row: HTMLElement, postcodes: string[], names: string[] }} Wijk */

  /** @type {HTMLElement | null} */
  const box = document.querySelector(".wijkzoek");
  const field = box?.querySelector("input");
  const told = box?.querySelector("[role=status]");
  /** @type {HTMLElement | null | undefined} */
  const otherwise = box?.querySelector(".wijkzoek__anders");
  if (!box || !field || !told || !otherwise) return;

  /** Letters that no mark can be taken off. @type {{[letter: string]: string}} */
  const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };

  /**
   * A text in small letters without marks, a space between its words and at both ends.
   *
   * @param {string} text
   */
  const fold = (text) => {
    const plain = text.toLowerCase().replace(/[łøđßæœıþð]/g, (letter) => LETTERS[letter]);
    const bare = plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return ` ${bare.match(/[\p{L}\p{N}]+/gu)?.join(" ") ?? ""} `;
  };

  /** @type {Wijk[]} */
  const wijken = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".wijk"))].map((row) => ({
    row,
    postcodes: (row.dataset.postcodes ?? "").split(",").filter(Boolean),
    names: (row.dataset.namen ?? "").split("|").map(fold),
  }));

  /**
   * Whether a postcode of a neighbourhood holds these digits: `9671`, `9671 AB`, `9671-9679`.
   *
   * @param {string} postcode
   * @param {number} digits
   */
  const holds = (postcode, digits) => {
    const [first, last = first] = postcode.split("-").map((part) => Number(part.slice(0, 4)));
    return first <= digits && digits <= last;
  };

  /**
   * Those of a postcode: who tells the street means it; else all with these digits.
   *
   * @param {number} digits
   * @param {string} letters
   */
  const ofPostcode = (digits, letters) => {
    const near = wijken.filter(({ postcodes }) => postcodes.some((one) => holds(one, digits)));
    if (!letters) return near;
    const street = `${digits} ${letters.toUpperCase()}`;
    const exact = near.filter(({ postcodes }) => postcodes.includes(street));
    const wide = near.filter(({ postcodes }) => postcodes.some((one) => holds(one, digits) && !/[A-Z]/.test(one)));
    return exact.length ? exact : wide;
  };

  /**
   * Those of a village: the one that is called so, else those of which a name begins so, or is told.
   *
   * @param {string} text
   */
  const ofName = (text) => {
    const wanted = fold(text);
    const begin = wanted.trimEnd();
    const tight = begin.replaceAll(" ", "");
    const exact = wijken.filter(({ names }) => names.includes(wanted));
    if (exact.length) return exact;
    const begun = wijken.filter(({ names }) => names.some((name) => name.includes(begin) || name.replaceAll(" ", "").startsWith(tight)));
    return begun.length ? begun : wijken.filter(({ names }) => names.some((name) => wanted.includes(name)));
  };

  /**
   * What fits; null as long as nothing can be said.
   *
   * @param {string} text
   * @returns {Wijk[] | null}
   */
  const find = (text) => {
    const plain = text.trim();
    const postcode = /(?<!\d)([1-9]\d{3})(?:\s*([a-z]{2}))?(?![a-z\d])/i.exec(plain);
    if (plain.length < 2 || /^\d{1,3}$/.test(plain)) return null;
    return postcode ? ofPostcode(Number(postcode[1]), postcode[2] ?? "") : ofName(plain);
  };

  /** @param {Wijk[]} found */
  const inWords = (found) => {
    const { een = "", zonder = "", meer = "", geen = "" } = box.dataset;
    if (found.length !== 1) return found.length ? meer.replace("{aantal}", String(found.length)) : geen;
    const { row } = found[0];
    const name = row.querySelector("h2")?.textContent?.replaceAll("\u00ad", "").trim() ?? "";
    const { mens } = row.dataset;
    return (mens ? een.replace("{mens}", () => mens) : zonder).replace("{wijk}", () => name);
  };

  const show = () => {
    const found = find(field.value);
    const rows = found?.length ? found : wijken;
    for (const { row } of wijken) row.hidden = !rows.some((one) => one.row === row);
    otherwise.hidden = found === null || found.length > 0;
    told.textContent = found ? inWords(found) : "";
  };

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const found = event.key === "Enter" ? find(field.value) : null;
    if (!found?.length) return;
    event.preventDefault(); // else the same key follows the link that gets the focus
    found[0].row.querySelector("a")?.focus();
  });
  show(); // a browser that goes back fills the field in again
})();
