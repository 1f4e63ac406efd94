export default {
  job: { cleanUp: 'Removing what has had its time' },
  backup: {
    usage: 'backup FILE [--data DIR | --url DATABASE_URL] [--files DIR]',
    restoreUsage: 'restore FILE [--data DIR | --url DATABASE_URL] [--files DIR] [--check]',
    badOption: 'An option is not understood: {{why}}. It should be: rostok {{usage}}',
    noData: 'There are no data of a region in {{dir}}. Name the folder in --data or the database in --url.',
    made: 'The backup is in {{file}}: {{tables}} tables, {{rows}} rows, {{files}} files.',
    whole:
      'The backup {{file}} is whole: {{tables}} tables, {{rows}} rows, {{files}} files; made {{madeAt, moment}}.',
    restored:
      'The region is restored from {{file}}: {{tables}} tables, {{rows}} rows, {{files}} files; each table was compared with the backup.',
    running: 'A copy is being made already. Wait for it and repeat.',
    noDoor:
      'The data folder {{dir}} is held by process no. {{pid, plain}}, which takes no requests for a copy: it is starting, stopping or works without a network. Wait and repeat; if that does not help, stop it and make the copy without it.',
    serverRefused: 'The running server did not make the copy: {{why}}',
    missing_one: 'Mind: {{count}} listed file is not in the store. Bring it back from an earlier copy.',
    missing_other: 'Mind: {{count}} listed files are not in the store. Bring them back from an earlier copy.',
    fileExists: 'The file {{file}} exists already and was not touched. Give another name.',
    noFile: 'There is no file {{file}}. Check the name and the folder.',
    diskFull:
      'The disk has no room for the backup {{file}}. The unfinished file is removed, the data of the region are safe.',
    damaged:
      'The file {{file}} is cut off, damaged or no backup of a region. The database was not touched. Take another backup.',
    damagedPart:
      'The part “{{part}}” of the file {{file}} is damaged. The database was not touched. Take another backup.',
    notOurs: 'The file {{file}} is no backup of a region. The database was not touched.',
    otherVersion:
      'The backup {{file}} has format version {{version}}, unknown to this program. Update the program.',
    newerProduct:
      'The backup {{file}} was made by a newer program ({{product}}): the change {{migration}} is missing here. Update the program and try again.',
    notEmpty:
      'This database already holds data, which were not touched. Restore into an empty database or a new folder only.',
    otherShape:
      'The table “{{part}}” of the backup {{file}} is made differently from this program’s. The database stayed empty. Restore with the version that made the backup.',
    notTheSame:
      'After loading, the table “{{part}}” was not the same as in the backup {{file}}. The load was undone, the database stayed empty. Tell the developers.',
  },
};
