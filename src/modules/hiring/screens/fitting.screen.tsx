import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { useJob } from '../../../web/use-job.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './hiring.module.css';
import { api, CANDIDATES, FRESH, OPENINGS, type Opening, SHOWN } from './hiring-api.ts';
import { Reasons } from './reasons.tsx';
import { RequirementsForm } from './requirements-form.tsx';

/** How many people are shown at first: the best, then as many again at each press. */
const PAGE = 5;

function People({ opening, edit }: { opening: Opening; edit: boolean }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const read = useRead(['hiring', 'fitting'], api.listFitting, { opening: opening.opening }, FRESH);
  const add = useChange(api.addCandidate, [CANDIDATES, SHOWN, ['hiring', 'fitting']]);
  const rows = read.data?.data.rows ?? [];
  const hidden = read.data?.data.hidden ?? 0;
  const [shown, setShown] = useState(PAGE);
  const [college, setCollege] = useState('');
  const [fresh, setFresh] = useState(false);
  const colleges = [...new Set(rows.map((row) => row.college))].sort((a, b) => a.localeCompare(b, 'ru'));
  // a college chosen for another opening may have nobody here
  const at = colleges.includes(college) ? college : '';
  const found = rows.filter((row) => (!at || row.college === at) && !(fresh && row.candidateId));
  return (
    <>
      <div className={css.gap}>
        <SectionHead title={t('hiring:screen.fitting.people', { title: opening.title })}>
          {edit && !asking && (
            <Button size="s" icon="pencil" onClick={() => setAsking(true)}>
              {t('hiring:screen.fitting.requirements')}
            </Button>
          )}
        </SectionHead>
      </div>
      {asking && <RequirementsForm opening={opening} onClose={() => setAsking(false)} />}
      {add.error && <p role="alert">{add.error.message}</p>}
      {read.data && rows.length === 0 && (
        <EmptyState
          level={2}
          text={t(hidden > 0 ? 'hiring:screen.fitting.allHidden' : 'hiring:screen.fitting.nobody')}
        />
      )}
      {rows.length > PAGE && (
        <div className={css.filters}>
          <ChoiceInput
            name="college"
            label={t('hiring:screen.fitting.college')}
            value={at}
            none={t('hiring:screen.fitting.everyCollege')}
            onChange={(value) => {
              setCollege(value);
              setShown(PAGE);
            }}
            choices={colleges.map((value) => ({ value, label: value }))}
          />
          <label className={css.tick}>
            <input type="checkbox" checked={fresh} onChange={(event) => setFresh(event.target.checked)} />
            {t('hiring:screen.fitting.notInList')}
          </label>
        </div>
      )}
      {rows.length > 0 && (
        <p className="dim" role="status">
          {t('hiring:screen.fitting.shown', { shown: Math.min(shown, found.length), count: found.length })}
        </p>
      )}
      <div className={css.cards}>
        {found.slice(0, shown).map((row) => (
          <section key={row.studentId} className={`panel ${css.card}`}>
            <h3>{row.name}</h3>
            <p className="dim">
              {row.college}. {row.programme}, {row.graduationYear}. {t(`hiring:ground.${row.ground}`)}
            </p>
            <p className={css.percent}>{t('hiring:screen.fit.share', { percent: row.percent })}</p>
            <details className={css.folded}>
              <summary>{t('hiring:screen.fitting.why')}</summary>
              <Reasons reasons={row.reasons} percent={row.percent} />
            </details>
            <div className={css.acts}>
              {row.candidateId ? (
                <span className="dim">{t('hiring:screen.candidates.inList')}</span>
              ) : (
                edit && (
                  <Button
                    icon="plus"
                    busy={add.isPending}
                    onClick={() =>
                      add.mutate({
                        studentId: row.studentId,
                        way: 'fit',
                        needLineId: opening.opening.startsWith('line:') ? opening.opening.slice(5) : null,
                      })
                    }
                  >
                    {t('hiring:screen.candidates.add')}
                  </Button>
                )
              )}
            </div>
          </section>
        ))}
      </div>
      {found.length > shown && (
        <div className={css.acts}>
          <Button onClick={() => setShown(shown + PAGE)}>
            {t('hiring:screen.fitting.more', { count: Math.min(PAGE, found.length - shown) })}
          </Button>
        </div>
      )}
      {hidden > 0 && rows.length > 0 && (
        <p className="dim">{t('hiring:screen.fitting.hidden', { count: hidden })}</p>
      )}
    </>
  );
}

/** «Кого пригласить»: own need lines and vacancies, and for the chosen one people with reasons and gaps. */
export default function FittingPage() {
  const { t, date } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const read = useRead(OPENINGS, api.listOpenings, {}, FRESH);
  const compute = useChange(api.computeMatches, [OPENINGS]);
  const job = useJob(jobId);
  const running = job.data && !['done', 'failed', 'cancelled'].includes(job.data.data.state);
  const rows = read.data?.data.rows ?? [];
  const at = read.data?.data.computedAt;
  const opening = rows.find((it) => it.opening === chosen) ?? rows[0];
  const columns: Column<Opening>[] = [
    {
      id: 'title',
      title: t('hiring:screen.fitting.opening'),
      value: (row) => row.title,
      cell: (row) => (
        <Button
          kind="quiet"
          size="s"
          aria-pressed={row.opening === opening?.opening}
          onClick={() => setChosen(row.opening)}
        >
          {row.title}
        </Button>
      ),
      names: true,
      filter: 'text',
      card: 'wide',
    },
    { id: 'place', title: t('hiring:screen.place'), value: (row) => row.place, quiet: true, card: 'wide' },
    {
      id: 'year',
      title: t('hiring:screen.fitting.year'),
      value: (row) => (row.year ? String(row.year) : t('hiring:screen.fitting.now')),
      align: 'center',
    },
    { id: 'people', title: t('hiring:screen.fitting.count'), value: (row) => row.people, total: 'sum' },
    { id: 'fitting', title: t('hiring:screen.fitting.fitting'), value: (row) => row.fitting },
    {
      id: 'requirements',
      title: t('hiring:screen.fitting.named'),
      value: (row) => row.requirements.length,
      quiet: true,
    },
    {
      id: 'way',
      title: t('hiring:screen.way.title'),
      value: () => null,
      screenOnly: true,
      sort: false,
      card: 'wide',
      cell: (row) =>
        row.opening.startsWith('line:') ? (
          <Link to={`/path/need/${row.opening.slice(5)}` as string}>{t('hiring:screen.way.open')}</Link>
        ) : null,
    },
  ];
  return (
    <>
      <PageHead
        title={t('hiring:screen.fitting.title')}
        about={
          at
            ? t('hiring:screen.fitting.about', { at: date(at, 'moment') })
            : t('hiring:screen.fitting.notYet')
        }
        actions={
          read.data?.can.compute && (
            <Button
              icon="renew"
              busy={compute.isPending || running === true}
              onClick={() => compute.mutate({}, { onSuccess: (answer) => setJobId(answer.data.jobId) })}
            >
              {t(running ? 'hiring:screen.fitting.computing' : 'hiring:screen.fitting.compute')}
            </Button>
          )
        }
      />
      {compute.error && <p role="alert">{compute.error.message}</p>}
      <DataTable
        id="openings"
        title={t('hiring:screen.fitting.openings')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.opening}
        chosen={opening?.opening ?? null}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('hiring:screen.fitting.empty')}
      />
      {opening && <People key={opening.opening} opening={opening} edit={read.data?.can.edit === true} />}
    </>
  );
}
