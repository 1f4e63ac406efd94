/** Texts of papers. Those under `paper.` are translations for help pages: the papers themselves are Russian only. */
export default {
  'paper.draft': 'DRAFT',
  'paper.demo': 'Demonstration data. This document has no force.',
  'paper.sheetOf': 'Sheet {{page}} of {{pages}}',
  'paper.fingerprint': 'fingerprint {{hash}}',
  'paper.template': 'form {{template}}',
  'paper.number': 'No. {{number}}',
  'paper.numberLine': '____________',
  'paper.dateLine': '“____” ______________ 20___',
  'paper.shortDateLine': '____.____.______',
  'paper.total': 'Total',
  'paper.fullName': 'Surname, initials',
  'paper.signature': 'Signature',
  'paper.day': 'Date',
  'paper.rowNumber': 'No.',

  'error.noTemplate':
    'There is no form “{{regime}}” of the paper “{{paper}}” in force on {{day, date}}. Add a form or choose another date.',
  'error.badData': 'The paper “{{paper}}” was not made: these fields are missing or wrong: {{fields}}.',
  'error.notMade':
    'The paper was not made because of a failure: {{detail}}. The data are intact; try again, and if that does not help, tell the administrator.',
  'error.tooLong': 'The paper took longer than {{seconds}} s and was stopped. Split it.',
  'error.badTemplate':
    'The template cannot be read as a Word document (.docx): {{detail}}. Save it in Word as .docx and upload it again.',
  'error.macros': 'The template has macros. Save it as .docx without macros.',
  'error.unknownFields':
    'The template has fields that the paper does not know: {{fields}}. Correct their names.',
  'error.badPattern': 'The number pattern “{{pattern}}” does not do: {{why}}.',
  'pattern.unknown': 'unknown part {{part}}',
  'pattern.noSequence': 'there is no sequence number, a part with “seq”',
  'pattern.missing': 'there is no value for {{part}}',
};
