/**
 * Violations that must be found, one or more per rule. Each becomes a file of its own in a scratch copy.
 * Imports by package name prove that these are resolved; relative ones need no declared dependency.
 */
export const PLANTS = [
  { rule: "unresolved", file: "packages/domain/src/planted-a.ts", code: `import "./nowhere";` },
  {
    rule: "domain-imports",
    file: "packages/domain/src/planted-b.ts",
    code: `import "../../ports/src/clock";`,
  },
  {
    rule: "domain-imports",
    file: "packages/domain/src/planted-c.ts",
    code: `import type { Clock } from "../../ports/src/clock"; export type C = Clock;`,
  },
  { rule: "domain-libraries", file: "packages/domain/src/planted-d.ts", code: `import "node:fs";` },
  { rule: "domain-libraries", file: "packages/domain/src/planted-e.ts", code: `import "vitest";` },
  {
    rule: "api-imports",
    file: "packages/api/src/planted.ts",
    code: `import { systemClock } from "@amrutam/adapters/clock/system-clock"; export const c = systemClock;`,
  },
  { rule: "ui-imports", file: "packages/ui/src/planted.tsx", code: `import "../../domain/src/actor";` },
  { rule: "ports-no-libraries", file: "packages/ports/src/planted.ts", code: `import "node:crypto";` },
  {
    rule: "no-cycles",
    file: "packages/domain/src/planted-f.ts",
    code: `import { g } from "./planted-g"; export const f = () => g;`,
  },
  {
    rule: undefined,
    file: "packages/domain/src/planted-g.ts",
    code: `import { f } from "./planted-f"; export const g = () => f;`,
  },
  {
    rule: undefined,
    file: "packages/api/src/features/planted-one/inner.ts",
    code: "export const inner = 1;",
  },
  {
    rule: "features-by-public",
    file: "packages/api/src/features/planted-two/use.ts",
    code: `import { inner } from "../planted-one/inner"; export const used = inner;`,
  },
  {
    rule: "routers-by-type",
    file: "packages/client/src/planted.tsx",
    code: `import "../../api/src/procedure";`,
  },
  {
    rule: "web-screens-import",
    file: "apps/web/src/features/planted/a.tsx",
    code: `import { readMigrations } from "@amrutam/db/migration-files"; export const a = readMigrations;`,
  },
  { rule: undefined, file: "apps/web/src/server/planted.ts", code: "export const secret = 1;" },
  {
    rule: "web-features-never-server",
    file: "apps/web/src/features/planted/b.tsx",
    code: `import { secret } from "../../server/planted"; export const b = secret;`,
  },
  {
    rule: "admin-not-web",
    file: "apps/admin/src/server/planted.ts",
    code: `import { secret } from "../../../web/src/server/planted"; export const s = secret;`,
  },
  { rule: undefined, file: "apps/worker/src/planted.ts", code: "export const job = 1;" },
  {
    rule: "nothing-imports-worker",
    file: "packages/adapters/src/planted.ts",
    code: `import { job } from "../../../apps/worker/src/planted"; export const j = job;`,
  },
  { rule: undefined, file: "bench/src/planted.ts", code: "export const measure = 1;" },
  {
    rule: "nothing-imports-bench",
    file: "apps/web/src/server/planted-bench.ts",
    code: `import { measure } from "../../../../bench/src/planted"; export const m = measure;`,
  },
  { rule: undefined, file: "tooling/config/planted.mjs", code: "export const how = 1;" },
  {
    rule: "build-config-by-build",
    file: "apps/web/src/features/planted/c.tsx",
    code: `import { how } from "../../../../../tooling/config/planted.mjs"; export const h = how;`,
  },
  { rule: undefined, file: "packages/api/src/testing-planted.ts", code: "export const fake = 1;" },
  {
    rule: "no-fakes",
    file: "packages/api/src/planted-fake.ts",
    code: `import { fake } from "./testing-planted"; export const f = fake;`,
  },
  {
    rule: "db-tests-import",
    file: "packages/db/src/planted.test.ts",
    code: `import "../../ui/src/planted";`,
  },
];
