import { cruise } from "dependency-cruiser";
import { FORBIDDEN } from "./rules.mjs";

const ROOTS = ["packages", "apps", "tooling/seed", "e2e", "bench"];

/**
 * Reads every import under a checkout.
 * @param {string} baseDir
 * @returns {Promise<{ modules: number, dependencies: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function inspect(baseDir) {
  const { output } = await cruise(
    ROOTS,
    {
      baseDir,
      ruleSet: { forbidden: FORBIDDEN },
      validate: true,
      doNotFollow: { path: "node_modules" },
      exclude: {
        path: "^(packages|apps|tooling|e2e|bench)/[^/]+/(src/)?([.]next|dist|generated|test-results)(/|$)|[.]css$|next-env",
      },
      // Types count: a type-only import is still knowledge of another room.
      tsPreCompilationDeps: true,
      combinedDependencies: true,
    },
    {
      // Workspace packages are found through their exports; without this every such import resolves to nothing.
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default", "require"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts", ".json"],
    },
  );
  const { summary } = output;
  return {
    modules: summary.totalCruised,
    dependencies: summary.totalDependenciesCruised ?? 0,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
