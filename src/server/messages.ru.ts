export default {
  error: {
    demoInProduction: 'Демонстрационный режим не запускается в рабочей установке. Уберите ROSTOK_DEMO.',
    noSecret: 'Не задан секрет подписи сессий. Задайте ROSTOK_SECRET: не меньше 32 случайных знаков.',
    noOrigin: 'Не задан адрес портала. Задайте ROSTOK_ORIGIN, он начинается с https://.',
    role: 'ROSTOK_ROLE бывает all, web или worker, а задано «{{role}}».',
    demoSize: 'ROSTOK_DEMO_SIZE бывает small, full или stress, а задано «{{size}}».',
    realPersons:
      'В этой базе есть записи настоящих людей. Демонстрационный режим её не открывает: задайте ROSTOK_DEMO=0.',
    demoDatabase: 'Эта база заполнена демонстрационными данными. Для настоящей работы нужна пустая база.',
  },
  yes: 'да',
  no: 'нет',
  region: 'Кировская область',
  ready: 'Росток готов: {{address}}',
  signIns: 'Вход для пробы (пароль у всех {{password}}):',
  stopping: 'Останавливаемся: завершаем начатое…',
};
