export default {
  audit: {
    whole:
      'The history is whole: seals {{seals}}, entries {{entries}}, not yet sealed {{unsealed}}, personal values erased {{erased}}.',
    head: 'Head of the chain: {{head}}',
    noHead: 'No entries are sealed yet.',
    broken_one: 'The history was changed behind the program’s back: {{count}} place found.',
    broken_other: 'The history was changed behind the program’s back: {{count}} places found.',
    more: '…and {{count}} more.',
    backdated_one:
      'Note: {{count}} entry is dated more than a day before the seal that precedes it (numbers: {{ids}}). Find out where it comes from.',
    backdated_other:
      'Note: {{count}} entries are dated more than a day before the seal that precedes them (numbers: {{ids}}). Find out where they come from.',
    usage:
      'rostok audit verify [--data DIR | --url DATABASE_URL] [--head HEAD] [--json] | rostok audit show KIND:ID',
    noData:
      'There is no database of Rostok in {{dir}}. Name the data folder in --data or the database in --url.',
    notMigrated:
      'This database has no sealed history: start the program once, it will bring the database up to date.',
    badOption: 'The options are not understood: {{why}}. Like this: {{usage}}',
    nothing: 'The history says nothing of “{{subject}}”.',
    entry: 'No. {{id, plain}} · {{at, moment}} · {{act}} · {{useCase}} · role {{role}} · {{who}}',
    by: 'person {{id}}',
    bySystem: 'the program',
    before: '  before: {{values}}',
    after: '  after: {{values}}',
    erased: '  the values are erased, their hash remains',
    sealed: '  seal No. {{seal, plain}}',
    unsealed: '  not yet sealed',
  },
  act: { change: 'change', read: 'reading', export: 'export', act: 'act' },
  fault: {
    changed: 'entry No. {{entry, plain}} (seal {{seal, plain}}) was changed',
    removed: 'entry No. {{entry, plain}} (seal {{seal, plain}}) was removed',
    inserted: 'entry No. {{entry, plain}} was inserted (seal {{seal, plain}} does not know it)',
    valuesChanged: 'the values of entry No. {{entry, plain}} were replaced: they do not fit its hash',
    valuesLost: 'the values of entry No. {{entry, plain}} are gone, and no erasure is on record',
    valuesStray: 'values were put beside entry No. {{entry, plain}}, which had none',
    sealBroken: 'seal No. {{seal, plain}} does not fit itself or the seal before it',
    sealMissing: 'seal No. {{seal, plain}} is missing',
    headUnknown: 'the given head is not in this chain: the chain was replaced or cut short',
  },
  job: { seal: 'Sealing the history' },
};
