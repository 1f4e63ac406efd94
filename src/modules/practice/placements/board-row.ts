import type { Verdict } from '../../../platform/rules/index.ts';
import { lengthOf } from '../rules/days.ts';
import { ageOn } from '../rules/limits.ts';
import { isMinor, judgeCourse, logGaps } from './judge-course.ts';
import type { ConsentState, Facts } from './placement-facts.ts';
import type { Candidate } from './read-candidates.ts';
import type { BoardRow, Papers } from './schemas.ts';

type Mark = Papers['agreement'];

/** Days after which somebody who was asked and is silent is reminded. */
const SILENT = 3;
/** Days before the start in which a missing paper stops it. */
const NEAR = 3;

const okay = (verdict: Verdict | undefined) => verdict !== undefined && verdict.is !== 'refused';

function consentMark(
  verdict: Verdict | undefined,
  state: ConsentState | null,
  askedOn: string | null,
  needed: boolean,
  today: string,
): Mark {
  if (!needed) return 'idle';
  if (okay(verdict)) return 'done';
  if (state === 'refused' || state === 'withdrawn') return 'blocks';
  return askedOn !== null && lengthOf(askedOn, today) > SILENT ? 'remind' : 'waiting';
}

/** The marks of one placement's papers. */
export function papersOf(facts: Facts, today: string): Papers {
  const verdicts = judgeCourse(facts, today);
  const near = lengthOf(today, facts.from) <= NEAR;
  const late: Mark = near ? 'blocks' : 'waiting';
  const minor = isMinor(facts);
  const medicalNeeded = facts.needsMedical || (facts.employed && minor);
  const medicalOk = okay(verdicts['PP-08']) && okay(verdicts['AG-08']);
  const leaves = facts.homeId === null || facts.homeId !== facts.hostPlaceId;
  const gaps = logGaps(facts, today).length;
  const onSite = ['started', 'in_progress', 'suspended', 'finished'].includes(facts.state);
  return {
    agreement: okay(verdicts['PP-02']) ? 'done' : late,
    order: okay(verdicts['PL-08']) ? 'done' : late,
    leaveHome: consentMark(verdicts['PP-10'], facts.leaveHome, facts.leaveHomeAsked, leaves, today),
    guardian: consentMark(verdicts['X-06'], facts.guardian, facts.guardianAsked, minor, today),
    medical: !medicalNeeded ? 'idle' : medicalOk ? 'done' : facts.medicalUntil ? 'remind' : late,
    briefing: facts.briefingOn ? 'done' : today >= facts.from ? 'blocks' : 'waiting',
    mentor: okay(verdicts['PL-09']) ? 'done' : facts.mentors.length > 0 || onSite ? 'blocks' : late,
    log: !onSite ? 'idle' : gaps > 0 ? 'remind' : 'done',
  };
}

const NEXT: [keyof Papers, string][] = [
  ['agreement', 'signAgreement'],
  ['guardian', 'askGuardian'],
  ['leaveHome', 'askLeaving'],
  ['medical', 'askMedical'],
  ['mentor', 'nameMentor'],
  ['order', 'orderSending'],
  ['briefing', 'holdBriefing'],
];

type Student = Pick<
  Candidate,
  | 'studentId'
  | 'personId'
  | 'name'
  | 'birthDate'
  | 'homeId'
  | 'needsAccess'
  | 'guardianName'
  | 'guardianContact'
>;

const NO_PAPERS: Papers = {
  agreement: 'idle',
  order: 'idle',
  leaveHome: 'idle',
  guardian: 'idle',
  medical: 'idle',
  briefing: 'idle',
  mentor: 'idle',
  log: 'idle',
};

const over = (state: string) => ['finished', 'documents_complete', 'graded', 'archived'].includes(state);

function nextOf(
  facts: Facts,
  papers: Papers,
  gaps: number,
): { next: string; nextParams: BoardRow['nextParams'] } {
  const say = (next: string, nextParams: BoardRow['nextParams'] = {}) => ({ next, nextParams });
  if (facts.state === 'archived' || facts.state === 'graded') return say('done', { grade: facts.grade });
  if (facts.state === 'documents_complete') return say('giveGrade');
  if (gaps > 0) return say('fillLog', { count: gaps });
  if (facts.state === 'finished') return say(facts.appraisalOn ? 'collectPapers' : 'askAppraisal');
  if (facts.state === 'suspended') return say('decideSuspended');
  if (facts.state === 'started' || facts.state === 'in_progress')
    return papers.mentor === 'blocks' ? say('nameMentor') : say('onSite', { to: facts.to });
  const lacking = NEXT.filter(([paper]) => papers[paper] !== 'done' && papers[paper] !== 'idle');
  const worst = lacking.find(([paper]) => papers[paper] === 'blocks') ?? lacking[0];
  if (!worst) return say('ready');
  const [paper, next] = worst;
  if (paper === 'guardian' && papers.guardian === 'blocks') return say('guardianRefused');
  if (paper === 'leaveHome' && papers.leaveHome === 'blocks') return say('leavingRefused');
  if (paper === 'medical' && facts.medicalUntil) return say('medicalEnds', { until: facts.medicalUntil });
  // the briefing is held on the first day: until then the student is ready
  return say(paper === 'briefing' && papers.briefing === 'waiting' ? 'ready' : next);
}

/** One line of the board: a student with the placement, or without one. */
export function boardRowOf(student: Student, facts: Facts | undefined, today: string): BoardRow {
  const { studentId, personId, name, birthDate } = student;
  const age = birthDate ? ageOn(birthDate, today) : null;
  const { homeId, needsAccess, guardianName, guardianContact } = student;
  const file = { homeId, needsAccess, guardianName, guardianContact };
  const who = { studentId, personId, name, age, minor: age !== null && age < 18, ...file };
  if (!facts)
    return {
      ...who,
      placementId: null,
      state: null,
      hostId: null,
      host: null,
      offer: null,
      from: null,
      to: null,
      mentor: null,
      appraised: false,
      papers: NO_PAPERS,
      gaps: 0,
      stage: 'noPlace',
      next: 'findPlace',
      nextParams: {},
      rev: null,
    };
  const papers = papersOf(facts, today);
  const gaps = logGaps(facts, today).length;
  const { next, nextParams } = nextOf(facts, papers, gaps);
  const onSite = ['started', 'in_progress', 'suspended'].includes(facts.state);
  const stage = over(facts.state) ? 'over' : onSite ? 'onSite' : next === 'ready' ? 'ready' : 'papers';
  return {
    ...who,
    placementId: facts.id,
    state: facts.state,
    hostId: facts.hostId,
    host: facts.host,
    offer: facts.offer,
    from: facts.from,
    to: facts.to,
    mentor: facts.mentors.map((one) => one.name).join(', ') || null,
    appraised: facts.appraisalOn !== null,
    papers,
    gaps,
    stage,
    next,
    nextParams,
    rev: facts.rev,
  };
}
