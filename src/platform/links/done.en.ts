/** What was done here, as the history says it: by the name of the use case. */
export default {
  peek: 'A one-time link was opened',
  spend: 'A one-time link was used',
};
