import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, DRAWS, type Draw } from './round-api.ts';
import { MARKS } from './round-list.screen.tsx';
import { classWords } from './round-rules.tsx';
import { DrawTicket } from './round-ticket.tsx';
import css from './rounds.module.css';

function Facts({ facts }: { facts: [string, string | null][] }) {
  return (
    <dl className={`panel ${css.rules}`}>
      {facts.map(([term, value]) =>
        value === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Numbers({ draw }: { draw: Draw }) {
  const { t } = useTexts();
  if (!draw.statistics) return null;
  const { students, placed, byRank, administrative } = draw.statistics;
  const source = t('practice:round.screen.draws.fromDraw');
  const one = (key: 'students' | 'placed' | 'firstRank' | 'administrative', value: number) => ({
    label: t(`practice:round.screen.draws.${key}`),
    value: <Num value={value} />,
    origin: {
      short: source,
      facts: {
        nodes: [
          { count: value, noun: t('practice:round.screen.card.nounStudents', { count: value }), source },
        ],
      },
    },
  });
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          one('students', students),
          one('placed', placed),
          one('firstRank', byRank[0] ?? 0),
          ...(administrative > 0 ? [one('administrative', administrative)] : []),
        ]}
      />
    </div>
  );
}

type Place = Draw['places'][number];

function Places({ draw }: { draw: Draw }) {
  const { t } = useTexts();
  const few = t('practice:round.screen.draws.few');
  const columns = useMemo(
    (): Column<Place>[] => [
      {
        id: 'host',
        title: t('practice:round.screen.card.host'),
        value: (row) => row.host,
        names: true,
        filter: 'text',
      },
      {
        id: 'title',
        title: t('practice:round.screen.card.place'),
        value: (row) => row.title,
        card: 'wide',
        filter: 'text',
      },
      {
        id: 'municipality',
        title: t('practice:round.screen.card.district'),
        value: (row) => row.municipality,
        filter: 'choice',
        quiet: true,
      },
      { id: 'seats', title: t('practice:round.screen.card.seats'), value: (row) => row.seats, align: 'end' },
      {
        id: 'asked',
        title: t('practice:round.screen.card.asked'),
        value: (row) => row.asked ?? few,
        align: 'end',
      },
      {
        id: 'cutoff',
        title: t('practice:round.screen.card.cutoff'),
        value: (row) => (row.closed ? t('practice:round.screen.card.closed') : (row.cutoff ?? few)),
        align: 'end',
      },
    ],
    [t, few],
  );
  const { onExport } = useExport<Place>(draw.title);
  return (
    <DataTable
      id="draw-places"
      title={t('practice:round.screen.draws.places')}
      columns={columns}
      rows={draw.places}
      rowKey={(row) => row.id}
      look="roomy"
      empty={t('practice:round.screen.draws.seedLater')}
      onExport={onExport}
    />
  );
}

/** One draw in public: what was promised before, what came out, and how anybody checks it. */
export default function PublicDraw() {
  const texts = useTexts();
  const { t } = texts;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(DRAWS, api.publicDraw, { id });
  if (read.isError)
    return <EmptyState title={t('practice:round.screen.draws.title')} text={read.error.message} />;
  const draw = read.data?.data;
  if (!draw) return <p className={`dim ${css.public}`}>{t('web:table.loading')}</p>;
  const notYet = t('practice:round.screen.card.notYet');
  return (
    <div className={css.public}>
      <PageHead
        title={draw.title}
        crumbs={[{ title: t('practice:round.screen.draws.title'), to: '/draws' }, { title: draw.title }]}
        tag={<StateMark state={MARKS[draw.state]}>{t(`practice:state.round.${draw.state}`)}</StateMark>}
        about={t('practice:round.screen.draws.about')}
      />
      <Numbers draw={draw} />
      <h2>{t('practice:round.screen.draws.before')}</h2>
      <p>{t('practice:round.screen.draws.beforeAbout')}</p>
      <Facts
        facts={[
          [t('practice:round.screen.card.ruleIs'), t(`practice:round.rule.${draw.rule}`)],
          [t('practice:round.screen.card.classesAre'), classWords(draw.classes, texts)],
          [t('practice:round.screen.card.versionIs'), draw.ruleVersion],
          [t('practice:round.screen.card.commitment'), draw.commitment],
          [t('practice:round.screen.card.inputHash'), draw.inputHash ?? notYet],
        ]}
      />
      <h2>{t('practice:round.screen.draws.after')}</h2>
      {draw.seed ? (
        <>
          <Facts
            facts={[
              [t('practice:round.screen.draws.committedSeed'), draw.committedSeed],
              [t('practice:round.screen.card.beaconIs'), draw.beacon],
              [t('practice:round.screen.draws.usedSeed'), draw.seed],
              [t('practice:round.screen.draws.label'), draw.label],
            ]}
          />
          <DrawTicket draw={draw} />
          <h2>{t('practice:round.screen.draws.self')}</h2>
          <p>{t('practice:round.screen.draws.selfAbout')}</p>
          <pre className={`panel ${css.code}`}>
            {'rostok verify out.json --in in.json\npython3 docs/lottery.py draw.json'}
          </pre>
          <Places draw={draw} />
        </>
      ) : (
        <p>{t('practice:round.screen.draws.seedLater')}</p>
      )}
    </div>
  );
}
