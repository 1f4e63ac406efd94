import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { api, ROUND, type Round, WATCH } from './round-api.ts';
import css from './rounds.module.css';

/** The college sends its groups: practices of the school year that have no places yet. */
export function JoinRound({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t, dateRange } = useTexts();
  const [chosen, setChosen] = useState<string[]>([]);
  const year = round.schoolYear;
  const read = useRead(['practice', 'round-choices'], api.roundChoices, {
    from: `${year}-09-01`,
    to: `${year + 1}-08-31`,
  });
  const join = useChange(api.joinRound, [WATCH, ROUND]);
  const plans = read.data?.data.plans ?? [];
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <FormPanel
      title={t('practice:round.screen.watch.joinTitle')}
      submit={t('practice:round.screen.watch.joinSubmit')}
      busy={join.isPending}
      problems={join.isError ? problemsFromServer(join.error, t('web:form.notSaved')) : {}}
      {...(chosen.length === 0 && { blocked: t('practice:round.screen.open.noPlans') })}
      onClose={onClose}
      onSubmit={() => join.mutate({ id: round.id, planIds: chosen }, { onSuccess: onClose })}
    >
      {read.data && plans.length === 0 && <p>{t('practice:round.screen.watch.joinNone')}</p>}
      <div className={css.choices}>
        {plans.map((plan) => (
          <label key={plan.id} className={css.check}>
            <input type="checkbox" checked={chosen.includes(plan.id)} onChange={() => toggle(plan.id)} />
            {plan.group}, {dateRange(plan.from, plan.to)}: {plan.students}
          </label>
        ))}
      </div>
    </FormPanel>
  );
}
