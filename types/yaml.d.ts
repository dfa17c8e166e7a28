// The library that the page has beside its own scripts, as `packages.py` fetches it.
declare module "*/yaml/index.js" {
  export * from "yaml";
}
