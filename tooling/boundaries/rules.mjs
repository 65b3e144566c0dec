import { BUILD_CONFIG, DOMAIN_LIBRARIES, ENDS, PACKAGES, ROUTERS, SCREENS } from "./rooms.mjs";

const WORKSPACE = "^(packages|apps|tooling|e2e|bench)/";
/** Tests, and what only they share: files named testing-…. */
const TESTS = "[.]test[.]tsx?$|/vitest[.]config[.]ts$|/testing-[^/]+[.]tsx?$";
const inPackages = (names) => `^packages/(${names.join("|")})/`;
/** Files of these rooms see the routers' types only. */
const TYPES_ONLY = ["type-only"];

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** One rule per package: the other rooms of the workspace are out of bounds but for those named. */
const packageRules = Object.entries(PACKAGES).flatMap(([name, allowed]) => {
  const home = `^packages/${name}/`;
  const besides = name === "client" ? [ROUTERS] : [];
  return [
    rule(
      `${name}-imports`,
      `${name} may import ${allowed.join(", ") || "no other room"}`,
      { path: home, pathNot: TESTS },
      { path: WORKSPACE, pathNot: [inPackages([name, ...allowed]), ...besides] },
    ),
    rule(
      `${name}-tests-import`,
      `tests of ${name} may besides import testing and adapters`,
      { path: `${home}.*(${TESTS})` },
      { path: WORKSPACE, pathNot: [inPackages([name, ...allowed, "testing", "adapters"]), ...besides] },
    ),
  ];
});

const appRules = ["web", "admin"].flatMap((app) => {
  const home = `^apps/${app}/`;
  const other = app === "web" ? "admin" : "web";
  return [
    rule(
      `${app}-screens-import`,
      `only apps/${app}/src/server sees api, auth, adapters and db`,
      { path: home, pathNot: [`${home}src/server/`, TESTS] },
      { path: WORKSPACE, pathNot: [home, inPackages(SCREENS), ROUTERS, BUILD_CONFIG] },
    ),
    rule(
      `${app}-features-never-server`,
      "a feature's UI runs in the browser",
      { path: `${home}src/features/` },
      { path: `${home}src/(server|app)/` },
    ),
    rule(
      `${app}-not-${other}`,
      "the apps share packages, not files",
      { path: home },
      { path: `^apps/${other}/` },
    ),
    rule(
      `${app}-server-not-testing`,
      "fakes for tests stay in tests",
      { path: home, pathNot: TESTS },
      { path: "^packages/testing/" },
    ),
  ];
});

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const FORBIDDEN = [
  rule(
    "unresolved",
    "an import that leads nowhere would escape every other rule",
    {},
    { couldNotResolve: true },
  ),
  rule(
    "no-cycles",
    "modules that need each other are one module",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: TYPES_ONLY } },
  ),
  ...packageRules,
  rule(
    "no-fakes",
    "what tests share stays among tests",
    { path: WORKSPACE, pathNot: TESTS },
    { path: `^(packages|apps)/.*(${TESTS})` },
  ),
  rule(
    "domain-libraries",
    `domain knows ${DOMAIN_LIBRARIES.join(" and ")} and nothing else outside`,
    { path: "^packages/domain/src/", pathNot: TESTS },
    {
      dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "core"],
      pathNot: `node_modules/(${DOMAIN_LIBRARIES.join("|")})/`,
    },
  ),
  rule(
    "ports-no-libraries",
    "ports are interfaces only",
    { path: "^packages/ports/src/", pathNot: TESTS },
    { dependencyTypes: ["npm", "npm-dev", "npm-no-pkg", "core"], dependencyTypesNot: TYPES_ONLY },
  ),
  rule(
    "routers-by-type",
    "the browser knows the routers' types, not their code",
    { path: "^packages/(client|account|ui)/|^apps/(web|admin)/src/(?!server/)" },
    { path: "^packages/api/", dependencyTypesNot: TYPES_ONLY },
  ),
  rule(
    "features-by-public",
    "a feature of api is used by others through its public.ts",
    { path: "^packages/api/src/features/([^/]+)/", pathNot: TESTS },
    {
      path: "^packages/api/src/features/",
      pathNot: ["^packages/api/src/features/$1/", "^packages/api/src/features/[^/]+/public[.]ts$"],
    },
  ),
  ...appRules,
  ...ENDS.map((end) =>
    rule(
      `nothing-imports-${end.replace("apps/", "")}`,
      `${end} is an end`,
      { pathNot: `^${end}/` },
      { path: `^${end}/`, pathNot: BUILD_CONFIG },
    ),
  ),
  rule(
    "build-config-by-build",
    "how an app is built is nothing to its sources",
    { path: "^(packages|apps)/[^/]+/src/" },
    { path: BUILD_CONFIG },
  ),
];
