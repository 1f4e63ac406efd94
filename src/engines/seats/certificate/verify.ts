import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlan, type DomainSystem, domainSystem } from '../check/check-plan.ts';
import { domainBound } from '../check/domain-bound.ts';
import { type NamedProgram, readMps } from '../mps/read-mps.ts';
import type { Plan } from '../plan.ts';
import { defaultSettings, type OrderInstance } from '../types.ts';
import { canonical, fingerprint } from './hash.ts';
import type { Certificate, DualsFile, LabelsFile } from './types.ts';

export interface Finding {
  /** proved: recomputed here; reported: taken from the solver; failed: does not hold. */
  kind: 'proved' | 'reported' | 'failed';
  /** Message id of the catalogue. */
  id: string;
  params: Record<string, string | number>;
}

export interface VerifyReport {
  ok: boolean;
  /** True when the folder holds no certificate: then there is nothing that could be right or wrong. */
  noProof?: boolean;
  findings: Finding[];
  certificate?: Certificate;
}

/** A row is violated when it is off by more than this × (1 + |its side|): never what the folder itself asks for. */
const tolerance = 1e-6;

/** Relative difference accepted between a stated and a recomputed number. */
const near = (a: number, b: number, scale = 1e-9) => Math.abs(a - b) <= scale * (1 + Math.abs(b));

/**
 * Re-proves a certificate folder from its instance: files unchanged, model equal to the domain data, plan
 * feasible with the stated goals, own bounds recomputed. Uses no solver and no code of the model builder.
 */
export function verifyFolder(dir: string): VerifyReport {
  const findings: Finding[] = [];
  const say = (kind: Finding['kind'], id: string, params: Finding['params'] = {}) =>
    findings.push({ kind, id, params });
  const done = (certificate?: Certificate): VerifyReport => ({
    ok: !findings.some((f) => f.kind === 'failed'),
    findings,
    ...(certificate ? { certificate } : {}),
  });
  if (!existsSync(join(dir, 'certificate.json'))) {
    const solved = existsSync(join(dir, 'solution.json'));
    say('failed', solved ? 'verify.onlySolved' : 'verify.noProof', { dir });
    return { ...done(), noProof: true };
  }
  const text: Record<string, string> = {};
  for (const name of [
    'certificate.json',
    'instance.json',
    'plan.json',
    'model.mps',
    'labels.json',
    'duals.json',
  ])
    try {
      text[name] = readFileSync(join(dir, name), 'utf8');
    } catch {
      say('failed', 'verify.missing', { file: name });
    }
  if (findings.length > 0) return done();
  try {
    const c = JSON.parse(text['certificate.json']!) as Certificate;
    checkFingerprints(c, text, say);
    const instance = JSON.parse(text['instance.json']!) as OrderInstance;
    checkStatements(c, instance, say);
    const plan = JSON.parse(text['plan.json']!) as Plan;
    const system = domainSystem(instance);
    checkModel(system, readMps(text['model.mps']!), JSON.parse(text['labels.json']!) as LabelsFile, say);
    checkGoals(c, instance, plan, system, say);
    checkBounds(c, system, JSON.parse(text['duals.json']!) as DualsFile, say);
    return done(c);
  } catch (error) {
    say('failed', 'verify.unreadable', { why: error instanceof Error ? error.message : String(error) });
    return done();
  }
}

type Say = (kind: Finding['kind'], id: string, params?: Finding['params']) => void;

function checkFingerprints(c: Certificate, text: Record<string, string>, say: Say): void {
  const names: [keyof Certificate['hashes'], string][] = [
    ['instance', 'instance.json'],
    ['plan', 'plan.json'],
    ['model', 'model.mps'],
    ['labels', 'labels.json'],
    ['duals', 'duals.json'],
  ];
  let same = true;
  for (const [key, file] of names)
    if (fingerprint(text[file]!) !== c.hashes[key]) {
      same = false;
      say('failed', 'verify.changed', { file });
    }
  const { fingerprint: own, ...body } = c;
  if (fingerprint(canonical(body)) !== own) {
    same = false;
    say('failed', 'verify.changed', { file: 'certificate.json' });
  }
  if (same) say('proved', 'verify.unchanged', { files: names.length + 1 });
}

/**
 * What the certificate says of itself: all four goals, real numbers, the slack of the instance, the tolerance every plan
 * is held to, no violations. A forger could otherwise ask for a softer check.
 */
function checkStatements(c: Certificate, o: OrderInstance, say: Say): void {
  const stated: [string, unknown, unknown][] = [
    ['stages', c.stages.map((s) => s.stage).join(), '1,2,3,4'],
    ['epsilon', c.epsilon, o.settings?.epsilon ?? defaultSettings.epsilon],
    ['check.tolerance', c.check.tolerance, tolerance],
    ['check.violations', c.check.violations, 0],
    ...c.stages.map((s, k): [string, unknown, unknown] => [
      `stages[${k}].caps`,
      s.caps.map((cap) => cap.stage).join(),
      c.stages
        .slice(0, k)
        .map((before) => before.stage)
        .join(),
    ]),
  ];
  for (const [path, found, due] of stated)
    if (found !== due) say('failed', 'verify.statement', { path, found: String(found), due: String(due) });
  const numbers: [string, unknown][] = [
    ...c.stages.flatMap((s, k): [string, unknown][] => [
      [`stages[${k}].value`, s.value],
      [`stages[${k}].ownBound`, s.ownBound],
      [`stages[${k}].solverBound`, s.solverBound],
    ]),
    ...c.final.goals.map((g, k): [string, unknown] => [`final.goals[${k}]`, g]),
  ];
  for (const [path, v] of numbers)
    if (typeof v !== 'number' || !Number.isFinite(v))
      say('failed', 'verify.statement', { path, found: String(v), due: '0…' });
}

function checkModel(system: DomainSystem, m: NamedProgram, labels: LabelsFile, say: Say): void {
  const what = modelDifference(system, m, labels);
  if (what !== undefined) say('failed', 'verify.modelDiffers', { what });
  else say('proved', 'verify.model', { rows: m.rows, columns: m.cols, cells: m.values.length });
}

/** The first place where model.mps is not exactly the matrix that the domain data spell out. */
function modelDifference(system: DomainSystem, m: NamedProgram, labels: LabelsFile): string | undefined {
  const rowAt = new Map(labels.rows.map((k, i) => [k, i]));
  const colAt = new Map(labels.columns.map((k, j) => [k, j]));
  if (m.rowNames.some((n, i) => n !== `R${i}`) || m.colNames.some((n, j) => n !== `C${j}`)) return 'names';
  if (m.rows !== system.rows.length || m.cols !== system.columns.size) return `${m.rows} × ${m.cols}`;
  const cells = new Map<number, number>();
  for (let j = 0; j < m.cols; j++)
    for (let k = m.starts[j]!; k < m.starts[j + 1]!; k++) cells.set(m.indices[k]! * m.cols + j, m.values[k]!);
  let count = 0;
  for (const row of system.rows) {
    const i = rowAt.get(row.key);
    if (i === undefined || !side(m.rowLower[i]!, row.lo) || !side(m.rowUpper[i]!, row.hi)) return row.key;
    for (const [column, a] of row.terms) {
      if (a === 0) continue;
      count++;
      const v = cells.get(i * m.cols + (colAt.get(column) ?? -1));
      if (v === undefined || !near(v, a)) return `${row.key} / ${column}`;
    }
  }
  if (count !== cells.size || count !== m.values.length) return `${count} ≠ ${m.values.length}`;
  for (const [key, c] of system.columns) {
    const j = colAt.get(key);
    if (j === undefined || !side(m.colLower[j]!, c.lo) || !side(m.colUpper[j]!, c.hi)) return key;
    if (!near(m.cost[j]!, c.cost[0]) || (m.integer?.[j] === 1) !== c.whole) return key;
  }
  return undefined;
}

function side(a: number, b: number): boolean {
  return a === b || near(a, b);
}

function checkGoals(c: Certificate, o: OrderInstance, plan: Plan, system: DomainSystem, say: Say): void {
  const check = checkPlan(o, plan, tolerance, system);
  if (check.unknown.length)
    say('failed', 'verify.unknown', { count: check.unknown.length, key: check.unknown[0]! });
  if (check.violations.length) {
    const worst = check.violations[0]!;
    say('failed', 'verify.violated', { count: check.violations.length, key: worst.key, by: worst.by });
  }
  const wrong = check.goals.findIndex((g, k) => !near(g, c.final.goals[k]!));
  if (wrong >= 0)
    say('failed', 'verify.goal', {
      stage: wrong + 1,
      stated: c.final.goals[wrong]!,
      found: check.goals[wrong]!,
    });
  c.stages.forEach((s, k) => {
    const cap = s.value + Math.abs(s.value) * c.epsilon + 1e-6 * (1 + Math.abs(s.value));
    if (check.goals[k]! > cap) say('failed', 'verify.worse', { stage: s.stage, found: check.goals[k]!, cap });
  });
  if (!check.violations.length && !check.unknown.length && wrong < 0)
    say('proved', 'verify.plan', {
      rows: check.rows,
      worst: Math.max(check.worstRow, check.worstLimit, check.worstWhole),
    });
}

function checkBounds(c: Certificate, system: DomainSystem, duals: DualsFile, say: Say): void {
  for (const s of c.stages) {
    for (const cap of s.caps) {
      const before = c.stages.find((k) => k.stage === cap.stage)!;
      const due = before.value + Math.abs(before.value) * c.epsilon;
      if (!near(cap.limit, due, 1e-6)) say('failed', 'verify.cap', { stage: s.stage, of: cap.stage });
    }
    const y = new Map(duals.stages.find((d) => d.stage === s.stage)?.y ?? []);
    const bound = domainBound(system, s.stage, s.caps, y);
    const scale = 1e-9 * (1 + Math.abs(s.value));
    if (Math.abs(bound - s.ownBound) > scale)
      say('failed', 'verify.bound', { stage: s.stage, stated: s.ownBound, found: bound });
    else say('proved', 'verify.stage', { stage: s.stage, value: s.value, bound, gap: share(s.value, bound) });
    if (s.solverBound > s.value + scale) say('failed', 'verify.solverBound', { stage: s.stage });
    else
      say('reported', 'verify.reportedStage', {
        stage: s.stage,
        bound: s.solverBound,
        gap: share(s.value, s.solverBound),
      });
    if (s.cutByClock) say('reported', 'verify.clock', { stage: s.stage });
  }
  const first = c.stages[0]!;
  const proved = share(c.final.goals[0], first.ownBound);
  const reported = share(c.final.goals[0], first.solverBound);
  if (!near(proved, c.final.proved) || !near(reported, c.final.reported)) say('failed', 'verify.stated');
  else {
    say('proved', 'verify.fraction', { share: proved });
    say('reported', 'verify.fractionReported', { share: reported });
  }
}

function share(value: number, bound: number): number {
  return value <= bound ? 0 : (value - bound) / Math.max(Math.abs(value), 1e-9);
}
