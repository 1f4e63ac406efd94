import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, WHATS } from '../contract.ts';
import css from './hiring.module.css';
import { api } from './hiring-api.ts';

const WORKING = ['employed', 'entrepreneur', 'self_employed'];

/** A graduate answers one question; the token stands behind `#` and reaches the server by these calls alone. */
export default function HowAreYou() {
  const { t, tId } = useTexts();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const peek = useRead(['hiring', 'peek'], api.peekOutcome, { token });
  const answer = useChange(api.answerOutcome);
  const form = useForm({
    initial: { what: 'employed', inField: 'yes', employer: '' },
    schema: contract.answerOutcome['~orpc'].inputSchema,
    input: ({ what, inField, employer }) => ({
      token,
      what,
      employer: employer || null,
      inField: WORKING.includes(what) ? inField === 'yes' : null,
    }),
  });
  const said = answer.data?.data;
  const labels = {
    what: t('hiring:screen.howAreYou.what'),
    inField: t('hiring:screen.outcomes.inField'),
    employer: t('hiring:screen.outcomes.employer'),
  };
  return (
    <div className={css.narrow}>
      <h1>{t('hiring:screen.howAreYou.title')}</h1>
      {said?.answered ? (
        <p role="status">{t('hiring:screen.howAreYou.done')}</p>
      ) : said || peek.data?.data.open === false ? (
        <p role="status">
          {tId(said?.why === 'spent' ? 'hiring:screen.howAreYou.spent' : 'hiring:screen.howAreYou.bad')}
        </p>
      ) : (
        <FormPanel
          about={t('hiring:screen.howAreYou.about', { months: peek.data?.data.months ?? 12 })}
          submit={t('hiring:screen.howAreYou.send')}
          busy={form.busy}
          problems={form.problems}
          labels={labels}
          onSubmit={() => void form.submit(answer.mutateAsync)}
        >
          <ChoiceInput
            {...form.field('what')}
            label={labels.what}
            choices={WHATS.map((value) => ({ value, label: t(`hiring:what.${value}`) }))}
          />
          {WORKING.includes(form.value.what) && (
            <>
              <ChoiceInput
                {...form.field('inField')}
                label={labels.inField}
                choices={(['yes', 'no'] as const).map((value) => ({
                  value,
                  label: t(`hiring:screen.outcomes.field.${value}`),
                }))}
              />
              <TextInput {...form.field('employer')} label={labels.employer} optional />
            </>
          )}
        </FormPanel>
      )}
    </div>
  );
}
