import type { GenericOAuthConfig } from 'better-auth/plugins';

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
  allowedHosts: readonly string[];
  demo: boolean;
  log(level: 'warn', message: string): void;
}

export function discoverProviders(_parts: Parts): () => Promise<GenericOAuthConfig[]> {
  return async () => [];
}
