/** What was done here, as the history says it: by the name of the use case. */
export default {
  setSetting: 'The value of a setting was set',
  decideSetting: 'A new value of a setting was decided on',
};
