/** What was done here, as the history says it: by the name of the use case. */
export default {
  exportMyData: 'Own data were exported',
  withdrawRecord: 'A record about oneself was withdrawn',
  sendRequest: 'A request about own data was sent',
  listRequests: 'Requests about personal data were looked at',
  answerRequest: 'A request about personal data was answered',
};
