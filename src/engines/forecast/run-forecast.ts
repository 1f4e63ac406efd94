import { canonicalJson, hashOf } from './canonical-json.ts';
import { buildCells } from './demand/build-cells.ts';
import { collectNeeds } from './demand/collect-needs.ts';
import { prepare } from './demand/prepare.ts';
import { splitNeeds } from './demand/split-need.ts';
import type { ForecastInput } from './input.ts';
import type { EngineIssue } from './issue.ts';
import { EngineInputError } from './issue.ts';
import type { ForecastResult } from './result.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { buildBalance, shareSupply } from './supply/build-balance.ts';
import { buildPipeline } from './supply/build-pipeline.ts';
import { flowCohorts } from './supply/flow-cohorts.ts';
import { hintSeats } from './supply/seats-formula.ts';
import { findFaults } from './validate-input.ts';

/**
 * The same content in one order: settings filled in, every list sorted by its canonical text. Sums are then
 * taken in one order too, so a permuted input gives the same bytes.
 */
export function normalizeInput(input: ForecastInput): ForecastInput {
  const sorted = Object.entries(input).map(([key, value]) => [
    key,
    Array.isArray(value) ? sortByText(value) : value,
  ]);
  const settings = { ...DEFAULT_SETTINGS, ...input.settings };
  return { ...(Object.fromEntries(sorted) as ForecastInput), settings };
}

/** Records start with their id when they have one, so that trace and rounding order follow ids. */
function sortByText<T>(list: readonly T[]): T[] {
  const idOf = (x: T): string => (typeof x === 'object' && x !== null && 'id' in x ? String(x.id) : '');
  return list
    .map((item) => ({ item, text: `${idOf(item)}\u0000${canonicalJson(item)}` }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map((x) => x.item);
}

/**
 * One run: need by occupation, zone and year with its trace, variants and band; need by programme; supply of
 * those who study; balance; hints of seats. Pure: the same input gives the same bytes (`canonicalJson`).
 * @throws EngineInputError with every fault of the input.
 */
export function runForecast(
  raw: ForecastInput,
  progress: (step: number, of: number) => void = () => {},
): ForecastResult {
  const settings = { ...DEFAULT_SETTINGS, ...raw.settings };
  const faults = findFaults(raw, settings);
  if (faults.length > 0) throw new EngineInputError(faults);
  const input = normalizeInput(raw);
  progress(1, 6);
  const prepared = prepare(input, settings);
  progress(2, 6);
  const { years, weighting } = prepared;
  const { low, base, high } = settings.scenarios;
  const central = collectNeeds(input, prepared, base);
  progress(3, 6);
  const lowCells = collectNeeds(input, prepared, low).cells;
  const highCells = collectNeeds(input, prepared, high).cells;
  progress(4, 6);
  const needs = buildCells(input, prepared, central.cells, lowCells, highCells);
  const { programmeNeeds, unmapped } = splitNeeds(needs, input.crosswalk, input.occupations);
  progress(5, 6);
  const works = flowCohorts(input.cohorts);
  const pipeline = buildPipeline(works, years);
  const horizonEnd = input.baseYear + settings.horizon;
  const balance = buildBalance(programmeNeeds, pipeline, input.otherSupply, years, horizonEnd);
  shareSupply(needs, programmeNeeds, balance);
  progress(6, 6);
  return {
    format: 'rostok-forecast-result/1',
    inputHash: hashOf(input),
    seed: input.seed,
    settings,
    baseYear: input.baseYear,
    years,
    strata: [...weighting.strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s),
    sample: weighting.sample,
    needs,
    programmeNeeds,
    unmapped,
    flows: works.map((w) => w.flow),
    pipeline,
    balance,
    hints: hintSeats(input.programmes, balance, years),
    notes: [...prepared.notes(), ...central.notes, ...bandNotes(needs), ...unknownNotes(input)],
  };
}

function bandNotes(needs: ForecastResult['needs']): EngineIssue[] {
  const borrowed = needs.filter((c) => c.bandFrom === 'borrowed').length;
  return borrowed > 0 ? [{ code: 'band.borrowed', params: { count: borrowed, of: needs.length } }] : [];
}

/** Codes met in data that no list explains: kept and counted, named here. */
function unknownNotes(input: ForecastInput): EngineIssue[] {
  const occupations = new Set(input.occupations.map((o) => o.id));
  const programmes = new Set(input.programmes.map((p) => p.id));
  const met = (codes: string[], known: Set<string>) =>
    [...new Set(codes)].filter((c) => !known.has(c)).sort();
  return [
    ...met(
      input.needLines.map((l) => l.occupation),
      occupations,
    ).map((occupation) => ({
      code: 'unknown.occupation',
      params: { occupation },
    })),
    ...met(
      [...input.cohorts, ...input.crosswalk].map((c) => c.programme),
      programmes,
    ).map((programme) => ({
      code: 'unknown.programme',
      params: { programme },
    })),
  ];
}
