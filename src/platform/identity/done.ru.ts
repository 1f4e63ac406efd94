/** What was done here, as the history says it: by the name of the use case. */
export default {
  revokeMySession: 'Завершён вход на своём устройстве',
  signPersonOut: 'Завершены входы человека',
  createServiceAccount: 'Выдан ключ другой системе',
  revokeServiceAccount: 'Отозван ключ другой системы',
};
