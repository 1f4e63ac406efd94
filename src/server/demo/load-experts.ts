import { makeExperts } from '../../../region/kirov/demo/experts.ts';
import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';

const QUESTIONS = [
  [
    'Кто ставит оценки на демонстрационном экзамене?',
    ['эксперты группы', 'главный эксперт', 'технический эксперт'],
    0,
  ],
  [
    'Чьих студентов эксперт оценивать не может?',
    ['своего колледжа', 'соседнего колледжа', 'другого района'],
    0,
  ],
  ['На сколько могут разойтись оценки судейского аспекта?', ['на 1', 'на 2', 'на сколько угодно'], 0],
  [
    'Когда распределяют рабочие места?',
    ['накануне, жребием', 'в день экзамена по списку', 'за месяц приказом'],
    0,
  ],
  [
    'Что делать с оценкой после подписи протокола?',
    ['её больше не меняют', 'можно исправить', 'можно удалить'],
    0,
  ],
] as const;

/** The base of experts with their rights, days out and a test; the ties to employers stand already. */
export async function loadExperts(tx: Tx, region: DemoRegion, newId: () => string): Promise<void> {
  const list = makeExperts(region).map((one) => ({ ...one, id: newId() }));
  await bulkInsert(
    tx,
    'specialists.expert',
    list.map((e) => ({
      id: e.id,
      person_id: e.personId,
      organisation_id: e.organisationId,
      post: e.post,
      of_employers: e.ofEmployers,
      weekdays: e.weekdays,
      month_limit: e.monthLimit,
      source: 'демо',
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'specialists.expert_right',
    list.flatMap((e) =>
      e.rights.map((r) => ({
        id: newId(),
        expert_id: e.id,
        regime: r.regime,
        level: r.level,
        code: r.code,
        valid: days(r.from, r.to),
        document_number: r.number,
        document_on: r.from,
        source: 'демо',
      })),
    ),
  );
  await bulkInsert(
    tx,
    'specialists.expert_absence',
    list.flatMap((e) =>
      e.away.map((a) => ({
        id: newId(),
        expert_id: e.id,
        kind: 'busy',
        period: days(a.from, a.to),
        noted_on: region.asOf,
      })),
    ),
  );
  await bulkInsert(
    tx,
    'registry.assignment',
    list.map((e) => ({
      id: newId(),
      person_id: e.personId,
      role: 'expert',
      valid: days('2025-09-01'),
      ground: 'демо',
    })),
  );
  const questions = QUESTIONS.map(([text, options, right], i) => ({
    id: `q${i + 1}`,
    text,
    options: options.map((option, j) => ({ id: `o${j + 1}`, text: option, right: j === right })),
  }));
  await bulkInsert(tx, 'specialists.expert_test', [
    {
      id: newId(),
      title: 'Право оценки демонстрационного экзамена (демо)',
      regime: 'ORDER_800',
      level: 'expert',
      questions,
      asked: 4,
      pass_percent: 75,
      most_attempts: 3,
      minutes: 20,
      valid: days('2026-01-01'),
      is_demo: true,
      rev: 1,
    },
  ]);
}
