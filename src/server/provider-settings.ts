import type { ProviderSettings } from '../platform/identity/index.ts';
import { allowedTarget } from '../platform/outgoing/index.ts';
import { Refusal } from '../platform/use-case/index.ts';
import { BadSettings } from './bad-settings.ts';

const NAME = /^[a-z][a-z0-9-]{0,30}$/;

interface Where {
  allowedHosts: readonly string[];
  demo: boolean;
}

function checkIssuer(id: string, issuer: string, { allowedHosts, demo }: Where): void {
  try {
    allowedTarget(issuer, { hosts: allowedHosts, production: !demo });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const host = URL.canParse(issuer) ? new URL(issuer).host : issuer;
    if (error.key === 'outgoing:error.hostNotListed' || error.key === 'outgoing:error.privateAddress')
      throw new BadSettings('server:error.oidcHost', { id, host });
    throw new BadSettings('server:error.oidcIssuer', { id, issuer });
  }
}

/**
 * Outer sign-in services (OpenID Connect): `ROSTOK_OIDC=esia,region` names them, and of each are read
 * `ROSTOK_OIDC_<NAME>_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET`, and where wished `_TITLE` (the button's words) and
 * `_SCOPES`. The process does not start with one half described or not on the list of outgoing addresses.
 */
export function readProviders(env: NodeJS.ProcessEnv, where: Where): ProviderSettings[] {
  const ids = (env.ROSTOK_OIDC ?? '').split(',').map((id) => id.trim());
  const seen = new Set<string>();
  return ids.filter(Boolean).map((id) => {
    if (!NAME.test(id) || seen.has(id)) throw new BadSettings('server:error.oidcName', { id });
    seen.add(id);
    const prefix = `ROSTOK_OIDC_${id.toUpperCase().replaceAll('-', '_')}`;
    const needed = (part: string): string => {
      const name = `${prefix}_${part}`;
      const value = env[name]?.trim();
      if (!value) throw new BadSettings('server:error.oidcMissing', { id, name });
      return value;
    };
    const issuer = needed('ISSUER');
    checkIssuer(id, issuer, where);
    const scopes = (env[`${prefix}_SCOPES`] ?? '').split(/[\s,]+/).filter(Boolean);
    return {
      id,
      title: env[`${prefix}_TITLE`]?.trim() || id,
      issuer,
      clientId: needed('CLIENT_ID'),
      clientSecret: needed('CLIENT_SECRET'),
      ...(scopes.length > 0 ? { scopes: [...new Set(['openid', ...scopes])] } : {}),
    };
  });
}
