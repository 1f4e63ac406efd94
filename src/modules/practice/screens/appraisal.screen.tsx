import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { type AppraisalDraft, AppraisalFields, filledOf, isWhole } from './appraisal-fields.tsx';
import css from './paper.module.css';
import { api } from './paper-api.ts';

type Sheet = NonNullable<Awaited<ReturnType<typeof api.peekAppraisal>>['data']['sheet']>;

function Form({ sheet, token }: { sheet: Sheet; token: string }) {
  const { t, tId, dateRange } = useTexts();
  const [draft, setDraft] = useState<AppraisalDraft>({ competences: {}, qualities: {}, reference: '' });
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () =>
      api.sendAppraisal({ token, code, ...filledOf(draft) }, { context: { commandId: newCommandId() } }),
  });
  const said = send.data?.data;
  if (said?.done)
    return (
      <p role="status" className={css.said}>
        {t('practice:appraisal.screen.done', { student: said.student })}
      </p>
    );
  if (said && said.why !== 'wrongCode' && said.why !== 'codeNeeded')
    return (
      <p role="status" className={css.said}>
        {said.why === 'tooLate' ? t('practice:appraisal.screen.tooLate') : tId(`links:bad.${said.why}`)}
      </p>
    );
  return (
    <form
      className={css.narrow}
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) send.mutate();
      }}
    >
      <p>
        {sheet.offer}. {sheet.plan}, {dateRange(sheet.from, sheet.to)}
      </p>
      <AppraisalFields asked={sheet} draft={draft} onChange={setDraft} />
      <TextInput
        name="code"
        value={code}
        onChange={setCode}
        inputMode="numeric"
        label={t('practice:appraisal.screen.code')}
        hint={t('practice:appraisal.screen.codeHint')}
        error={said ? t('links:code.wrong', { count: said.triesLeft ?? 0 }) : undefined}
      />
      {send.error && <p role="alert">{send.error.message}</p>}
      <Button
        type="submit"
        kind="main"
        size="l"
        busy={send.isPending}
        blocked={isWhole(draft, sheet) ? undefined : t('practice:appraisal.screen.left')}
      >
        {t('practice:appraisal.screen.send')}
      </Button>
    </form>
  );
}

/** The appraisal sheet behind a one-time link: for a mentor without an account. */
export default function Appraisal() {
  const { t, tId } = useTexts();
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const { mutate, data, isError } = useMutation({
    mutationFn: (one: string) => api.peekAppraisal({ token: one }),
  });
  useEffect(() => mutate(token), [mutate, token]);
  const peeked = data?.data;
  return (
    <div className={css.narrow}>
      <h1>{t('practice:appraisal.screen.title')}</h1>
      <p>{t('practice:appraisal.screen.lead')}</p>
      {isError && (
        <>
          <p role="alert">{t('links:failed')}</p>
          <Button onClick={() => mutate(token)}>{t('links:again')}</Button>
        </>
      )}
      {!peeked && !isError && <p role="status">{t('practice:appraisal.screen.loading')}</p>}
      {peeked && !peeked.sheet && (
        <p role="status" className={css.said}>
          {tId(`links:bad.${peeked.state}`)}
        </p>
      )}
      {peeked?.sheet && <Form sheet={peeked.sheet} token={token} />}
    </div>
  );
}
