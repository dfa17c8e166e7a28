// Films and maps of others: shown only once somebody asks for one, and nothing is fetched before.
(() => {
  for (const figure of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".derde[data-frame]")
  )) {
    const button = figure.querySelector("button");
    const still = figure.querySelector(".derde__beeld");
    if (!button || !still) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.src = figure.dataset.frame ?? "";
      frame.title = figure.dataset.titel ?? "";
      frame.allow = "fullscreen; picture-in-picture";
      frame.allowFullscreen = true;
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      still.replaceChildren(frame);
      button.remove();
      frame.focus();
    });
  }
})();
