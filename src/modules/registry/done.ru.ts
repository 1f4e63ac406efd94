/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveOrganisation: 'Изменена карточка организации',
  registerEnterprise: 'Зарегистрировалось предприятие',
  verifyOrganisation: 'Проверена организация',
  succeedOrganisation: 'Организация закрыта, назван преемник',
  mergeOrganisations: 'Объединены карточки организации',
  undoMerge: 'Отменено объединение карточек',
  importRoadTable: 'Загружена таблица дорог',
  listPersons: 'Просмотрен список людей',
  appoint: 'Новое назначение',
  endAssignment: 'Закончилась роль',
  invite: 'Отправлено приглашение',
  acceptInvitation: 'Принято приглашение',
  listPersonDuplicates: 'Просмотрены похожие люди',
  mergePersons: 'Объединены карточки человека',
  giveConsent: 'Дано согласие',
  withdrawConsent: 'Отозвано согласие',
};
