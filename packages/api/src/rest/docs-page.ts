import { createHash } from "node:crypto";
import type { OpenApi, Operation } from "./openapi";

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const inline = (text: string) => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");
const json = (value: unknown) => `<pre><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
h1{margin:.5rem 0}h2{margin:2rem 0 .5rem}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem .8rem;border:1px solid var(--line);border-radius:6px}
details{border:1px solid var(--line);border-radius:6px;margin:.4rem 0}
details details{margin:.8rem 0}
summary{cursor:pointer;padding:.6rem .8rem;overflow-wrap:anywhere}
details>div{padding:0 .8rem .8rem}
.method{display:inline-block;min-width:4.5rem;font-weight:600}
code,pre{font:14px/1.45 ui-monospace,monospace}
pre{overflow:auto;background:var(--soft);padding:.8rem;border-radius:6px}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-top:1px solid var(--line)}
[hidden]{display:none}`;

const SCRIPT = `
const search=document.querySelector("input");
const all=[...document.querySelectorAll("[data-find]")];
search.addEventListener("input",()=>{
  const words=search.value.toLowerCase().split(" ").filter(Boolean);
  for(const one of all)one.hidden=!words.every((word)=>one.dataset.find.includes(word));
  for(const group of document.querySelectorAll("section"))group.hidden=!group.querySelector("[data-find]:not([hidden])");
});
const open=()=>{const one=document.getElementById(location.hash.slice(1));if(one instanceof HTMLDetailsElement)one.open=true};
addEventListener("hashchange",open);open();`;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function parameters({ parameters }: Operation): string {
  if (parameters.length === 0) return "";
  const rows = parameters.map(({ name, in: place, required, schema, description }) => {
    const kind = schema.enum ? schema.enum.join(" · ") : (schema.format ?? schema.type ?? "");
    const notes = [kind, description ?? schema.description ?? ""].filter(Boolean).join(". ");
    return `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${place}${required ? ", required" : ""}</td><td>${inline(notes)}</td></tr>`;
  });
  return `<h4>Parameters</h4><table>${rows.join("")}</table>`;
}

function operation(path: string, method: string, one: Operation): string {
  const body = one.requestBody?.content["application/json"];
  const [status, done] = Object.entries(one.responses)[0] ?? ["", {}];
  const content = (done as { content?: Record<string, { schema: unknown }> }).content ?? {};
  const answer = content["application/json"]?.schema;
  const find = `${method} ${path} ${one.summary} ${one.description}`.toLowerCase();
  return `<details id="${method}-${one.operationId}" data-find="${escaped(find)}">
<summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> — ${escaped(one.summary)}</summary>
<div><p>${inline(one.description)}</p>${parameters(one)}
${body ? `<h4>Body</h4>${json(body.example)}<details><summary>Schema of the body</summary><div>${json(body.schema)}</div></details>` : ""}
${answer ? `<details><summary>Schema of the answer (${status})</summary><div>${json(answer)}</div></details>` : `<p>Answers ${status} with <code>${Object.keys(content).join()}</code>.</p>`}
</div></details>`;
}

/** The description as one page to read and search: no request of its own, no code but its own few lines. */
export function docsPage(document: OpenApi): Readonly<{ html: string; policy: string }> {
  const { title, description } = document.info as { title: string; description: string };
  const sections = document.tags.map(({ name }) => {
    const operations = Object.entries(document.paths)
      .filter(([path]) => path.split("/")[1] === name)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, one]) => operation(path, method, one)),
      );
    return `<section><h2>${escaped(String(name))}</h2>${operations.join("\n")}</section>`;
  });
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${inline(description)}</p>
<p>Every path lies below <code>/api/v1</code>. Machine-readable: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p><label for="search">Search operations</label> <input id="search" type="search" autocomplete="off"></p>
${sections.join("\n")}
<section><h2>Errors</h2><p>Every refusal has this shape, and the status of its code.</p>${json({
    error: {
      code: "booking.slot_taken",
      message: "That time was just taken.",
      requestId: "019adf3e-7c00-7000-8000-0000000000a1",
      details: { alternatives: [] },
    },
  })}</section></main><script>${SCRIPT}</script></body></html>`;
  const policy = [
    "default-src 'none'",
    `style-src ${hash(STYLE)}`,
    `script-src ${hash(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { html, policy };
}
