/** What was done here, as the history says it: by the name of the use case. */
export default {
  setSetting: 'Задано значение параметра',
  decideSetting: 'Решено о новом значении параметра',
};
