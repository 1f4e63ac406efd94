import { verifyJwsAccessToken } from 'better-auth/oauth2';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { z } from 'zod';
import { type OutgoingRules, sendOutgoing } from '../outgoing/index.ts';

/** An outer provider of identity (OpenID Connect), from the region's settings. */
export interface ProviderSettings {
  /** Lower-case Latin name; stands in the callback's address `/api/auth/callback/<id>`. */
  id: string;
  /** What the button says. */
  title: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes?: string[];
}

interface Parts {
  wanted: readonly ProviderSettings[];
  outgoing: OutgoingRules;
  log(level: 'warn', message: string): void;
}

const description = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  jwks_uri: z.url(),
});
type Description = z.infer<typeof description>;

const tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  expires_in: z.number().optional(),
});
const keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) });
const claims = z.looseObject({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
});
type Claims = z.infer<typeof claims>;

type KeySource = Exclude<Parameters<typeof verifyJwsAccessToken>[1]['jwksFetch'], string>;

const trimmed = (issuer: string) => issuer.replace(/\/$/, '');
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(user)}:${encodeURIComponent(password)}`).toString('base64')}`;

/** Every call to a provider goes through the allow-list, so its own description cannot send us elsewhere. */
async function read<T extends z.ZodType>(
  parts: Parts,
  schema: T,
  ...[address, sent]: [string, Parameters<typeof sendOutgoing>[2]?]
): Promise<z.output<T>> {
  const answer = await sendOutgoing(address, parts.outgoing, sent);
  if (answer.status !== 200) throw new Error(`${new URL(address).host} answered ${answer.status}`);
  return schema.parseAsync(JSON.parse(answer.text));
}

async function profileOf(
  parts: Parts,
  provider: ProviderSettings,
  found: Description,
  given: { idToken: string; accessToken: string | undefined; jwks: KeySource },
): Promise<Claims> {
  const payload = await verifyJwsAccessToken(given.idToken, {
    jwksFetch: given.jwks,
    verifyOptions: {
      issuer: found.issuer,
      audience: provider.clientId,
      requiredClaims: ['sub', 'exp', 'iat'],
    },
  });
  const proved = claims.parse(payload);
  if (proved.email || !found.userinfo_endpoint || !given.accessToken) return proved;
  const more = await read(parts, claims, found.userinfo_endpoint, {
    headers: { authorization: `Bearer ${given.accessToken}` },
  });
  if (more.sub !== proved.sub) throw new Error('userinfo speaks of another person');
  return { ...more, ...proved };
}

/** One provider for the sign-in library: it redirects and keeps state and PKCE, we do every call by ourselves. */
function configOf(parts: Parts, provider: ProviderSettings, found: Description): GenericOAuthConfig {
  // one function for the provider's life: the library keeps its keys by it and asks again for an unknown one
  const jwks: KeySource = () => read(parts, keys, found.jwks_uri);
  return {
    providerId: provider.id,
    clientId: provider.clientId,
    authorizationUrl: found.authorization_endpoint,
    scopes: provider.scopes ?? ['openid', 'email', 'profile'],
    pkce: true,
    // who has no account here gets none by knocking
    disableSignUp: true,
    accountSubject: ({ profile }) => String(profile.sub),
    async getToken({ code, redirectURI, codeVerifier }) {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectURI,
        code_verifier: codeVerifier ?? '',
      });
      const got = await read(parts, tokens, found.token_endpoint, {
        method: 'POST',
        headers: {
          authorization: basic(provider.clientId, provider.clientSecret),
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: body.toString(),
      });
      return { accessToken: got.access_token, idToken: got.id_token, tokenType: 'Bearer' };
    },
    async getUserInfo({ idToken, accessToken }) {
      try {
        const person = await profileOf(parts, provider, found, { idToken: idToken ?? '', accessToken, jwks });
        const emailVerified = person.email_verified === true || person.email_verified === 'true';
        return {
          ...person,
          id: person.sub,
          email: person.email ?? '',
          emailVerified,
          name: person.name ?? '',
        };
      } catch (error) {
        // null sends the person back to the sign-in page with a sentence, an error would show a bare fault
        parts.log('warn', `outer sign-in ${provider.id}: ${error instanceof Error ? error.message : error}`);
        return null;
      }
    },
  };
}

/**
 * Gives a function that asks each wanted provider for its description (`/.well-known/openid-configuration`), once,
 * and returns those that answered; a silent one is asked again at the next call.
 */
export function discoverProviders(parts: Parts): () => Promise<GenericOAuthConfig[]> {
  const known = new Map<string, GenericOAuthConfig>();
  async function discover(provider: ProviderSettings): Promise<void> {
    if (known.has(provider.id)) return;
    try {
      const issuer = trimmed(provider.issuer);
      const found = await read(parts, description, `${issuer}/.well-known/openid-configuration`);
      if (trimmed(found.issuer) !== issuer) throw new Error(`it names another issuer, ${found.issuer}`);
      known.set(provider.id, configOf(parts, provider, found));
    } catch (error) {
      parts.log('warn', `outer sign-in ${provider.id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return async () => {
    await Promise.all(parts.wanted.map(discover));
    return [...known.values()];
  };
}
