// cyrillic: words of the invented kits
import { sql } from 'kysely';
import { type DemoKit, GRADUATION_YEAR, makeExamSetup } from '../../../region/kirov/demo/exams.ts';
import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { loadKit } from '../../modules/exams/kits/load-kit.ts';
import { kitHash } from '../../modules/exams/kits/put-kit.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';
import type { PlaceIds } from './load-territory.ts';

const PARTS = [
  ['А', 'Подготовка', 'Рабочее место и безопасность', 'Инструмент и документация'],
  ['Б', 'Выполнение', 'Точность работы', 'Порядок операций'],
  ['В', 'Качество', 'Соответствие заданию', 'Вид готовой работы'],
] as const;

/** Three criteria of 15, 20 and 15 points; the last aspect of each is judged by three experts. */
function kitRows(kit: DemoKit, kitId: string, newId: () => string) {
  const moduleId = newId();
  const rows = {
    modules: [{ id: moduleId, kit_id: kitId, code: '1', title: kit.name, max: 5000, position: 0 }],
    criteria: [] as object[],
    subs: [] as object[],
    aspects: [] as object[],
  };
  PARTS.forEach(([code, title, measured, judged], i) => {
    const max = i === 1 ? 2000 : 1500;
    const [criterionId, subId] = [newId(), newId()];
    rows.criteria.push({
      id: criterionId,
      kit_id: kitId,
      module_id: moduleId,
      code,
      title,
      max,
      position: i,
    });
    rows.subs.push({
      id: subId,
      kit_id: kitId,
      criterion_id: criterionId,
      code: `${code}1`,
      title,
      position: i,
    });
    const aspect = (n: number, words: string, points: number, how: 'whole' | 'steps' | 'scale') => ({
      id: newId(),
      kit_id: kitId,
      subcriterion_id: subId,
      code: `${code}1.${n}`,
      title: words,
      max: points,
      how,
      kind: how === 'scale' ? 'judgement' : 'measurement',
      note: null,
      position: i * 3 + n,
      scale: how === 'scale' ? ['не выполнено', 'ниже требований', 'по требованиям', 'отлично'] : null,
    });
    rows.aspects.push(
      aspect(1, measured, max - 800, 'whole'),
      aspect(2, `${measured}: отклонения`, 500, 'steps'),
      aspect(3, judged, 300, 'scale'),
    );
  });
  return rows;
}

/** What an approval would have left: the hash of the content as it is read back. */
async function hashKits(tx: Tx, ids: readonly string[]): Promise<void> {
  const hashes: { id: string; hash: string }[] = [];
  for (const id of ids) {
    const kit = await loadKit(tx, id);
    if (kit) hashes.push({ id, hash: kitHash(kit.body) });
  }
  await sql`update exams.kit k set hash = h.hash
    from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) h (id uuid, hash text) where k.id = h.id`.execute(
    tx,
  );
}

/** Kits in force, centres with their checks, boards and programmes of attestation: what exams of the year stand on. */
export async function loadExams(
  tx: Tx,
  region: DemoRegion,
  places: PlaceIds,
  newId: () => string,
): Promise<void> {
  const setup = makeExamSetup(region);
  const ids = new Map(setup.kits.map(({ code }) => [code, newId()]));
  await bulkInsert(
    tx,
    'exams.kit',
    setup.kits.map((kit) => ({
      id: ids.get(kit.code),
      code: kit.code,
      edition: 1,
      regime: 'ORDER_800',
      programme_code: kit.spoCode,
      programme_name: kit.name,
      level: 'BU',
      year: GRADUATION_YEAR,
      title: `${kit.name} (демо)`,
      minutes: 240,
      max: 5000,
      workplaces: kit.workplaces,
      experts: kit.experts,
      judges: 3,
      spread: 1,
      state: 'approved',
      source: 'демо',
      hash: null,
      approved_on: '2026-10-01',
      is_demo: true,
      rev: 1,
    })),
  );
  const rows = setup.kits.map((kit) => kitRows(kit, ids.get(kit.code) ?? '', newId));
  await bulkInsert(
    tx,
    'exams.kit_module',
    rows.flatMap(({ modules }) => modules),
  );
  await bulkInsert(
    tx,
    'exams.kit_criterion',
    rows.flatMap(({ criteria }) => criteria),
  );
  await bulkInsert(
    tx,
    'exams.kit_subcriterion',
    rows.flatMap(({ subs }) => subs),
  );
  await bulkInsert(
    tx,
    'exams.kit_aspect',
    rows.flatMap(({ aspects }) => aspects),
  );
  await bulkInsert(
    tx,
    'exams.kit_item',
    setup.kits.map((kit) => ({
      id: newId(),
      kit_id: ids.get(kit.code),
      title: 'Рабочее место по заданию',
      unit: 'шт.',
      quantity: 1,
      per: 'workplace',
      kind: 'equipment',
      position: 0,
    })),
  );
  await hashKits(tx, [...ids.values()]);
  const centres = setup.centres.map((one) => ({ ...one, id: newId() }));
  await bulkInsert(
    tx,
    'exams.centre',
    centres.map((c) => ({
      id: c.id,
      organisation_id: c.organisationId,
      name: c.name,
      address: c.address,
      workplaces: c.workplaces,
      municipality_id: c.municipality ? (places.get(c.municipality) ?? null) : null,
      video: true,
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'exams.centre_check',
    centres.flatMap((c) =>
      c.kitCodes.map((code, i) => ({
        id: newId(),
        centre_id: c.id,
        kit_code: code,
        kind: 'equipment',
        number: `ПО-${i + 1}`,
        workplaces: c.workplaces,
        valid: days('2026-11-01', '2027-12-31'),
        short: [],
        checked_on: '2026-11-01',
      })),
    ),
  );
  const boards = setup.boards.map((one) => ({ ...one, id: newId() }));
  await bulkInsert(
    tx,
    'exams.board',
    boards.map((b) => ({
      id: b.id,
      organisation_id: b.organisationId,
      kind: 'board',
      year: GRADUATION_YEAR,
      number: '1-ГИА',
      approved_on: '2026-11-16',
      is_demo: true,
      rev: 1,
    })),
  );
  await bulkInsert(
    tx,
    'exams.board_member',
    boards.flatMap((b) => [
      ...(b.chairId ? [{ board_id: b.id, person_id: b.chairId, post: 'chair' }] : []),
      ...b.memberIds
        .filter((id) => id !== b.chairId)
        .map((id) => ({ board_id: b.id, person_id: id, post: 'member' })),
    ]),
  );
  await bulkInsert(
    tx,
    'exams.attestation',
    setup.attestations.map((a) => ({
      id: newId(),
      organisation_id: a.organisationId,
      programme_code: a.spoCode,
      graduation_year: GRADUATION_YEAR,
      kit_codes: [a.kitCode],
      bounds: [2000, 4000, 7000],
      scheme: 'R42',
      with_project: /\.02\./.test(a.spoCode),
      council_on: '2026-10-05',
      approved_on: '2026-10-12',
      shown_on: '2026-10-20',
      is_demo: true,
      rev: 1,
    })),
  );
}
