import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { api, EXPERTS, MY_EXPERT, type MyExpert } from './experts-api.ts';
import css from './specialists.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** On which days of the week one may be called, and how often in a month. */
export function WeekPart({ card }: { card: NonNullable<MyExpert['card']> }) {
  const { t } = useTexts();
  const [days, setDays] = useState<number[]>(card.weekdays);
  const [limit, setLimit] = useState(String(card.monthLimit));
  const save = useChange(api.saveAvailability, [MY_EXPERT, EXPERTS]);
  return (
    <section className={`panel ${css.box}`} aria-labelledby="expert-week">
      <SectionHead id="expert-week" title={t('specialists:screen.myExpert.week')} />
      <div className={css.week}>
        {DAYS.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={(event) =>
                setDays(event.target.checked ? [...days, day].sort() : days.filter((one) => one !== day))
              }
            />
            {t(`specialists:weekday.d${day}`)}
          </label>
        ))}
      </div>
      <TextInput
        name="monthLimit"
        inputMode="numeric"
        label={t('specialists:screen.myExpert.limit')}
        value={limit}
        onChange={setLimit}
      />
      {save.error && (
        <p role="alert">
          <StateMark state="blocks">{save.error.message}</StateMark>
        </p>
      )}
      <div className={css.acts}>
        <Button
          kind="main"
          busy={save.isPending}
          onClick={() => save.mutate({ weekdays: days, monthLimit: Number(limit) })}
        >
          {t('specialists:screen.myExpert.saveWeek')}
        </Button>
        {save.isSuccess && (
          <span role="status">
            <StateMark state="done">{t('specialists:screen.myExpert.saved')}</StateMark>
          </span>
        )}
      </div>
    </section>
  );
}
