/** Texts of reading, checking and writing tables. */
export default {
  'refused.tooLarge':
    'Файл слишком большой: {{size}} МБ при пределе {{limit}} МБ. Разделите его на части или оставьте только нужные листы.',
  'refused.cannotOpen':
    'Файл «{{name}}» не открывается ({{code}}). Проверьте, что он есть и доступен для чтения.',
  'refused.empty': 'Файл пуст: в нём нет ни одного байта.',
  'refused.brokenZip':
    'Файл повреждён или получен не целиком. Загрузите его ещё раз; если не поможет, откройте в Excel и сохраните заново.',
  'refused.tooManyParts':
    'Внутри файла слишком много частей (предел {{limit}}). На обычную таблицу он не похож.',
  'refused.bomb':
    'Файл отклонён: его часть «{{part}}» распаковывается в непомерный объём (от {{size}} МБ). На обычную таблицу он не похож.',
  'refused.tooManyRows':
    'В таблице больше строк, чем можно прочитать за раз: предел {{limit}}. Разделите файл на части.',
  'refused.tooManyCells':
    'В таблице больше ячеек, чем можно прочитать за раз: предел {{limit}}. Удалите лишние листы и столбцы.',
  'refused.encrypted': 'Файл закрыт паролем. Снимите пароль и загрузите снова.',
  'refused.brokenBook':
    'Таблица не читается: {{detail}}. Откройте файл в Excel или LibreOffice и сохраните как .xlsx.',
  'refused.brokenJson': 'Это не JSON или файл оборван: {{detail}}.',
  'refused.noTable': 'В файле нет таблицы: не найден ни один список записей.',
  'refused.notTable': 'Это не таблица. Подойдут файлы .xlsx, .ods, .csv, .tsv и .json.',
  'refused.oldExcel':
    'Это старый формат .xls или файл с паролем. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)» без пароля.',
  'refused.binaryExcel': 'Это двоичная книга .xlsb. Сохраните её как «Книга Excel (.xlsx)».',
  'refused.pdf': 'Это PDF. Нужна сама таблица: .xlsx, .ods или .csv.',
  'refused.html':
    'Это веб-страница или XML, а не таблица (так бывает, когда выгрузку сохранили с расширением .xls). Откройте её в Excel и сохраните как .xlsx.',
  'refused.timeout': 'Чтение остановлено: за {{seconds}} с файл не разобран. Разделите его на части.',
  'refused.memory': 'Чтение остановлено: таблице не хватило памяти. Разделите её на части.',
  'refused.tooLargeToWrite':
    'Таблица не записана: она слишком большая. Сузьте её фильтрами и выгрузите по частям.',
  'refused.noHeader': 'Не найдена строка с заголовками столбцов.',

  'repair.encoding': 'файл прочитан в кодировке {{encoding}}',
  'repair.cutOff': 'файл обрывается на полуслове: похоже, он получен не целиком, проверьте последнюю строку',
  'repair.openQuote': 'в строке {{row}} кавычка открыта и не закрыта: считаем её обычным знаком',
  'repair.spaces': 'убраны лишние пробелы',
  'repair.composed': 'буквы «й» и «ё» собраны из двух знаков в один',
  'repair.guardTaken': 'снят защитный апостроф в начале',
  'repair.lookalikes': '«{{from}}» → «{{to}}»: похожие буквы другого алфавита заменены',
  'repair.formulaAsText': '«{{value}}» похоже на формулу: сохранено как текст, не вычисляется',
  'repair.dash': 'прочерк прочитан как пустая ячейка',
  'repair.unit': 'убрана единица измерения «{{unit}}»',
  'repair.digitLetters': '«{{from}}» → «{{to}}»: буквы на месте цифр заменены',
  'repair.sum': '«{{from}}» сложено: {{to}}',
  'repair.groups': 'в «{{from}}» убраны пробелы между разрядами',
  'repair.decimalComma': 'в «{{from}}» запятая прочитана как десятичная',
  'repair.dateSerial': 'число {{from, plain}} прочитано как дата Excel: {{to, date}}',
  'repair.dateText': 'дата «{{from, plain}}» прочитана как {{to, date}}',
  'repair.twoDigitYear': 'в дате «{{from, plain}}» год из двух цифр: прочитано {{to, date}}',
  'repair.booleanWord': '«{{from}}» прочитано как да/нет',
  'repair.codePoints': 'код «{{from}}» → «{{to}}»: знаки препинания исправлены',
  'repair.codeFromDate': 'Excel превратил код в дату {{from, date}}: возвращено «{{to}}»',
  'repair.codeZeros': 'в «{{from}}» возвращены потерянные нули: «{{to}}»',
  'repair.digitsCleaned': '«{{from}}» → «{{to}}»: оставлены только цифры',
  'repair.toListed': '«{{from}}» → «{{to}}»: приведено к значению списка',
  'repair.merged': 'значение взято из объединённой ячейки',

  'error.excelError': 'в ячейке ошибка Excel {{value}}: исправьте формулу или впишите значение',
  'error.required': 'ячейка пуста, а поле обязательно',
  'error.notNumber': '«{{value}}» — не число',
  'error.dateForNumber': 'ожидается число, а в ячейке дата {{value, date}}: проверьте формат ячейки',
  'error.notWhole': '{{value}} — не целое число',
  'error.tooSmall': '{{value}} меньше допустимого ({{min}})',
  'error.tooBig': '{{value}} больше допустимого ({{max}})',
  'error.notDate': '«{{value, plain}}» — не дата. Напишите её как 01.09.2026',
  'error.noSuchDay': 'такого дня нет: «{{value}}»',
  'error.tooEarly': 'дата {{value, date}} раньше допустимой ({{min, date}})',
  'error.tooLate': 'дата {{value, date}} позже допустимой ({{max, date}})',
  'error.notBoolean': '«{{value}}» — не «да» и не «нет»',
  'error.codeShape': 'код «{{value}}» не того вида, что нужен ({{shapes}})',
  'error.digitsRounded':
    '«{{value}}»: Excel округлил длинный номер, последние цифры потеряны. Впишите его заново как текст',
  'error.notDigits': '«{{value}}»: должно быть цифр: {{lengths}}',
  'error.tooLong': 'текст длиной {{length}} знаков, предел {{limit}}',
  'error.notListed': '«{{value}}» нет в списке допустимых значений: {{listed}}',
  'error.repeated': 'повтор: то же значение уже стоит в ячейке {{address}}',
  'error.noColumn': 'нет столбца «{{title}}»',

  'mark.repaired': 'исправлено',
  'mark.error': 'ошибка',
  'check.sheetName': 'Проверка',
  'check.address': 'Ячейка',
  'check.field': 'Поле',
  'check.level': 'Что',
  'check.message': 'Пояснение',
  'check.before': 'Было',
  'check.after': 'Стало',
};
