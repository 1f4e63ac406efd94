/** Texts of the production calendar. */
export default {
  'error.notDay': '“{{date}}” is not a date. Write it as 01.09.2026.',
  'error.yearUnknown':
    'There is no production calendar for {{year, plain}}: the years {{from}}–{{to}} are known. Add the year when the decree on moved days off is out.',
  'warning.uncertain':
    'The calendar for {{years}} is not approved yet: only weekends and statutory holidays are counted, no moved days.',
  'kind.working': 'working day',
  'kind.short': 'shortened working day',
  'kind.weekend': 'weekend',
  'kind.holiday': 'public holiday',
  'kind.moved': 'moved day off',
};
