import { createHash } from 'node:crypto';
import type { ForecastInput } from './input.ts';
import type { EngineIssue } from './issue.ts';
import type { ForecastResult } from './result.ts';

/**
 * Independent check of a result against its input; shares no code with the run. Looks at: the hash; sums of
 * traces; the identity of openings; order of variants and bands; need = programmes + unmapped, in amounts and
 * in whole people; mass balance of every cohort; pipeline = flows; gap arithmetic; the closed formula.
 * @param canonicalInput canonical text of the normalised input, whose SHA-256 the result must carry.
 * @returns what does not hold; empty when everything does.
 */
export function verifyForecast(
  result: ForecastResult,
  input: ForecastInput,
  canonicalInput: string,
): EngineIssue[] {
  const issues: EngineIssue[] = [];
  const fail = (what: string, where: string, got: number, want: number) =>
    issues.push({ code: 'verify.differs', params: { what, where, got, want } });
  const near = (what: string, where: string, got: number, want: number) => {
    if (!(Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want)))) fail(what, where, got, want);
  };
  const exact = (what: string, where: string, got: number, want: number) => {
    if (got !== want) fail(what, where, got, want);
  };
  if (createHash('sha256').update(canonicalInput).digest('hex') !== result.inputHash)
    issues.push({ code: 'verify.hash', params: { hash: result.inputHash } });
  checkNeeds(result, near, fail);
  checkCrosswalk(result, near, exact);
  checkCohorts(result, input, exact);
  checkBalance(result, input, exact);
  return issues;
}

type Check = (what: string, where: string, got: number, want: number) => void;
const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

function checkNeeds(result: ForecastResult, near: Check, fail: Check): void {
  for (const c of result.needs) {
    const where = `${c.occupation}/${c.zone}/${c.year}`;
    for (const field of [
      'expansion',
      'replacement',
      'project',
      'backlog',
      'surplus',
      'headcount',
      'trainNeed',
    ] as const)
      near(field, where, total(c.trace.map((t) => t[field])), c[field]);
    near('openings', where, c.expansion + c.replacement + c.project + c.backlog, c.openings);
    for (const field of [
      'expansion',
      'replacement',
      'project',
      'backlog',
      'surplus',
      'openings',
      'trainNeed',
    ] as const)
      if (!(c[field] >= 0)) fail(field, where, c[field], 0);
    if (!(c.low <= c.trainNeed && c.trainNeed <= c.high)) fail('low-high', where, c.low, c.high);
    if (!(c.p10 <= c.p50 && c.p50 <= c.p90)) fail('p10-p90', where, c.p10, c.p90);
    if (!(Math.abs(c.trainNeedWhole - c.trainNeed) < 1 + 1e-6))
      fail('whole', where, c.trainNeedWhole, c.trainNeed);
  }
  for (const year of result.years) {
    const ofYear = result.needs.filter((c) => c.year === year);
    const whole = total(ofYear.map((c) => c.trainNeedWhole));
    if (Math.abs(whole - total(ofYear.map((c) => c.trainNeed))) > 0.5 + 1e-6)
      fail('whole of year', String(year), whole, total(ofYear.map((c) => c.trainNeed)));
  }
}

function checkCrosswalk(result: ForecastResult, near: Check, exact: Check): void {
  const key = (c: { occupation: string; zone: string; year: number }) =>
    `${c.occupation}/${c.zone}/${c.year}`;
  const amounts = new Map<string, number>();
  const wholes = new Map<string, number>();
  const add = (k: string, amount: number, whole: number) => {
    amounts.set(k, (amounts.get(k) ?? 0) + amount);
    wholes.set(k, (wholes.get(k) ?? 0) + whole);
  };
  for (const n of result.programmeNeeds) {
    for (const f of n.from) add(`${f.occupation}/${n.zone}/${n.year}`, f.amount, f.whole);
    near('programme', `${n.programme}/${n.zone}/${n.year}`, total(n.from.map((f) => f.amount)), n.amount);
    exact(
      'programme whole',
      `${n.programme}/${n.zone}/${n.year}`,
      total(n.from.map((f) => f.whole)),
      n.whole,
    );
  }
  for (const u of result.unmapped) add(key(u), u.amount, u.whole);
  for (const c of result.needs) {
    near('crosswalk', key(c), amounts.get(key(c)) ?? 0, c.trainNeed);
    exact('crosswalk whole', key(c), wholes.get(key(c)) ?? 0, c.trainNeedWhole);
  }
}

function checkCohorts(result: ForecastResult, input: ForecastInput, exact: Check): void {
  const flows = new Map(result.flows.map((f) => [f.cohort, f]));
  const supplies = new Map<string, number>();
  for (const t of result.pipeline.flatMap((p) => p.trace)) {
    const key = `${t.cohort}\u0000${t.afterArmy}`;
    supplies.set(key, (supplies.get(key) ?? 0) + t.people);
  }
  for (const c of input.cohorts) {
    const f = flows.get(c.id);
    if (!f) {
      exact('cohort', c.id, 0, 1);
      continue;
    }
    exact('students', c.id, f.students, c.students);
    exact('students out', c.id, total(f.dropouts.map((d) => d.people)) + f.graduates, f.students);
    const left = f.army + f.furtherStudy + f.parental + f.otherRegion + f.inField + f.outOfField;
    exact('graduates out', c.id, left, f.graduates);
    exact('army back', c.id, f.returnedInField + f.returnedOutOfField + f.notReturned, f.army);
    const supplied = (afterArmy: boolean) => supplies.get(`${c.id}\u0000${afterArmy}`) ?? 0;
    if (result.years.includes(c.graduationYear)) exact('pipeline', c.id, supplied(false), f.inField);
    if (result.years.includes(c.graduationYear + 1))
      exact('pipeline army', c.id, supplied(true), f.returnedInField);
  }
}

function checkBalance(result: ForecastResult, input: ForecastInput, exact: Check): void {
  for (const p of result.pipeline)
    exact(
      'pipeline cell',
      `${p.programme}/${p.zone}/${p.year}`,
      total(p.trace.map((t) => t.people)),
      p.people,
    );
  const sums = { need: 0, pipeline: 0, otherSupply: 0 };
  for (const b of result.balance) {
    exact('gap', `${b.programme}/${b.zone}/${b.year}`, b.need - b.pipeline - b.otherSupply, b.gap);
    sums.need += b.need;
    sums.pipeline += b.pipeline;
    sums.otherSupply += b.otherSupply;
  }
  exact('balance need', 'all', sums.need, total(result.programmeNeeds.map((n) => n.whole)));
  exact('balance pipeline', 'all', sums.pipeline, total(result.pipeline.map((p) => p.people)));
  const other = input.otherSupply.filter((o) => result.years.includes(o.year));
  exact('balance other', 'all', sums.otherSupply, total(other.map((o) => o.people)));
  for (const h of result.hints) {
    const missing = Math.max(0, h.need - h.pipeline - h.otherSupply);
    if (h.seats * h.yield < missing - 1e-6 || (h.seats > 0 && (h.seats - 1) * h.yield >= missing + 1e-6))
      exact('seats', `${h.programme}/${h.intakeYear}`, h.seats, Math.ceil(missing / h.yield));
  }
}
