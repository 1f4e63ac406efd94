import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';
import { hazardRow, limits } from './rules/limits.ts';

export const settings = defineSettings({
  'practice.academicMinutes': {
    schema: z.number().int().min(30).max(60),
    initial: 45,
    source: 'AG-00: академический час 45 минут',
    trust: 'M+',
  },
  'practice.weekMinutes': {
    schema: limits,
    initial: { under16: 24 * 60, under18: 35 * 60, adult: 40 * 60 },
    source: 'AG-01: ТК РФ, ст. 91 и 92',
    trust: 'M+',
  },
  'practice.dayMinutes': {
    schema: limits,
    initial: { under16: 5 * 60, under18: 7 * 60, adult: 12 * 60 },
    source: 'AG-02: ТК РФ, ст. 94; для взрослых предел составителей',
    trust: 'M+',
  },
  'practice.dayMinutesWithStudy': {
    schema: limits,
    initial: { under16: 150, under18: 240, adult: 12 * 60 },
    source: 'AG-02: ТК РФ, ст. 94, работа вместе с учёбой в учебном году, только по трудовому договору',
    trust: 'M+',
  },
  'practice.hazards': {
    schema: z.array(hazardRow),
    initial: [
      { code: 'harmful', title: 'Вредные условия по спецоценке', under18: 'practice16' },
      { code: 'dangerous', title: 'Опасные условия по спецоценке', under18: 'forbidden' },
      { code: 'underground', title: 'Подземные работы', under18: 'forbidden' },
      { code: 'moral', title: 'Игорный, табачный, алкогольный товар', under18: 'forbidden' },
      { code: 'height', title: 'Работы на высоте', under18: 'practice16' },
      { code: 'welding', title: 'Сварка в замкнутых объёмах', under18: 'practice16' },
      { code: 'noAssessment', title: 'Место без спецоценки условий труда', under18: 'forbidden' },
      { code: 'lifting', title: 'Подъём тяжестей выше норм для подростков', under18: 'forbidden' },
    ],
    source: 'AG-03…AG-05: ТК РФ, ст. 265, и перечни работ; состав и исключение для практики сверить с актом',
    trust: 'M-',
  },
  'practice.practice16Minutes': {
    schema: z.number().int().min(30).max(480),
    initial: 240,
    source: 'AG-04: прежний перечень 163, п. 2: с 16 лет не больше 4 часов в день',
    trust: 'M+',
  },
  'practice.nightForMinors': {
    schema: z.enum(['forbidden', 'employeesForbidden']).meta({ words: 'practice:settingWord.night' }),
    initial: 'forbidden',
    source: 'AG-06: ТК РФ, ст. 268 говорит о работниках; составители распространили на практику',
    trust: 'A',
  },
  'practice.otherOrderGroups': {
    schema: z.array(z.string().regex(/^\d{2}$/)),
    initial: ['31', '32', '33', '34'],
    source: 'PP-01: медицинские и фармацевтические программы идут по своему порядку',
    trust: 'W',
  },
  'practice.farKm': {
    schema: z.number().int().min(1).max(500),
    initial: 50,
    source: 'правило составителей: дальше этого ездить каждый день трудно',
    trust: 'A',
  },
  'practice.listWorkingDays': {
    schema: z.number().int().min(0).max(60),
    initial: 10,
    source: 'форма договора, § 3.3: за сколько рабочих дней колледж шлёт списки, число задаёт договор',
    trust: 'M-',
  },
  'practice.weeklyAcademicHours': {
    schema: z.number().int().min(10).max(54),
    initial: 36,
    source: 'неделя практики, обычно 36 академических часов',
    trust: 'M+',
  },
  'practice.qualities': {
    schema: z
      .array(z.object({ code: z.string().regex(/^[a-zA-Z0-9]+$/), title: z.string().min(1).max(200) }))
      .min(1)
      .max(30),
    initial: [
      { code: 'discipline', title: 'Дисциплина: приходит вовремя, доводит дело до конца' },
      { code: 'safety', title: 'Соблюдает правила безопасности' },
      { code: 'quality', title: 'Следит за качеством своей работы' },
      { code: 'learning', title: 'Учится: спрашивает, исправляет ошибки' },
      { code: 'team', title: 'Работает вместе с другими' },
      { code: 'initiative', title: 'Проявляет инициативу' },
    ],
    source: 'резолюция 24.11.2020: профессиональные и личные качества; состав списка предложили составители',
    trust: 'A',
  },
  'practice.guardianLinkDays': {
    schema: z.number().int().min(1).max(60),
    initial: 14,
    source: 'правило составителей',
    trust: 'A',
  },
  'practice.appraisalLinkDays': {
    schema: z.number().int().min(1).max(60),
    initial: 14,
    source: 'правило составителей',
    trust: 'A',
  },
  'practice.planFiles': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P1Y',
    source: 'правило составителей: взятое из файла стоит в плане',
    trust: 'A',
  },
  'practice.courseKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P3Y',
    source: 'правило составителей: с запасом на проверку и спор об оценке; сверить с номенклатурой дел',
    trust: 'M-',
  },
  'practice.lettersKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P1Y',
    source: 'правило составителей: чтобы напоминание не ушло дважды',
    trust: 'A',
  },
  'practice.roundsKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P3Y',
    source: 'правило составителей: жеребьёвку можно проверить и потом, под псевдонимами',
    trust: 'A',
  },
  'practice.papersKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P5Y',
    source: 'правило составителей; сверить с номенклатурой дел колледжа и перечнем архивных документов',
    trust: 'M-',
  },
  'practice.traineesKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P1Y',
    source: 'правило составителей: после выпуска нужны только для незакрытой практики',
    trust: 'A',
  },
});
