import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { answerFaults } from '../rules/answer-faults.ts';
import css from './needs.module.css';
import { api, MINE, type Mine } from './needs-api.ts';

type Question = NonNullable<Mine['campaign']>['questions'][number];

/** A typed text as the answer the question wants; an empty one is no answer. */
function answerOf({ kind }: Question, text: string): unknown {
  const bare = text.trim();
  if (bare === '') return null;
  if (kind === 'integer' || kind === 'decimal') return Number(bare.replace(/\s/g, '').replace(',', '.'));
  return kind === 'yesNo' ? bare === 'yes' : bare;
}

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'boolean'
      ? value
        ? 'yes'
        : 'no'
      : String(value);

/** The questionnaire of the campaign: questions are data, so the form is drawn from them. */
export function Questionnaire({ mine }: { mine: Mine }) {
  const { t, tId } = useTexts();
  const questions = mine.campaign?.questions ?? [];
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(questions.map((it) => [it.id, textOf(mine.answer.fields[it.id])])),
  );
  const [problems, setProblems] = useState<Problems>({});
  const save = useChange(api.saveMyAnswer, [MINE]);
  const blocks = [...new Set(questions.map((it) => it.block))];
  const send = async () => {
    const fields = Object.fromEntries(questions.map((it) => [it.id, answerOf(it, typed[it.id] ?? '')]));
    const faults = answerFaults(questions, fields);
    setProblems(Object.fromEntries(faults.map(({ path, key, params }) => [path, tId(key, params)])));
    if (faults.length > 0) return;
    try {
      await save.mutateAsync({ fields, rev: mine.answer.rev });
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
    }
  };
  const input = (question: Question) => {
    const { id, label, kind, hint, choices = [] } = question;
    const shared = {
      name: `fields.${id}`,
      label,
      ...(hint ? { hint } : {}),
      value: typed[id] ?? '',
      onChange: (value: string) => setTyped((known) => ({ ...known, [id]: value })),
      error: problems[`fields.${id}`],
    };
    if (kind === 'choice')
      return (
        <ChoiceInput key={id} none="" choices={choices.map((it) => ({ value: it, label: it }))} {...shared} />
      );
    if (kind === 'yesNo') {
      const options = (['yes', 'no'] as const).map((value) => ({
        value,
        label: t(`needs:vacancies.${value}`),
      }));
      return <ChoiceInput key={id} none="" choices={options} {...shared} />;
    }
    const number = kind === 'integer' || kind === 'decimal';
    return (
      <TextInput
        key={id}
        type={kind === 'day' ? 'date' : 'text'}
        {...(number ? { inputMode: 'numeric' } : {})}
        {...shared}
      />
    );
  };
  return (
    <FormPanel
      title={t('needs:questions.title')}
      submit={t('needs:questions.save')}
      onSubmit={() => void send()}
      busy={save.isPending}
      problems={problems}
      labels={Object.fromEntries(questions.map((it) => [`fields.${it.id}`, it.label]))}
      more={save.isSuccess && <StateMark state="done">{t('needs:questions.saved')}</StateMark>}
    >
      <div className={css.blocks}>
        {blocks.map((block) => (
          <fieldset key={block}>
            <legend>
              <h3>{block}</h3>
            </legend>
            <div className={css.columns}>{questions.filter((it) => it.block === block).map(input)}</div>
          </fieldset>
        ))}
      </div>
    </FormPanel>
  );
}
