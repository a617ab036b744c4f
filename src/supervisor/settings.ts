/**
 * Settings given on the server's command line, where neither `postgresql.conf` nor ALTER SYSTEM can change them:
 * what durability and the closed door rest on. The values are words PostgreSQL prints in `SHOW` too.
 */
export function unchangeableSettings(
  socketDirectory: string,
  socketPort: number,
): Readonly<Record<string, string>> {
  return {
    // No network port at all: the packaged Linux binaries carry an OpenSSL from 2018.
    listen_addresses: '',
    ssl: 'off',
    port: String(socketPort),
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  };
}

/**
 * Settings an administrator may change with ALTER SYSTEM. Sized so that the application and its database together
 * rest below 300 MB; a municipality that needs more uses a server of its own.
 */
export function tunedSettings(major: number): Readonly<Record<string, string>> {
  return {
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '48MB',
    effective_cache_size: '512MB',
    max_connections: '60',
    max_worker_processes: '4',
    max_parallel_workers_per_gather: '0',
    max_wal_senders: '0',
    max_replication_slots: '0',
    max_logical_replication_workers: '0',
    autovacuum: 'on',
    autovacuum_max_workers: '2',
    min_wal_size: '80MB',
    max_wal_size: '256MB',
    checkpoint_timeout: '5min',
    // Compiling a plan costs more than it saves on queries of a few milliseconds.
    jit: 'off',
    // PostgreSQL 18: a generic plan made the list query 4.4 times slower (8.2 ms against 1.8 ms).
    plan_cache_mode: 'force_custom_plan',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The application reports its own errors. The server's log must hold no personal data and must not grow.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    // Three processes less at rest; the kernel's read-ahead serves databases of this size.
    ...(major >= 18 ? { io_method: 'sync' } : {}),
  };
}

/** The tuned settings as a configuration file. */
export function settingsFile(settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written by Värna at every start. Use ALTER SYSTEM for your own values.\n${lines.join('\n')}\n`;
}
