/** Invented texts and numbers that show every widget in every state; nothing here reaches a working screen. */
import type { MessageKey } from '../../../platform/i18n/catalogue.ts';
import type { JobProgress } from '../../jobs.ts';
import type { Page } from '../../page.ts';
import type { SessionFacts } from '../../session.tsx';
import type { BalanceRow } from '../../widgets/charts/balance-option.ts';
import type { FlowLink, FlowNode } from '../../widgets/charts/flow-layout.ts';
import type { Band } from '../../widgets/interval-band.tsx';
import type { OriginFacts } from '../../widgets/stem.tsx';
import type { Task } from '../../widgets/task-list.tsx';
import type { YearRow } from '../../widgets/year-cells.tsx';

const assignment = {
  id: 'a1',
  role: 'ministry',
  roleTitle: 'Специалист по заказу на обучение',
  organisation: { id: 'o1', name: 'Министерство образования' },
};

export const session: SessionFacts = {
  person: { id: 'p1', name: 'Демидова И. О.', initials: 'ДИ' },
  assignment,
  assignments: [
    assignment,
    {
      id: 'a2',
      role: 'board',
      roleTitle: 'Член совета',
      organisation: { id: 'o2', name: 'Совет по кадрам' },
    },
  ],
  rights: { 'order.read': 'all' },
  demo: true,
  region: { id: 'kirov', name: 'Кировская область' },
  locale: 'ru',
  tasks: 4,
};

/** A title that is no key is shown as it is. */
const named = (title: string): MessageKey => title as MessageKey;
const entry = (
  title: string,
  icon: NonNullable<Page['menu']>['icon'],
  order: number,
  more?: Partial<Page>,
): Page => ({
  path: `/gallery/${order}`,
  title: named(title),
  layout: 'desk',
  menu: {
    icon,
    order,
    ...(order === 1 && { count: 'tasks' as const }),
    ...(order > 7 && { section: 'data' as const }),
  },
  load: async () => ({ default: () => null }),
  ...more,
});

export const menuPages: Page[] = [
  entry('Мои дела', 'home', 1),
  entry('Потребность', 'list', 2),
  entry('Баланс', 'balance', 3),
  entry('Заказ на обучение', 'seat', 4, { path: '/gallery' }),
  entry('Сценарии', 'variants', 5),
  entry('Конкурс мест', 'document', 6),
  entry('Колледжи', 'people', 7),
  entry('Организации', 'building', 8),
  entry('Классификаторы', 'book', 9),
];

export const publicPages: Page[] = ['Потребность', 'Где учиться', 'Предприятиям', 'Открытые данные'].map(
  (title, i) => entry(title, 'list', i + 1, { layout: 'public', path: `/gallery/public-${i}` }),
);

export const job: JobProgress = {
  id: 'j1',
  title: 'Сценарий «Новый завод»',
  state: 'running',
  share: 0.62,
  secondsLeft: 38,
};
export const jobs: JobProgress[] = [
  job,
  { id: 'j2', title: 'Прогноз на 2027–2033 годы', state: 'waiting', share: 0 },
  { id: 'j3', title: 'Загрузка «Потребность.xlsx»', state: 'done', share: 1, link: '/gallery' },
  {
    id: 'j4',
    title: 'Заказ на 2027/28 год',
    state: 'failed',
    share: 0.4,
    message: 'Такого плана нет: не хватает 18 мест в Слободском',
  },
];

export const origin: OriginFacts = {
  nodes: [
    { count: 68, noun: 'мест', source: 'три колледжа' },
    { count: 140, noun: 'человек', source: 'строка баланса 15.01.05, 2031 год' },
    { count: 14, noun: 'заявок', source: 'опрос предприятий, весна 2026' },
    {
      count: 9,
      noun: 'предприятий',
      source: 'демо: «Литейный двор», «Северный профиль» и другие',
      to: '/gallery',
    },
  ],
  hidden: { count: 5, why: 'Это предприятия, чьи числа закрыты законом.' },
};

export interface SeatRow {
  code: string;
  name: string;
  group: string;
  groupCode: string;
  need: number | null;
  band: Band;
  gap: number;
  seats: number;
  change: number;
  zone: string;
}

const seat = (
  groupCode: string,
  group: string,
  code: string,
  name: string,
  band: Band,
  gap: number,
  seats: number,
  change: number,
): SeatRow => ({
  code,
  name,
  group,
  groupCode,
  need: band.middle,
  band,
  gap,
  seats,
  change,
  zone: seats > 100 ? 'Кировский' : 'Южный',
});

export const seats: SeatRow[] = [
  seat(
    '15.00.00',
    'Машиностроение',
    '15.01.05',
    'Сварщик',
    { low: 122, middle: 140, high: 161, plan: 121 },
    19,
    68,
    12,
  ),
  seat(
    '15.00.00',
    'Машиностроение',
    '15.01.35',
    'Мастер слесарных работ',
    { low: 80, middle: 96, high: 118, plan: 87 },
    9,
    75,
    0,
  ),
  seat(
    '15.00.00',
    'Машиностроение',
    '15.01.38',
    'Оператор-наладчик станков',
    { low: 178, middle: 210, high: 255, plan: 176 },
    34,
    125,
    25,
  ),
  seat(
    '15.00.00',
    'Машиностроение',
    '15.02.16',
    'Технология машиностроения',
    { low: 105, middle: 118, high: 140, plan: 107 },
    11,
    100,
    0,
  ),
  seat(
    '13.00.00',
    'Электроэнергетика',
    '13.01.10',
    'Электромонтёр по ремонту',
    { low: 138, middle: 155, high: 180, plan: 141 },
    14,
    125,
    25,
  ),
  seat(
    '35.00.00',
    'Сельское и лесное хозяйство',
    '35.01.27',
    'Мастер сельхозпроизводства',
    { low: 96, middle: 128, high: 165, plan: 97 },
    31,
    75,
    0,
  ),
  seat(
    '35.00.00',
    'Сельское и лесное хозяйство',
    '35.02.16',
    'Эксплуатация сельхозтехники',
    { low: 92, middle: 104, high: 130, plan: 92 },
    12,
    75,
    -25,
  ),
  seat(
    '23.00.00',
    'Транспорт',
    '23.01.17',
    'Мастер по ремонту автомобилей',
    { low: 99, middle: 121, high: 150, plan: 122 },
    0,
    125,
    0,
  ),
  seat(
    '23.00.00',
    'Транспорт',
    '23.02.07',
    'Обслуживание автотранспорта',
    { low: 75, middle: 88, high: 108, plan: 90 },
    0,
    100,
    -25,
  ),
  seat(
    '43.00.00',
    'Сервис',
    '43.01.09',
    'Повар, кондитер',
    { low: 98, middle: 112, high: 130, plan: 113 },
    0,
    125,
    -25,
  ),
];

export const tasks: Task[] = [
  {
    id: '1',
    title: 'Заполните оценочный лист: Лыскин А.',
    about: 'Практика закончилась 20 ноября. Шесть вопросов, около трёх минут.',
    due: '2026-11-23',
    act: 'Заполнить',
    to: '/gallery',
  },
  {
    id: '2',
    title: 'Назначьте наставника двум студентам',
    about: 'Выходят 7 декабря в цех № 2. Свободны Ожегов П. и Русских Т.',
    due: '2026-11-26',
    act: 'Выбрать',
    to: '/gallery',
  },
  {
    id: '3',
    title: 'Подтвердите потребность до 2031 года',
    about: 'Пять строк перенесли из прошлого года, одну нужно исправить.',
    due: '2026-11-30',
    act: 'Проверить строки',
    to: '/gallery',
  },
  { id: '4', title: 'Ответьте колледжу о местах практики', due: null, act: 'Ответить', to: '/gallery' },
];
export const today = '2026-11-23';

export const years = ['2027', '2028', '2029', '2030', '2031'];
const yearRow = (id: string, name: string, code: string, values: string[], more: string[]): YearRow => ({
  id,
  name,
  code,
  values: Object.fromEntries(years.map((year, i) => [year, values[i] ?? ''])),
  more,
});
export const yearRows: YearRow[] = [
  yearRow('1', 'Сварщик', '15.01.05', ['3', '4', '4', '3', '3'], ['на смену', '62–88']),
  yearRow(
    '2',
    'Оператор-наладчик станков',
    '15.01.38',
    ['4', '4', '5', '5', '4'],
    ['на смену, 6 новых', '75–105'],
  ),
  {
    ...yearRow('3', 'Слесарь-ремонтник', '15.01.35', ['2', '2,5', '2', '1', '1'], ['на смену', '58–74']),
    was: 8,
  },
  yearRow('4', 'Технолог', '15.02.16', ['1', '0', '1', '0', '1'], ['новые места', '70–95']),
];
export const yearProblem =
  'напишите целое число людей. Если нужен человек на половину ставки, укажите 1 и добавьте примечание.';

export const flowNodes: FlowNode[] = [
  { id: 'asked', label: 'Заявлено предприятиями', count: 8600, column: 0 },
  { id: 'places', label: 'Места в колледжах', count: 7240, column: 1 },
  { id: 'adults', label: 'Переподготовка взрослых', count: 1020, column: 1 },
  { id: 'none', label: 'Остались без ответа', count: 340, column: 1, loss: true },
  { id: 'passed', label: 'Сдали экзамен', count: 6800, column: 2 },
  { id: 'dropped', label: 'Не доучились', count: 1460, column: 2, loss: true },
  { id: 'asker', label: 'Работают у заявителя', count: 3330, column: 3 },
  { id: 'trade', label: 'Работают в области по профессии', count: 1740, column: 3 },
  { id: 'army', label: 'В армии, ждём обратно', count: 860, column: 3, loss: true },
  { id: 'left', label: 'Ушли из профессии', count: 870, column: 3, loss: true },
];
export const flowLinks: FlowLink[] = [
  { from: 'asked', to: 'places', count: 7240 },
  { from: 'asked', to: 'adults', count: 1020 },
  { from: 'asked', to: 'none', count: 340 },
  { from: 'places', to: 'passed', count: 5870 },
  { from: 'places', to: 'dropped', count: 1370 },
  { from: 'adults', to: 'passed', count: 930 },
  { from: 'adults', to: 'dropped', count: 90 },
  { from: 'passed', to: 'asker', count: 3330 },
  { from: 'passed', to: 'trade', count: 1740 },
  { from: 'passed', to: 'army', count: 860 },
  { from: 'passed', to: 'left', count: 870 },
];

export const balance: BalanceRow[] = seats.slice(0, 7).map((row) => ({
  name: row.name,
  need: { low: row.band.low, middle: row.band.middle, high: row.band.high },
  supply: row.band.plan ?? 0,
}));
export const balanceYears: BalanceRow[] = [2027, 2028, 2029, 2030, 2031].map((year, i) => ({
  name: String(year),
  need: { low: 8600 - i * 120, middle: 9100 + i * 130, high: 9700 + i * 400 },
  supply: 8100 + i * 260,
}));

export const hash = '7f3a90c4d1e85b62a7f00931cc4be2d85a617730e9bb14cf2d6a0835ffd2c91e';
