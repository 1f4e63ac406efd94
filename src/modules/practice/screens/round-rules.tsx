import { useMemo } from 'react';
import { type Texts, useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import type { Draw, Round } from './round-api.ts';
import css from './rounds.module.css';

/** «Сначала те, кому нужно доступное место; сначала те, кто живёт ближе: до 10, 30, 60 км». */
export function classWords(classes: Draw['classes'], { t }: Texts): string {
  if (classes.length === 0) return t('practice:round.screen.card.noClasses');
  return classes
    .map((one) =>
      one.kind === 'distance'
        ? t('practice:round.class.distance', { bands: one.bands.join(', ') })
        : t(`practice:round.class.${one.kind}`),
    )
    .join('; ');
}

type Run = Round['runs'][number];

/** Under what rules it is drawn, what was committed when, and every computation. */
export function RoundRules({ round }: { round: Round }) {
  const texts = useTexts();
  const { t } = texts;
  const notYet = t('practice:round.screen.card.notYet');
  const facts: [string, string][] = [
    [t('practice:round.screen.card.ruleIs'), t(`practice:round.rule.${round.rule}`)],
    [t('practice:round.screen.card.versionIs'), round.ruleVersion],
    [t('practice:round.screen.card.policyIs'), t(`practice:round.policy.${round.policy}`)],
    [t('practice:round.screen.card.classesAre'), classWords(round.classes, texts)],
    [
      t('practice:round.screen.card.leftoversAre'),
      t(`practice:round.screen.card.${round.leftovers ? 'leftoversYes' : 'leftoversNo'}`),
    ],
    ...(round.caps.length > 0
      ? [
          [
            t('practice:round.screen.card.capsAre'),
            round.caps.map((one) => t('practice:round.screen.card.capLine', one)).join('; '),
          ] as [string, string],
        ]
      : []),
    [t('practice:round.screen.card.commitment'), round.commitment],
    [t('practice:round.screen.card.inputHash'), round.inputHash ?? notYet],
    ...(round.beacon ? [[t('practice:round.screen.card.beaconIs'), round.beacon] as [string, string]] : []),
    [t('practice:round.screen.card.seed'), round.seed ?? notYet],
  ];
  const columns = useMemo(
    (): Column<Run>[] => [
      {
        id: 'run',
        title: t('practice:round.screen.card.run'),
        value: (row) => row.run,
        align: 'end',
        names: true,
      },
      {
        id: 'cause',
        title: t('practice:round.screen.repair.reason'),
        value: (row) => t(`practice:round.screen.card.cause.${row.cause}`),
      },
      {
        id: 'madeAt',
        title: t('practice:round.screen.card.madeAt'),
        value: (row) => row.madeAt,
        cell: (row) => <DateText value={row.madeAt} look="moment" />,
      },
      {
        id: 'placed',
        title: t('practice:round.screen.card.placed'),
        value: (row) => row.placed,
        align: 'end',
      },
      { id: 'ms', title: t('practice:round.screen.card.took'), value: (row) => row.ms, align: 'end' },
      {
        id: 'hash',
        title: t('practice:round.screen.card.inputHash'),
        value: (row) => row.inputHash,
        quiet: true,
        optional: true,
      },
    ],
    [t],
  );
  return (
    <>
      <dl className={`panel ${css.rules}`}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {round.runs.length > 0 && (
        <DataTable
          id="round-runs"
          title={t('practice:round.screen.card.runs')}
          columns={columns}
          rows={round.runs}
          rowKey={(row) => String(row.run)}
          empty={notYet}
        />
      )}
    </>
  );
}
