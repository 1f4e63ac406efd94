import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { Field } from '../../../web/widgets/field.tsx';
import { contract } from '../contract.ts';
import css from './link.module.css';

const api = apiOf(contract);
type Peeked = Awaited<ReturnType<typeof api.peek>>['data'];
type Open = Extract<Peeked, { titleKey: string }>;

const call = () => ({ context: { commandId: newCommandId() } });

/** The token stands behind `#`: it never reached a server with the address, only with the calls below. */
const tokenHere = () => globalThis.location.hash.slice(1);

function Verdict({ text }: { text: string }) {
  return (
    <p role="status" className={css.verdict}>
      {text}
    </p>
  );
}

function Confirm({ link, token }: { link: Open; token: string }) {
  const { t, tId } = useTexts();
  const [code, setCode] = useState('');
  const spend = useMutation({ mutationFn: () => api.spend({ token, ...(code ? { code } : {}) }, call()) });
  const answer = spend.data?.data;
  if (answer?.spent) return <Verdict text={tId(`links:spent.${answer.gives}`)} />;
  if (answer && answer.why !== 'codeNeeded' && answer.why !== 'wrongCode')
    return <Verdict text={tId(`links:bad.${answer.why}`)} />;
  const problem = spend.isError
    ? t('links:failed')
    : answer?.why === 'wrongCode'
      ? t('links:code.wrong', { count: answer.triesLeft ?? 0 })
      : answer
        ? t('links:code.needed')
        : '';
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!spend.isPending) spend.mutate();
      }}
    >
      <p>{tId(`links:gives.${link.gives}`)}</p>
      {link.codeNeeded ? (
        <Field label={t('links:code.label')} name="code" hint={t('links:code.hint')} error={problem} required>
          {(input) => (
            <input
              {...input}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      ) : (
        problem && <p role="alert">{problem}</p>
      )}
      <Button type="submit" kind="main" size="l" busy={spend.isPending}>
        {tId(`links:button.${link.gives}`)}
      </Button>
      <p className="dim small">{t('links:until', { until: link.expiresAt })}</p>
    </form>
  );
}

function Body({ peeked, token }: { peeked: Peeked | undefined; token: string }) {
  const { t, tId } = useTexts();
  const page = peeked?.state === 'open' ? peeked.page : null;
  useEffect(() => {
    if (page) globalThis.location.replace(`${page}#${token}`);
  }, [page, token]);
  if (!peeked || page) return <p role="status">{t('links:loading')}</p>;
  if (peeked.state === 'unknown') return <Verdict text={t('links:bad.unknown')} />;
  if (peeked.state !== 'open') return <Verdict text={tId(`links:bad.${peeked.state}`)} />;
  return (
    <>
      <h2>{tId(peeked.titleKey, peeked.titleParams)}</h2>
      <Confirm link={peeked} token={token} />
    </>
  );
}

/** What the link is for, and one button. Opening the page spends nothing: scanners of mail open pages too. */
export default function LinkScreen() {
  const { t } = useTexts();
  const [token, setToken] = useState(tokenHere);
  const { mutate, data, isError } = useMutation({
    mutationFn: (one: string) => api.peek({ token: one }, call()),
  });
  useEffect(() => {
    const renew = () => setToken(tokenHere());
    globalThis.addEventListener('hashchange', renew);
    return () => globalThis.removeEventListener('hashchange', renew);
  }, []);
  useEffect(() => mutate(token), [mutate, token]);
  return (
    <div className={css.column}>
      <h1>{t('links:title')}</h1>
      {isError ? (
        <>
          <p role="alert">{t('links:failed')}</p>
          <Button onClick={() => mutate(token)}>{t('links:again')}</Button>
        </>
      ) : (
        <Body peeked={data?.data} token={token} key={token} />
      )}
    </div>
  );
}
