// Starts the editor with the forms of this house, and our own way of writing files back.
import { huisFormat, berichtFormat } from "./format.js";

const answer = await fetch("instelling.json");
const { cms, vormen } = await answer.json();
for (const [name, fields] of Object.entries(vormen)) {
  if (name === "stuk-frontmatter") window.CMS.registerCustomFormat(name, "md", berichtFormat(fields));
  else window.CMS.registerCustomFormat(name, "yml", huisFormat(fields));
}
window.CMS.init({ config: cms });
