export type Params = Record<string, string | number | boolean | null>;

/** What a rule says of a case: it may go on, may not, or may until a date. */
export type Verdict =
  | { is: 'ok' }
  | { is: 'refused'; messageKey: string; params: Params; field?: string }
  | { is: 'conditional'; messageKey: string; params: Params; until: string };

/** What `check` returns: the rule's own name is put before the words by the caller. */
export type Finding =
  | { is: 'ok' }
  | { is: 'refused'; params: Params; field?: string; variant?: string }
  | { is: 'conditional'; until: string; params: Params; variant?: string };

export const ok: Finding & { is: 'ok' } = { is: 'ok' };

/** `refused({ hours: 36, most: 35 }, 'hoursPerWeek')`; a variant picks the message `rule.<id>.<variant>`. */
export const refused = (params: Params = {}, field?: string, variant?: string): Finding => ({
  is: 'refused',
  params,
  field,
  variant,
});

/** Allowed, but only until the day `until`. */
export const conditional = (until: string, params: Params = {}, variant?: string): Finding => ({
  is: 'conditional',
  until,
  params: { ...params, until },
  variant,
});
