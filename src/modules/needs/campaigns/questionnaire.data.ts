import type { z } from 'zod';
import type { question } from '../contract.ts';

type Question = z.input<typeof question>;

const q = (
  block: string,
  id: string,
  kind: Question['kind'],
  label: string,
  choices?: string[],
): Question => ({
  id,
  block,
  kind,
  label,
  required: false,
  ...(choices ? { choices } : {}),
});

const HEADS = 'Работники';
const MOVES = 'Движение за год';
const SOURCES = 'Откуда берёте людей, человек за год';
const TRAINING = 'Обучение';
const CONFIDENCE = 'Уверенность';

/** The usual questionnaire, by the fields of the survey forms: a campaign may change it. */
export const usualQuestionnaire: Question[] = [
  q(HEADS, 'headcount', 'integer', 'Сколько человек работает сейчас'),
  q(HEADS, 'pensionAge', 'integer', 'Из них достигли пенсионного возраста'),
  q(HEADS, 'prePension', 'integer', 'Из них достигнут его за пять лет'),
  q(HEADS, 'under35', 'integer', 'Из них моложе 35 лет'),
  q(MOVES, 'hired', 'integer', 'Принято за прошлый год'),
  q(MOVES, 'left', 'integer', 'Уволилось за прошлый год'),
  q(MOVES, 'leftRetired', 'integer', 'Из них на пенсию'),
  q(MOVES, 'leftOwnWish', 'integer', 'Из них по собственному желанию'),
  q(MOVES, 'openVacancies', 'integer', 'Сколько вакансий открыто сейчас'),
  q(MOVES, 'openOver90', 'integer', 'Из них дольше 90 дней'),
  q(SOURCES, 'fromInside', 'integer', 'Переводы внутри предприятия'),
  q(SOURCES, 'fromUnemployed', 'integer', 'Зарегистрированные безработные'),
  q(SOURCES, 'fromIdle', 'integer', 'Незанятое население'),
  q(SOURCES, 'fromColleges', 'integer', 'Выпускники колледжей'),
  q(SOURCES, 'fromUniversities', 'integer', 'Выпускники вузов'),
  q(SOURCES, 'fromRegions', 'integer', 'Приезжие из других регионов'),
  q(SOURCES, 'fromAbroad', 'integer', 'Иностранные работники'),
  q(TRAINING, 'targetContracts', 'integer', 'Сколько целевых договоров готовы заключить'),
  q(TRAINING, 'practicePlaces', 'integer', 'Сколько мест практики готовы дать'),
  q(TRAINING, 'retraining', 'integer', 'Скольких своих работников нужно переучить'),
  q(TRAINING, 'mentors', 'integer', 'Сколько работников могут учить, наставлять или принимать экзамен'),
  q(TRAINING, 'newSkills', 'text', 'Каких новых умений не хватает'),
  q(CONFIDENCE, 'ordersUntil', 'day', 'До какого дня есть заказы'),
  q(CONFIDENCE, 'certainty', 'choice', 'Насколько вы уверены в этих числах', [
    'низкая',
    'средняя',
    'высокая',
  ]),
];
