// Photos of a phone: HEIC becomes a picture that every browser shows, where this browser can open
// it (Safari can); elsewhere who chose it reads what to do.

const HEIC = /\.hei[cf]$/i;
const QUALITY = 0.92;

/** @param {File} file */
function isHeic(file) {
  return HEIC.test(file.name) || /^image\/hei[cf]/.test(file.type);
}

/**
 * The same photo as a JPEG; null when this browser cannot open it.
 *
 * @param {File} file
 * @returns {Promise<File | null>}
 */
async function converted(file) {
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [photo.width, photo.height];
    canvas.getContext("2d")?.drawImage(photo, 0, 0);
    /** @type {Blob | null} */
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return made && new File([made], file.name.replace(HEIC, ".jpg"), { type: "image/jpeg" });
  } catch {
    return null;
  }
}

/** @param {string[]} names */
function refuse(names) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "Deze foto kan nog niet mee");
  const text = document.createElement("p");
  text.textContent =
    `${names.join(", ")} is een foto in de vorm HEIC, zoals een iPhone die bewaart. Deze browser kan ` +
    "haar niet openen. Bewaar haar eerst als jpg: mail de foto naar uzelf, of open haar op een Mac in " +
    "Voorvertoning en kies Exporteer. Op de telefoon zelf kan het ook voortaan vanzelf: Instellingen, " +
    "Camera, Structuur, Meest compatibel.";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Sluiten";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.style.cssText = "max-width:34rem;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;border:2px solid #8a5a00;border-radius:.5rem";
  dialog.append(text, close);
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * What was chosen, with every HEIC turned into a JPEG; null, once said why, when one cannot be.
 *
 * @param {File[]} files
 * @returns {Promise<DataTransfer | null>}
 */
async function readied(files) {
  const result = new DataTransfer();
  const lost = [];
  for (const file of files) {
    const usable = isHeic(file) ? await converted(file) : file;
    if (usable) result.items.add(usable);
    else lost.push(file.name);
  }
  if (!lost.length) return result;
  refuse(lost);
  return null;
}

/**
 * Whether somebody chose or dropped a HEIC: then the editor does not see it before it is readied.
 *
 * @param {Event} event
 * @param {FileList | null | undefined} files
 * @param {(files: DataTransfer) => void} go
 */
function catchHeic(event, files, go) {
  const chosen = [...(files ?? [])];
  if (!chosen.some(isHeic)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void readied(chosen).then((ready) => ready && go(ready));
}

/** Look at every photo that somebody chooses or drops from now on. */
export function watchPhotos() {
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "file") return;
    catchHeic(event, box.files, (ready) => {
      box.files = ready.files;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }, true);
  document.addEventListener("drop", (event) => {
    catchHeic(event, event.dataTransfer?.files, (ready) => {
      event.target?.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: ready }));
    });
  }, true);
}
