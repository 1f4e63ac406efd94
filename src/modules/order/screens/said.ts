import { engineParams } from '../../../web/engine-params.ts';
import type { Texts } from '../../../web/text.ts';

interface Sentence {
  id: string;
  params: Record<string, string | number>;
}

/** The pool of applicants of an order that knows no smaller one. */
const POOL = 'region';

/** A sentence of the engine in the language of the screen. */
export const said = ({ id, params }: Sentence, { t, tId }: Pick<Texts, 't' | 'tId'>): string =>
  tId(
    `engine-seats:${id}`,
    engineParams(params.area === POOL ? { ...params, area: t('order:screen.why.wholeRegion') } : params),
  );
