import type { TestWorld } from '../../../testing/world.ts';
import type { AT, ExamWorld } from './exam-world.test.kit.ts';

type Student = Awaited<ReturnType<ExamWorld['student']>>;
type Expert = Awaited<ReturnType<ExamWorld['expert']>>;

export interface Sheet {
  aspects: { id: string; code: string; kind: string; max: number }[];
  places: { examineeId: string; workplace: number; present: boolean }[];
  marks: { examineeId: string; aspectId: string; personId: string; value: number }[];
}

/** One exam on its way, with all who are needed: each step is what people press. */
export class Course {
  readonly world: TestWorld;
  readonly w: ExamWorld;
  readonly at: typeof AT;
  id = '';
  students: Student[] = [];
  chief!: Expert;
  line: Expert[] = [];
  technical = '';
  private sequence = 0;

  constructor(world: TestWorld, w: ExamWorld) {
    this.world = world;
    this.w = w;
    this.at = w.at;
  }

  call = <T = unknown>(name: string, input: object, as = this.w.operator): Promise<T> =>
    this.world.call<T>(`exams.${name}`, { id: this.id, ...input }, as);
  move = (event: string, as = this.w.operator, more: object = {}) =>
    this.call<{ state: string }>('moveSession', { event, ...more }, as);

  async plan({
    students = 2,
    source = 'here',
    day = this.at.exam,
  }: {
    students?: number;
    source?: string;
    day?: string;
  } = {}) {
    this.world.clock.set(this.at.planned);
    for (let i = 0; i < students; i += 1) this.students.push(await this.w.student(`Студентов${i + 1}`));
    const made = await this.world.call<{ id: string }>(
      'exams.planSession',
      {
        kitId: this.w.kitId,
        centreId: this.w.centreId,
        day,
        workplaces: 5,
        source,
        studentIds: this.students.map(({ studentId }) => studentId),
      },
      this.w.deputy,
    );
    this.id = made.id;
    return this;
  }

  async seat({ line = 3 }: { line?: number } = {}) {
    this.chief = await this.w.expert('Главнов', 'chief');
    for (let i = 0; i < line; i += 1) this.line.push(await this.w.expert(`Экспертов${i + 1}`));
    this.technical = await this.w.person('Техников');
    const seats = [
      { personId: this.chief.personId, role: 'chief' },
      ...this.line.map(({ personId }) => ({ personId, role: 'line' })),
      { personId: this.technical, role: 'technical' },
      { personId: this.w.board.witness, role: 'witness' },
    ];
    await this.call('saveSeats', { seats });
    await this.answer();
    return this;
  }

  /** Everybody who is asked says that he comes. */
  async answer() {
    const people: [string, string][] = [
      [this.chief.personId, 'expert'],
      ...this.line.map(({ personId }): [string, string] => [personId, 'expert']),
      [this.technical, 'technical_expert'],
      [this.w.board.witness, 'board_member'],
    ];
    for (const [personId, role] of people) {
      const as = this.world.as(role, { personId, organisationId: this.w.college });
      const { rows } = await this.world.call<{ rows: { id: string; sessionId: string; state: string }[] }>(
        'exams.mySeats',
        {},
        as,
      );
      const seat = rows.find((one) => one.sessionId === this.id && one.state === 'invited');
      if (seat) await this.world.call('exams.answerSeat', { id: seat.id, answer: 'confirmed' }, as);
    }
  }

  confirm = () => this.move('confirm');

  /** All of the day before: plan told, site checked, workplaces drawn, briefing signed, task given. */
  async prepare() {
    this.world.clock.set(this.at.announced);
    await this.call('announceSession', {}, this.w.deputy);
    this.world.clock.set(this.at.before);
    await this.call('noteCheck', { number: 'ПП-1' });
    await this.call('giveTask', {});
    await this.call('drawWorkplaces', {}, this.chief.as);
    const card = await this.card();
    await this.call('signBriefing', {
      examineeIds: card.people.map(({ id }) => id),
      seatIds: card.seats.map(({ id }) => id),
    });
    return this.move('prepare');
  }

  card = (as = this.w.operator) =>
    this.call<{
      state: string;
      why: { key: string; params: Record<string, unknown> } | null;
      people: {
        id: string;
        studentId: string;
        workplace: number | null;
        name: string;
        grade: number | null;
        points: number | null;
      }[];
      seats: { id: string; personId: string; role: string; state: string; conflicts: { code: string }[] }[];
      incidentList: {
        id: string;
        kind: string;
        code: string | null;
        marks: number;
        decision: string | null;
      }[];
      next: { event: string; refusals: { rule: string }[] }[];
      protocol: { hash: string; version: number; missing: string[]; signed: string[] } | null;
      draw: { commitment: string; seed: string | null; method: string | null } | null;
    }>('getSession', {}, as);

  /** The morning of the exam: everybody is here and has shown the document. */
  async start() {
    this.world.clock.set(this.at.day);
    for (const { id } of (await this.card()).people)
      await this.call('notePresence', { examineeId: id, present: true, identified: true });
    return this.move('start');
  }

  async toRunning(options: Parameters<Course['plan']>[0] & { line?: number } = {}) {
    await this.plan(options);
    await this.seat(options);
    await this.confirm();
    await this.prepare();
    await this.start();
    return this;
  }

  sheet = (as = this.line[0]?.as ?? this.w.operator) => this.call<Sheet>('getMarkSheet', {}, as);

  mark = (examineeId: string, aspectId: string, value: number, more: object = {}) => {
    this.sequence += 1;
    return {
      id: this.world.newId(),
      examineeId,
      aspectId,
      value,
      device: 'tablet-1',
      sequence: this.sequence,
      deviceAt: this.at.day,
      ...more,
    };
  };
  send = (marks: object[], as = this.line[0]?.as ?? this.w.operator) =>
    this.call<{ answers: { id: string; outcome: string; rule: string | null; key: string | null }[] }>(
      'sendMarks',
      { marks },
      as,
    );

  /** Full marks by every expert, and each signs each workplace. `judgement` and `steps` set what is given. */
  async markAll({
    judgement = 2,
    steps = 500,
    whole = 3000,
  }: {
    judgement?: number;
    steps?: number;
    whole?: number;
  } = {}) {
    const sheet = await this.sheet();
    const value = ({ kind, code }: { kind: string; code: string }) =>
      kind === 'judgement' ? judgement : code === 'Б1.1' ? steps : whole;
    for (const expert of this.line) {
      const marks = sheet.places.flatMap(({ examineeId }) =>
        sheet.aspects.map((aspect) =>
          this.mark(examineeId, aspect.id, value(aspect), { device: `tablet-${expert.personId.slice(-8)}` }),
        ),
      );
      await this.send(marks, expert.as);
    }
    for (const expert of this.line)
      for (const { examineeId } of sheet.places) await this.call('signPlace', { examineeId }, expert.as);
    this.world.clock.set(this.at.end);
    await this.call('noteTimes', {
      examineeIds: sheet.places.map(({ examineeId }) => examineeId),
      startedAt: this.at.day,
      endedAt: `${this.at.exam}T10:30:00.000Z`,
    });
    return this.move('mark');
  }

  /** Printed, signed by hand, the originals noted by the chief, who signs last. */
  async sign() {
    for (const { personId } of this.line)
      await this.call('signProtocol', { kind: 'paper', personId }, this.chief.as);
    return this.call<{ state: string }>('signProtocol', { kind: 'paper' }, this.chief.as);
  }

  async toGraded(
    options: Parameters<Course['toRunning']>[0] & { marks?: Parameters<Course['markAll']>[0] } = {},
  ) {
    await this.toRunning(options);
    await this.markAll(options?.marks);
    await this.sign();
    await this.move('transfer', this.chief.as);
    await this.call('setGrades', {}, this.w.chair);
    return this;
  }
}
