import { createServer } from "node:net";

/** Whether a loopback port can be bound now. 0 asks for any free one. @returns the port, or undefined when taken */
function tryBind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

/** The wished port when it is free, else any free one of 127.0.0.1. */
export async function findFreePort(wish: number | undefined): Promise<number> {
  const port = (wish ? await tryBind(wish) : undefined) ?? (await tryBind(0));
  if (port === undefined) throw new Error("No free port on 127.0.0.1.");
  return port;
}
