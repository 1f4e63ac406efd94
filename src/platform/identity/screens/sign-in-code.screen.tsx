import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/http.ts';
import { useSessionActs } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import css from './column.module.css';
import { OneFieldForm } from './one-field-form.tsx';

const WAYS = {
  app: { path: '/api/auth/two-factor/verify-totp', input: { inputMode: 'numeric', maxLength: 6 } },
  backup: { path: '/api/auth/two-factor/verify-backup-code', input: { maxLength: 20 } },
} as const;

/** The second half of signing in: the code of the app, or one of the spare codes. */
export default function SignInCode() {
  const { t } = useTexts();
  const { renew } = useSessionActs();
  const navigate = useNavigate();
  const [way, setWay] = useState<keyof typeof WAYS>('app');
  const other = way === 'app' ? 'backup' : 'app';
  return (
    <div className={css.column}>
      <h1>{t('identity:code.title')}</h1>
      <OneFieldForm
        key={way}
        name="code"
        label={t(`identity:code.${way}`)}
        hint={t(`identity:code.${way}Hint`)}
        button={t('identity:code.button')}
        input={{ autoComplete: 'one-time-code', ...WAYS[way].input }}
        send={async (code) => {
          await call(WAYS[way].path, { method: 'POST', body: { code: code.trim() } });
          await renew();
          await navigate({ to: '/tasks' });
        }}
      />
      <Button kind="quiet" onClick={() => setWay(other)}>
        {t(`identity:code.use_${other}`)}
      </Button>
    </div>
  );
}
