export default {
  error: {
    folderTaken:
      'Папку данных {{dir}} уже держит другой процесс (номер {{pid, plain}}, работает с {{since, moment}}). Остановите его или укажите другую папку в ROSTOK_DATA.',
  },
};
