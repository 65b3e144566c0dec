import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { checkPortsFree, findPorts, readPorts } from "./preflight.mjs";

describe("readPorts", () => {
  it("has its defaults, and takes the environment's", () => {
    expect(readPorts({})).toEqual({ web: 3000, admin: 3001, worker: 3002 });
    expect(readPorts({ ADMIN_PORT: "80", WEB_PORT: "" })).toEqual({ web: 3000, admin: 80, worker: 3002 });
  });
  it.each(["0", "65536", "3000.5", "http", "-1"])("refuses %s", (WEB_PORT) => {
    expect(() => readPorts({ WEB_PORT })).toThrow(`WEB_PORT=${WEB_PORT} is not a port`);
  });
  it("refuses one port for two programs", () => {
    expect(() => readPorts({ WEB_PORT: "3001" })).toThrow("three different ports");
  });
});

describe("checkPortsFree", () => {
  const servers = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));
  const listen = (port, host) =>
    new Promise((resolve) => {
      const server = createServer().listen(port, host, () => resolve(server));
      servers.push(server);
    });

  it.each(["127.0.0.1", "0.0.0.0"])("names the port that is taken on %s", async (host) => {
    const ports = await findPorts({});
    await expect(checkPortsFree(ports)).resolves.toBeUndefined();
    await listen(ports.admin, host);
    await expect(checkPortsFree(ports)).rejects.toThrow(
      `Port ${ports.admin} is taken, and admin needs it. Stop what listens there, or set ADMIN_PORT`,
    );
  });
});
