export default {
  title: 'My tasks',
  group: { overdue: 'Overdue', soon: 'Due soon', later: 'The rest' },
  shared: 'Anyone in this role may do it',
  fresh: 'New',
  dismiss: 'Got it, put away',
  due: 'by {{due, day}}',
  count_one: '{{count}} task',
  count_other: '{{count}} tasks',
  empty: 'Nobody is waiting for anything from you. A task will appear here with its date and link.',
  changes: {
    title: 'What has changed since your last visit',
    none: 'Nothing has changed since your last visit.',
    any_one: '{{count}} change',
    any_other: '{{count}} changes',
  },
  error: {
    mustBeDone:
      'This task cannot be just put away: it closes by itself when it is done. Open it by its link.',
  },
};
