import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OuterPerson {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** A real OpenID Connect provider (`oidc-provider`) on loopback, with its own sign-in and consent pages. */
export async function outerProvider(
  client: { id: string; secret: string; redirect: string },
  people: Record<string, OuterPerson>,
) {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(`http://${host}`, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['of the outer provider'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
  });
  provider.on('server_error', () => {});
  server.on('request', provider.callback());
  return {
    host,
    issuer: `http://${host}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
