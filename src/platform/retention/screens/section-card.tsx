import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import css from './my-data.module.css';
import { api, MINE, type PersonalRecord, type Section } from './my-data-api.ts';

function Value({ field }: { field: PersonalRecord['fields'][number] }) {
  const { t, tId } = useTexts();
  const { value, as } = field;
  if (value === null || value === '') return <span className="dim">{t('web:noData')}</span>;
  if (as === 'day') return <DateText value={String(value)} />;
  if (as === 'moment') return <DateText value={String(value)} look="moment" />;
  if (as === 'messageKey') return tId(String(value));
  if (typeof value === 'boolean') return value ? t('retention:mine.yes') : t('retention:mine.no');
  return String(value);
}

/** Asks once more before a withdrawal: it works at once. */
function Withdraw({ section, record }: { section: string; record: PersonalRecord }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  const change = useChange(api.withdrawRecord, [MINE]);
  if (!asked)
    return (
      <Button size="s" kind="danger" onClick={() => setAsked(true)}>
        {t('retention:mine.withdraw')}
      </Button>
    );
  return (
    <p role="alertdialog" aria-label={t('retention:mine.withdraw')} className={css.ask}>
      {change.isError ? change.error.message : t('retention:mine.withdrawSure')}{' '}
      <Button
        size="s"
        kind="danger"
        busy={change.isPending}
        onClick={() => change.mutate({ section, id: record.id, reason: null })}
      >
        {t('retention:mine.withdrawYes')}
      </Button>{' '}
      <Button size="s" onClick={() => setAsked(false)}>
        {t('retention:mine.withdrawNo')}
      </Button>
    </p>
  );
}

function RecordRow({ section, record }: { section: string; record: PersonalRecord }) {
  const { t, tId } = useTexts();
  return (
    <li className={css.record}>
      <dl className={css.fields}>
        {record.fields.map((field) => (
          <div key={field.labelKey}>
            <dt>{tId(field.labelKey)}</dt>
            <dd>
              <Value field={field} />
            </dd>
          </div>
        ))}
        {record.until && (
          <div>
            <dt>{t('retention:mine.until')}</dt>
            <dd>
              <DateText value={record.until} />
            </dd>
          </div>
        )}
      </dl>
      {record.canWithdraw && <Withdraw section={section} record={record} />}
    </li>
  );
}

/** One kind of data: on what ground it is held, for what, and each record. */
export function SectionCard({ section }: { section: Section }) {
  const { t, tId } = useTexts();
  const ground = t('retention:mine.ground', {
    basis: tId(`retention:basis.${section.basis}`),
    words: tId(section.basisKey),
    purpose: tId(section.purposeKey),
  });
  return (
    <section aria-labelledby={`held-${section.id}`} className={css.section}>
      <SectionHead id={`held-${section.id}`} title={tId(section.titleKey)} note={ground} />
      <ul className={css.records}>
        {section.records.map((record) => (
          <RecordRow key={record.id} section={section.id} record={record} />
        ))}
      </ul>
    </section>
  );
}
