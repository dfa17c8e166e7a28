// A long list by name; what the radio buttons beside it do needs no script.
(() => {
  const choices = document.querySelector(".keuze");
  const line = choices?.querySelector(".keuze__naam");
  const field = line?.querySelector("input");
  const told = line?.querySelector("output");
  if (!choices || !line || !field || !told) return;
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("main [data-naam]");

  /** Letters that no mark can be taken off. @type {{[letter: string]: string}} */
  const LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };

  /** @param {string} text */
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[łøđßæœıþð]/g, (letter) => LETTERS[letter])
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "");

  const show = () => {
    const wanted = fold(field.value.trim());
    for (const row of rows) row.hidden = !fold(row.dataset.naam ?? "").includes(wanted);
    told.textContent = String([...rows].filter((row) => row.checkVisibility()).length);
  };

  choices.addEventListener("input", show);
})();
