import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable, type Exported } from '../../../web/widgets/table/index.ts';
import { InviteForm, OfferForm } from './candidate-forms.tsx';
import css from './hiring.module.css';
import { api, CANDIDATES, type Candidate, FRESH, SHOWN, type Shown } from './hiring-api.ts';
import { shownColumns } from './shown-columns.tsx';

type Open = { act: 'invite' | 'offer'; id: string } | null;

/** What goes into a file is asked anew: whoever took the consent back a moment ago is not in it. */
function useFreshExport<Row>(title: string, fresh: () => Promise<Row[]>, key: (row: Row) => string) {
  const { onExport, problem } = useExport<Row>(title);
  return {
    problem,
    onExport: async (what: Exported<Row>) => {
      const standing = new Set((await fresh()).map(key));
      await onExport({ ...what, rows: what.rows.filter((row) => standing.has(key(row))) });
    },
  };
}

function OwnList({ onOpen }: { onOpen: (open: Open) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(CANDIDATES, api.listCandidates, {}, FRESH);
  const remove = useChange(api.removeCandidate, [CANDIDATES, SHOWN]);
  const rows = read.data?.data.rows ?? [];
  const { onExport, problem } = useFreshExport<Candidate>(
    t('hiring:screen.candidates.list'),
    async () => (await read.refetch()).data?.data.rows ?? [],
    (row) => row.id,
  );
  const columns: Column<Candidate>[] = [
    ...shownColumns<Candidate>(texts),
    {
      id: 'way',
      title: t('hiring:screen.candidates.way'),
      optional: true,
      value: (row) => t(`hiring:way.${row.way}`),
      quiet: true,
      card: 'wide',
    },
    {
      id: 'state',
      width: 190,
      title: t('hiring:screen.candidates.state'),
      value: (row) =>
        row.offer
          ? t(`hiring:state.offer.${row.offer.state}`)
          : row.invitation
            ? t(`hiring:state.invitation.${row.invitation.state}`)
            : t('hiring:screen.candidates.noStep'),
      cell: (row) =>
        row.offer ? (
          <StateMark state={row.offer.state === 'accepted' ? 'done' : 'waiting'}>
            {t('hiring:screen.candidates.offer', { state: t(`hiring:state.offer.${row.offer.state}`) })}
          </StateMark>
        ) : row.invitation ? (
          <StateMark state={row.invitation.state === 'accepted' ? 'done' : 'waiting'}>
            {t('hiring:screen.candidates.invitation', {
              state: t(`hiring:state.invitation.${row.invitation.state}`),
            })}
          </StateMark>
        ) : (
          <span className="dim">{t('hiring:screen.candidates.noStep')}</span>
        ),
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'act',
      title: t('hiring:screen.act'),
      value: () => null,
      screenOnly: true,
      sort: false,
      card: 'wide',
      cell: (row) => {
        const offered = row.offer && ['made', 'accepted'].includes(row.offer.state);
        return (
          <span className={css.cell}>
            {!offered && row.invitation?.state !== 'sent' && (
              <Button size="s" onClick={() => onOpen({ act: 'invite', id: row.id })}>
                {t('hiring:screen.candidates.invite')}
              </Button>
            )}
            {!offered && (
              <Button size="s" onClick={() => onOpen({ act: 'offer', id: row.id })}>
                {t('hiring:screen.candidates.makeOffer')}
              </Button>
            )}
            <Button
              size="s"
              kind="quiet"
              busy={remove.isPending}
              onClick={() => remove.mutate({ id: row.id })}
            >
              {t('hiring:screen.candidates.remove')}
            </Button>
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      id="candidates"
      title={t('hiring:screen.candidates.list')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      problem={(row) => (row.offer?.state === 'accepted' ? 2 : row.invitation?.state === 'accepted' ? 1 : 0)}
      loading={read.isPending}
      error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
      onExport={onExport}
      note={problem || remove.error?.message}
      empty={t('hiring:screen.candidates.empty')}
    />
  );
}

function Visible({ sessionId }: { sessionId?: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(SHOWN, api.listShown, sessionId ? { sessionId } : {}, FRESH);
  const add = useChange(api.addCandidate, [CANDIDATES, SHOWN]);
  const { onExport, problem } = useFreshExport<Shown>(
    t('hiring:screen.candidates.visible'),
    async () => (await read.refetch()).data?.data.rows ?? [],
    (row) => row.studentId,
  );
  const columns: Column<Shown>[] = [
    ...shownColumns<Shown>(texts),
    {
      id: 'act',
      title: t('hiring:screen.act'),
      value: (row) => (row.candidateId ? t('hiring:screen.candidates.inList') : null),
      sort: false,
      screenOnly: true,
      card: 'wide',
      cell: (row) =>
        row.candidateId ? (
          <span className="dim">{t('hiring:screen.candidates.inList')}</span>
        ) : (
          <Button
            size="s"
            icon="plus"
            busy={add.isPending}
            onClick={() =>
              add.mutate({
                studentId: row.studentId,
                way: row.ground === 'placement' ? 'practice' : row.ground === 'pool' ? 'pool' : 'session',
                sessionId: sessionId ?? row.result?.sessionId ?? null,
              })
            }
          >
            {t('hiring:screen.candidates.add')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <div className={css.gap} />
      <DataTable
        id="visible-students"
        prefix="v"
        title={t('hiring:screen.candidates.visible')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.studentId}
        quiet={(row) => row.candidateId !== null}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem || add.error?.message}
        empty={t('hiring:screen.candidates.nobody')}
      />
    </>
  );
}

/** The list of candidates, and below it everybody this employer may see. */
export default function Candidates() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const { session } = useSearch({ strict: false }) as { session?: string };
  const read = useRead(CANDIDATES, api.listCandidates, {}, FRESH);
  const row = read.data?.data.rows.find((it) => it.id === open?.id);
  const close = () => setOpen(null);
  return (
    <>
      <PageHead title={t('hiring:screen.candidates.title')} about={t('hiring:screen.candidates.about')} />
      {row && open?.act === 'invite' && <InviteForm row={row} onClose={close} />}
      {row && open?.act === 'offer' && <OfferForm row={row} onClose={close} />}
      <OwnList onOpen={setOpen} />
      <Visible sessionId={session} />
    </>
  );
}
