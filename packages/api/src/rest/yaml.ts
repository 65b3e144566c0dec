const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;
/** Words that YAML 1.1 readers take for something else. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const keyOf = (key: string) => (PLAIN_KEY.test(key) && !RESERVED.test(key) ? key : JSON.stringify(key));

const isEmpty = (value: object) => Object.keys(value).length === 0;

/** JSON values as YAML 1.2 in block style; texts are double-quoted, which JSON's and YAML's rules agree on. */
export function toYaml(value: unknown, indent = ""): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isEmpty(value)) return Array.isArray(value) ? "[]" : "{}";
  const deeper = `${indent}  `;
  const nested = (inner: unknown) =>
    inner !== null && typeof inner === "object" && !isEmpty(inner)
      ? `\n${deeper}${toYaml(inner, deeper)}`
      : ` ${toYaml(inner)}`;
  if (Array.isArray(value)) return value.map((item) => `- ${toYaml(item, deeper)}`).join(`\n${indent}`);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.map(([key, inner]) => `${keyOf(key)}:${nested(inner)}`).join(`\n${indent}`);
}
