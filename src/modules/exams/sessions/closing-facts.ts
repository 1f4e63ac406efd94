import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { missingSignatures } from '../../../platform/signing/index.ts';
import { type Session, seatsOf } from './load-session.ts';

const calendar = productionCalendar({ unknownYear: 'statutory' });

interface Row {
  protocolHash: string | null;
  version: number;
  protocolOn: string | null;
  open: number;
  withoutPassport: number;
  openIncidents: number;
}

/** What the end of an exam asks about: signatures, the day grades are told, appeals, incidents, passports. */
export async function closingFacts(tx: Tx, s: Session, today: string) {
  const { rows } =
    await sql<Row>`select p.hash as "protocolHash", coalesce(p.version, 0) as version, p.made_at::date as "protocolOn",
      (select count(*)::int from exams.appeal a where a.session_id = ${s.id} and a.state = 'filed') as open,
      (select count(*)::int from exams.examinee e where e.session_id = ${s.id} and e.present
        and not exists (select 1 from exams.passport q where q.examinee_id = e.id)) as "withoutPassport",
      (select count(*)::int from exams.incident i where i.session_id = ${s.id} and i.decided_at is null) as "openIncidents"
    from (select 1) one left join lateral (select hash, version, made_at from exams.protocol where session_id = ${s.id}
      order by version desc limit 1) p on true`.execute(tx);
  const row = rows[0] as Row;
  const seats = await seatsOf(tx, s.id);
  const line = seats.filter(({ role }) => role === 'line');
  const chief = seats.find(({ role }) => role === 'chief');
  const document = { kind: 'exams.protocol', id: s.id, hash: row.protocolHash ?? '' };
  const signers = [...line, ...(chief ? [chief] : [])].map(({ personId }) => ({ personId }));
  const missing = row.protocolHash ? await missingSignatures(tx, document, signers) : signers;
  const lacks = new Set(missing.map(({ personId }) => personId));
  const term = await settingOn<number>(tx, 'exams.appealResultWorkingDays', s.day);
  return {
    signatures: {
      missing: line.filter(({ personId }) => lacks.has(personId)).map(({ name }) => name),
      chief: chief !== undefined && !lacks.has(chief.personId),
      version: row.version,
      missingAll: [...line, ...(chief ? [chief] : [])]
        .filter(({ personId }) => lacks.has(personId))
        .map(({ name }) => name),
    },
    announce: {
      protocolOn: row.protocolOn,
      lastDay: row.protocolOn ? calendar.nextWorkingDay(row.protocolOn) : today,
      on: today,
    },
    appeals: {
      open: row.open,
      lastDay: s.resultsOn ? calendar.addWorkingDays(s.resultsOn, term) : null,
      today,
    },
    withoutPassport: row.withoutPassport,
    openIncidents: row.openIncidents,
  };
}
