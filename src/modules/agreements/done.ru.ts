/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveAgreement: 'Изменено соглашение',
  proposeAgreement: 'Соглашение предложено сторонам',
  signAgreement: 'Подписано соглашение',
  endAgreement: 'Закончено соглашение',
  recallAgreement: 'Отозвано соглашение',
  noteActivity: 'Записано событие по соглашению',
  copyAgreement: 'Соглашение повторено на следующий год',
};
