import type { AnyRouter } from "@trpc/server";
import { type Walked, walkRouter } from "../sweeps/walk-router";
import { type Method, proceduresOf, type RestRoute } from "./route";
import { ROUTES } from "./routes";

export type Served = Readonly<{
  route: RestRoute;
  /** The procedures behind it, by their paths. */
  procedures: ReadonlyMap<string, Walked>;
}>;

export type Matched = Readonly<{
  byMethod: ReadonlyMap<Method, Served>;
  /** Raw segments by parameter's name, still percent-encoded. */
  parameters: Readonly<Record<string, string>>;
}>;

/** The routes whose procedures this router serves: the public origin has no route to an admin's procedure. */
export function servedBy(router: AnyRouter): Served[] {
  const all = new Map(walkRouter(router).map((walked) => [walked.path, walked]));
  return ROUTES.flatMap((route) => {
    const procedures = proceduresOf(route).flatMap((path) => {
      const walked = all.get(path);
      return walked ? [[path, walked] as const] : [];
    });
    return procedures.length > 0 ? [{ route, procedures: new Map(procedures) }] : [];
  });
}

const isParameter = (segment: string) => segment.startsWith("{");

/** Finds what a path below the prefix means; a literal segment counts before a parameter ("/doctors/me"). */
export function routeTable(served: readonly Served[]): (path: string) => Matched | null {
  const templates = new Map<string, Map<Method, Served>>();
  for (const one of served) {
    const methods = templates.get(one.route.path) ?? new Map<Method, Served>();
    templates.set(one.route.path, methods.set(one.route.method, one));
  }
  const byLiterals = [...templates]
    .map(([path, byMethod]) => ({ segments: path.slice(1).split("/"), byMethod }))
    .sort((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length);

  return (path) => {
    const given = path.slice(1).split("/");
    const found = byLiterals.find(
      ({ segments }) =>
        segments.length === given.length &&
        segments.every((segment, index) =>
          isParameter(segment) ? given[index] !== "" : segment === given[index],
        ),
    );
    if (!found) return null;
    const parameters = found.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), given[index] ?? ""] as const] : [],
    );
    return { byMethod: found.byMethod, parameters: Object.fromEntries(parameters) };
  };
}
