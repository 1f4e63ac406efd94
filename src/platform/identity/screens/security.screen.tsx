import { useQueryClient } from '@tanstack/react-query';
import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { call } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { contract } from '../contract.ts';
import { SecondFactor } from './second-factor.tsx';
import css from './security.module.css';

const api = apiOf(contract);
const SESSIONS = ['identity', 'sessions'] as const;
const SIGN_IN = ['identity', 'sign-in'] as const;

// the first that fits: browsers built on another one name both
const BROWSERS = ['YaBrowser', 'Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'];
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux'];
const NAMES: Record<string, string> = { YaBrowser: 'Yandex Browser', Edg: 'Edge', OPR: 'Opera' };

/** «Firefox, Windows» out of a browser's long self-description; the whole text stays in the title. */
function shortDevice(device: string): string {
  const browser = BROWSERS.find((name) => device.includes(`${name}/`));
  const system = SYSTEMS.find((name) => device.includes(name));
  const known = [browser && (NAMES[browser] ?? browser), system].filter(Boolean);
  return known.length > 0 ? known.join(', ') : device.slice(0, 40);
}

function Sessions() {
  const { t, date } = useTexts();
  const client = useQueryClient();
  const { data } = useRead(SESSIONS, api.listMySessions, {});
  const revoke = useChange(api.revokeMySession, [SESSIONS]);
  const others = async () => {
    await call('/api/auth/revoke-other-sessions', { method: 'POST', body: {} });
    await client.invalidateQueries({ queryKey: SESSIONS });
  };
  return (
    <section aria-labelledby="sessions">
      <SectionHead
        id="sessions"
        title={t('identity:security.sessions')}
        note={t('identity:security.sessionsNote')}
      >
        <Button size="s" onClick={() => void others()}>
          {t('identity:security.endOthers')}
        </Button>
      </SectionHead>
      <ul className={css.list}>
        {data?.data.rows.map((row) => (
          <li key={row.id}>
            <span title={row.device}>
              <b>{shortDevice(row.device)}</b>
              <span className="dim small">
                {t('identity:security.since', { since: date(row.since, 'moment'), address: row.address })}
              </span>
            </span>
            <Button size="s" busy={revoke.isPending} onClick={() => revoke.mutate({ id: row.id })}>
              {t('identity:security.end')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function Security() {
  const { t } = useTexts();
  const client = useQueryClient();
  const { data } = useRead(SIGN_IN, api.getMySignIn, {});
  const renew = () => client.invalidateQueries({ queryKey: ['identity'] });
  return (
    <>
      <PageHead title={t('identity:security.title')} about={data?.data.email} />
      {data && <SecondFactor on={data.data.secondFactor} renew={renew} />}
      <Sessions />
    </>
  );
}
