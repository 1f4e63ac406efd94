import type { Label, RowKind } from '../model/label.ts';
import type { OrderInstance } from '../types.ts';
import { namesOf } from './names.ts';
import type { Sentence } from './sentence.ts';

/** The words for one limit: message `<prefix>.<kind>` with everything it may name. */
export function limitSentence(o: OrderInstance, l: Label<RowKind>, prefix: string): Sentence {
  const names = namesOf(o);
  const params: Sentence['params'] = {};
  if (l.year !== undefined) params.year = l.year;
  if (l.programme) params.programme = names.programme(l.programme);
  if (l.college) params.college = names.college(l.college);
  if (l.kind === 'workshop') {
    const shop = o.workshops?.find((w) => w.id === l.id);
    params.workshop = names.workshop(l.id);
    params.college = names.college(shop?.college);
  } else if (l.kind === 'budget') params.budget = names.budget(l.id);
  else if (l.kind === 'policy') params.policy = names.policy(l.id);
  else if (l.kind === 'centre') params.centre = names.centre(l.id);
  else if (l.kind === 'applicants') Object.assign(params, names.area(l.id));
  return { id: `${prefix}.${l.kind}`, params };
}
