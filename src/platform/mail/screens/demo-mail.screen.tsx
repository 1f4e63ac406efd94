import { apiOf, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { contract } from '../contract.ts';
import css from './demo-mail.module.css';

const api = apiOf(contract);

/** «Почта (демо)»: the letters of a demo region, as their readers would see them. */
export default function DemoMail() {
  const { t, date } = useTexts();
  const { data } = useRead(
    ['mail', 'demo'],
    api.listDemoMail,
    { limit: 100, offset: 0 },
    { refetchInterval: 5000 },
  );
  const list = data?.data;
  return (
    <div className={css.wrap}>
      <PageHead
        title={t('mail:demo.title')}
        about={t('mail:demo.about')}
        tag={list && list.total > 0 ? t('mail:demo.count', { count: list.total }) : undefined}
      />
      {list && list.rows.length === 0 && <EmptyState text={t('mail:demo.empty')} />}
      <ul className={css.letters}>
        {list?.rows.map((letter) => (
          <li key={letter.id} className="panel">
            <h2>{letter.subject}</h2>
            <p className={css.to}>
              {t('mail:demo.to', { to: letter.to })} ·{' '}
              <time dateTime={letter.at}>{date(letter.at, 'moment')}</time>
            </p>
            <pre className={css.body}>{letter.body}</pre>
          </li>
        ))}
      </ul>
    </div>
  );
}
