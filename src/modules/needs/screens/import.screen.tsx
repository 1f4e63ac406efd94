import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { ImportActs } from './import-acts.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportJob } from './import-job.tsx';
import { ImportSpellings } from './import-spellings.tsx';
import css from './needs.module.css';
import { api, IMPORTS, type Import } from './needs-api.ts';
import { Remarks } from './remarks.tsx';
import { totalName } from './total-name.ts';

const PACE = 1500;
const COUNTS = ['rows', 'imported', 'repaired', 'refused'] as const;

/** What storing would do, did, or why it did nothing. */
function Outcome({ file }: { file: Import }) {
  const { t } = useTexts();
  const { state, effect, fault } = file;
  if (fault) return <StateMark state="blocks">{fault}</StateMark>;
  if (state === 'cancelled') return <StateMark state="remind">{t('needs:import.stopped')}</StateMark>;
  if (!effect) return null;
  const closed = effect.closed ? ` ${t('needs:import.closedNote', { closed: effect.closed })}` : '';
  if (state === 'applied')
    return (
      <StateMark state="done">
        {t('needs:import.appliedNote', effect)}
        {closed}
      </StateMark>
    );
  return (
    <>
      {t('needs:import.effectNote', effect)}
      {closed}{' '}
      {effect.waiting > 0 && (
        <StateMark state="waiting">{t('needs:import.waitingNote', { waiting: effect.waiting })}</StateMark>
      )}
    </>
  );
}

function Found({ file }: { file: Import }) {
  const texts = useTexts();
  const { t } = texts;
  const totals = useExport<Import['totals'][number]>(t('needs:import.totals'));
  const proposals = useExport<Import['proposals'][number]>(t('needs:import.proposals'));
  const rest = file.moreProposals > 0 ? t('needs:import.more', { count: file.moreProposals }) : undefined;
  return (
    <>
      {file.notes.map((text) => (
        <p key={text} className={css.said}>
          <StateMark state="remind">{text}</StateMark>
        </p>
      ))}
      {file.spellings.length > 0 && <ImportSpellings file={file} />}
      {file.columns.length > 0 && file.state === 'read' && <ImportColumns key={file.jobId} file={file} />}
      <Remarks title={t('needs:upload.remarks')} remarks={file.remarks} empty={t('needs:upload.none')} />
      {file.proposals.length > 0 && (
        <DataTable
          id="proposals"
          prefix="proposals"
          title={t('needs:import.proposals')}
          note={rest}
          rows={file.proposals}
          rowKey={(row) => row.text}
          onExport={proposals.onExport}
          empty=""
          columns={[
            { id: 'text', title: t('needs:check.text'), value: (row) => row.text, names: true, card: 'wide' },
            { id: 'rows', title: t('needs:check.rows'), value: (row) => row.rows },
          ]}
        />
      )}
      {file.totals.length > 0 && (
        <DataTable
          id="totals"
          prefix="totals"
          title={t('needs:import.totals')}
          rows={file.totals}
          rowKey={(row) => row.column}
          onExport={totals.onExport}
          empty=""
          columns={[
            {
              id: 'column',
              title: t('needs:check.column'),
              value: ({ column }) => totalName(texts, column),
              names: true,
            },
            { id: 'before', title: t('needs:check.before'), value: (row) => row.before },
            { id: 'repaired', title: t('needs:import.repairedSum'), value: (row) => row.repaired },
            { id: 'refused', title: t('needs:import.refusedSum'), value: (row) => row.refused },
            { id: 'after', title: t('needs:check.after'), value: (row) => row.after },
          ]}
        />
      )}
    </>
  );
}

/** One file on its way in: read, judged, shown; then stored in one piece or not at all. */
export default function ImportPage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(
    [...IMPORTS, id],
    api.getImport,
    { id },
    {
      refetchInterval: ({ state: { data } }) =>
        data && ['reading', 'applying'].includes(data.data.state) ? PACE : false,
    },
  );
  const file = read.data?.data;
  if (read.isError) return <EmptyState text={read.error.message} />;
  if (!file) return <p className="dim">{t('web:table.loading')}</p>;
  const kind = t(`needs:kindName.${file.kind}`);
  return (
    <>
      <PageHead
        title={file.fileName}
        tag={t(`needs:importState.${file.state}`)}
        about={file.year ? t('needs:imports.of', { kind, year: file.year }) : kind}
        crumbs={[{ title: t('needs:imports.title'), to: '/imports' }, { title: file.fileName }]}
      />
      {file.jobId && file.state !== 'applied' && <ImportJob jobId={file.jobId} />}
      {file.counts && (
        <dl className={`panel ${css.counts}`}>
          {COUNTS.map((it) => (
            <div key={it}>
              <dt>{t(`needs:import.counts.${it}`)}</dt>
              <dd>
                <Num value={file.counts?.[it] ?? null} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={css.said} role="status">
        <Outcome file={file} />
      </p>
      <ImportActs file={file} can={read.data?.can ?? {}} />
      {file.counts && <Found file={file} />}
    </>
  );
}
