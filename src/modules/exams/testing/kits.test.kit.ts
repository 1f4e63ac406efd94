import type { KitBody } from '../kits/schemas.ts';

/** A small kit for tests: 50 points, one measurement of 30, one in steps of 10, one judgement of 10. */
export function smallKit(code = 'КОД 15.01.05-1-2027', more: Partial<KitBody> = {}): KitBody {
  return {
    code,
    regime: 'ORDER_800',
    programmeCode: '15.01.05',
    programmeName: 'Сварщик (демо)',
    skill: null,
    level: 'BU',
    year: 2027,
    title: 'Сварка узла (демо)',
    minutes: 240,
    max: 5000,
    workplaces: 5,
    experts: [
      { upTo: 5, experts: 3 },
      { upTo: 10, experts: 4 },
    ],
    judges: 3,
    spread: 1,
    source: 'тест',
    modules: [{ code: '1', title: 'Сварка', max: 5000 }],
    criteria: [
      {
        module: '1',
        code: 'А',
        title: 'Сборка',
        max: 3000,
        subcriteria: [
          {
            code: 'А1',
            title: 'Размеры',
            aspects: [
              {
                code: 'А1.1',
                title: 'Катет 5 ± 1 мм',
                kind: 'measurement',
                how: 'whole',
                max: 3000,
                note: null,
                scale: null,
              },
            ],
          },
        ],
      },
      {
        module: '1',
        code: 'Б',
        title: 'Вид шва',
        max: 2000,
        subcriteria: [
          {
            code: 'Б1',
            title: 'Шов',
            aspects: [
              {
                code: 'Б1.1',
                title: 'Глубина подреза',
                kind: 'measurement',
                how: 'steps',
                max: 1000,
                note: null,
                scale: null,
              },
              {
                code: 'Б1.2',
                title: 'Равномерность чешуек',
                kind: 'judgement',
                how: 'scale',
                max: 1000,
                note: null,
                scale: ['нет', 'видно', 'ровно', 'отлично'],
              },
            ],
          },
        ],
      },
    ],
    items: [
      { title: 'Сварочный пост', unit: 'шт.', quantity: 1, per: 'workplace', kind: 'equipment', note: null },
      { title: 'Шаблон сварщика', unit: 'шт.', quantity: 1, per: 'expert', kind: 'tool', note: null },
      { title: 'Аптечка', unit: 'шт.', quantity: 2, per: 'site', kind: 'safety', note: null },
    ],
    ...more,
  };
}
