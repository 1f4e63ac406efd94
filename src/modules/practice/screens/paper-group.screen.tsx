import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { KINDS_OF_ALL, PAPER_KINDS } from '../contract.ts';
import css from './paper.module.css';
import { api, type Format, type GroupPapers, PAPERS_OF, saveBase64 } from './paper-api.ts';
import { JournalForm, RegisterForm } from './paper-forms.tsx';
import { PaperKinds } from './paper-kinds.tsx';

function Registered({ papers }: { papers: GroupPapers['registered'] }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState('');
  const get = async (id: string, format: Format) => {
    setBusy(`${id} ${format}`);
    try {
      saveBase64((await api.printRegistered({ id, format })).data);
    } finally {
      setBusy('');
    }
  };
  if (papers.length === 0) return <p className="dim">{t('practice:papers.screen.none')}</p>;
  return (
    <ul className={css.list}>
      {papers.map(({ id, kind, number, on, host, students }) => (
        <li key={id}>
          <span>
            {t('practice:papers.screen.numbered', { kind: t(`practice:papers.kind.${kind}`), number, on })}
            <span className="dim small">
              {' '}
              {[host, t('practice:papers.screen.students', { count: students })].filter(Boolean).join(', ')}
            </span>
          </span>
          <span className={css.acts}>
            {(['pdf', 'docx'] as const).map((format) => (
              <Button
                key={format}
                size="s"
                icon="download"
                busy={busy === `${id} ${format}`}
                onClick={() => void get(id, format)}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Papers of a placed group: from what is on record, with what is registered and how it is numbered. */
export default function PaperGroup() {
  const { t, dateRange } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [hostId, setHostId] = useState('');
  const [open, setOpen] = useState<'register' | 'journal' | null>(null);
  const read = useRead([...PAPERS_OF, id], api.getPaperSet, { planId: id, ...(hostId ? { hostId } : {}) });
  if (read.isError)
    return (
      <EmptyState title={t('practice:papers.screen.ofGroup')} text={read.error.message}>
        <Link to="/practice/$id" params={{ id }} className={buttonClass({ kind: 'main' })}>
          {t('practice:papers.screen.back')}
        </Link>
      </EmptyState>
    );
  if (!read.data) return null;
  const { set, hosts, registered, journals } = read.data.data;
  const ofAll = hosts.length > 1 && hostId === '';
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        crumbs={[{ title: t('practice:papers.screen.back'), to: `/practice/${id}` }, { title: set.group }]}
        title={t('practice:papers.screen.ofGroup')}
        tag={set.group}
        about={`${set.practice.title}, ${dateRange(set.practice.from, set.practice.to)}. ${t('practice:papers.screen.ofGroupAbout')}`}
        actions={
          open === null && (
            <>
              <Button onClick={() => setOpen('journal')}>{t('practice:papers.screen.journals')}</Button>
              <Button onClick={() => setOpen('register')}>{t('practice:papers.screen.register')}</Button>
            </>
          )
        }
      />
      {open === 'register' && <RegisterForm planId={id} hosts={hosts} onClose={close} />}
      {open === 'journal' && <JournalForm journals={journals} onClose={close} />}
      <section className={`panel ${css.box}`} aria-labelledby="registered">
        <h2 id="registered">{t('practice:papers.screen.registered')}</h2>
        <Registered papers={registered} />
      </section>
      {hosts.length > 1 && (
        <ChoiceInput
          name="host"
          value={hostId}
          onChange={setHostId}
          label={t('practice:papers.screen.host')}
          none={t('practice:papers.screen.allHosts')}
          choices={hosts.map(({ id: value, name, students }) => ({
            value,
            label: `${name}, ${t('practice:papers.screen.students', { count: students })}`,
          }))}
        />
      )}
      {ofAll && <p className="dim small">{t('practice:papers.screen.eachHost')}</p>}
      <PaperKinds key={hostId} set={set} kinds={ofAll ? KINDS_OF_ALL : PAPER_KINDS} />
    </>
  );
}
