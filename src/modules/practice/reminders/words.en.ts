/** Words of reminders of a practice's course; a part of the room's catalogue. */
export default {
  job: 'Reminders of practice',
  consents: 'Consents of legal representatives are missing: {{group}}, {{count}}. They go on {{from, date}}',
  consentsAct: 'Ask the representatives',
  medical: 'No medical certificate for the days of practice: {{group}}, {{count}}',
  medicalAct: 'Open the board',
  start: 'The start is near and papers are missing: {{group}}, {{count}}. Begins {{from, date}}',
  startAct: 'Open the board',
  hostStart: 'Name a mentor: {{group}}, {{count}}. They come on {{from, date}}',
  hostStartAct: 'Name a mentor',
  logGaps_one: '{{count}} day is missing in the log, since {{since, date}}',
  logGaps_other: '{{count}} days are missing in the log, since {{since, date}}',
  logGapsAct: 'Write the days',
  appraisalDue: 'Appraise the trainee: {{student}}, practice until {{to, date}}',
  appraisalDueAct: 'Appraise the trainee',
  gradeDue: 'Give marks for practice: {{group}}, {{count}}',
  gradeDueAct: 'Give marks',
  letter: {
    start: {
      subject: 'Practice is near, papers are missing: {{group}}',
      body: 'Group {{group}} goes to practice on {{from, longDate}}. Papers are missing, students: {{count}}.\n\nThe board shows which:\n{{address}}',
    },
    hostStart: {
      subject: 'Trainees come soon: name a mentor',
      body: 'Group {{group}} comes to you on {{from, longDate}}. Students without a mentor: {{count}}.\n\nName a mentor here:\n{{address}}',
    },
    appraisalDue: {
      subject: 'Appraise the trainee by {{to, date}}',
      body: 'Your trainee’s practice goes until {{to, longDate}}. Fill the appraisal sheet, it takes five minutes:\n{{address}}\n\nWithout it the student gets no mark.',
    },
  },
};
