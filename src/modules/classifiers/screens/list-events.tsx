import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import css from './classifiers.module.css';
import { api } from './classifiers-api.ts';

/** Who loaded or compared the list, and when. */
export function ListEvents({ list }: { list: string }) {
  const { t } = useTexts();
  const { data } = useRead(['classifiers', 'events'], api.listEvents, { list });
  const rows = data?.data.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <SectionHead id="events" title={t('classifiers:items.events')} />
      <ul className={css.events}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.kind === 'checked'
              ? t('classifiers:items.eventChecked', { note: row.note })
              : t('classifiers:items.eventUploaded', {
                  note: row.note,
                  added: row.added ?? 0,
                  changed: row.changed ?? 0,
                  ended: row.ended ?? 0,
                })}{' '}
            <span className="dim small">{t('classifiers:items.by', { at: row.at, by: row.by ?? '' })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
