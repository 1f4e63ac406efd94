export default {
  error: {
    demoInProduction: 'Demo mode does not start in a production installation. Remove ROSTOK_DEMO.',
    noSecret: 'The secret that signs sessions is missing. Set ROSTOK_SECRET: at least 32 random characters.',
    noOrigin: 'The portal’s address is missing. Set ROSTOK_ORIGIN, beginning with https://.',
    role: 'ROSTOK_ROLE is all, web or worker; “{{role}}” was given.',
    demoSize: 'ROSTOK_DEMO_SIZE is small, full or stress; “{{size}}” was given.',
    realPersons:
      'This database holds records of real persons. Demo mode does not open it: set ROSTOK_DEMO=0.',
    demoDatabase: 'This database is filled with demo data. Real work needs an empty one.',
    oidcName:
      'ROSTOK_OIDC says “{{id}}”. The name of a sign-in service is made of lower-case Latin letters, digits and hyphens and is not repeated.',
    oidcMissing:
      'The sign-in service “{{id}}” is described by half: set {{name}} or take it out of ROSTOK_OIDC.',
    oidcIssuer:
      'The address of the sign-in service “{{id}}” does not fit: {{issuer}}. It has to be the issuer and begin with https://.',
    oidcHost:
      'The sign-in service “{{id}}” lives on {{host}}, which is not among the allowed hosts. Add it to ROSTOK_ALLOWED_HOSTS (a host of the inner network with “inside:” before it).',
    noAddress: 'There is no such address. The list of addresses: /api/openapi.json.',
    otherSite:
      'The request came from a page of another site and was not carried out. Open the portal and repeat it there.',
    tooLarge: 'Too much data at once: up to {{megabytes}} MB fit. Split the file into parts.',
  },
  yes: 'yes',
  no: 'no',
  region: 'Kirov region',
  ready: 'Rostok is ready: {{address}}',
  signIns: 'Sign-ins to try (everybody’s password is {{password}}):',
  stopping: 'Stopping: finishing what was begun…',
};
