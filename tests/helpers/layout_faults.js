// What is wrong with the layout of the page at the width of the window that it stands in now.
// An expression for Playwright's `evaluate`: a function of the limits, that gives the faults.

/**
 * @typedef {{kind: string, selector: string, text: string, what: string}} Fault
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{box: Box, node: Text, block: Element}} Run A line of one text, and its block.
 */

/** @param {{alone: number, inSentence: number}} smallest */
(smallest) => {
  /** Letters may lean out of their box a little, and pixels are rounded. */
  const LEAN = 2;
  /** Two texts are over each other when their letters are, not the air above and below those. */
  const AIR = 0.22;
  /** So many letters have some words of Dutch; a longer one fits in few columns. */
  const LONGEST = 16;
  /** The link past the header stands aside until it gets the focus. */
  const SKIP = ".overslaan";
  const width = document.documentElement.clientWidth;
  /** @type {Fault[]} */
  const faults = [];
  /** @type {Map<Element, CSSStyleDeclaration>} */
  const styles = new Map();

  /** @param {Element} element */
  const style = (element) => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };

  /** @param {Element} element */
  const selectorOf = (element) => {
    const steps = [];
    for (let e = element; e !== document.body && e.parentElement; e = e.parentElement) {
      const name = e.localName + [...e.classList].map((c) => `.${c}`).join("");
      steps.unshift(name);
      if (e.id) {
        steps[0] = `#${e.id}`;
        break;
      }
      if (steps.length === 4) break;
    }
    return steps.join(" > ");
  };

  /** @param {string | null} text */
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  /** @param {string} text */
  const short = (text) => words(text).slice(0, 60);

  /**
   * @param {string} kind
   * @param {Element} element
   * @param {string} text
   * @param {string} what
   */
  const report = (kind, element, text, what) => {
    faults.push({ kind, selector: selectorOf(element), text: short(text), what });
  };

  /**
   * Whether something is cut away whole, for a screen reader only.
   *
   * @param {Element} element
   */
  const isHeardOnly = (element) => {
    for (let e = /** @type {Element | null} */ (element); e; e = e.parentElement)
      if (style(e).clipPath === "inset(50%)") return true;
    return element.closest(SKIP) !== null;
  };

  /** @param {Element} element */
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !isHeardOnly(element);

  /**
   * The elements around one, itself first; up to the first that is placed outside the flow, for
   * what stands around that one says nothing about it.
   *
   * @param {Element} element
   */
  const around = function* (element) {
    /** @type {Element | null} */
    let e = element;
    for (; e && e !== document.body; e = e.parentElement) {
      yield e;
      if (["absolute", "fixed"].includes(style(e).position)) return;
    }
  };

  /**
   * What an element moves along with: of one that is placed outside the flow, what it is placed in.
   *
   * @param {Element} element
   */
  const holders = (element) => {
    const found = [];
    let e = /** @type {Element | null} */ (element);
    while (e && e !== document.body && style(e).position !== "fixed") {
      const isPlaced = style(e).position === "absolute";
      e = isPlaced && e instanceof HTMLElement ? e.offsetParent : e.parentElement;
      if (e) found.push(e);
    }
    return found;
  };

  /** @param {Element} element */
  const isInline = (element) => ["inline", "contents"].includes(style(element).display);

  /** @param {Element} element */
  const scrolls = (element) => ["auto", "scroll"].includes(style(element).overflowX);

  /** @param {Element} element */
  const clips = (element) =>
    ["hidden", "clip"].includes(style(element).overflowX) ||
    ["hidden", "clip"].includes(style(element).overflowY);

  /** @param {Element} element */
  const blockOf = (element) => {
    let e = element;
    while (isInline(e) && e.parentElement) e = e.parentElement;
    return e;
  };

  /** @param {Element} element */
  const isLoose = (element) => {
    for (let e = /** @type {Element | null} */ (element); e; e = e.parentElement)
      if (["fixed", "sticky"].includes(style(e).position)) return true;
    return false;
  };

  /** Every line of every text that is seen. @returns {Run[]} */
  const readRuns = () => {
    /** @type {Run[]} */
    const runs = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || parent.closest("script, style, template, noscript, svg"))
        continue;
      if (!isSeen(parent)) continue;
      const first = node.data.length - node.data.trimStart().length;
      range.setStart(node, first);
      range.setEnd(node, node.data.trimEnd().length);
      const block = blockOf(parent);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1) runs.push({ box, node, block });
    }
    return runs;
  };

  const lookAtWindow = () => {
    const wide = document.documentElement.scrollWidth;
    if (wide > width) report("wide", document.documentElement, "", `${wide} px in ${width}`);
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("svg") && element.localName !== "svg") continue;
      const box = element.getBoundingClientRect();
      if (!box.width || !box.height || (box.right <= width + 1 && box.left >= -1)) continue;
      if (!isSeen(element)) continue;
      const held = holders(element).some((e) => scrolls(e) || clips(e));
      if (held || isLoose(element)) continue;
      const what = `${Math.round(box.left)} to ${Math.round(box.right)} px in ${width}`;
      report("outside", element, element.textContent ?? "", what);
    }
  };

  /** @param {Run[]} runs */
  const lookAtBoxes = (runs) => {
    /** @type {Map<Element, {box: Box, clips: boolean, stop: boolean, inline: boolean}>} */
    const boxes = new Map();
    /** @param {Element} element */
    const boxOf = (element) => {
      const known = boxes.get(element);
      if (known) return known;
      const made = {
        box: element.getBoundingClientRect(),
        clips: clips(element),
        stop: scrolls(element),
        inline: isInline(element),
      };
      boxes.set(element, made);
      return made;
    };
    /** @type {Set<Text>} */
    const told = new Set();
    for (const { box, node, block } of runs) {
      if (told.has(node)) continue;
      const lean = (box.bottom - box.top) * 0.3;
      for (const element of around(block)) {
        const room = boxOf(element);
        if (room.stop) break;
        if (room.inline) continue;
        const sideways = Math.max(box.right - room.box.right, room.box.left - box.left);
        const upright = Math.max(box.bottom - room.box.bottom, room.box.top - box.top);
        if (sideways <= LEAN && upright <= lean) continue;
        const far = `${Math.round(Math.max(sideways, upright))} px`;
        if (room.clips) report("cut", element, node.data, `${far} of the text is not seen`);
        else report("spilled", element, node.data, `${far} out of its box`);
        told.add(node);
        break;
      }
    }
  };

  /**
   * A word that goes on in the next line without a hyphen is no word any more. A very long one
   * cannot do otherwise; and Chinese has no spaces.
   *
   * @param {Run[]} runs
   */
  const lookAtWords = (runs) => {
    /** @type {Map<Text, number>} */
    const lines = new Map();
    for (const { node } of runs) lines.set(node, (lines.get(node) ?? 0) + 1);
    const range = document.createRange();
    for (const [node, count] of lines) {
      if (count === 1) continue;
      for (const { 0: word, index } of node.data.matchAll(/[^\s]+/gu)) {
        if (/[^\p{L}\p{P}]|[\p{Script=Han}\u00ad@/\p{Pd}]/u.test(word)) continue;
        const start = index + (/^\p{P}*/u.exec(word)?.[0].length ?? 0);
        const letters = /^\p{L}*/u.exec(word.slice(start - index))?.[0].length ?? 0;
        if (letters < 2 || letters > LONGEST) continue;
        range.setStart(node, start);
        range.setEnd(node, start + letters);
        const parts = [...range.getClientRects()].filter((box) => box.width > 0.5);
        if (new Set(parts.map((box) => Math.round(box.top))).size < 2) continue;
        const parent = node.parentElement;
        if (parent) report("broken", parent, word, "a word goes on in the next line");
      }
    }
  };

  const lookAtFields = () => {
    const pen = document.createElement("canvas").getContext("2d");
    for (const field of document.querySelectorAll("input, select")) {
      if (!pen || !isSeen(field)) continue;
      const shown =
        field instanceof HTMLSelectElement
          ? (field.selectedOptions[0]?.text ?? "")
          : /** @type {HTMLInputElement} */ (field).placeholder;
      const { font, paddingLeft, paddingRight } = style(field);
      pen.font = font;
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      const needed = pen.measureText(shown).width;
      if (needed > room + LEAN)
        report("cut", field, shown, `${Math.round(needed)} px of text in ${Math.round(room)}`);
    }
  };

  /** @param {Run[]} runs */
  const lookAtEachOther = (runs) => {
    const flowing = runs
      .filter(({ block }) => !isLoose(block))
      .map((run) => {
        const air = (run.box.bottom - run.box.top) * AIR;
        return { ...run, top: run.box.top + air, bottom: run.box.bottom - air };
      })
      .sort((a, b) => a.top - b.top);
    flowing.forEach((run, number) => {
      for (let next = number + 1; next < flowing.length; next += 1) {
        const other = flowing[next];
        if (other.top >= run.bottom - LEAN) break;
        const across =
          Math.min(run.box.right, other.box.right) - Math.max(run.box.left, other.box.left);
        if (across <= LEAN + 1 || run.block === other.block) continue;
        const what = `over “${short(other.node.data)}” in ${selectorOf(other.block)}`;
        report("over", run.block, run.node.data, what);
      }
    });
  };

  /**
   * Whether a link stands in a sentence, where it may be smaller.
   *
   * @param {Element} target
   */
  const isInSentence = (target) => {
    if (style(target).display !== "inline") return false;
    const block = blockOf(target);
    const links = [...block.querySelectorAll("a")].map((a) => words(a.textContent).length);
    return words(block.textContent).length > links.reduce((sum, n) => sum + n, 3);
  };

  const lookAtTargets = () => {
    for (const target of document.querySelectorAll("a[href], button, input, select, summary")) {
      if (!isSeen(target)) continue;
      let { width: wide, height: high } = target.getBoundingClientRect();
      const labels = target instanceof HTMLInputElement ? [...(target.labels ?? [])] : [];
      for (const label of labels) {
        const box = label.getBoundingClientRect();
        [wide, high] = [Math.max(wide, box.width), Math.max(high, box.height)];
      }
      const asked = isInSentence(target) ? smallest.inSentence : smallest.alone;
      // a link in a line is as wide as its words
      const across = style(target).display === "inline" ? smallest.inSentence : asked;
      if (wide >= across - 0.1 && high >= asked - 0.1) continue;
      const size = `${wide.toFixed(0)} by ${high.toFixed(0)} px, asked ${asked}`;
      report("small", target, target.textContent ?? "", size);
    }
  };

  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const runs = readRuns();
  lookAtWindow();
  lookAtBoxes(runs);
  lookAtWords(runs);
  lookAtFields();
  lookAtEachOther(runs);
  lookAtTargets();
  return faults;
};
