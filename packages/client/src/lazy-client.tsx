import type { TRPCClient } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";

type Call = (...args: unknown[]) => Promise<unknown>;
type Node = { readonly [name: string]: Node } & Call;

/** A tRPC client whose code is fetched with its first call, for pages on which most people only read. */
export function lazyTrpcClient<TRouter extends AnyTRPCRouter>(): TRPCClient<TRouter> {
  let client: Promise<Node> | undefined;
  const fetched = () => {
    client ??= import("./links").then(
      (links) => links.newTrpcClient<TRouter>() as unknown as Node,
      (unreachable: unknown) => {
        // The next call tries again: a network that was away must not keep a form from being sent.
        client = undefined;
        throw unreachable;
      },
    );
    return client;
  };
  const at = (path: readonly string[]): Node =>
    new Proxy((() => undefined) as unknown as Node, {
      // Not a promise, though everything can be asked of it.
      get: (_target, name) => (name === "then" ? undefined : at([...path, String(name)])),
      apply: async (_target, _this, args: unknown[]) => {
        const call = path.reduce((node, name) => node[name] as Node, await fetched());
        return call(...args);
      },
    });
  return at([]) as unknown as TRPCClient<TRouter>;
}
