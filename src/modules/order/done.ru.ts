/** What was done here, as the history says it: by the name of the use case. */
export default {
  answerProposal: 'Колледж ответил на проект заказа',
  replyObjection: 'Дан ответ на возражение колледжа',
  startVariant: 'Запущен расчёт варианта заказа',
  askWhatIf: 'Задан вопрос «а если?»',
  propose: 'Заказ направлен на согласование',
  approve: 'Утверждён заказ',
  giveBack: 'Заказ возвращён на доработку',
};
