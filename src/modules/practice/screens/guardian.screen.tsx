import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import css from './paper.module.css';
import { api } from './paper-api.ts';

type Peeked = Awaited<ReturnType<typeof api.peekGuardian>>['data'];
type Ask = NonNullable<Peeked['ask']>;
type What = 'given' | 'refused' | 'withdrawn';

/** The token stands behind `#`: it never reached a server with the address, only with the calls below. */
const tokenHere = () => globalThis.location.hash.slice(1);

function Facts({ ask }: { ask: Ask }) {
  const { t, dateRange, num } = useTexts();
  const rows = [
    [t('practice:guardian.screen.college'), ask.college],
    [t('practice:guardian.screen.host'), ask.host],
    [t('practice:guardian.screen.address'), ask.address],
    [t('practice:guardian.screen.when'), dateRange(ask.from, ask.to)],
    [t('practice:guardian.screen.hours'), num(ask.minutesADay / 60)],
    [t('practice:guardian.screen.works'), ask.works || ask.offer],
    [t('practice:guardian.screen.lodging'), t(`practice:lodging.${ask.lodging}`)],
    [t('practice:guardian.screen.transport'), t(`practice:transport.${ask.transport}`)],
  ] as const;
  return (
    <dl className={css.facts}>
      {rows.map(([title, value]) => (
        <FactRow key={title} title={title} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ title, value }: { title: string; value: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Answer({ ask, token }: { ask: Ask; token: string }) {
  const { t, tId } = useTexts();
  const [code, setCode] = useState('');
  const [empty, setEmpty] = useState(false);
  const send = useMutation({
    mutationFn: (answer: What) => api.answerGuardian({ token, code, answer }),
  });
  const said = send.data?.data;
  if (said?.done)
    return (
      <div role="status" className={css.said}>
        <p>{t(`practice:guardian.screen.done.${said.answer}`, { student: said.student })}</p>
        {said.again && (
          <p className={css.keep}>
            {t('practice:guardian.screen.keep')} <a href={said.again}>{said.again}</a>
          </p>
        )}
      </div>
    );
  if (said && said.why !== 'wrongCode' && said.why !== 'codeNeeded')
    return (
      <p role="status" className={css.said}>
        {said.why === 'tooLate' || said.why === 'nothingToWithdraw'
          ? t(`practice:guardian.screen.why.${said.why}`)
          : tId(`links:bad.${said.why}`)}
      </p>
    );
  const problem = empty
    ? t('practice:guardian.screen.fill')
    : send.isError
      ? t('links:failed')
      : said
        ? t('practice:guardian.screen.wrong', { count: said.triesLeft ?? 0 })
        : undefined;
  const answer = (what: What) => {
    setEmpty(code.trim() === '');
    if (code.trim() !== '' && !send.isPending) send.mutate(what);
  };
  return (
    <>
      <TextInput
        name="code"
        value={code}
        onChange={setCode}
        inputMode="numeric"
        label={t(ask.byBirthday ? 'practice:guardian.screen.birthday' : 'practice:guardian.screen.code')}
        hint={t(
          ask.byBirthday ? 'practice:guardian.screen.birthdayHint' : 'practice:guardian.screen.codeHint',
        )}
        error={problem}
      />
      <div className={css.acts}>
        {ask.given ? (
          <Button size="l" busy={send.isPending} onClick={() => answer('withdrawn')}>
            {t('practice:guardian.screen.withdraw')}
          </Button>
        ) : (
          // two buttons of one size and look: refusing is as easy as consenting
          <>
            <Button
              size="l"
              busy={send.isPending && send.variables === 'given'}
              onClick={() => answer('given')}
            >
              {t('practice:guardian.screen.agree')}
            </Button>
            <Button
              size="l"
              busy={send.isPending && send.variables === 'refused'}
              onClick={() => answer('refused')}
            >
              {t('practice:guardian.screen.refuse')}
            </Button>
          </>
        )}
      </div>
      <p className="dim small">{t('practice:guardian.screen.rights')}</p>
      <p className="dim small">{t('practice:guardian.screen.until', { until: ask.until })}</p>
    </>
  );
}

/** What is asked of a legal representative, without a name; who knows the birthday answers. */
export default function Guardian() {
  const { t, tId } = useTexts();
  const [token, setToken] = useState(tokenHere);
  const { mutate, data, isError } = useMutation({
    mutationFn: (one: string) => api.peekGuardian({ token: one }),
  });
  useEffect(() => {
    const renew = () => setToken(tokenHere());
    globalThis.addEventListener('hashchange', renew);
    return () => globalThis.removeEventListener('hashchange', renew);
  }, []);
  useEffect(() => mutate(token), [mutate, token]);
  const peeked = data?.data;
  return (
    <div className={css.narrow}>
      <h1>{t('practice:guardian.screen.title')}</h1>
      {isError && (
        <>
          <p role="alert">{t('links:failed')}</p>
          <Button onClick={() => mutate(token)}>{t('links:again')}</Button>
        </>
      )}
      {!peeked && !isError && <p role="status">{t('practice:guardian.screen.loading')}</p>}
      {peeked && !peeked.ask && (
        <p role="status" className={css.said}>
          {tId(`links:bad.${peeked.state}`)}
        </p>
      )}
      {peeked?.ask && (
        <>
          <p>{peeked.ask.given ? t('practice:guardian.screen.given') : t('practice:guardian.screen.lead')}</p>
          <Facts ask={peeked.ask} />
          {peeked.ask.away && <p>{t('practice:guardian.screen.away')}</p>}
          <Answer key={token} ask={peeked.ask} token={token} />
        </>
      )}
    </div>
  );
}
