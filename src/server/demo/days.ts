/** An open or closed range of days as Postgres writes it. */
export const days = (from: string | null, to: string | null = null) =>
  `[${from ?? ''},${to ?? ''}]`.replace(/^\[,/, '(,').replace(/,\]$/, ',)');
