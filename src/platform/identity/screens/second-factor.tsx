import { toString as qr } from 'qrcode';
import { useState } from 'react';
import { call } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { OneFieldForm } from './one-field-form.tsx';
import css from './security.module.css';

interface Begun {
  totpURI: string;
  backupCodes: string[];
}

interface Props {
  on: boolean;
  renew: () => Promise<void>;
}

const password = { type: 'password', autoComplete: 'current-password' } as const;

/** The app's picture, the spare codes shown once, and the first code that proves the app works. */
function Enrol({ begun, picture, done }: { begun: Begun; picture: string; done: () => Promise<void> }) {
  const { t } = useTexts();
  return (
    <div className={css.enrol}>
      <img src={picture} alt={t('identity:factor.picture')} />
      <div>
        <p>{t('identity:factor.scan')}</p>
        <p className="dim small">
          {t('identity:factor.byHand', { secret: new URL(begun.totpURI).searchParams.get('secret') ?? '' })}
        </p>
        <h3>{t('identity:factor.codes')}</h3>
        <p>{t('identity:factor.codesNote')}</p>
        <ul className={css.codes}>
          {begun.backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <OneFieldForm
          name="code"
          label={t('identity:code.app')}
          button={t('identity:factor.confirm')}
          input={{ autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 6 }}
          send={async (code) => {
            await call('/api/auth/two-factor/verify-totp', { method: 'POST', body: { code: code.trim() } });
            await done();
          }}
        />
      </div>
    </div>
  );
}

/** Turning the second factor on and off; both ask for the password. */
export function SecondFactor({ on, renew }: Props) {
  const { t } = useTexts();
  const [enrolling, setEnrolling] = useState<{ begun: Begun; picture: string } | null>(null);
  const begin = async (given: string) => {
    const begun = await call<Begun>('/api/auth/two-factor/enable', {
      method: 'POST',
      body: { password: given },
    });
    const svg = await qr(begun.totpURI, { type: 'svg', margin: 2 });
    setEnrolling({ begun, picture: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` });
  };
  const finish = async () => {
    setEnrolling(null);
    await renew();
  };
  const disable = async (given: string) => {
    await call('/api/auth/two-factor/disable', { method: 'POST', body: { password: given } });
    await renew();
  };
  return (
    <section aria-labelledby="factor">
      <SectionHead
        id="factor"
        title={t('identity:factor.title')}
        note={t(`identity:factor.${on ? 'on' : 'off'}`)}
      />
      {enrolling && !on ? (
        <Enrol {...enrolling} done={finish} />
      ) : (
        <div className={css.narrow}>
          <OneFieldForm
            key={String(on)}
            name="factor-password"
            label={t('identity:factor.password')}
            button={t(`identity:factor.${on ? 'turnOff' : 'turnOn'}`)}
            input={password}
            send={on ? disable : begin}
          />
        </div>
      )}
    </section>
  );
}
