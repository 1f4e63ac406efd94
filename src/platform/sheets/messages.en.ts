/** Texts of reading, checking and writing tables. */
export default {
  'refused.tooLarge':
    'The file is too large: {{size}} MB, the limit is {{limit}} MB. Split it or keep only the sheets you need.',
  'refused.cannotOpen':
    'The file “{{name}}” cannot be opened ({{code}}). Check that it exists and may be read.',
  'refused.empty': 'The file is empty: not a single byte.',
  'refused.brokenZip':
    'The file is damaged or was not received in full. Upload it again; if that does not help, open it in Excel and save it anew.',
  'refused.tooManyParts':
    'The file has too many parts inside (limit {{limit}}). It does not look like an ordinary table.',
  'refused.bomb':
    'The file is refused: its part “{{part}}” unpacks to an excessive size (from {{size}} MB). It does not look like an ordinary table.',
  'refused.tooManyRows': 'The table has more rows than can be read at once: limit {{limit}}. Split the file.',
  'refused.tooManyCells':
    'The table has more cells than can be read at once: limit {{limit}}. Remove sheets and columns you do not need.',
  'refused.encrypted': 'The file is protected by a password. Remove the password and upload it again.',
  'refused.brokenBook':
    'The table cannot be read: {{detail}}. Open the file in Excel or LibreOffice and save it as .xlsx.',
  'refused.brokenJson': 'This is not JSON, or the file is cut off: {{detail}}.',
  'refused.noTable': 'There is no table in the file: no list of records was found.',
  'refused.notTable': 'This is not a table. Use .xlsx, .ods, .csv, .tsv or .json.',
  'refused.oldExcel':
    'This is the old .xls format or a file with a password. Open it in Excel and save it as an Excel workbook (.xlsx) without a password.',
  'refused.binaryExcel': 'This is a binary workbook .xlsb. Save it as an Excel workbook (.xlsx).',
  'refused.pdf': 'This is a PDF. The table itself is needed: .xlsx, .ods or .csv.',
  'refused.html':
    'This is a web page or XML, not a table (it happens when an export was saved with the extension .xls). Open it in Excel and save it as .xlsx.',
  'refused.timeout': 'Reading was stopped: the file was not parsed in {{seconds}} s. Split it.',
  'refused.memory': 'Reading was stopped: the table ran out of memory. Split it.',
  'refused.tooLargeToWrite':
    'The table was not written: it is too large. Narrow it by filters and export it in parts.',
  'refused.noHeader': 'No row with column titles was found.',

  'repair.encoding': 'the file was read in the encoding {{encoding}}',
  'repair.cutOff': 'the file ends within a letter: it seems to have arrived incomplete, check the last row',
  'repair.openQuote': 'row {{row}} opens a quote and never closes it: taken as a plain character',
  'repair.spaces': 'stray spaces removed',
  'repair.composed': 'letters made of two characters joined into one',
  'repair.guardTaken': 'the protective apostrophe at the start removed',
  'repair.lookalikes': '“{{from}}” → “{{to}}”: look-alike letters of another alphabet replaced',
  'repair.formulaAsText': '“{{value}}” looks like a formula: kept as text, never computed',
  'repair.dash': 'a dash read as an empty cell',
  'repair.unit': 'the unit “{{unit}}” removed',
  'repair.digitLetters': '“{{from}}” → “{{to}}”: letters in place of digits replaced',
  'repair.sum': '“{{from}}” added up: {{to}}',
  'repair.groups': 'spaces between groups of digits removed in “{{from}}”',
  'repair.decimalComma': 'the comma in “{{from}}” read as decimal',
  'repair.dateSerial': 'the number {{from, plain}} read as an Excel date: {{to, date}}',
  'repair.dateText': 'the date “{{from, plain}}” read as {{to, date}}',
  'repair.twoDigitYear': 'the date “{{from, plain}}” has a year of two digits: read as {{to, date}}',
  'repair.booleanWord': '“{{from}}” read as yes/no',
  'repair.codePoints': 'code “{{from}}” → “{{to}}”: punctuation corrected',
  'repair.codeFromDate': 'Excel turned the code into the date {{from, date}}: “{{to}}” restored',
  'repair.codeZeros': 'lost zeros restored in “{{from}}”: “{{to}}”',
  'repair.digitsCleaned': '“{{from}}” → “{{to}}”: only digits kept',
  'repair.toListed': '“{{from}}” → “{{to}}”: brought to a value of the list',
  'repair.merged': 'the value was taken from a merged cell',

  'error.excelError': 'the cell holds the Excel error {{value}}: correct the formula or type the value',
  'error.required': 'the cell is empty, and the field is required',
  'error.notNumber': '“{{value}}” is not a number',
  'error.dateForNumber':
    'a number is expected, the cell holds the date {{value, date}}: check the format of the cell',
  'error.notWhole': '{{value}} is not a whole number',
  'error.tooSmall': '{{value}} is below the least allowed ({{min}})',
  'error.tooBig': '{{value}} is above the most allowed ({{max}})',
  'error.notDate': '“{{value, plain}}” is not a date. Write it as 01.09.2026',
  'error.noSuchDay': 'there is no such day: “{{value}}”',
  'error.tooEarly': 'the date {{value, date}} is before the earliest allowed ({{min, date}})',
  'error.tooLate': 'the date {{value, date}} is after the latest allowed ({{max, date}})',
  'error.notBoolean': '“{{value}}” is neither yes nor no',
  'error.codeShape': 'the code “{{value}}” is not of the wanted shape ({{shapes}})',
  'error.digitsRounded':
    '“{{value}}”: Excel rounded a long number, its last digits are lost. Type it again as text',
  'error.notDigits': '“{{value}}”: the number of digits must be {{lengths}}',
  'error.tooLong': 'the text has {{length}} characters, the limit is {{limit}}',
  'error.notListed': '“{{value}}” is not in the list of allowed values: {{listed}}',
  'error.repeated': 'repeated: the same value already stands in cell {{address}}',
  'error.noColumn': 'there is no column “{{title}}”',

  'mark.repaired': 'repaired',
  'mark.error': 'error',
  'check.sheetName': 'Check',
  'check.address': 'Cell',
  'check.field': 'Field',
  'check.level': 'What',
  'check.message': 'Explanation',
  'check.before': 'Before',
  'check.after': 'After',
};
