import { checkPlan } from '../check/check-plan.ts';
import { labelKey } from '../model/label.ts';
import type { SparseModel } from '../model/sparse.ts';
import { writeMps } from '../mps/write-mps.ts';
import type { Plan } from '../plan.ts';
import { stageProgram } from '../solve/program.ts';
import type { StageLimits, StagesResult } from '../solve/stages.ts';
import type { OrderInstance } from '../types.ts';
import { defaultSettings } from '../types.ts';
import { canonical, fingerprint } from './hash.ts';
import type { Certificate, DualsFile, LabelsFile } from './types.ts';

export interface CertificateFiles {
  certificate: Certificate;
  /** File name → content, all of them text. */
  files: Record<string, string>;
}

/** Share of `value` by which a better plan could still be smaller. */
export function gapShare(value: number, bound: number): number {
  return value <= bound ? 0 : (value - bound) / Math.max(Math.abs(value), 1e-9);
}

/** Checks a plan from domain data and puts everything a third party needs to check it again into files. */
export function certify(
  instance: OrderInstance,
  model: SparseModel,
  result: StagesResult,
  plan: Plan,
  limits: StageLimits,
): CertificateFiles {
  const settings = { ...defaultSettings, ...instance.settings };
  const tolerance = 1e-6;
  const check = checkPlan(instance, plan, tolerance);
  const labels: LabelsFile = {
    format: 'rostok-labels/1',
    rows: model.rowLabels.map(labelKey),
    columns: model.colLabels.map(labelKey),
  };
  const duals: DualsFile = {
    format: 'rostok-duals/1',
    stages: result.stages.map((s) => ({
      stage: s.stage,
      y: [...s.duals].flatMap((v, i): [string, number][] =>
        v === 0 ? [] : [[i < model.rows ? labels.rows[i]! : `stage|${s.caps[i - model.rows]!.stage}`, v]],
      ),
    })),
  };
  const files: Record<string, string> = {
    'instance.json': canonical(instance),
    'plan.json': canonical(plan),
    'model.mps': writeMps(stageProgram(model, 1, [], true)),
    'labels.json': canonical(labels),
    'duals.json': canonical(duals),
  };
  const first = result.stages[0]!;
  const body: Omit<Certificate, 'fingerprint'> = {
    format: 'rostok-certificate/1',
    instance: instance.id,
    decisionYear: instance.decisionYear,
    hashes: {
      instance: fingerprint(files['instance.json']!),
      plan: fingerprint(files['plan.json']!),
      model: fingerprint(files['model.mps']!),
      labels: fingerprint(files['labels.json']!),
      duals: fingerprint(files['duals.json']!),
    },
    solver: { name: 'highs', version: result.version, seed: settings.seed, options: { ...limits } },
    epsilon: settings.epsilon,
    stages: result.stages.map(({ stage, value, ownBound, solverBound, nodes, cutByClock, caps }) => ({
      stage,
      value,
      ownBound,
      ownGap: gapShare(value, ownBound),
      solverBound,
      solverGap: gapShare(value, solverBound),
      nodes,
      cutByClock,
      caps,
    })),
    final: {
      goals: check.goals,
      proved: gapShare(check.goals[0], first.ownBound),
      reported: gapShare(check.goals[0], first.solverBound),
    },
    check: {
      tolerance,
      rows: check.rows,
      columns: check.columns,
      worstRow: check.worstRow,
      worstLimit: check.worstLimit,
      worstWhole: check.worstWhole,
      violations: check.violations.length + check.unknown.length,
    },
  };
  const certificate: Certificate = { ...body, fingerprint: fingerprint(canonical(body)) };
  files['certificate.json'] = canonical(certificate);
  return { certificate, files };
}
