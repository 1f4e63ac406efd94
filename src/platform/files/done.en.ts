/** What was done here, as the history says it: by the name of the use case. */
export default {
  attachFile: 'A file was attached',
  removeFile: 'A file was removed',
};
