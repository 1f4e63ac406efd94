/** What was done here, as the history says it: by the name of the use case. */
export default {
  revokeMySession: 'One of the own devices was signed out',
  signPersonOut: 'A person was signed out everywhere',
  createServiceAccount: 'A key was given to another system',
  revokeServiceAccount: 'The key of another system was revoked',
};
