/** Texts of needs: imports, campaigns, need lines, projects, evidence, the public check of a file. */
export default {
  'outcomes.refused.noForm':
    'Это не форма мониторинга: не найдена строка с номерами граф 01, 02, 03… Загрузите форму целиком, с её шапкой.',
  'outcomes.refused.otherForm':
    'В форме {{columns}} граф, а эта загрузка знает форму из 50 граф (восемь строк на специальность). Форму другого года пришлите администратору.',
  'outcomes.refused.blank': 'Строка пуста: кроме порядкового номера, в ней ничего нет.',
  'outcomes.refused.footnote': 'Это сноска или подпись под таблицей, а не строка формы.',
  'outcomes.refused.emptyForm': 'Пустой бланк: ни колледжа, ни кода, ни чисел.',
  'outcomes.refused.noCollege': 'Не указан колледж. Впишите его в графу 01.',
  'outcomes.refused.noCode': 'Не указан код специальности. Впишите его в графу 04, например 15.02.16.',
  'outcomes.refused.noLine': 'Нет номера строки формы (от 01 до 08), и по подписи его не узнать.',
  'outcomes.refused.label':
    'Номер строки {{line}}, а подпись от строки {{label}}: поправьте номер в графе 05 или подпись в графе 06.',
  'outcomes.refused.balance':
    'Выпуск {{graduates}}, а сумма граф 08, 10, 12, 14, 16, 18, 20, 23 и 26 — {{parts}}. Каждый выпускник считается один раз: поправьте числа.',
  'outcomes.refused.part':
    'Графа {{column}}: в строке {{line}} стоит {{part}}, а в строке {{whole}}, частью которой она является, {{all}}.',
  'outcomes.refused.codeOfBlock':
    'В строке «Всего» код {{code}}, а в остальных строках блока {{others}}. Укажите один код.',
  'outcomes.refused.repeat':
    'Второй ответ: «{{college}}» уже сдал код {{code}} в строке {{row, plain}} с другими числами. Оставьте один ответ или сложите их, если это разные формы обучения.',
  'outcomes.refused.stray':
    'Лишняя строка «Всего» внутри чужого блока: «{{college}}» уже сдал код {{code}} в строке {{row, plain}}.',
  'outcomes.repair.line': 'номер строки формы восстановлен по подписи: {{line}}',
  'outcomes.repair.label': 'подпись от строки {{label}}, по порядку это строка {{line}}: взят номер',
  'outcomes.repair.share': 'доля «{{value}}» не читается: доли считаем сами по числам',
  'outcomes.repair.control': 'контрольная ячейка повреждена ({{value}}): проверка проведена заново',
  'outcomes.repair.codeOfBlock': 'код {{from}} заменён кодом блока {{to}}',
  'outcomes.repair.codeDragged': 'код {{from}} вырос при протягивании ячейки: возвращён код блока {{to}}',
  'outcomes.repair.empty':
    'пустые графы ({{columns, plain}}) прочитаны как нули: заполненные дают весь выпуск, {{graduates}}',
  'outcomes.repair.emptyExpected':
    'пустые графы прогноза ({{columns, plain}}) прочитаны как нули: заполненные дают весь выпуск, {{graduates}}',
  'outcomes.repair.noExpected': 'прогноз не заполнен: принят только факт',
  'outcomes.repair.expectedDropped':
    'прогноз не принят: его графы дают {{parts}}, а выпуск {{graduates}}; факт принят',
  'outcomes.repair.inner':
    'графа {{inner}} ({{within}}) больше графы {{outer}} ({{whole}}), частью которой она является: графа {{inner}} не принята',
  'outcomes.code':
    'Строка {{row, plain}}: код {{from}} или {{to}}? В строке «Всего» один, в остальных строках блока другой.',
  'outcomes.repeat':
    'Два ответа «{{college}}» по коду {{code}}: строки {{row, plain}} и {{second, plain}}. Оставить один или сложить?',
  'outcomes.merge.spaces':
    '«{{from}}» и «{{into}}» отличаются пробелами и знаками ({{rows}} строк). Считать одним колледжем?',
  'outcomes.merge.legalForm':
    '«{{from}}» и «{{into}}» отличаются только формой учреждения ({{rows}} строк). Считать одним колледжем?',
  'outcomes.merge.branch':
    '«{{from}}» — филиал «{{into}}» ({{rows}} строк). Присоединить к нему или вести отдельно, в своём муниципалитете?',
  'outcomes.merge.initials':
    '«{{from}}» похоже на сокращение «{{into}}» ({{rows}} строк). Считать одним колледжем?',
  'outcomes.merge.slip':
    '«{{from}}» и «{{into}}» различаются опиской ({{rows}} строк). Считать одним колледжем?',
  'outcomes.note.employed':
    'Форма не делит занятых на работающих по специальности и прочих: графа 08 прочитана как «трудоустроены», доля по специальности неизвестна.',
  'outcomes.note.texts':
    'Тексты граф 25, 45 и 46 говорят об отдельных людях: они остались в файле, в данные не перенесены.',

  'import.proposal.unknownProgramme':
    'Кода {{code}} нет в списке специальностей ({{rows}} строк). Строки приняты, код показан как неизвестный.',
};
