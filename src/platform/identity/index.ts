export { addAccount, type NewAccount, revokeSessions, setPassword, switchAssignment } from './accounts.ts';
export { createIdentity, type Identity, type IdentityParts } from './create-identity.ts';
export type { ProviderSettings } from './providers.ts';
export { PASSWORD } from './rules/password.ts';
export { findServiceAccount, type ServiceAccount } from './service-accounts/find-service-account.ts';
export { keyHashOf, newServiceKey } from './service-accounts/service-key.ts';
