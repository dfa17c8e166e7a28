// What `make lint` asks of every script; types are asked by tsconfig.json.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".*/**", "node_modules/**", "build/**", "dist/**", "site/**", "site_werkboek/**"] },
  js.configs.recommended,
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "error",
      eqeqeq: "error",
      "no-else-return": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["theme/assets/{zoek,derden,keuze,nu,wijk}.js", "propositie/forms/page/{guard,start}.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  {
    files: ["tests/helpers/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  {
    files: ["propositie/forms/page/*.js", "theme/assets/zoek_*.js"],
    ignores: ["propositie/forms/page/{guard,start}.js"],
    languageOptions: { sourceType: "module", globals: globals.browser },
  },
  { files: ["**/*.mjs"], languageOptions: { sourceType: "module", globals: globals.node } },
];
