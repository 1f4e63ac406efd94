import { Link } from '@tanstack/react-router';
import { useChange } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import css from './order.module.css';
import { api, ORDER, type SeatRow, type Variant, type VariantCan } from './order-api.ts';
import { seatColumns } from './seat-columns.tsx';

/** «2027/28»: the year of study the seats are for. */
export const studyYear = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

function Files({ variant }: { variant: Variant }) {
  const texts = useTexts();
  const { t } = texts;
  const base = `/api/order/${variant.id}`;
  const { onExport, problem } = useExport<SeatRow>(
    t('order:screen.files.seatsName', { year: String(variant.decisionYear), version: variant.version }),
  );
  const seats = async () => {
    const { data } = await api.listSeats({ id: variant.id });
    await onExport({ format: 'xlsx', columns: seatColumns(texts), rows: data.rows });
  };
  return (
    <details className={css.files}>
      <summary className={buttonClass({})}>{t('order:screen.files.open')}</summary>
      <ul className="panel">
        <li>
          <a href={`${base}/document.pdf`}>{t('order:screen.files.pdf')}</a>
        </li>
        <li>
          <a href={`${base}/document.docx`}>{t('order:screen.files.docx')}</a>
        </li>
        <li>
          <button type="button" onClick={() => void seats()}>
            {t('order:screen.files.seats')}
          </button>
        </li>
        <li>
          <a href={`${base}/certificate.zip`}>{t('order:screen.files.certificate')}</a>
        </li>
      </ul>
      {problem && <p role="alert">{problem}</p>}
    </details>
  );
}

export function OrderHead({ variant, can }: { variant: Variant; can: VariantCan }) {
  const { t } = useTexts();
  const send = useChange(api.propose, [ORDER, ['tasks'], ['session']]);
  const year = studyYear(variant.decisionYear);
  return (
    <>
      <PageHead
        title={t('order:screen.order.head', { year })}
        tag={t('order:screen.order.tag', {
          state: t(`order:screen.state.${variant.state}`),
          version: variant.version,
        })}
        crumbs={[
          { title: t('order:screen.variants.title'), to: '/order/variants' },
          { title: variant.title },
        ]}
        actions={
          <>
            {variant.summary && <PrintButton />}
            {variant.summary && <Files variant={variant} />}
            <Link to="/order/variants" className={buttonClass({})}>
              {t('order:screen.variants.title')}
            </Link>
            {can.propose && (
              <Button
                kind="main"
                busy={send.isPending}
                onClick={() => send.mutate({ id: variant.id, rev: variant.rev })}
              >
                {t('order:screen.approval.propose')}
              </Button>
            )}
          </>
        }
      />
      {send.isError && (
        <p role="alert" className={css.problem}>
          {send.error.message}
        </p>
      )}
    </>
  );
}
