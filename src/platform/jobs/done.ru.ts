/** What was done here, as the history says it: by the name of the use case. */
export default {
  cancelJob: 'Остановлена работа',
};
