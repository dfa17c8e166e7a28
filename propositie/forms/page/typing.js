// Typing for somebody: the editor notices it, and Ctrl Z takes it back.

/**
 * Put `text` where the selection is, as if it was typed.
 *
 * @param {HTMLTextAreaElement | HTMLInputElement} box
 * @param {string} text
 */
export function type(box, text) {
  box.focus();
  // Nothing else keeps what was there for Ctrl Z.
  const isTyped = document.execCommand("insertText", false, text);
  if (isTyped) return;
  box.setRangeText(text, box.selectionStart ?? 0, box.selectionEnd ?? 0, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
