import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { api, MY_ROUNDS, type MyRounds } from './round-api.ts';
import css from './rounds.module.css';

const MARKS: Record<MyRounds['finds'][number]['state'], State> = {
  proposed: 'waiting',
  confirmed: 'done',
  declined: 'blocks',
  withdrawn: 'idle',
};

/** An enterprise the student has found: proposed to the college, with its answer. */
export function MyFinds({ finds, plans }: Pick<MyRounds, 'finds' | 'plans'>) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const withdraw = useChange(api.withdrawFind, [MY_ROUNDS]);
  if (finds.length === 0 && plans.length === 0) return null;
  return (
    <section className={css.phone}>
      <h2>{t('practice:round.screen.mine.findTitle')}</h2>
      {plans.length > 0 && <p>{t('practice:round.screen.mine.findAbout')}</p>}
      {plans.length > 0 && !open && (
        <Button onClick={() => setOpen(true)}>{t('practice:round.screen.mine.findOpen')}</Button>
      )}
      {open && <FindForm plans={plans} onClose={() => setOpen(false)} />}
      {finds.length > 0 && (
        <ul className={css.finds} aria-label={t('practice:round.screen.mine.findMine')}>
          {finds.map((find) => (
            <li key={find.id}>
              <b>{find.enterprise}</b>
              <span className="dim">{find.plan}</span>
              <StateMark state={MARKS[find.state]}>
                {t(`practice:round.findState.${find.state}`)}
                {find.place && `: ${find.place}`}
              </StateMark>
              {find.answer && <span>{find.answer}</span>}
              {find.state === 'proposed' && (
                <Button size="s" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id: find.id })}>
                  {t('practice:round.screen.mine.findWithdraw')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FindForm({ plans, onClose }: Pick<MyRounds, 'plans'> & { onClose: () => void }) {
  const { t, dateRange } = useTexts();
  const [planId, setPlanId] = useState(plans[0]?.id ?? '');
  const [enterprise, setEnterprise] = useState('');
  const [contact, setContact] = useState('');
  const [works, setWorks] = useState('');
  const propose = useChange(api.proposeFind, [MY_ROUNDS]);
  const labels = {
    planId: t('practice:round.screen.mine.findPlan'),
    enterprise: t('practice:round.screen.mine.findEnterprise'),
    contact: t('practice:round.screen.mine.findContact'),
    works: t('practice:round.screen.mine.findWorks'),
  };
  return (
    <FormPanel
      submit={t('practice:round.screen.mine.findSubmit')}
      busy={propose.isPending}
      problems={propose.isError ? problemsFromServer(propose.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={() => propose.mutate({ planId, enterprise, contact, works }, { onSuccess: onClose })}
    >
      <ChoiceInput
        name="planId"
        label={labels.planId}
        value={planId}
        onChange={setPlanId}
        choices={plans.map(({ id, title, from, to }) => ({
          value: id,
          label: `${title}, ${dateRange(from, to)}`,
        }))}
      />
      <TextInput name="enterprise" label={labels.enterprise} value={enterprise} onChange={setEnterprise} />
      <TextInput name="contact" label={labels.contact} value={contact} onChange={setContact} />
      <AreaInput name="works" label={labels.works} value={works} onChange={setWorks} optional />
    </FormPanel>
  );
}
