import { useQuery } from '@tanstack/react-query';
import { call } from '../../http.ts';
import { useTexts } from '../../text.ts';
import { buttonClass } from '../../widgets/button.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import css from '../page.module.css';
import { type ApiDescription, operationsOf } from './operations.ts';

/** Every operation of the API in words; the machine's description is one click away. */
export default function ApiDocs() {
  const { t, tId } = useTexts();
  const read = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => call<ApiDescription>('/api/openapi.json', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rooms = operationsOf(read.data ?? {});
  return (
    <div className={css.wrap}>
      <PageHead
        title={t('web:apiDocs.title')}
        about={t('web:apiDocs.about')}
        actions={
          <a href="/api/openapi.json" className={buttonClass({})}>
            {t('web:apiDocs.file')}
          </a>
        }
      />
      <div className={css.text}>
        <p>{t('web:apiDocs.keys')}</p>
        <p>{t('web:apiDocs.commands')}</p>
      </div>
      {read.isError && <p role="alert">{t('web:home.noServer')}</p>}
      {rooms.map((room) => (
        <details key={room.name} className={css.operations}>
          <summary>
            <b>{tId(`rules:room.${room.name}`, { defaultValue: room.name })}</b>{' '}
            <span className="dim">
              <code>{room.name}</code>, {t('web:apiDocs.count', { count: room.operations.length })}
            </span>
          </summary>
          <ul>
            {room.operations.map((one) => (
              <li key={`${one.method} ${one.path}`}>
                <span className={css.method}>{one.method}</span>
                <code>{one.path}</code>
                <p lang="en">{one.summary}</p>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
