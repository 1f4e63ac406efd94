/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveBody: 'Изменена карточка совета или комиссии',
  listPeople: 'Просмотрен список людей для состава',
  addMember: 'Введён участник совета или комиссии',
  endMember: 'Выведен участник совета или комиссии',
  planMeeting: 'Назначено заседание',
  saveMeeting: 'Записан ход заседания',
  moveMeeting: 'Изменено состояние заседания',
  signMinutes: 'Подписан протокол заседания',
  doneDecision: 'Исполнено решение',
};
