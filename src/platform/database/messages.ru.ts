export default {
  error: {
    folderTaken:
      'Папку данных {{dir}} уже держит другой процесс (номер {{pid}}, работает с {{since}}). Остановите его или укажите другую папку в ROSTOK_DATA.',
  },
};
