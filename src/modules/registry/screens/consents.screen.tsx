import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './registry.module.css';
import { api, CONSENTS } from './registry-api.ts';

type Purpose = Awaited<ReturnType<typeof api.listMyConsents>>['data']['purposes'][number];

function PurposeCard({ purpose }: { purpose: Purpose }) {
  const { t } = useTexts();
  const give = useChange(api.giveConsent, [CONSENTS]);
  const withdraw = useChange(api.withdrawConsent, [CONSENTS]);
  const { consent } = purpose;
  const standing = consent && !consent.withdrawnOn ? consent : null;
  const failed = give.error ?? withdraw.error;
  return (
    <li className={`panel ${css.purpose}`}>
      <h2>{purpose.text}</h2>
      <p className="dim small">
        {t(`registry:consents.basis.${purpose.basis}`)}.{' '}
        {t('registry:consents.version', { version: purpose.version })}
      </p>
      {purpose.basis === 'consent' && (
        <>
          <p>
            {standing
              ? t('registry:consents.given', { on: standing.givenOn })
              : consent?.withdrawnOn
                ? t('registry:consents.withdrawn', { on: consent.withdrawnOn })
                : t('registry:consents.none')}
          </p>
          {failed && (
            <p role="alert">
              <StateMark state="blocks">{failed.message}</StateMark>
            </p>
          )}
          <div className={css.acts}>
            {standing ? (
              <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ id: standing.id })}>
                {t('registry:consents.withdraw')}
              </Button>
            ) : (
              <Button
                busy={give.isPending}
                onClick={() => give.mutate({ purpose: purpose.code, version: purpose.version })}
              >
                {t('registry:consents.give')}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

/** Every purpose of processing with its basis; consents are given and withdrawn here, at once. */
export default function Consents() {
  const { t } = useTexts();
  const read = useRead(CONSENTS, api.listMyConsents, {});
  const rows = [...(read.data?.data.purposes ?? [])].sort(
    (a, b) => Number(b.basis === 'consent') - Number(a.basis === 'consent'),
  );
  return (
    <>
      <PageHead title={t('registry:consents.title')} about={t('registry:consents.about')} />
      {read.isSuccess && rows.length === 0 && <EmptyState level={2} text={t('registry:consents.empty')} />}
      <ul className={css.lines}>
        {rows.map((purpose) => (
          <PurposeCard key={purpose.code} purpose={purpose} />
        ))}
      </ul>
    </>
  );
}
