import { parentPort } from 'node:worker_threads';
import loadHighs, { type Highs, type Model } from 'highs';
import type { FromWorker, SolveProgress, SolveReply, SolveRequest, ToWorker } from './protocol.ts';

/** The solver thread: one request at a time, every request on a fresh model, so that answers never depend on history. */
const port = parentPort!;
let highs: Highs | undefined;

port.on('message', async ({ id, request }: ToWorker) => {
  try {
    highs ??= await loadHighs();
    const reply = solve(highs, request, (progress) =>
      port.postMessage({ id, progress } satisfies FromWorker),
    );
    port.postMessage({ id, reply } satisfies FromWorker);
  } catch (error) {
    port.postMessage({ id, error: String(error) } satisfies FromWorker);
  }
});

function solve(h: Highs, r: SolveRequest, tell: (p: SolveProgress) => void): SolveReply {
  const p = r.program;
  if (p.cols === 0) return withoutColumns(h, p);
  const model = h.createModel({
    numCols: p.cols,
    numRows: p.rows,
    colCost: p.cost,
    colLower: p.colLower,
    colUpper: p.colUpper,
    rowLower: p.rowLower,
    rowUpper: p.rowUpper,
    matrix: {
      format: 'csc',
      numRows: p.rows,
      numCols: p.cols,
      starts: p.starts,
      indices: p.indices,
      values: p.values,
    },
    ...(p.integer ? { integrality: Int32Array.from(p.integer) } : {}),
  });
  try {
    // Callbacks come only with output on; nothing goes to the console.
    model.options.set({ output_flag: true, log_to_console: false, ...r.options });
    if (r.start) model.setSolution({ colValue: r.start });
    if (r.partialStart) model.setSolution(r.partialStart);
    model.run(listeners(h, tell, r.maxIterations));
    return readReply(h, model, r);
  } finally {
    model.dispose();
  }
}

/** The solver answers nothing about a program without columns: its only point is the empty one. */
function withoutColumns(h: Highs, p: SolveRequest['program']): SolveReply {
  const fits = p.rowLower.every((v) => v <= 0) && p.rowUpper.every((v) => v >= 0);
  const s = h.constants.modelStatus;
  const rest = { nodes: 0, iterations: 0, version: h.version.string };
  if (!fits)
    return { status: 'infeasible', code: s.infeasible, objective: Infinity, bound: Infinity, ...rest };
  const point = { x: new Float64Array(0), rowDual: new Float64Array(p.rows) };
  return { status: 'optimal', code: s.empty, objective: 0, bound: 0, ...point, ...rest };
}

/** A few messages a second at most: by iterations in the simplex, by the solver's own log in the search. */
function listeners(h: Highs, tell: (p: SolveProgress) => void, maxIterations = Number.POSITIVE_INFINITY) {
  const type = h.constants.callbackType;
  let next = 1000;
  return {
    [type.simplexInterrupt]: ({
      data,
    }: {
      data: { running_time?: number; simplex_iteration_count?: number };
    }) => {
      const iterations = data.simplex_iteration_count ?? 0;
      if (iterations < next) return undefined;
      next = iterations + 1000;
      tell({ seconds: data.running_time ?? 0, iterations });
      return undefined;
    },
    [type.mipInterrupt](event: { data: { mip_total_lp_iterations?: bigint }; interrupt(): void }) {
      if (Number(event.data.mip_total_lp_iterations ?? 0) >= maxIterations) event.interrupt();
      return undefined;
    },
    [type.mipLogging]: ({ data }: { data: Record<string, unknown> }) => {
      tell({
        seconds: Number(data.running_time ?? 0),
        iterations: Number(data.mip_total_lp_iterations ?? 0),
        nodes: Number(data.mip_node_count ?? 0),
        best: Number(data.mip_primal_bound),
        bound: Number(data.mip_dual_bound),
        gap: Number(data.mip_gap),
      });
      return undefined;
    },
  };
}

function readReply(h: Highs, model: Model, r: SolveRequest): SolveReply {
  const code = model.getModelStatus();
  const s = h.constants.modelStatus;
  const status =
    code === s.optimal || code === s.empty
      ? 'optimal'
      : code === s.infeasible || code === s.unboundedOrInfeasible
        ? 'infeasible'
        : code === s.unbounded
          ? 'unbounded'
          : code >= s.objectiveBound
            ? 'limit'
            : 'failed';
  const whole = r.program.integer !== undefined;
  const known = Number(model.info.get('primal_solution_status')) === h.constants.solutionStatus.feasible;
  const reply: SolveReply = {
    status,
    code,
    objective: known ? model.getObjectiveValue() : Infinity,
    bound: whole ? Number(model.info.get('mip_dual_bound')) : known ? model.getObjectiveValue() : -Infinity,
    nodes: whole ? Number(model.info.get('mip_node_count')) : 0,
    iterations: Number(model.info.get('simplex_iteration_count')),
    version: h.version.string,
  };
  if (known) {
    const solution = model.getSolution();
    reply.x = solution.colValue;
    if (!whole) reply.rowDual = solution.rowDual;
  }
  if (r.conflict && status === 'infeasible' && !whole) {
    // The light default strategy answers with an empty system; 6 = from the LP, irreducible.
    model.options.set({ iis_strategy: 6 });
    const iis = model.getIis();
    reply.conflict = { rows: iis.rowIndex, cols: iis.colIndex };
  }
  return reply;
}
