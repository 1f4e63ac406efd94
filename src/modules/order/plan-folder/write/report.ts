import type { Summary } from './summary.ts';
import { rounded } from './tables.ts';
import type { Texts } from './texts.ts';

const SHOWN_FAULTS = 100;
const SHOWN_NOTES = 10;

const cells = (...values: (string | number)[]) => `| ${values.join(' | ')} |`;
const head = (titles: string[]) => [cells(...titles), `|${' --- |'.repeat(titles.length)}`];
const FILE_COLUMNS = ['file', 'rows', 'imported', 'repaired', 'refused', 'encoding'];

/** Titles of the comparison with the simple orders. */
export const comparisonTitles = ({ t }: Texts) =>
  ['plan', 'weighted', 'worse', 'broken'].map((it) => t(`column.${it}`));

/** What no programme leads to: the first thing the reader sees, in the report, the paper and on the screen. */
export function unmappedSentence({ unmapped, forecast }: Summary, { t }: Texts): string {
  const [from, to] = forecast.years;
  return t('report.unmapped', {
    share: rounded(unmapped.share, 4),
    people: unmapped.people,
    all: unmapped.of,
    from,
    to,
  });
}

export function proofSentences({ order }: Summary, { t }: Texts): string[] {
  const { proved, reported, unmetPeople, seats, groups, lastYear, decisionYear } = order;
  return [
    t('report.seats', { year: decisionYear, seats, groups, before: lastYear }),
    t('report.unmet', { people: Math.round(unmetPeople) }),
    t('report.proved', { share: rounded(proved, 5), reported: rounded(reported, 5) }),
  ];
}

/** `report.md`: the unmapped share first, then assumptions, the account of every row, forecast, order, comparison. */
export function reportText(summary: Summary, texts: Texts): string {
  const { t } = texts;
  const { unmapped, vacancies, files, refused, forecast, order } = summary;
  const top = unmapped.byOccupation.slice(0, 8).map((it) => `${it.name} – ${it.people}`);
  const lines = [
    `# ${summary.title}`,
    '',
    ...(summary.trial ? [t('report.trial'), ''] : []),
    ...(summary.demo ? [t('report.demo'), ''] : []),
    `**${unmappedSentence(summary, texts)}**`,
    ...(top.length > 0 ? ['', t('report.unmappedTop', { list: top.join('; ') })] : []),
  ];
  if (unmapped.vacanciesShare !== null)
    lines.push(
      '',
      t('report.unmappedCards', {
        cards: vacancies.noOccupation,
        all: vacancies.noOccupation + vacancies.counted + vacancies.young + vacancies.noPlace,
        share: rounded(unmapped.vacanciesShare, 4),
      }),
    );
  lines.push('', `## ${t('report.assumptions')}`, '', ...summary.assumptions.map((it) => `- ${it.text}`));
  lines.push('', `## ${t('report.files')}`, '', ...head(FILE_COLUMNS.map((it) => t(`column.${it}`))));
  for (const it of summary.sources)
    lines.push(cells(it.file, it.rows, it.imported, it.repaired, it.refused, '–'));
  for (const it of files)
    lines.push(cells(it.file, it.rows, it.imported, it.repaired, it.refused, it.encoding ?? '–'));
  for (const { file, repairs } of files)
    for (const { id, cells: count } of repairs)
      lines.push('', `${file}: ${t(`repair.${id.replace('sheets:repair.', '')}`)} – ${count}`);
  if (vacancies.cards > 0) {
    const { unmatchedTitles: _titles, byTitle: _byTitle, assumedEmployer: _assumed, ...counts } = vacancies;
    lines.push('', `## ${t('report.vacancies')}`, '', t('report.vacanciesLine', counts));
  }
  if (refused.length > 0) {
    lines.push(
      '',
      `## ${t('report.faults')}`,
      '',
      ...refused.slice(0, SHOWN_FAULTS).map((it) => `- ${it.why}`),
    );
    if (refused.length > SHOWN_FAULTS)
      lines.push(`- ${t('cli.more', { count: refused.length - SHOWN_FAULTS })}`);
  }
  lines.push(
    '',
    `## ${t('report.forecast')}`,
    '',
    t('report.forecastLine', {
      cells: forecast.cells,
      openings: Math.round(forecast.openings),
      train: forecast.forGraduates,
      supply: Math.round(forecast.supply),
    }),
  );
  if (forecast.notes.length > 0) {
    lines.push('', t('report.notes', { count: forecast.notes.length }), '');
    lines.push(...forecast.notes.slice(0, SHOWN_NOTES).map((it) => `- ${it}`));
    if (forecast.notes.length > SHOWN_NOTES)
      lines.push(`- ${t('cli.more', { count: forecast.notes.length - SHOWN_NOTES })} (report.json)`);
  }
  lines.push('', `## ${t('report.order')}`, '', ...proofSentences(summary, texts).flatMap((it) => [it, '']));
  lines.push(`## ${t('report.comparison')}`, '', ...head(comparisonTitles(texts)));
  for (const it of order.comparison) lines.push(cells(...comparedCells(it, texts)));
  lines.push(
    '',
    t('report.fingerprint', { fingerprint: order.fingerprint, input: forecast.inputHash }),
    '',
    t('report.notSecret'),
    '',
    t('report.outputs'),
  );
  return `${lines.join('\n')}\n`;
}

/** One row of the comparison in words and figures of the language. */
export function comparedCells(
  it: Summary['order']['comparison'][number],
  { t, locale }: Texts,
): [string, string, string, string] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return [
    t(`plans.${it.id}`),
    number.format(it.goal),
    `${number.format(100 * it.worse)} %`,
    String(it.broken),
  ];
}
