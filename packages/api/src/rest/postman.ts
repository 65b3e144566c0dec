import type { OpenApi, Operation } from "./openapi";

const TOKEN_SCRIPT = [
  "const answer = pm.response.json();",
  'if (answer.accessToken) pm.collectionVariables.set("accessToken", answer.accessToken);',
  'if (answer.refreshToken) pm.collectionVariables.set("refreshToken", answer.refreshToken);',
  'if (answer.challengeId) pm.collectionVariables.set("challengeId", answer.challengeId);',
];
/** Operations whose answer the following requests need. */
const GIVES_TOKENS = ["auth_login", "auth_verifyMfa", "auth_refreshToken"];

const textOf = (example: unknown) => (example === undefined ? "" : String(example));

function requestOf(path: string, method: string, one: Operation, origin: string) {
  const body = one.requestBody?.content["application/json"];
  const inPath = one.parameters.filter((parameter) => parameter.in === "path");
  const query = one.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, required, schema, description }) => ({
      key: name,
      value: textOf(schema.default ?? schema.enum?.[0] ?? schema.examples?.[0]),
      description: description ?? "",
      disabled: !required,
    }));
  const segments = path
    .slice(1)
    .replace(/\{(\w+)\}/g, ":$1")
    .split("/");
  return {
    name: `${method.toUpperCase()} ${path}`,
    ...(GIVES_TOKENS.includes(one.operationId)
      ? { event: [{ listen: "test", script: { type: "text/javascript", exec: TOKEN_SCRIPT } }] }
      : {}),
    request: {
      description: `${one.summary}. ${one.description}`,
      method: method.toUpperCase(),
      ...(one.security.length === 0 ? { auth: { type: "noauth" } } : {}),
      header: one.parameters.some((parameter) => parameter.in === "header" && parameter.required)
        ? [{ key: "Idempotency-Key", value: "{{$guid}}" }]
        : [],
      url: {
        raw: `{{${origin}}}/api/v1/${segments.join("/")}`,
        host: [`{{${origin}}}`],
        path: ["api", "v1", ...segments],
        query,
        variable: inPath.map(({ name, example }) => ({ key: name, value: textOf(example) })),
      },
      ...(body
        ? {
            body: {
              mode: "raw",
              raw: JSON.stringify(body.example, null, 2),
              options: { raw: { language: "json" } },
            },
          }
        : {}),
    },
  };
}

/** One app's requests, a folder for each part of the surface. */
const foldersOf = (document: OpenApi, origin: string) =>
  document.tags.map(({ name }) => ({
    name,
    item: Object.entries(document.paths)
      .filter(([path]) => path.split("/")[1] === name)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, one]) => requestOf(path, method, one, origin)),
      ),
  }));

/** Postman collection v2.1 of both apps; signing in puts the token where the other requests find it. */
export const postmanOf = (web: OpenApi, admin: OpenApi) => ({
  info: {
    name: "Amrutam",
    schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    description: "Generated from the procedures; sign in first, in the folder of the app you mean.",
  },
  auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}", type: "string" }] },
  variable: [
    { key: "webOrigin", value: "http://localhost:3000" },
    { key: "adminOrigin", value: "http://localhost:3001" },
    { key: "accessToken", value: "" },
    { key: "refreshToken", value: "" },
    { key: "challengeId", value: "" },
  ],
  item: [
    { name: "Patients and doctors", item: foldersOf(web, "webOrigin") },
    { name: "Console", item: foldersOf(admin, "adminOrigin") },
  ],
});
