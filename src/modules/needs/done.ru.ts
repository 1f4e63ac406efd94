/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveLines: 'Изменена потребность',
  confirmLines: 'Подтверждена потребность',
  withdrawLine: 'Отозвана строка потребности',
  copyLastYear: 'Повторена потребность прошлого года',
  saveMyAnswer: 'Дан ответ на опрос',
  saveCampaign: 'Изменён опрос предприятий',
  moveCampaign: 'Открыт или закрыт опрос предприятий',
  copyCampaign: 'Опрос повторён на следующий год',
  saveProject: 'Изменён инвестиционный проект',
  acceptVacancyLines: 'Вакансии приняты в потребность',
  startImport: 'Загружен файл потребности или вакансий',
  remapImport: 'Файл прочитан заново',
  decideSpelling: 'Решено, чьё это название',
  applyImport: 'Строки файла записаны',
  dropImport: 'Загрузка отменена',
};
