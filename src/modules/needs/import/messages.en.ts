/** Texts of files on their way in: readers, reports, uploads, the public check. */
export default {
  'outcomes.refused.noForm':
    'This is not the monitoring form: no row with the column numbers 01, 02, 03… was found. Upload the whole form with its head.',
  'outcomes.refused.otherForm':
    'The form has {{columns}} columns; this import knows the form of 50 columns (eight lines per programme). Send a form of another year to the administrator.',
  'outcomes.refused.blank': 'The row is blank: it holds nothing but its own number.',
  'outcomes.refused.footnote': 'This is a footnote or a signature under the table, not a line of the form.',
  'outcomes.refused.emptyForm': 'An empty form: no college, no code, no numbers.',
  'outcomes.refused.noCollege': 'The college is missing. Write it in column 01.',
  'outcomes.refused.noCode': 'The programme code is missing. Write it in column 04, for example 15.02.16.',
  'outcomes.refused.noLine': 'The line number (01 to 08) is missing and the label does not tell it.',
  'outcomes.refused.label':
    'The line number is {{line}}, the label belongs to line {{label}}: mend column 05 or column 06.',
  'outcomes.refused.balance':
    '{{graduates}} graduates, but columns 08, 10, 12, 14, 16, 18, 20, 23 and 26 give {{parts}}. Each graduate is counted once: mend the numbers.',
  'outcomes.refused.part':
    'Column {{column}}: line {{line}} has {{part}}, while line {{whole}}, which it is a part of, has {{all}}.',
  'outcomes.refused.codeOfBlock':
    'The line “Всего” has the code {{code}}, the other lines of the block {{others}}. Give one code.',
  'outcomes.refused.repeat':
    'A second answer: “{{college}}” has already answered for {{code}} in row {{row, plain}} with other numbers. Keep one, or add them up if they are different forms of training.',
  'outcomes.refused.stray':
    'A stray line “Всего” inside another block: “{{college}}” has already answered for {{code}} in row {{row, plain}}.',
  'outcomes.repair.line': 'the line number was restored from the label: {{line}}',
  'outcomes.repair.label':
    'the label belongs to line {{label}}, by order this is line {{line}}: the number was taken',
  'outcomes.repair.share': 'the share “{{value}}” cannot be read: shares are computed from the counts',
  'outcomes.repair.control': 'the control cell is broken ({{value}}): the check was made anew',
  'outcomes.repair.codeOfBlock': 'the code {{from}} was replaced by the code of the block {{to}}',
  'outcomes.repair.codeDragged':
    'the code {{from}} grew by dragging a cell: the code of the block {{to}} was restored',
  'outcomes.repair.empty':
    'empty columns ({{columns, plain}}) were read as zeros: the filled ones give all {{graduates}} graduates',
  'outcomes.repair.emptyExpected':
    'empty columns of the forecast ({{columns, plain}}) were read as zeros: the filled ones give all {{graduates}} graduates',
  'outcomes.repair.noExpected': 'the forecast is not filled in: only the facts were taken',
  'outcomes.repair.expectedDropped':
    'the forecast was left out: its columns give {{parts}}, the graduates are {{graduates}}; the facts were taken',
  'outcomes.repair.inner':
    'column {{inner}} ({{within}}) is larger than column {{outer}} ({{whole}}), which it is a part of: column {{inner}} was left out',
  'outcomes.code':
    'Row {{row, plain}}: code {{from}} or {{to}}? The line “Всего” has one, the other lines of the block the other.',
  'outcomes.repeat':
    'Two answers of “{{college}}” for {{code}}: rows {{row, plain}} and {{second, plain}}. Keep one or add them up?',
  'outcomes.merge.spaces':
    '“{{from}}” and “{{into}}” differ by spaces and signs ({{rows}} rows). Take them for one college?',
  'outcomes.merge.legalForm':
    '“{{from}}” and “{{into}}” differ by the legal form only ({{rows}} rows). Take them for one college?',
  'outcomes.merge.branch':
    '“{{from}}” is a branch of “{{into}}” ({{rows}} rows). Join it, or keep it apart in its own municipality?',
  'outcomes.merge.initials':
    '“{{from}}” looks like the initials of “{{into}}” ({{rows}} rows). Take them for one college?',
  'outcomes.merge.slip':
    '“{{from}}” and “{{into}}” differ by a slip of the keyboard ({{rows}} rows). Take them for one college?',
  'outcomes.note.employed':
    'The form does not tell work in the trade from other work: column 08 is read as “employed”, the share in the trade is unknown.',
  'outcomes.note.texts':
    'Texts of columns 25, 45 and 46 speak of single persons: they stay in the file and are not taken into the data.',
  'import.proposal.unknownProgramme':
    'The code {{code}} is not in the list of programmes ({{rows}} rows). The rows were taken, the code is shown as unknown.',
  'cli.usage':
    'import KIND FILE --out DIR [--as-of DAY] [--horizon 2027-2033]   take a file in: a report by rows and the rows (KIND: {{kinds}} or auto)',
  'cli.need': 'Give the kind, the file and the folder: rostok import auto file.xlsx --out folder',
  'cli.badOption': 'Unknown option: {{why}}',
  'cli.badHorizon': 'Write the horizon as years with a hyphen: 2027-2033.',
  'cli.badDay': 'Write the day as 2026-11-23.',
  'cli.foreign': 'The folder “{{dir}}” holds a foreign file “{{file}}”. Name a new folder or take it away.',
  'cli.cannotWrite': 'Could not write to “{{dir}}”: {{why}}. What the folder held before is still there.',
  'cli.done':
    '{{kind}}: {{rows}} rows, {{imported}} imported, {{repaired}} repaired and imported, {{refused}} refused.',
  'cli.proposals_one': '{{count}} proposal waits for a person.',
  'cli.proposals_other': '{{count}} proposals wait for a person.',
  'cli.refusedRow': '  row {{row, plain}}{{cell, plain}}: {{why}}',
  'cli.more': '  and {{count}} more in report.json',
  'cli.written': 'Written: {{dir}}/report.json and rows.json',
  'import.refused.noColumns':
    'The table has no columns “{{columns, plain}}”. Name them so or choose them by hand.',
  'import.refused.noVacancyColumns': 'The table has no column with the title of the vacancy.',
  'import.refused.unknownKind': 'Could not tell what this file is. Give its kind: {{kinds}}.',
  'import.refused.noSuchKind': 'There is no kind “{{kind}}”. There are: {{kinds}}, auto.',
  'import.refused.headcount':
    'Write a whole number of people. If you need somebody half-time, write 1 and add a remark. Now: “{{value, plain}}”.',
  'import.refused.zero': 'The number is 0: nobody is needed. Delete the row or write a number.',
  'import.refused.noCount': 'It is not said how many people are needed. Write a whole number.',
  'import.refused.noPeople': 'No year has a number of people.',
  'import.refused.noYear': 'The year is missing. Write the year by which the people are needed.',
  'import.refused.year':
    'The year {{year, plain}} is outside the forecast: {{from, plain}} to {{to, plain}} are taken.',
  'import.refused.noKind':
    'It is not said whether this is a new place or a replacement. Write “new” or “replacement”.',
  'import.refused.kind': '“{{value}}”: write “new”, “replacement” or “project”.',
  'import.refused.inn': 'The ИНН {{value, plain}} is wrong: its check digit does not match.',
  'import.refused.noEnterprise': 'The enterprise is missing. Write its ИНН.',
  'import.refused.enterprise':
    'The enterprise “{{name}}” is not in the register{{like, plain}}. Check the ИНН or add the enterprise.',
  'import.refused.enterpriseLike':
    'The enterprise “{{name}}” is not in the register. Similar: {{like}}. Write the ИНН.',
  'import.refused.foreign':
    'This row belongs to another enterprise, “{{name}}”. Only your own can be uploaded.',
  'import.refused.noPlace': 'The district or town of work is missing.',
  'import.refused.place': 'The municipality “{{name}}” is not in the list of the region{{like, plain}}.',
  'import.refused.placeLike':
    'The municipality “{{name}}” is not in the list of the region. Similar: {{like}}.',
  'import.refused.noOccupation':
    'It is not said who is needed. Write the code or the name of the occupation.',
  'import.refused.occupationName':
    'The occupation “{{name}}” is not in the list{{like, plain}}. Write its code.',
  'import.refused.occupationLike':
    'The occupation “{{name}}” is not in the list. Similar: {{like}}. Write the code of one of them.',
  'import.refused.repeat': 'Repeated: the same need of {{count}} people stands in row {{row, plain}}.',
  'import.refused.secondAnswer':
    'A second answer to the same question: row {{row, plain}} says {{count}}, this one {{second}}. Keep one row.',
  'import.refused.total': 'This is a row of totals: we count them ourselves.',
  'import.refused.notRecord': 'This is no record of a vacancy.',
  'import.refused.dumpCells':
    'The line has {{cells}} fields instead of {{columns}}, and the content does not tell which are too many or lost. The line is probably cut off.',
  'import.refused.noTitle': 'The vacancy has no title.',
  'import.refused.places': 'Work places “{{value, plain}}”: a whole number from 1 is needed.',
  'import.refused.future':
    'The vacancy was opened on {{day, date}}, later than the day of the data {{asOf, date}}.',
  'import.refused.repeatedContent': 'A repeat: the same stands in row {{row, plain}} already.',
  'import.refused.repeatedCard':
    'The card {{id, plain}} is repeated: row {{row, plain}} was taken, it was changed later or stands earlier.',
  'import.repair.okpdtr': 'ОКПДТР code {{from, plain}} → occupation {{to, plain}} “{{name}}”',
  'import.repair.occupationByName': 'the code was found by the name “{{name}}”: {{code, plain}}',
  'import.repair.placeOfEnterprise':
    'the place of work is missing: the municipality of the enterprise was taken',
  'import.repair.confidence': '“{{value}}” is an unknown confidence: middle was taken',
  'import.repair.fieldDropped':
    'the field “{{field}}” cannot be read (“{{value, plain}}”) and was left empty',
  'import.repair.html': 'web page markup was taken out',
  'import.repair.phone': 'a telephone number was taken out: contacts of people are not carried over',
  'import.repair.placesCapped':
    '{{stated}} places in one card: no more than {{counted}} count as evidence, the enterprise confirms the rest',
  'import.repair.checkDigit': 'the number {{value, plain}} fails its check digit and was left empty',
  'import.repair.currency': 'the salary is not in roubles ({{value}}): it was not carried over',
  'import.repair.brokenJson': 'the JSON of column {{column}} is broken: its fields were left empty',
  'import.repair.strayBar': 'stray “|” inside a text were put back into column {{column}}',
  'import.repair.duplicate':
    'looks like the card {{id, plain}} of the same employer: their places are not added up',
  'import.proposal.unknownOccupation':
    'The occupation code {{code, plain}} is not in the list ({{people}} people). The rows were taken, the code is shown as unknown.',
  'import.proposal.line':
    '“{{employer}}”: {{occupation}}, {{places}} places ({{cards}} cards). Ask the enterprise and take it as a need?',
  'import.proposal.vacancy':
    'Vacancy “{{title}}” {{code, plain}}: no occupation was found ({{cards}} cards).{{like, plain}}',
  'import.proposal.vacancyLike':
    'Vacancy “{{title}}” {{code, plain}}: no occupation was found ({{cards}} cards). Similar: {{like}}.',
  'import.note.unmapped':
    '{{count}} of {{all}} cards are not mapped to occupations: they are shown apart and do not enter the forecast.',
  'import.note.noEmployer':
    '{{count}} of {{all}} cards have no employer with an ИНН: they are evidence of demand, not a need of an enterprise.',
  'import.note.noDate':
    '{{count}} of {{all}} cards have no date: how long they are open is unknown, so they do not become needs.',
  'import.note.young':
    '{{count}} of {{all}} cards are open for {{days}} days or less: the market will close them, they are no needs yet.',
  'import.note.duplicates': '{{count}} of {{all}} cards repeat others: their places are not added up.',
  'import.note.closed': '{{count}} of {{all}} cards are closed already.',
  'import.note.ready':
    '{{count}} of {{all}} cards are open for more than {{days}} days and may become needs by the rule.',
  'upload.skip': 'leave out',
  'upload.remarks': 'What was noticed',
  'upload.wholeRow': 'the whole row',
  'upload.cell': 'Cell',
  'upload.row': 'Row',
  'upload.what': 'What',
  'upload.all': 'Take all rows',
  'upload.good': 'Take the right rows only',
  'upload.none': 'Nothing to remark.',
  'field.id': 'number',
  'field.enterprise': 'enterprise',
  'field.inn': 'ИНН',
  'field.municipality': 'place of work',
  'field.occupation': 'occupation code',
  'field.occupationName': 'occupation',
  'field.year': 'year',
  'field.kind': 'reason',
  'field.count': 'people',
  'field.confidence': 'confidence',
  'field.reason': 'remark',
  'field.project': 'project',
  'field.spoCode': 'programme code',
  'check.title': 'Check my Excel',
  'check.about':
    'Drop a group list, needs, vacancies or a monitoring form here. We show errors by cell and give a repaired file back. The file is not stored anywhere.',
  'check.drop': 'A file to check',
  'check.hint': '.xlsx, .ods, .csv or .json up to 50 MB. No sign-in is needed.',
  'check.busy': 'Checking the file…',
  'check.kind': 'Looks like: {{kind}}',
  'check.download': 'Download the repaired file',
  'check.again': 'Check another file',
  'check.rows': 'Rows',
  'check.clean': 'Nothing to remark',
  'check.repaired': 'Repaired',
  'check.refused': 'Refused',
  'check.errors': 'What to mend',
  'check.repairs': 'What was mended',
  'check.proposals': 'What you decide',
  'check.totals': 'Totals',
  'check.column': 'Column',
  'check.before': 'In the file',
  'check.after': 'After',
  'check.text': 'Proposal',
  'check.noErrors': 'No errors: the file can be handed in.',
  'check.noRepairs': 'Nothing had to be mended.',
  'check.failed': 'The check failed: no connection to the server. The file is still with you, try again.',
  'check.badFile': 'Send the file itself.',
  'check.privacy':
    'The check runs in the memory of the server and is forgotten at once: neither the file nor its rows are written down.',
  'check.fileName': '{{name}} — checked',
  'check.tooBusy': 'Many files are being checked now. Try again in a minute.',
  'kindName.needs': 'needs of an enterprise',
  'kindName.vacancies': 'vacancies',
  'kindName.outcomes': 'monitoring form of graduates',
  'kindName.contingent': 'list of students',
  'kindName.curriculum': 'curriculum',
  'imports.title': 'Uploads',
  'imports.about':
    'Files that data are taken from. First we show what is in them, then everything is stored at once.',
  'imports.kind': 'What is in the file',
  'imports.year': 'Year of graduation',
  'kindName.auto': 'tell by the columns',
  'imports.drop': 'File with data',
  'imports.yearHint': 'for the monitoring form',
  'imports.complete': 'The file holds all open cards of its source',
  'imports.completeHint':
    'Cards of this source that are not in the file are closed by the day of the list. A newer list opens them again.',
  'imports.asOf': 'Day of the list',
  'imports.hint': '.xlsx, .ods, .csv or .json up to 50 MB',
  'imports.file': 'File',
  'imports.state': 'State',
  'imports.made': 'Uploaded',
  'imports.by': 'By',
  'imports.rows': 'Rows',
  'imports.refused': 'Refused',
  'imports.effect': 'What changed',
  'imports.empty': 'Uploaded files will stand here. Drop the first one above.',
  'imports.of': '{{kind}}, {{year, plain}}',
  'importState.reading': 'being read',
  'importState.read': 'waits for your decision',
  'importState.refused': 'cannot be read',
  'importState.applying': 'being stored',
  'importState.applied': 'stored',
  'importState.cancelled': 'stopped',
  'import.columns': 'How the columns were understood',
  'import.reread': 'Read again',
  'import.spellings': 'Names of colleges',
  'import.spellingsNote':
    'Equal names were recognised. Similar ones are not merged: say which college it is. The decision is remembered.',
  'import.spelling': 'In the file',
  'import.meaning': 'Which college',
  'import.notOurs': 'not of our region',
  'import.choose': 'Decide',
  'import.like': 'like: {{names}}',
  'import.decided.equal': 'equal',
  'import.decided.person': 'decided by you',
  'import.decided.none': 'not ours',
  'import.decided.waiting': 'waits for a decision',
  'import.proposals': 'For you to decide',
  'import.more': 'And {{count}} more, all in the report.',
  'import.totals': 'Totals by column',
  'import.refusedSum': 'Refused',
  'import.repairedSum': 'Repairs',
  'import.report': 'Download the report',
  'import.drop': 'Remove the file',
  'import.dropped': 'The file was removed.',
  'import.cancel': 'Stop',
  'import.effectNote': 'If taken: {{added}} new, {{changed}} changed, {{same}} unchanged.',
  'import.waitingNote': 'Rows waiting for a decision about a college’s name: {{waiting}}.',
  'import.appliedNote': 'Taken: {{added}} new, {{changed}} changed, {{same}} unchanged.',
  'import.closedNote': 'Cards closed because the whole list does not hold them: {{closed}}.',
  'import.stopped': 'The upload was stopped, nothing was stored.',
  'import.again': 'Read again',
  'import.counts.rows': 'Rows in the file',
  'import.counts.imported': 'Without remarks',
  'import.counts.repaired': 'Repaired',
  'import.counts.refused': 'Refused',
  'field.title': 'title of the vacancy',
  'field.profession': 'OKPDTR code',
  'field.employer': 'employer',
  'field.created': 'date of publication',
  'field.places': 'places',
  'field.salaryMin': 'pay from',
  'field.salaryMax': 'pay up to',
  'field.currency': 'currency',
  'field.location': 'address',
  'field.place': 'municipality',
  'field.lat': 'latitude',
  'field.lon': 'longitude',
};
