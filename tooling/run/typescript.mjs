let isRegistered = false;

/** Imports a module of the workspace written in TypeScript; only after the install. @param {string} path from the root */
export async function importTypeScript(path) {
  if (!isRegistered) {
    const { register } = await import("tsx/esm/api");
    register();
    isRegistered = true;
  }
  return import(new URL(`../../${path}`, import.meta.url).href);
}
