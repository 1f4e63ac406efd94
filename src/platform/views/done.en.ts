/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveView: 'A view of a table was saved',
  dropView: 'A view of a table was removed',
};
