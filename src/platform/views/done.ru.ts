/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveView: 'Сохранён вид таблицы',
  dropView: 'Удалён вид таблицы',
};
