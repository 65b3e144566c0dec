// Writes docs/er-diagram.md from the Prisma schema; with --check it only says whether the file is current.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./run/paths.mjs";
import { complain, Refusal, say } from "./run/say.mjs";

const SCHEMA = join(ROOT, "packages", "db", "prisma", "schema");
const OUTPUT = join(ROOT, "docs", "er-diagram.md");

/**
 * Reads models out of one schema file as `prisma format` lays it out: one field per line.
 * @returns {{ name: string, table: string, fields: { name: string, type: string, modifier: string, attributes: string }[] }[]}
 */
export function parseModels(text) {
  return [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
    name,
    table: /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? name,
    fields: [...body.matchAll(/^ {2}(\w+) +(\w+(?:\("[^"]*"\))?)(\[\]|\?)?(.*)$/gm)].map(
      ([, field, type, modifier = "", attributes]) => ({ name: field, type, modifier, attributes }),
    ),
  }));
}

/** Mermaid's text for a group of models; relations to other groups are drawn too, their tables without columns. */
export function drawGroup(models, all) {
  const byName = new Map(all.map((model) => [model.name, model]));
  const relations = [];
  const tables = models.map((model) => {
    const foreign = new Set();
    for (const field of model.fields) {
      const target = byName.get(field.type);
      const columns = /@relation\([^)]*fields: \[([^\]]+)\]/.exec(field.attributes)?.[1]?.split(/,\s*/);
      if (!target || !columns) continue;
      for (const column of columns) foreign.add(column);
      relations.push(`  ${target.table} ${edge(model, field, columns)} ${model.table} : ${field.name}`);
    }
    const lines = model.fields
      .filter((field) => !byName.has(field.type))
      .map((field) => {
        const keys = [
          / @id\b/.test(field.attributes) && "PK",
          foreign.has(field.name) && "FK",
          / @unique\b/.test(field.attributes) && "UK",
        ].filter(Boolean);
        const type = field.type.replace(/\W+/g, "_").replace(/_$/, "");
        const column = /@map\("([^"]+)"\)/.exec(field.attributes)?.[1] ?? field.name;
        return `    ${type}${field.modifier === "[]" ? "_list" : ""} ${column} ${keys.join(", ")}`.trimEnd();
      });
    return `  ${model.table} {\n${lines.join("\n")}\n  }`;
  });
  return ["erDiagram", ...tables, ...relations].join("\n");
}

/** One to many, or to at most one where the foreign key is unique; a nullable key makes the one optional. */
function edge(model, field, columns) {
  const isUnique = model.fields.some(
    (other) => columns.length === 1 && other.name === columns[0] && / @(unique|id)\b/.test(other.attributes),
  );
  return `${field.modifier === "?" ? "|o" : "||"}--${isUnique ? "o|" : "o{"}`;
}

async function draw() {
  const files = (await readdir(SCHEMA)).filter((name) => name.endsWith(".prisma")).sort();
  const groups = await Promise.all(
    files.map(async (file) => ({
      title: file.replace(".prisma", ""),
      models: parseModels(await readFile(join(SCHEMA, file), "utf8")),
    })),
  );
  const all = groups.flatMap((group) => group.models);
  const sections = groups
    .filter((group) => group.models.length > 0)
    .map(({ title, models }) => `## ${title}\n\n\`\`\`mermaid\n${drawGroup(models, all)}\n\`\`\`\n`);
  const head =
    "# Tables and their relations\n\nGenerated from `packages/db/prisma/schema` by `node tooling/er-diagram.mjs`. " +
    "A table that stands without columns is drawn in full in its own group. What Prisma cannot say (exclusion " +
    "constraints, checks, partial indexes, grants) is in the migrations.\n";
  return `${head}\n${sections.join("\n")}`;
}

/** @throws Refusal when docs/er-diagram.md is not what the schema gives */
export async function checkDiagram() {
  if ((await readFile(OUTPUT, "utf8").catch(() => "")) !== (await draw()))
    throw new Refusal("docs/er-diagram.md is not current: run `node tooling/er-diagram.mjs`.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes("--check")) await checkDiagram();
    else {
      await mkdir(dirname(OUTPUT), { recursive: true });
      await writeFile(OUTPUT, await draw());
      say("wrote docs/er-diagram.md");
    }
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}
