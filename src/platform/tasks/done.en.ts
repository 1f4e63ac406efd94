/** What was done here, as the history says it: by the name of the use case. */
export default {
  startVisit: 'A visit was started',
  dismissTask: 'A task was put away',
};
