import { sql } from 'kysely';
import type { Repair, Seating } from '../../../engines/staffing/index.ts';
import { callThread } from '../../../platform/threads/call-thread.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { buildMonth } from './build-month.ts';
import { type ExamToStaff, readExams } from './read-exams.ts';
import { namesOf } from './read-summary.ts';
import type { RepairInput } from './repair.worker.ts';

/** A person moved to another exam is told twice; a call to somebody free is told once. */
const TAX = 200;

const seatings = (exams: readonly ExamToStaff[]): Seating[] =>
  exams.flatMap((exam) =>
    exam.seated.map(({ personId, role }) => ({
      session: exam.id,
      expert: personId,
      role: role === 'chief' ? ('chief' as const) : ('member' as const),
    })),
  );

/**
 * Somebody falls out on the day of an exam. Over all open exams of the month: the cheapest chain that fills the seat,
 * calling in whoever is free and moving at most two others.
 */
export const previewRepair = useCase(contract.previewRepair, {
  right: 'exams.staffing.lead',
  async run({ input, tx }) {
    const { rows } = await sql<{
      day: string;
      regime: string;
      state: string;
    }>`select day, regime, state from exams.session
      where id = ${input.id}`.execute(tx);
    const { day, regime, state } = found(rows[0]);
    if (!['planned', 'confirmed', 'prepared'].includes(state))
      throw refuse('exams:staffing.error.begun', {}, { status: 409 });
    const month = `${day.slice(0, 7)}-01`;
    const exams = await readExams(
      tx,
      sql<boolean>`s.state in ('planned', 'confirmed', 'prepared') and s.regime = ${regime}
        and s.day >= ${month}::date and s.day < ${month}::date + interval '1 month'`,
    );
    const assignment = seatings(exams);
    if (!assignment.some((seat) => seat.session === input.id && seat.expert === input.personId))
      throw refuse('exams:staffing.error.notSeated', {}, { status: 409 });
    // as if nobody sat yet, with as many seats as are taken: the assignment says who sits
    const free = exams.map((exam) => ({
      ...exam,
      seated: [],
      required: Math.max(
        exam.seated.filter(({ role }) => role === 'line').length,
        exam.id === input.id ? exam.required : 0,
      ),
    }));
    const { instance } = await buildMonth(tx, free, { onePerOrganisation: false, employers: 0 });
    const result = await callThread<Repair>(
      new URL('./repair.worker.ts', import.meta.url),
      { instance, assignment, sick: { expert: input.personId, days: [day] }, tax: TAX } satisfies RepairInput,
      { timeoutMs: 60_000, heapMb: 800 },
    );
    const codes = await sql<{
      id: string;
      session: string;
      day: string;
    }>`select id, code as session, day from exams.session
      where id in (select jsonb_array_elements_text(${JSON.stringify(exams.map(({ id }) => id))}::jsonb)::uuid)`.execute(
      tx,
    );
    const codeOf = new Map(codes.rows.map((one) => [one.id, one]));
    const seatOf = ({ session, role }: Pick<Seating, 'session' | 'role'>) => {
      const { session: code = '', day: on = day } = codeOf.get(String(session)) ?? {};
      return { sessionId: String(session), session: code, day: on, role };
    };
    const names = await namesOf(tx, [
      ...result.moved.map((one) => String(one.expert)),
      ...result.called.map((one) => String(one.expert)),
    ]);
    const person = (id: string) => ({
      id,
      name: names.get(id)?.name ?? '',
      organisation: names.get(id)?.organisation ?? null,
    });
    return {
      moves: [
        ...result.called.map((one) => ({
          kind: 'called' as const,
          person: person(String(one.expert)),
          from: null,
          to: seatOf(one),
        })),
        ...result.moved.map((one) => ({
          kind: 'moved' as const,
          person: person(String(one.expert)),
          from: seatOf(one.from),
          to: seatOf(one.to),
        })),
      ],
      open: result.open.map(({ session, role }) => {
        const { sessionId, session: code } = seatOf({ session, role });
        return { sessionId, session: code, role };
      }),
      price: result.price,
    };
  },
});
