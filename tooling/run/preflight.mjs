import { createServer } from "node:net";
import { Refusal } from "./say.mjs";

/**
 * Reads the ports of the three programs from the environment.
 * @returns {{ web: number, admin: number, worker: number }}
 * @throws Refusal when a value is no port or two are the same
 */
export function readPorts(env = process.env) {
  const read = (name, fallback) => {
    const text = env[name] ?? "";
    const port = text === "" ? fallback : Number(text);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new Refusal(`${name}=${text} is not a port (1 to 65535).`);
  };
  const ports = {
    web: read("WEB_PORT", 3000),
    admin: read("ADMIN_PORT", 3001),
    worker: read("WORKER_PORT", 3002),
  };
  if (new Set(Object.values(ports)).size < 3)
    throw new Refusal("WEB_PORT, ADMIN_PORT and WORKER_PORT must be three different ports.");
  return ports;
}

/** As {@link readPorts}, but with any free port for each that the environment does not name. */
export async function findPorts(env = process.env) {
  const free = async (name) => env[name] || String(await freePort());
  return readPorts({
    WEB_PORT: await free("WEB_PORT"),
    ADMIN_PORT: await free("ADMIN_PORT"),
    WORKER_PORT: await free("WORKER_PORT"),
  });
}

/** A port that nothing listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** @throws Refusal naming the first port that something else listens on */
export async function checkPortsFree(ports) {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new Refusal(
      `Port ${port} is taken, and ${name} needs it. Stop what listens there, or set ${name.toUpperCase()}_PORT to another port.`,
    );
  }
}

async function isFree(port) {
  // Both families: a listener on one of them lets a bind to the other succeed.
  for (const host of ["0.0.0.0", "::", "127.0.0.1"]) if (!(await canBind(port, host))) return false;
  return true;
}

function canBind(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
