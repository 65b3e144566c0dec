// Writes .env.example and the README's table of settings from the processes' own schemas; with --check it only says
// whether the two are current.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./run/paths.mjs";
import { complain, Refusal, say } from "./run/say.mjs";
import { importTypeScript } from "./run/typescript.mjs";

const EXAMPLE = join(ROOT, ".env.example");
const README = join(ROOT, "README.md");
const BEGIN = "<!-- settings: written by tooling/env-example.mjs -->";
const END = "<!-- settings end -->";

const SCHEMAS = {
  web: "apps/web/src/server/env.ts",
  admin: "apps/admin/src/server/env.ts",
  worker: "apps/worker/src/env.ts",
};

/** What only the commands of the root package.json read, before any process runs. */
const COMMANDS = "npm start";
const OF_COMMANDS = {
  MIGRATION_DATABASE_URL:
    "PostgreSQL as a login that may become amrutam_owner, for migrations. Default: DATABASE_URL.",
};

const GROUPS = [
  ["Ports and origins", /_(PORT|ORIGIN)$/],
  ["Database", /DATABASE/],
  ["Keys and secrets", /^(?!S3_).*(SECRET|KEYS|TOKEN)/],
  ["Mail", /^(SMTP|MAIL)/],
  ["Files", /^(FILES|S3)_/],
  ["Everything else", /./],
];

/** The schema of the object, below what refines and transforms it as a whole. */
const shapeOf = (schema) => schema.shape ?? shapeOf(schema.def.in ?? schema.def.innerType);

/** The default as somebody would type it; undefined without one. */
function defaultOf(schema) {
  const { type, defaultValue, innerType, in: source } = schema.def;
  if (type !== "default") return innerType || source ? defaultOf(innerType ?? source) : undefined;
  return defaultValue instanceof URL ? defaultValue.origin : String(defaultValue);
}

const descriptionOf = (schema) =>
  schema.description ??
  (schema.def.innerType
    ? descriptionOf(schema.def.innerType)
    : schema.def.in && descriptionOf(schema.def.in));

/**
 * Variables of several schemas by name: the first description and default count, a process that needs what others may
 * lack makes it needed.
 * @param {Record<string, import("zod").ZodType>} schemas by process
 */
export function settingsOf(schemas) {
  const settings = new Map();
  for (const [process, schema] of Object.entries(schemas))
    for (const [name, field] of Object.entries(shapeOf(schema))) {
      const known = settings.get(name) ?? { name, readBy: [], isNeeded: false };
      settings.set(name, {
        ...known,
        readBy: [...known.readBy, process],
        description: known.description ?? descriptionOf(field),
        fallback: known.fallback ?? (defaultOf(field) || undefined),
        isNeeded: known.isNeeded || !field.safeParse(undefined).success,
      });
    }
  return [...settings.values()];
}

async function allSettings() {
  const schemas = {};
  for (const [process, file] of Object.entries(SCHEMAS))
    schemas[process] = (await importTypeScript(file)).environment;
  const settings = settingsOf(schemas);
  const silent = settings.filter(({ description }) => !description).map(({ name }) => name);
  if (silent.length > 0)
    throw new Refusal(`${silent.join(", ")}: a setting needs a .describe() in its schema.`);
  for (const [name, description] of Object.entries(OF_COMMANDS))
    settings.push({ name, description, readBy: [COMMANDS], isNeeded: false });
  return GROUPS.map(([title, pattern]) => {
    const own = (name) => GROUPS.find(([, other]) => other.test(name))[1] === pattern;
    return [title, settings.filter(({ name }) => own(name))];
  });
}

const HEAD = `# Settings of the platform. Written by \`node tooling/env-example.mjs\` from the schemas of web, admin and worker.
#
# npm start needs none of them: it brings a database along and makes the keys. Copy this file to .env for what you
# want otherwise; npm start, npm run dev, npm run db:*, admin:create and keys:* read it, and what the environment
# says already counts more. Tests and benchmarks don't read it.
`;

/** @param {string} text @param {number} width */
const wrapped = (text, width) =>
  text.replace(new RegExp(`(?![^\\n]{1,${width}}$)([^\\n]{1,${width}}) `, "g"), "$1\n");

export function exampleOf(groups) {
  const sections = groups.map(([title, settings]) => {
    const entries = settings.map(({ name, description, readBy, fallback, isNeeded }) => {
      const need = isNeeded && name !== "DATABASE_URL" ? " Needed with a DATABASE_URL of your own." : "";
      const told = `${wrapped(description, 106)}\nRead by ${readBy.join(", ")}.${need}`;
      return `${told.replaceAll(/^/gm, "# ")}\n# ${name}=${fallback ?? ""}\n`;
    });
    return `# -- ${title} --\n\n${entries.join("\n")}`;
  });
  return `${HEAD}\n${sections.join("\n")}`;
}

export function tableOf(groups) {
  const rows = groups.flatMap(([, settings]) =>
    settings.map(({ name, description, readBy, fallback, isNeeded }) => {
      const value = fallback ? `\`${fallback}\`` : isNeeded ? "needed¹" : "";
      return `| \`${name}\` | ${readBy.join(", ")} | ${value} | ${description.replaceAll("|", "\\|")} |`;
    }),
  );
  return ["| variable | read by | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The files as they should be, by path. */
async function wanted() {
  const groups = await allSettings();
  const readme = await readFile(README, "utf8");
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Refusal(`README.md must hold "${BEGIN}" and "${END}".`);
  return {
    [EXAMPLE]: exampleOf(groups),
    [README]: `${before}${BEGIN}\n${tableOf(groups)}\n${END}${after}`,
  };
}

/** @throws Refusal when .env.example or the README is not what the schemas say */
export async function checkSettings() {
  for (const [file, text] of Object.entries(await wanted()))
    if ((await readFile(file, "utf8").catch(() => "")) !== text)
      throw new Refusal("The settings changed: run `node tooling/env-example.mjs`.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes("--check")) await checkSettings();
    else {
      for (const [file, text] of Object.entries(await wanted())) await writeFile(file, text);
      say("wrote .env.example and the README's table of settings");
    }
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}
