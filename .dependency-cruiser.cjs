// Borders between rooms. The floors stand in one place: scripts/floors.mjs.
const { readFileSync } = require('node:fs');
const floors = [
  ...readFileSync(`${__dirname}/scripts/floors.mjs`, 'utf8')
    .split('FLOORS = [')[1]
    .split(']')[0]
    .matchAll(/'([a-z]+)'/g),
].map(([, name]) => name);
const test = '(\\.test\\.tsx?$|/testing/|^src/testing)';

const upward = floors.slice(0, -1).map((name, i) => ({
  name: `floors-${name}`,
  comment: `${name} asks only the floors below it`,
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: test },
  to: { path: `^src/modules/(${floors.slice(i + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'engines-are-pure',
      comment: 'engines import nothing of the house',
      severity: 'error',
      from: { path: '^src/engines/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/engines/$1/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: `${test}|/screens/` },
      to: { path: '^src/(modules|server|cli|web|engines)/' },
    },
    {
      name: 'one-door',
      comment: 'code of another module is reached through its index.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: `${test}|/screens/` },
      to: { path: '^src/modules/([^/]+)/', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' },
    },
    ...upward,
    {
      name: 'screens-see-no-server',
      comment: 'screens import contracts, pure rules, messages, web widgets and pure platform pieces',
      severity: 'error',
      from: { path: '/screens/' },
      to: {
        path: '^src/',
        pathNot:
          '(/screens/|/contract\\.ts$|/rules/|/pure\\.ts$|/messages\\.|^src/web/|^src/platform/(i18n|use-case/contract|use-case/field-faults)|/(roles|states)\\.ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-sees-no-server',
      severity: 'error',
      from: { path: '^src/web/' },
      to: {
        path: '^src/(server|cli|testing|platform/(database|jobs|history|outbox|identity|sheets|papers|files))/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-database-handle-in-modules',
      comment: 'modules get their tx from the use case',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: test },
      to: { path: '^src/platform/database/(open-database|pglite|migrate)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: 'tree\\.gen\\.ts$' },
      to: { circular: true, viaOnly: { pathNot: 'gen\\.ts$', dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.gen\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
