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
