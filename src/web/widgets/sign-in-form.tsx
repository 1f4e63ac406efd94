import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Answer, ApiError, call } from '../http.ts';
import { useSession, useSessionActs } from '../session.tsx';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { OuterSignIn } from './outer-sign-in.tsx';
import { SignInCode } from './sign-in-code.tsx';
import css from './sign-in-form.module.css';
import { StateIcon } from './state-mark.tsx';

interface DemoAccount {
  email: string;
  password: string;
  name: string;
  roleTitle: string;
  organisation?: string | null;
}

interface Props {
  title?: string;
  level?: 1 | 2;
  note?: string;
  /** What went wrong before this page was shown, e.g. at an outer sign-in service. */
  trouble?: string;
  onDone?: () => void;
}

function useDemoAccounts(): DemoAccount[] {
  const { demo } = useSession();
  const query = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: ({ signal }) => call<Answer<DemoAccount[]>>('/api/demo/accounts', { signal }),
    enabled: demo,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data?.data ?? [];
}

function DemoAccounts({ onPick }: { onPick: (account: DemoAccount) => void }) {
  const { t } = useTexts();
  const accounts = useDemoAccounts();
  if (accounts.length === 0) return null;
  return (
    <section className={css.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('web:signIn.demo')}</h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" onClick={() => onPick(account)}>
              <b>{account.roleTitle}</b>
              <span>{[account.organisation, account.name].filter(Boolean).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** better-auth answers in English codes; these are the ones a person can do something about. */
function useReason() {
  const { t } = useTexts();
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('web:signIn.noNetwork');
    // a locked account says for how long
    if (error.code === 'identity:error.locked') return error.message;
    if (error.status === 429) return t('web:signIn.tooOften');
    if (error.status === 401 || error.status === 400) return t('web:signIn.wrong');
    return t('web:error.text');
  };
}

export function SignInForm({ title, level = 1, note, trouble, onDone }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const { t } = useTexts();
  const { signIn } = useSessionActs();
  const reason = useReason();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [half, setHalf] = useState(false);
  const enter = async (who: { email: string; password: string }) => {
    setBusy(true);
    setProblem('');
    try {
      const step = await signIn(who.email, who.password);
      if (step === 'code') setHalf(true);
      else onDone?.();
    } catch (error) {
      setProblem(reason(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ email, password });
  };
  if (half) return <SignInCode onDone={() => onDone?.()} />;
  return (
    <div className={css.signIn}>
      {title && <Heading>{title}</Heading>}
      {note && <p className={css.note}>{note}</p>}
      {trouble && (
        <p role="alert" className={css.trouble}>
          <StateIcon state="blocks" /> {trouble}
        </p>
      )}
      <form onSubmit={submit} className={css.form}>
        <Field label={t('web:signIn.email')} name="email" required>
          {(input) => (
            <input
              {...input}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(e) => setEmail(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('web:signIn.password')} name="password" error={problem} required>
          {(input) => (
            <input
              {...input}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.target.value)}
            />
          )}
        </Field>
        <Button type="submit" kind="main" size="l" busy={busy}>
          {t('web:signIn.enter')}
        </Button>
        <Link to="/forgot-password">{t('web:signIn.forgot')}</Link>
      </form>
      <OuterSignIn />
      <DemoAccounts onPick={(account) => void enter(account)} />
    </div>
  );
}
