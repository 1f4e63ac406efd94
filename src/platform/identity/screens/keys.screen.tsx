import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { contract } from '../contract.ts';
import { NewKey } from './new-key.tsx';
import { permissionTitle } from './permission-words.ts';
import css from './security.module.css';

const api = apiOf(contract);
const KEYS = ['identity', 'keys'] as const;
type Row = Awaited<ReturnType<typeof api.listServiceAccounts>>['data']['rows'][number];

function Key({ row }: { row: Row }) {
  const texts = useTexts();
  const { t, date } = texts;
  const revoke = useChange(api.revokeServiceAccount, [KEYS]);
  const used = row.lastUsedAt ? date(row.lastUsedAt, 'moment') : t('identity:keys.never');
  return (
    <li>
      <span>
        <b>{row.title}</b>
        <span className="dim small">
          {t(`identity:keys.state.${row.state}`, { until: row.expiresAt })}.{' '}
          {t('identity:keys.used', { used })}.{' '}
          {Object.keys(row.rights)
            .map((one) => permissionTitle(texts, one))
            .join(', ')}
        </span>
      </span>
      {row.state === 'valid' && (
        <Button size="s" busy={revoke.isPending} onClick={() => revoke.mutate({ id: row.id })}>
          {t('identity:keys.revoke')}
        </Button>
      )}
    </li>
  );
}

export default function Keys() {
  const { t } = useTexts();
  const { data } = useRead(KEYS, api.listServiceAccounts, {});
  const rows = data?.data.rows ?? [];
  return (
    <>
      <PageHead title={t('identity:keys.title')} about={t('identity:keys.about')} />
      <section aria-labelledby="keys">
        <SectionHead id="keys" title={t('identity:keys.list')} />
        {rows.length === 0 ? (
          <p className="dim">{t('identity:keys.none')}</p>
        ) : (
          <ul className={css.list}>
            {rows.map((row) => (
              <Key key={row.id} row={row} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="new-key">
        <SectionHead id="new-key" title={t('identity:keys.new')} />
        <NewKey grantable={data?.data.grantable ?? []} />
      </section>
    </>
  );
}
