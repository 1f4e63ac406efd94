/** What was done here, as the history says it: by the name of the use case. */
export default {
  exportMyData: 'Выгружены свои данные',
  withdrawRecord: 'Отозвана запись о себе',
  sendRequest: 'Подано обращение о своих данных',
  listRequests: 'Просмотрены обращения о личных данных',
  answerRequest: 'Дан ответ на обращение о личных данных',
};
