/** Words of reminders of a practice's course; a part of the room's catalogue. */
export default {
  job: 'Напоминания о практике',
  consents: 'Нет согласия законных представителей: {{group}}, {{count}}. Выходят {{from, date}}',
  consentsAct: 'Спросить представителей',
  medical: 'Нет медицинской справки на дни практики: {{group}}, {{count}}',
  medicalAct: 'Открыть доску',
  start: 'Скоро выходить, не хватает бумаг: {{group}}, {{count}}. Начало {{from, date}}',
  startAct: 'Открыть доску',
  hostStart: 'Назначьте наставника: {{group}}, {{count}}. Выходят {{from, date}}',
  hostStartAct: 'Назначить наставника',
  logGaps_one: 'В дневнике пропущен {{count}} день, с {{since, date}}',
  logGaps_few: 'В дневнике пропущено {{count}} дня, с {{since, date}}',
  logGaps_many: 'В дневнике пропущено {{count}} дней, с {{since, date}}',
  logGaps_other: 'В дневнике пропущено {{count}} дня, с {{since, date}}',
  logGapsAct: 'Записать дни',
  appraisalDue: 'Оцените практиканта: {{student}}, практика до {{to, date}}',
  appraisalDueAct: 'Оценить практиканта',
  gradeDue: 'Поставьте оценки за практику: {{group}}, {{count}}',
  gradeDueAct: 'Поставить оценки',
  letter: {
    start: {
      subject: 'Практика скоро, бумаг не хватает: {{group}}',
      body: 'Группа {{group}} выходит на практику {{from, longDate}}. Не хватает бумаг, студентов: {{count}}.\n\nЧто именно, видно на доске:\n{{address}}',
    },
    hostStart: {
      subject: 'Практиканты скоро: назначьте наставника',
      body: 'Группа {{group}} выходит к вам {{from, longDate}}. Без наставника студентов: {{count}}.\n\nНазначить наставника можно здесь:\n{{address}}',
    },
    appraisalDue: {
      subject: 'Оцените практиканта до {{to, date}}',
      body: 'Практика вашего подопечного идёт до {{to, longDate}}. Заполните аттестационный лист, это пять минут:\n{{address}}\n\nБез листа студенту не поставят оценку.',
    },
  },
};
