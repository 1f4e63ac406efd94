import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { hasMessage } from '../../i18n/texts.ts';
import css from './tasks.module.css';
import { api, type ChangeRow, TASKS } from './tasks-api.ts';

/** What others have changed in what is mine since I was here last. */
export function Changes() {
  const { t, tId, locale, date } = useTexts();
  const read = useRead([...TASKS, 'changes'], api.listChanges, {});
  const data = read.data?.data;
  if (!data) return null;
  const words = ({ key }: ChangeRow) =>
    hasMessage(locale === 'en' ? 'en' : 'ru', key) ? tId(key) : t('tasks:changes.other');
  return (
    <section aria-labelledby="changes">
      <SectionHead
        id="changes"
        title={t('tasks:changes.title')}
        note={data.since && t('tasks:changes.since', { at: date(data.since, 'moment') })}
      />
      {data.rows.length === 0 ? (
        <p className="dim">{t(data.since ? 'tasks:changes.none' : 'tasks:changes.first')}</p>
      ) : (
        <ul className={`panel ${css.changes}`}>
          {data.rows.map((row) => (
            <li key={`${row.useCase} ${row.subjectKind}`}>
              <span>{words(row)}</span>
              {row.count > 1 && (
                <span className="dim small">{t('tasks:changes.any', { count: row.count })}</span>
              )}
              <span className="dim small">
                <DateText value={row.lastAt} look="moment" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
