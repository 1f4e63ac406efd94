/** Texts of papers. Those under `paper.` are printed on the papers themselves, which are Russian only. */
export default {
  'paper.draft': 'ПРОЕКТ',
  'paper.demo': 'Демонстрационные данные. Документ не имеет силы.',
  'paper.sheetOf': 'Лист {{page}} из {{pages}}',
  'paper.fingerprint': 'отпечаток {{hash}}',
  'paper.template': 'форма {{template}}',
  'paper.number': '№ {{number}}',
  'paper.numberLine': '____________',
  'paper.dateLine': '«____» ______________ 20___ г.',
  'paper.shortDateLine': '____.____.______',
  'paper.total': 'Итого',
  'paper.fullName': 'Фамилия, инициалы',
  'paper.signature': 'Подпись',
  'paper.day': 'Дата',
  'paper.rowNumber': '№ п/п',

  'error.noTemplate':
    'Для документа «{{paper}}» нет формы «{{regime}}», действующей на {{day, date}}. Добавьте форму или выберите другую дату.',
  'error.badData': 'Документ «{{paper}}» не составлен: не заполнены или неверны поля: {{fields}}.',
  'error.notMade':
    'Документ не составлен из-за сбоя: {{detail}}. Данные целы; повторите, а если не поможет, сообщите администратору.',
  'error.tooLong': 'Документ составляется дольше {{seconds}} с и остановлен. Разделите его на части.',
  'error.badTemplate':
    'Шаблон не читается как документ Word (.docx): {{detail}}. Сохраните его в Word как .docx и загрузите снова.',
  'error.macros': 'В шаблоне есть макросы. Сохраните его как .docx без макросов.',
  'error.unknownFields': 'В шаблоне есть поля, которых нет у документа: {{fields}}. Исправьте их названия.',
  'error.badPattern': 'Образец номера «{{pattern}}» не годится: {{why}}.',
  'pattern.unknown': 'неизвестная часть {{part}}',
  'pattern.noSequence': 'нет порядкового номера — части с «seq»',
  'pattern.missing': 'нет значения для {{part}}',
};
