import { useState } from 'react';
import { z } from 'zod';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import { FormSummary, useDraftForm } from '../../../web/widgets/form.tsx';
import css from './my-data.module.css';
import { api, type DataRequest, MINE, type Section } from './my-data-api.ts';

const KINDS = ['explain', 'correct', 'erase', 'stop'] as const;
const REQUESTS = [...MINE, 'requests'] as const;

interface Draft {
  kind: (typeof KINDS)[number];
  section: string;
  words: string;
}
const schema = z.object({
  kind: z.enum(KINDS),
  section: z.string(),
  words: z.string().trim().min(5).max(4000),
});

function RequestForm({ sections }: { sections: readonly Section[] }) {
  const { t, tId } = useTexts();
  const initial: Draft = { kind: 'explain', section: '', words: '' };
  const { value, set, leave, problems, submit } = useDraftForm<Draft>({ initial, schema });
  const send = useChange(api.sendRequest, [REQUESTS]);
  const shown = problems.words ? { ...problems, words: t('retention:requests.wordsShort') } : problems;
  const sent = send.data?.data;
  if (sent) return <p role="status">{t('retention:requests.sent', { day: sent.answerBy })}</p>;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(async ({ kind, section, words }) => {
          await send.mutateAsync({ kind, section: section || null, words });
        });
      }}
    >
      <FormSummary problems={shown} labels={{ words: t('retention:requests.words') }} />
      <Field label={t('retention:requests.kind')} name="kind">
        {(input) => (
          <select
            {...input}
            value={value.kind}
            onChange={(event) => set('kind', KINDS.find((one) => one === event.target.value) ?? 'explain')}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {tId(`retention:kind.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('retention:requests.section')} name="section">
        {(input) => (
          <select {...input} value={value.section} onChange={(event) => set('section', event.target.value)}>
            <option value="">{t('retention:requests.allSections')}</option>
            {sections.map((one) => (
              <option key={one.id} value={one.id}>
                {tId(one.titleKey)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('retention:requests.words')} name="words" error={shown.words} required>
        {(input) => (
          <textarea
            {...input}
            rows={4}
            value={value.words}
            onBlur={() => leave('words')}
            onChange={(event) => set('words', event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="main" busy={send.isPending}>
        {t('retention:requests.send')}
      </Button>
    </form>
  );
}

function RequestRow({ request }: { request: DataRequest }) {
  const { t, tId } = useTexts();
  return (
    <li>
      <b>{tId(`retention:kind.${request.kind}`)}</b>: {request.words}
      <br />
      {request.decision ? (
        <>
          {tId(`retention:decision.${request.decision}`)}: {request.answer}
        </>
      ) : (
        <span className="dim">{t('retention:requests.waiting', { day: request.answerBy })}</span>
      )}
    </li>
  );
}

/** My requests about my data, and the form for a new one. */
export function MyRequests({ sections }: { sections: readonly Section[] }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const read = useRead(REQUESTS, api.listMyRequests, {});
  const rows = read.data?.data.rows ?? [];
  return (
    <>
      {read.isError && <p role="alert">{read.error.message}</p>}
      {rows.length > 0 && (
        <ul>
          {rows.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      {writing ? (
        <RequestForm sections={sections} />
      ) : (
        <Button onClick={() => setWriting(true)}>{t('retention:requests.write')}</Button>
      )}
    </>
  );
}
