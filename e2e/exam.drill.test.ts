/** An exam from its plan to the card a stranger checks, in a real browser, on a server whose clock the walk moves. */
import { afterAll, beforeAll, vi } from 'vitest';
import { Course } from '../src/modules/exams/testing/course.test.kit.ts';
import { type ExamRegion, openExamRegion } from './support/exam-region.ts';
import { examCardWalk } from './walks/exam-card.ts';
import { examDayWalk } from './walks/exam-day.ts';
import { examPlanWalk } from './walks/exam-plan.ts';
import { examResultWalk } from './walks/exam-result.ts';

// a busy machine draws slowly; nothing here waits without a reason
vi.setConfig({ testTimeout: 300_000 });
let opened: ExamRegion;
let course: Course;
let operator = '';
const region = () => opened;
const exam = () => course;

beforeAll(async () => {
  opened = await openExamRegion();
  const { world, w, account } = opened;
  course = new Course(world, w);
  for (const surname of ['Берёзкин', 'Соколова']) course.students.push(await w.student(surname));
  course.chief = await w.expert('Главнов', 'chief');
  for (const surname of ['Ожегова', 'Крюков', 'Литейщиков']) course.line.push(await w.expert(surname));
  const teacher = await w.expert('Учителев');
  await w.employ(teacher.personId);
  course.technical = await w.person('Техников');
  operator = await w.person('Операторов');
  await account(operator, 'exam_operator_coordinator');
  await account(course.technical, 'technical_expert', w.college);
  for (const { personId } of [course.chief, ...course.line]) await account(personId, 'expert', w.host);
  await account(w.board.witness, 'board_member', w.college);
  await account(w.board.chair, 'board_chair', w.college);
  await account(w.commission[2] ?? '', 'appeal_member', w.college);
  for (const { personId } of course.students) await account(personId, 'student', w.college);
}, 240_000);
afterAll(() => opened?.close(), 60_000);

examPlanWalk(region, exam, () => operator);
examDayWalk(region, exam);
examResultWalk(region, exam);
examCardWalk(region, exam, () => operator);
