import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import css from './hiring.module.css';
import { api } from './hiring-api.ts';

type Node = Awaited<ReturnType<typeof api.getPath>>['data']['nodes'][number];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Words({ node, from }: { node: Node; from: string }) {
  const { t, tId } = useTexts();
  const title =
    node.title === null
      ? t('hiring:screen.way.notShown')
      : node.kind === 'outcome'
        ? tId(`hiring:what.${node.title}`)
        : node.kind === 'candidate'
          ? tId(`hiring:way.${node.title}`)
          : from === 'need' && ['offer', 'hire'].includes(node.kind)
            ? t('hiring:screen.way.number', { count: Number(node.title) })
            : node.title;
  const note =
    node.kind === 'offer' && node.note
      ? tId(`hiring:state.offer.${node.note}`)
      : node.kind === 'outcome' && node.note
        ? t('hiring:screen.way.after', { months: Number(node.note) })
        : node.note;
  return (
    <>
      <b>{node.link ? <Link to={node.link as string}>{title}</Link> : title}</b>
      <small>
        {[note, node.on && !DAY.test(node.on) ? node.on : null].filter(Boolean).join(', ')}
        {node.on && DAY.test(node.on) && (
          <>
            {note ? ', ' : ''}
            <DateText value={node.on} />
          </>
        )}
        {node.people !== null &&
          `. ${t(node.kind === 'exam' ? 'hiring:screen.grade' : 'hiring:screen.way.people', { grade: node.people, count: node.people })}`}
      </small>
    </>
  );
}

/** «Путь»: every link of the chain with its own row; what the reader may not see keeps its place. */
export default function Way() {
  const { t } = useTexts();
  const { from = 'hire', id = '' } = useParams({ strict: false }) as { from?: string; id?: string };
  const known = (['hire', 'need', 'offer'] as const).find((it) => it === from) ?? 'hire';
  const read = useRead(['hiring', 'path'], api.getPath, { from: known, id });
  if (read.isError) return <EmptyState title={t('hiring:screen.way.title')} text={read.error.message} />;
  const { nodes = [], hires = [], hidden = 0 } = read.data?.data ?? {};
  return (
    <>
      <PageHead title={t('hiring:screen.way.title')} about={t('hiring:screen.way.about')} />
      <ol className={css.way}>
        {nodes.map((node) => (
          <li key={node.kind} data-empty={node.id === null || undefined}>
            <span className="dim">{t(`hiring:screen.way.kind.${node.kind}`)}</span>
            {node.id === null ? (
              <b className="dim">{t(`hiring:screen.way.none.${node.kind}`)}</b>
            ) : (
              <Words node={node} from={known} />
            )}
          </li>
        ))}
      </ol>
      {hires.length > 0 && (
        <ul>
          {hires.map((it) => (
            <li key={it.id}>
              <Link to={`/path/hire/${it.id}` as string}>{it.title}</Link>, <DateText value={it.startedOn} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="dim">{t('hiring:screen.way.hidden', { count: hidden })}</p>}
    </>
  );
}
