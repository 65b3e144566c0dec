/** The oldest minor version of each major one that works: what Prisma, Vite and Next ask for. */
const FLOORS = new Map([
  [20, 19],
  [22, 12],
]);

/**
 * What to tell whoever runs this on a Node that won't do. Read by versions far below the floor, so it is written as
 * they understand it, and imports nothing.
 * @param {string} version as in process.versions.node
 * @returns {string | undefined} a sentence, or undefined when the version will do
 */
export function nodeProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  const isEnough = major > 22 || (FLOORS.has(major) && minor >= FLOORS.get(major));
  if (isEnough) return undefined;
  return `This needs Node 20.19 or newer (of the 22 line, 22.12 or newer); this is Node ${version}.`;
}
