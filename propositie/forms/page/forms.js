// Starts the editor with the forms of this house, and our own way of writing files back.
import { huisFormaat, stukFormaat } from "./format.js";

const antwoord = await fetch("instelling.json");
const { cms, vormen } = await antwoord.json();
for (const [naam, vorm] of Object.entries(vormen)) {
  if (naam === "stuk-frontmatter") window.CMS.registerCustomFormat(naam, "md", stukFormaat(vorm));
  else window.CMS.registerCustomFormat(naam, "yml", huisFormaat(vorm));
}
window.CMS.init({ config: cms });
