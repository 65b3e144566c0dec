/**
 * node-postgres' settings for a Prisma connection URL. `schema` is Prisma's own parameter; `options` is PostgreSQL's,
 * which is how a login takes on the owner's role for everything it does (`-c role=…`).
 * @param {string} url
 */
export function connectionOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    schema: searchParams.get("schema") ?? undefined,
    config: {
      host: hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)) || "postgres",
      options: searchParams.get("options") ?? undefined,
      ssl: /^(require|verify)/.test(searchParams.get("sslmode") ?? "") || undefined,
    },
  };
}
