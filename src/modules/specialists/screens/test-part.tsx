import { useEffect, useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { api, MY_EXPERT } from './experts-api.ts';
import css from './specialists.module.css';

/** An attempt at a test: every question on one page, answers counted when they are handed in. */
export function TestPart({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, num } = useTexts();
  const [answers, setAnswers] = useState<Record<string, string[]>>({});
  const start = useChange(api.startAttempt, [MY_EXPERT]);
  const finish = useChange(api.finishAttempt, [MY_EXPERT]);
  const begin = start.mutate;
  useEffect(() => begin({ id }), [begin, id]);
  const attempt = start.data?.data;
  const result = finish.data?.data;
  const choose = (question: string, option: string, several: boolean, on: boolean) => {
    const old = answers[question] ?? [];
    const next = several ? (on ? [...old, option] : old.filter((one) => one !== option)) : [option];
    setAnswers({ ...answers, [question]: next });
  };
  return (
    <section className={`panel ${css.box}`}>
      {(start.error ?? finish.error) && (
        <p role="alert">
          <StateMark state="blocks">{(start.error ?? finish.error)?.message}</StateMark>
        </p>
      )}
      {!result &&
        attempt?.questions.map((question, i) => (
          <fieldset key={question.id} className={css.question}>
            <legend>
              <span className="dim">
                {t('specialists:screen.myExpert.question', {
                  number: i + 1,
                  count: attempt.questions.length,
                })}
              </span>
              <br />
              {question.text}
            </legend>
            {question.options.map((option) => (
              <label key={option.id}>
                <input
                  type={question.several ? 'checkbox' : 'radio'}
                  name={question.id}
                  checked={(answers[question.id] ?? []).includes(option.id)}
                  onChange={(event) => choose(question.id, option.id, question.several, event.target.checked)}
                />
                {option.text}
              </label>
            ))}
          </fieldset>
        ))}
      {result && (
        <p role="status">
          <StateMark state={result.passed ? 'done' : 'blocks'}>
            {t('specialists:screen.myExpert.result', { score: num(result.score / 100) })}{' '}
            {result.passed
              ? t('specialists:screen.myExpert.isPassed')
              : t('specialists:screen.myExpert.notPassed', { left: result.left })}
          </StateMark>
        </p>
      )}
      <div className={css.acts}>
        {attempt && !result && (
          <Button
            kind="main"
            busy={finish.isPending}
            onClick={() => finish.mutate({ id: attempt.id, answers })}
          >
            {t('specialists:screen.myExpert.hand')}
          </Button>
        )}
        <Button onClick={onClose}>{t('web:close')}</Button>
      </div>
    </section>
  );
}
