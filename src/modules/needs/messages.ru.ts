/** Texts of needs: imports, campaigns, need lines, projects, evidence, the public check of a file. */
export default {
  'outcomes.refused.noForm':
    'Это не форма мониторинга: не найдена строка с номерами граф 01, 02, 03… Загрузите форму целиком, с её шапкой.',
  'outcomes.refused.otherForm':
    'Граф в форме {{columns}}, а эта загрузка знает форму из 50 граф (восемь строк на специальность). Форму другого года пришлите администратору.',
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
    '«{{from}}» и «{{into}}» отличаются пробелами и знаками (строк: {{rows}}). Считать одним колледжем?',
  'outcomes.merge.legalForm':
    '«{{from}}» и «{{into}}» отличаются только формой учреждения (строк: {{rows}}). Считать одним колледжем?',
  'outcomes.merge.branch':
    '«{{from}}» — филиал «{{into}}» (строк: {{rows}}). Присоединить к нему или вести отдельно, в своём муниципалитете?',
  'outcomes.merge.initials':
    '«{{from}}» похоже на сокращение «{{into}}» (строк: {{rows}}). Считать одним колледжем?',
  'outcomes.merge.slip':
    '«{{from}}» и «{{into}}» различаются опиской (строк: {{rows}}). Считать одним колледжем?',
  'outcomes.note.employed':
    'Форма не делит занятых на работающих по специальности и прочих: графа 08 прочитана как «трудоустроены», доля по специальности неизвестна.',
  'outcomes.note.texts':
    'Тексты граф 25, 45 и 46 говорят об отдельных людях: они остались в файле, в данные не перенесены.',

  'import.proposal.unknownProgramme':
    'Кода {{code}} нет в списке специальностей (строк: {{rows}}). Строки приняты, код показан как неизвестный.',
  'cli.usage':
    'import KIND FILE --out DIR [--as-of ДАТА] [--horizon 2027-2033]   приём файла: отчёт по строкам и сами строки (KIND: {{kinds}} или auto)',
  'cli.need': 'Укажите вид файла, сам файл и папку: rostok import auto файл.xlsx --out папка',
  'cli.badOption': 'Не понимаю параметр: {{why}}',
  'cli.badHorizon': 'Горизонт пишется годами через дефис: 2027-2033.',
  'cli.badDay': 'Дата пишется как 2026-11-23.',
  'cli.foreign': 'В папке «{{dir}}» лежит чужой файл «{{file}}». Укажите новую папку или уберите его.',
  'cli.cannotWrite': 'Не получилось записать в «{{dir}}»: {{why}}. То, что было в папке раньше, на месте.',
  'cli.done':
    '{{kind}}: строк {{rows}}, принято {{imported}}, исправлено и принято {{repaired}}, отклонено {{refused}}.',
  'cli.proposals_one': '{{count}} предложение ждёт решения человека.',
  'cli.proposals_few': '{{count}} предложения ждут решения человека.',
  'cli.proposals_many': '{{count}} предложений ждут решения человека.',
  'cli.proposals_other': '{{count}} предложения ждёт решения человека.',
  'cli.refusedRow': '  строка {{row, plain}}{{cell, plain}}: {{why}}',
  'cli.more': '  и ещё {{count}} — в report.json',
  'cli.written': 'Записано: {{dir}}/report.json и rows.json',
  'import.refused.noColumns':
    'В таблице нет столбцов «{{columns, plain}}». Назовите столбцы так или укажите их вручную.',
  'import.refused.noVacancyColumns': 'В таблице нет столбца с названием вакансии.',
  'import.refused.unknownKind': 'Не получилось понять, что это за файл. Укажите вид: {{kinds}}.',
  'import.refused.noSuchKind': 'Вида «{{kind}}» нет. Есть: {{kinds}}, auto.',
  'import.refused.headcount':
    'Напишите целое число людей. Если нужен человек на половину ставки, укажите 1 и добавьте примечание. Сейчас: «{{value, plain}}».',
  'import.refused.zero': 'Стоит 0: значит, людей не нужно. Удалите строку или впишите число.',
  'import.refused.noCount': 'Не указано, сколько нужно людей. Впишите целое число.',
  'import.refused.noPeople': 'Ни в одном году нет числа людей.',
  'import.refused.noYear': 'Не указан год. Впишите год, к которому нужны люди.',
  'import.refused.year':
    'Год {{year, plain}} вне срока прогноза: принимаем с {{from, plain}} по {{to, plain}}.',
  'import.refused.noKind': 'Не указано, новое это место или замена. Впишите «новое» или «замена».',
  'import.refused.kind': '«{{value}}»: нужно «новое», «замена» или «проект».',
  'import.refused.inn': 'В ИНН {{value, plain}} ошибка: не сходится контрольная цифра.',
  'import.refused.noEnterprise': 'Не указано предприятие. Впишите ИНН.',
  'import.refused.enterprise':
    'Предприятия «{{name}}» нет в реестре{{like, plain}}. Проверьте ИНН или добавьте предприятие.',
  'import.refused.enterpriseLike': 'Предприятия «{{name}}» нет в реестре. Похожи: {{like}}. Впишите ИНН.',
  'import.refused.foreign': 'Это строка другого предприятия, «{{name}}». Загрузить можно только свои.',
  'import.refused.noPlace': 'Не указан район или город, где будет работать человек.',
  'import.refused.place': 'Муниципалитета «{{name}}» нет в списке области{{like, plain}}.',
  'import.refused.placeLike': 'Муниципалитета «{{name}}» нет в списке области. Похожи: {{like}}.',
  'import.refused.noOccupation': 'Не указано, кто нужен. Впишите код или название профессии.',
  'import.refused.occupationName': 'Профессии «{{name}}» нет в списке{{like, plain}}. Впишите её код.',
  'import.refused.occupationLike':
    'Профессии «{{name}}» нет в списке. Похожи: {{like}}. Впишите код одной из них.',
  'import.refused.repeat':
    'Повтор: такая же потребность (человек: {{count}}) уже стоит в строке {{row, plain}}.',
  'import.refused.secondAnswer':
    'Второй ответ об одном и том же: в строке {{row, plain}} стоит {{count}}, здесь {{second}}. Оставьте одну строку.',
  'import.refused.total': 'Это строка итога: её считаем сами.',
  'import.refused.notRecord': 'Это не запись вакансии.',
  'import.refused.dumpCells':
    'Полей в строке {{cells}} вместо {{columns}}, и по содержанию не понять, где лишние или пропавшие. Скорее всего, строка оборвана.',
  'import.refused.noTitle': 'У вакансии нет названия.',
  'import.refused.places': 'Число мест «{{value, plain}}»: нужно целое число от 1.',
  'import.refused.future': 'Вакансия открыта {{day, date}}, позже даты сведений {{asOf, date}}.',
  'import.refused.repeatedCard':
    'Повтор карточки {{id, plain}}: взята строка {{row, plain}}, она изменена позже или стоит раньше.',
  'import.repair.okpdtr': 'код ОКПДТР {{from, plain}} → занятие {{to, plain}} «{{name}}»',
  'import.repair.occupationByName': 'код найден по названию «{{name}}»: {{code, plain}}',
  'import.repair.placeOfEnterprise': 'место работы не указано: взят муниципалитет предприятия',
  'import.repair.confidence': '«{{value}}» — неизвестная уверенность: принята средняя',
  'import.repair.fieldDropped': 'поле «{{field}}» не читается («{{value, plain}}») и оставлено пустым',
  'import.repair.html': 'убрана разметка веб-страницы',
  'import.repair.phone': 'убран номер телефона: контакты людей не переносим',
  'import.repair.placesCapped':
    'мест в одной карточке {{stated}}: в доказательство идёт не больше {{counted}}, остальное подтверждает предприятие',
  'import.repair.checkDigit':
    'номер {{value, plain}} не проходит проверку контрольной цифры и оставлен пустым',
  'import.repair.currency': 'зарплата не в рублях ({{value}}): не перенесена',
  'import.repair.brokenJson': 'в столбце {{column}} повреждён JSON: его поля оставлены пустыми',
  'import.repair.strayBar': 'лишние «|» внутри текста возвращены в столбец {{column}}',
  'import.repair.duplicate': 'похожа на карточку {{id, plain}} того же работодателя: места не складываются',
  'import.proposal.unknownOccupation':
    'Кода занятия {{code, plain}} нет в списке (человек: {{people}}). Строки приняты, код показан как неизвестный.',
  'import.proposal.line':
    '«{{employer}}»: {{occupation}}, мест {{places}} (карточек {{cards}}). Спросить предприятие и принять как потребность?',
  'import.proposal.vacancy':
    'Вакансия «{{title}}» {{code, plain}}: занятие не найдено (карточек {{cards}}).{{like, plain}}',
  'import.proposal.vacancyLike':
    'Вакансия «{{title}}» {{code, plain}}: занятие не найдено (карточек {{cards}}). Похожи: {{like}}.',
  'import.note.unmapped':
    'Не сопоставлено с занятиями карточек: {{count}} из {{all}}. Они показаны отдельно и в расчёт не входят.',
  'import.note.noEmployer':
    'Без работодателя с ИНН карточек: {{count}} из {{all}}. Это свидетельство спроса, но не потребность предприятия.',
  'import.note.noDate':
    'Без даты карточек: {{count}} из {{all}}. Сколько они открыты, неизвестно, поэтому потребностью они не становятся.',
  'import.note.young':
    'Открыты не дольше {{days}} дней: {{count}} из {{all}}. Их закроет рынок, потребностью они пока не становятся.',
  'import.note.duplicates': 'Повторяют другие карточки: {{count}} из {{all}}. Места у них не складываются.',
  'import.note.closed': 'Уже закрыты: {{count}} из {{all}}.',
  'import.note.ready':
    'Открыты дольше {{days}} дней и по правилу могут стать потребностью: {{count}} из {{all}}.',
};
