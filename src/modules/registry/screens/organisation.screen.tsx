import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import css from './registry.module.css';
import { api, type Card, ORGANISATIONS } from './registry-api.ts';

const verifySchema = contract.verifyOrganisation['~orpc'].inputSchema;

function VerifyForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const verify = useChange(api.verifyOrganisation, [ORGANISATIONS]);
  const form = useForm({ initial: { how: '' }, schema: verifySchema, input: (value) => ({ id, ...value }) });
  const label = t('registry:card.verifyHow');
  return (
    <FormPanel
      submit={t('registry:card.verifySave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ how: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(verify.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('how')} label={label} hint={t('registry:card.verifyHint')} />
    </FormPanel>
  );
}

function Names({ card }: { card: Card }) {
  const { t, date } = useTexts();
  if (card.names.length < 2) return null;
  return (
    <section aria-labelledby="names">
      <SectionHead id="names" title={t('registry:card.names')} />
      <ul className={css.lines}>
        {card.names.map((name) => (
          <li key={`${name.fullName}${name.from}`}>
            {name.fullName}{' '}
            <span className="dim small">
              {t('registry:card.nameSpan', {
                from: name.from ? date(name.from) : t('registry:card.sinceStart'),
                to: name.to ? date(name.to) : t('registry:card.now'),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kin({ title, rows }: { title: string; rows: { id: string; shortName: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <p className={css.said}>
      {title}:{' '}
      {rows.map((row) => (
        <Link key={row.id} to={`/organisations/${row.id}`}>
          {row.shortName}
        </Link>
      ))}
    </p>
  );
}

/** One organisation: what it is, its names by date, and what may be done with it. */
export default function OrganisationPage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<'edit' | 'verify' | null>(null);
  const read = useRead(ORGANISATIONS, api.getOrganisation, { id });
  const close = () => setOpen(null);
  if (read.isError) return <EmptyState title={t('registry:card.editTitle')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: card, can } = read.data;
  return (
    <>
      <PageHead
        title={card.shortName}
        tag={t(`registry:kind.${card.kind}`)}
        about={card.fullName}
        crumbs={[
          { title: t('registry:organisations.title'), to: '/organisations' },
          { title: card.shortName },
        ]}
        actions={
          open === null && (
            <>
              {can.edit && (
                <Button icon="pencil" kind={can.verify ? 'plain' : 'main'} onClick={() => setOpen('edit')}>
                  {t('registry:card.edit')}
                </Button>
              )}
              {can.verify && (
                <Button kind="main" onClick={() => setOpen('verify')}>
                  {t('registry:card.verify')}
                </Button>
              )}
            </>
          )
        }
      />
      {!card.verified && <StateMark state="remind">{t('registry:card.unverified')}</StateMark>}
      {card.closedOn && (
        <StateMark state="idle">{t('registry:card.closed', { on: card.closedOn })}</StateMark>
      )}
      {open === 'edit' && <OrganisationForm key={card.rev} card={card} onClose={close} />}
      {open === 'verify' && <VerifyForm id={card.id} onClose={close} />}
      <OrganisationFacts card={card} />
      <Kin title={t('registry:card.predecessors')} rows={card.predecessors} />
      <Kin title={t('registry:card.successor')} rows={card.successor ? [card.successor] : []} />
      <Names card={card} />
    </>
  );
}
