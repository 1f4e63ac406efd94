/** Texts of needs: imports, campaigns, need lines, projects, evidence, the public check of a file. */
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
};
