import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { CopyLastYear } from '../../../web/widgets/copy-last-year.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { AgreementForm } from './agreement-form.tsx';
import { AgreementPaper } from './agreement-paper.tsx';
import { Activity, Facts, Parties, Versions } from './agreement-parts.tsx';
import css from './agreements.module.css';
import { AGREEMENTS, api, type Card, MARKS } from './agreements-api.ts';
import { CloseForm, NoteForm, SignForm } from './small-forms.tsx';

type Open = 'edit' | 'end' | 'recall' | 'note' | Card['parties'][number] | null;

function Notices({ card }: { card: Card }) {
  const { t } = useTexts();
  return (
    <>
      {card.expiring && <StateMark state="soon">{t('agreements:card.expiring', { to: card.to })}</StateMark>}
      {card.inactive && <StateMark state="remind">{t('agreements:card.inactive')}</StateMark>}
      {card.endedOn && (
        <StateMark state="idle">
          {t('agreements:card.ended', { on: card.endedOn, reason: card.endReason ?? '' })}
        </StateMark>
      )}
      {card.copiedFrom && (
        <p className={css.said}>
          <Link to={`/agreements/${card.copiedFrom}`}>{t('agreements:card.copied')}</Link>
        </p>
      )}
    </>
  );
}

function Opened({ card, open, close }: { card: Card; open: Open; close: () => void }) {
  if (open === 'edit') return <AgreementForm key={card.rev} card={card} onClose={close} onSaved={close} />;
  if (open === 'end' || open === 'recall') return <CloseForm card={card} what={open} onClose={close} />;
  if (open === 'note') return <NoteForm card={card} onClose={close} />;
  return open && <SignForm key={open.organisationId} card={card} party={open} onClose={close} />;
}

/** One agreement: who, about what, till when; who has signed; what is done under it. */
export default function AgreementPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<Open>(null);
  const read = useRead([...AGREEMENTS, 'one'], api.getAgreement, { id });
  const kinds = useRead([...AGREEMENTS, 'kinds'], api.listKinds, {});
  const propose = useChange(api.proposeAgreement, [AGREEMENTS]);
  const copy = useChange(api.copyAgreement, [AGREEMENTS]);
  if (read.isError) return <EmptyState title={t('agreements:list.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  const kind = kinds.data?.data.rows.find(({ code }) => code === card.kind);
  const holds = card.state === 'in_force' || card.state === 'changing';
  const failed = propose.error ?? copy.error;
  return (
    <>
      <PageHead
        title={`${card.kindTitle}, ${card.number}`}
        tag={<StateMark state={MARKS[card.state]}>{t(`agreements:state.agreement.${card.state}`)}</StateMark>}
        about={card.subject}
        crumbs={[{ title: t('agreements:list.title'), to: '/agreements' }, { title: card.number }]}
        actions={
          open === null && (
            <>
              {can.copy && (
                <CopyLastYear
                  head
                  label={t('agreements:card.copy')}
                  onCopy={async () => {
                    const made = await copy.mutateAsync({ id });
                    await navigate({ to: `/agreements/${made.data.id}` });
                  }}
                />
              )}
              {can.recall && <Button onClick={() => setOpen('recall')}>{t('agreements:card.recall')}</Button>}
              {can.end && <Button onClick={() => setOpen('end')}>{t('agreements:card.end')}</Button>}
              {can.edit && (
                <Button icon="pencil" onClick={() => setOpen('edit')}>
                  {t(holds ? 'agreements:card.change' : 'agreements:card.edit')}
                </Button>
              )}
              {can.propose && (
                <Button kind="main" busy={propose.isPending} onClick={() => propose.mutate({ id })}>
                  {t('agreements:card.propose')}
                </Button>
              )}
              {can.note && (
                <Button kind="main" onClick={() => setOpen('note')}>
                  {t('agreements:card.note')}
                </Button>
              )}
            </>
          )
        }
      />
      {failed && (
        <p role="alert" className={css.said}>
          <StateMark state="blocks">{failed.message}</StateMark>
        </p>
      )}
      <Notices card={card} />
      <Opened card={card} open={open} close={() => setOpen(null)} />
      <Facts card={card} kind={kind} />
      <Parties card={card} onSign={setOpen} />
      <AgreementPaper card={card} />
      <Activity card={card} />
      <Versions card={card} />
    </>
  );
}
