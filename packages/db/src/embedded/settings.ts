/** What the caller may choose about the server. */
export type ServerOptions = Readonly<{
  /** Never wait for the disk. For test clusters only: safe when the server is killed, not when the machine is. */
  isDisposable?: boolean;
  /** Further settings, by PostgreSQL's names; they win over ours. */
  settings?: Readonly<Record<string, string | number>>;
}>;

/** Settings for one machine shared by the database, two web servers and a worker. Loopback only, no socket files. */
export function serverSettings(
  port: number,
  options: ServerOptions & { hasStatementStatistics: boolean },
): Record<string, string | number> {
  return {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 300,
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    wal_level: "replica",
    max_wal_size: "2GB",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(options.hasStatementStatistics ? { shared_preload_libraries: "pg_stat_statements" } : {}),
    track_io_timing: "on",
    log_line_prefix: "%m [%p] %q%u@%d ",
    log_checkpoints: "off",
    ...(options.isDisposable ? { fsync: "off", full_page_writes: "off" } : {}),
    ...options.settings,
  };
}
