import type { OrderInstance } from '../types.ts';
import { openContext } from './context.ts';
import { addFlows } from './flow-part.ts';
import { addLimits } from './limits-part.ts';
import { addNeeds } from './needs-part.ts';
import { addRetraining } from './retraining-part.ts';
import { addSeats } from './seats-part.ts';
import type { SparseModel } from './sparse.ts';

/**
 * Builds the linear model of a training order (rows 1–11, docs/methods/seats.md).
 * @param instance checked by `checkInstance` before; ids are taken to resolve.
 * @returns columns with finite bounds, four objectives, a label for each row and column.
 * @throws RangeError when a coefficient leaves [1e-3, 1e4].
 */
export function buildModel(instance: OrderInstance): SparseModel {
  const ctx = openContext(instance);
  addNeeds(ctx);
  addSeats(ctx);
  addLimits(ctx);
  addFlows(ctx);
  addRetraining(ctx);
  const model = ctx.builder.finish();
  for (let k = 0; k < model.values.length; k++) {
    const a = Math.abs(model.values[k]!);
    if (!(a >= 1e-3 && a <= 1e4))
      throw new RangeError(
        `coefficient ${model.values[k]} of row ${JSON.stringify(model.rowLabels[model.indices[k]!])} is outside [1e-3, 1e4]`,
      );
  }
  return model;
}
