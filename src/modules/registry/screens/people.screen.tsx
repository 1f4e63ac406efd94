import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { isRole, mayAppoint } from '../roles.ts';
import { AppointForm } from './appoint-form.tsx';
import { EndForm, InviteForm } from './assignment-forms.tsx';
import css from './registry.module.css';
import { ASSIGNMENTS, type Assignment, api } from './registry-api.ts';

type Open = { what: 'end' | 'invite'; row: Assignment } | { what: 'appoint' } | null;

const columnsOf = (
  { t, tId }: Texts,
  mine: (row: Assignment) => boolean,
  open: (next: Open) => void,
): Column<Assignment>[] => [
  {
    id: 'name',
    title: t('registry:people.name'),
    value: (row) => row.personName,
    names: true,
    filter: 'text',
  },
  {
    id: 'role',
    title: t('registry:people.role'),
    value: (row) => tId(`registry:role.${row.role}`),
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'organisation',
    title: t('registry:people.organisation'),
    value: (row) => row.organisationName,
    quiet: true,
    card: 'wide',
  },
  {
    id: 'from',
    title: t('registry:people.from'),
    value: (row) => row.from,
    cell: (row) => (row.from ? <DateText value={row.from} /> : ''),
  },
  {
    id: 'to',
    title: t('registry:people.to'),
    value: (row) => row.to,
    cell: (row) =>
      row.to ? <DateText value={row.to} /> : <span className="dim">{t('registry:people.forever')}</span>,
  },
  {
    id: 'acts',
    title: t('registry:people.acts'),
    value: () => null,
    screenOnly: true,
    sort: false,
    width: 290,
    card: 'wide',
    cell: (row) =>
      mine(row) && (
        <span className={css.acts}>
          <Button size="s" onClick={() => open({ what: 'invite', row })}>
            {t('registry:people.invite')}
          </Button>
          <Button size="s" onClick={() => open({ what: 'end', row })}>
            {t('registry:people.end')}
          </Button>
        </span>
      ),
  },
];

/** Who holds which role; appoint, end, invite. Who may appoint whom is data. */
export default function People() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Assignment>(t('registry:people.title'));
  const { assignment, may } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const [invitedUntil, setInvitedUntil] = useState('');
  const role = assignment?.role ?? '';
  const read = useRead(ASSIGNMENTS, api.listAssignments, { limit: 500, offset: 0 });
  const appoints = may('registry.assignment.appoint');
  const columns = useMemo(
    () => columnsOf(texts, (row) => appoints && isRole(row.role) && mayAppoint(role, row.role), setOpen),
    [texts, appoints, role],
  );
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={t('registry:people.title')}
        about={t('registry:people.about')}
        actions={
          appoints &&
          open === null && (
            <Button kind="main" icon="plus" onClick={() => setOpen({ what: 'appoint' })}>
              {t('registry:people.appoint')}
            </Button>
          )
        }
      />
      {invitedUntil && (
        <p role="status" className={css.said}>
          <StateMark state="done">{t('registry:people.invited', { until: invitedUntil })}</StateMark>
        </p>
      )}
      {open?.what === 'appoint' && <AppointForm onClose={close} />}
      {open?.what === 'end' && <EndForm key={open.row.id} row={open.row} onClose={close} />}
      {open?.what === 'invite' && (
        <InviteForm key={open.row.id} row={open.row} onClose={close} onSent={setInvitedUntil} />
      )}
      <DataTable
        id="people"
        title={t('registry:people.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('registry:people.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
