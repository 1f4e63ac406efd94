import { useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { CertificateStrip } from '../../../web/widgets/certificate-strip.tsx';
import css from './order.module.css';
import type { Variant } from './order-api.ts';

/** The proof and how anybody can check it without us. */
export function OrderProof({ variant }: { variant: Variant }) {
  const { t, percent } = useTexts();
  const { certificate, calculatedAt } = variant;
  if (!certificate || !calculatedAt) return null;
  return (
    <>
      <CertificateStrip
        certificate={
          certificate.violations > 0
            ? { state: 'broken', hash: certificate.fingerprint }
            : {
                state: 'proved',
                hash: certificate.fingerprint,
                gap: certificate.proved,
                checkedAt: calculatedAt,
              }
        }
      >
        <a href={`/api/order/${variant.id}/certificate.zip`} className={buttonClass({ kind: 'quiet' })}>
          {t('order:screen.proof.check')}
        </a>
      </CertificateStrip>
      <details className={`no-print ${css.quietly}`}>
        <summary>{t('order:screen.proof.how')}</summary>
        <p>{t('order:screen.proof.text')}</p>
        <p>
          {t('order:screen.proof.reported', {
            solver: certificate.solver,
            gap: percent(certificate.reported, 3),
          })}
        </p>
        <p>
          <code>{t('order:screen.proof.command')}</code>
        </p>
      </details>
    </>
  );
}
