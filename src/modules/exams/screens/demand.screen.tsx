import { Link } from '@tanstack/react-router';
import { apiOf, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { MapOfCells } from '../../../web/widgets/map/map-of-cells.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { contract as registry } from '../../registry/contract.ts';
import { ShortageList } from './shortage-list.tsx';
import css from './staffing.module.css';
import { api, DEMAND, type Demand } from './staffing-api.ts';

type Row = Demand['rows'][number];
type Closing = Demand['closing'][number];
const places = apiOf({ listMunicipalities: registry.listMunicipalities });

function ByMonth({ rows }: { rows: Row[] }) {
  const { t } = useTexts();
  const { onExport, problem } = useExport<Row>(t('exams:staffing.demand.title'));
  return (
    <DataTable
      id="expert-demand"
      prefix="d"
      title={t('exams:staffing.demand.table')}
      rows={rows}
      rowKey={(row) => `${row.month} ${row.code}`}
      problem={(row) => row.empty}
      quiet={(row) => row.empty === 0}
      onExport={onExport}
      note={problem}
      empty={t('exams:staffing.demand.none')}
      columns={[
        {
          id: 'code',
          title: t('exams:staffing.demand.code'),
          value: (row) => row.code,
          names: true,
          filter: 'text',
        },
        {
          id: 'month',
          title: t('exams:staffing.demand.month'),
          value: (row) => row.month,
          cell: (row) => <span className="num">{row.month.split('-').reverse().join('.')}</span>,
          filter: 'choice',
        },
        {
          id: 'exams',
          title: t('exams:staffing.demand.exams'),
          value: (row) => row.exams,
          align: 'end',
          total: 'sum',
        },
        {
          id: 'seats',
          title: t('exams:staffing.demand.seats'),
          value: (row) => row.seats,
          align: 'end',
          total: 'sum',
        },
        {
          id: 'onPaper',
          title: t('exams:staffing.demand.onPaper'),
          value: (row) => row.onPaper,
          align: 'end',
        },
        {
          id: 'experts',
          title: t('exams:staffing.demand.experts'),
          value: (row) => row.experts,
          align: 'end',
        },
        {
          id: 'empty',
          title: t('exams:staffing.demand.empty'),
          value: (row) => row.empty,
          cell: (row) => (row.empty > 0 ? <b className="num">{row.empty}</b> : <Num value={0} />),
          align: 'end',
          total: 'sum',
        },
      ]}
    />
  );
}

function WhoCloses({ rows }: { rows: Closing[] }) {
  const { t } = useTexts();
  const { onExport, problem } = useExport<Closing>(t('exams:staffing.demand.closing'));
  return (
    <DataTable
      id="expert-closing"
      prefix="w"
      title={t('exams:staffing.demand.closing')}
      rows={rows}
      rowKey={(row) => `${row.person.id} ${row.month}`}
      onExport={onExport}
      note={problem}
      empty={t('exams:staffing.demand.closingEmpty')}
      columns={[
        {
          id: 'who',
          title: t('exams:staffing.demand.who'),
          value: (row) => row.person.name,
          names: true,
          filter: 'text',
        },
        {
          id: 'works',
          title: t('exams:staffing.demand.works'),
          value: (row) => row.person.organisation,
          filter: 'text',
          card: 'wide',
        },
        {
          id: 'place',
          title: t('exams:staffing.demand.district'),
          value: (row) => row.person.place,
          filter: 'choice',
          quiet: true,
        },
        {
          id: 'how',
          title: t('exams:staffing.demand.how'),
          value: (row) => t(`exams:staffing.demand.kind.${row.kind}`),
          filter: 'choice',
        },
        {
          id: 'codes',
          title: t('exams:staffing.demand.code'),
          value: (row) => row.codes.join(', '),
          filter: 'text',
          card: 'wide',
        },
        {
          id: 'month',
          title: t('exams:staffing.demand.month'),
          value: (row) => row.month,
          cell: (row) => <span className="num">{row.month.split('-').reverse().join('.')}</span>,
        },
        { id: 'free', title: t('exams:staffing.demand.free'), value: (row) => row.exams, align: 'end' },
      ]}
    />
  );
}

/** Required against available, counted after conflicts: by month and specialty, by district, and who would close it. */
export default function DemandPage() {
  const { t, dateRange } = useTexts();
  const read = useRead(DEMAND, api.getDemand, {});
  const list = useRead(['registry', 'municipalities'], places.listMunicipalities, {});
  const demand = read.data?.data.demand;
  const last = read.data?.data.staffing;
  const by = new Map((demand?.districts ?? []).map((one) => [one.municipalityId, one.empty]));
  const cells = (list.data?.data.rows ?? []).map(({ id, name, shortName, lat, lon }) => ({
    id,
    name,
    lat,
    lon,
    short: shortName,
    value: by.get(id) ?? null,
  }));
  return (
    <>
      <PageHead
        title={t('exams:staffing.demand.title')}
        about={t('exams:staffing.demand.about')}
        actions={
          last && (
            <Link to="/exam-staffing/$id" params={{ id: last.id }}>
              {dateRange(last.from, last.to)}
            </Link>
          )
        }
      />
      {read.isSuccess && !demand && <p>{t('exams:staffing.demand.none')}</p>}
      {demand && (
        <>
          <ByMonth rows={demand.rows} />
          {cells.length > 0 && demand.districts.length > 0 && (
            <section className={css.section}>
              <MapOfCells
                title={t('exams:staffing.demand.map')}
                unit={t('exams:staffing.demand.unit')}
                places={cells}
              />
            </section>
          )}
          <section className={css.section} aria-labelledby="demand-why">
            <SectionHead id="demand-why" title={t('exams:staffing.screen.shortages')} />
            <ShortageList shortages={demand.shortages} none={t('exams:staffing.screen.noShortages')} />
          </section>
          {demand.closing.length > 0 && (
            <p className={css.acts}>
              {t('exams:staffing.demand.closingAbout', { before: demand.empty, after: demand.afterClosing })}
            </p>
          )}
          <WhoCloses rows={demand.closing} />
        </>
      )}
    </>
  );
}
