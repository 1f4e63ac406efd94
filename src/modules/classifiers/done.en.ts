/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveItem: 'A code list was added to',
  endItem: 'A code was ended',
  checkList: 'A code list was checked against its act',
  applyUpload: 'A code list was loaded',
  saveEdge: 'A passage between codes was changed',
  endEdge: 'A passage between codes was ended',
};
