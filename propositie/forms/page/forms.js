// Starts the editor with the forms of this house, and our own way of writing files back.
import { huisFormat, berichtFormat, paginaFormat } from "./format.js";
import { watchSaves } from "./outcome.js";

const answer = await fetch("instelling.json");
const { cms, vormen } = await answer.json();
const markdown = { "stuk-frontmatter": berichtFormat, "pagina-frontmatter": paginaFormat };
for (const [name, fields] of Object.entries(vormen)) {
  if (name in markdown) {
    const make = markdown[/** @type {keyof typeof markdown} */ (name)];
    window.CMS.registerCustomFormat(name, "md", make(fields));
  } else window.CMS.registerCustomFormat(name, "yml", huisFormat(fields));
}
watchSaves(cms.backend.repo, cms.backend.branch);
window.CMS.init({ config: cms });
