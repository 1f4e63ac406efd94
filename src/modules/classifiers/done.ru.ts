/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveItem: 'Пополнен перечень',
  endItem: 'Закончено действие кода',
  checkList: 'Перечень сверен с актом',
  applyUpload: 'Загружен перечень',
  saveEdge: 'Изменён переход между кодами',
  endEdge: 'Закончен переход между кодами',
};
