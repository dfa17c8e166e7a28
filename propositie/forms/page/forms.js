// Starts the editor with the forms of this house, and our own way of writing files back.
import { huisFormat, berichtFormat, paginaFormat } from "./format.js";
import { refusals, tellInDialog } from "./check.js";
import { watchForms } from "./aids.js";
import { watchPhotos } from "./photos.js";
import { watchSaves } from "./outcome.js";

/** @import { Fields, Format } from "propositie/forms" */

/**
 * A format that writes nothing which the reader would refuse.
 *
 * @param {Format} format
 * @param {Fields} fields
 * @returns {Format}
 */
function checked(format, fields) {
  return {
    ...format,
    toFile: (entry) => {
      const wrong = refusals(entry, fields);
      if (wrong.length) {
        tellInDialog(wrong);
        throw new Error(wrong.join(" "));
      }
      return format.toFile(entry);
    },
  };
}

const answer = await fetch("instelling.json");
const { cms, vormen, soorten } = await answer.json();
const markdown = { "stuk-frontmatter": berichtFormat, "pagina-frontmatter": paginaFormat };
for (const [name, fields] of Object.entries(vormen)) {
  if (name in markdown) {
    const make = markdown[/** @type {keyof typeof markdown} */ (name)];
    window.CMS.registerCustomFormat(name, "md", checked(make(fields), fields));
  } else window.CMS.registerCustomFormat(name, "yml", checked(huisFormat(fields), fields));
}
watchPhotos();
watchForms(soorten, vormen);
watchSaves(cms.backend.repo, cms.backend.branch);
window.CMS.init({ config: cms });
