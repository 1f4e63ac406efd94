import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import css from './exams.module.css';
import { api, KITS, type Kit, pointsOf } from './exams-api.ts';
import { EditKit } from './kit/edit-kit.tsx';
import { DownloadKit, Editions, WithdrawKit } from './kit/kit-acts.tsx';

function Criteria({ kit }: { kit: Kit }) {
  const { t } = useTexts();
  return kit.body.criteria.map((criterion) => (
    <section key={criterion.code} className={`panel ${css.box}`}>
      <h2>
        {criterion.code}. {criterion.title} <span className="dim num">{pointsOf(criterion.max)}</span>
      </h2>
      {criterion.subcriteria.map((sub) => (
        <div key={sub.code}>
          <h3>
            {sub.code}. {sub.title}
          </h3>
          <ul className={css.list}>
            {sub.aspects.map((aspect) => (
              <li key={aspect.code}>
                <span className={css.stack}>
                  <span>
                    {aspect.code}. {aspect.title}
                  </span>
                  {aspect.scale && (
                    <small className="dim">
                      {aspect.scale.map((words, i) => `${i}: ${words}`).join('; ')}
                    </small>
                  )}
                </span>
                <span className="dim">
                  {t(`exams:screen.kit.how.${aspect.how}`)}, {pointsOf(aspect.max)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
}

/** One kit: what is marked, what the site has to have, and for how many. */
export default function KitPage() {
  const { t, tId } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(KITS, api.getKit, { id });
  const approve = useChange(api.approveKit, [KITS]);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  if (read.isError) return <EmptyState title={t('exams:screen.kit.title')} text={read.error.message} />;
  if (!read.data) return null;
  const kit = read.data.data;
  const { can } = read.data;
  const facts: [string, string][] = [
    [t('exams:screen.exams.programme'), `${kit.programmeCode} ${kit.programmeName}`],
    [t('exams:screen.kits.level'), `${t(`exams:level.${kit.level}`)}, ${kit.year}`],
    [t('exams:screen.exam.regime'), t(`exams:regime.${kit.regime}`)],
    [t('exams:screen.kit.minutes'), t('exams:screen.kit.minutesOf', { count: kit.minutes })],
    [t('exams:screen.kits.max'), pointsOf(kit.max)],
    [
      t('exams:screen.kit.experts'),
      kit.experts.map(({ upTo, experts }) => t('exams:screen.kit.expertsOf', { upTo, experts })).join('; '),
    ],
    [
      t('exams:screen.kit.judging'),
      t('exams:screen.kit.judgingOf', { judges: kit.body.judges, spread: kit.body.spread }),
    ],
    [t('exams:screen.kit.hash'), kit.hash ?? t('exams:screen.kit.notApproved')],
  ];
  return (
    <>
      <PageHead
        crumbs={[{ title: t('exams:screen.kits.title'), to: '/kits' }, { title: kit.code }]}
        title={kit.title}
        tag={tId(`exams:state.kit.${kit.state}`)}
        about={t('exams:screen.kit.about', { code: kit.code, edition: kit.edition })}
        actions={
          open === null && (
            <>
              <DownloadKit kit={kit} />
              {can.withdraw && (
                <Button onClick={() => setOpen('withdraw')}>{t('exams:rooms.kit.withdraw')}</Button>
              )}
              {can.edit && kit.state !== 'withdrawn' && (
                <Button icon="pencil" onClick={() => setOpen('edit')}>
                  {t(`exams:rooms.kit.${kit.state === 'draft' ? 'edit' : 'next'}`)}
                </Button>
              )}
              {can.approve && (
                <Button kind="main" busy={approve.isPending} onClick={() => approve.mutate({ id })}>
                  {t('exams:event.kit.approve')}
                </Button>
              )}
            </>
          )
        }
      />
      {open === 'edit' && (
        <EditKit
          key={kit.rev}
          kit={kit}
          onClose={close}
          onDone={(made) => {
            close();
            if (made !== id) void navigate({ to: '/kits/$id', params: { id: made } });
          }}
        />
      )}
      {open === 'withdraw' && <WithdrawKit kit={kit} onClose={close} />}
      {approve.error && <p role="alert">{approve.error.message}</p>}
      {approve.data && approve.data.data.reopened > 0 && (
        <p role="status">{t('exams:screen.kit.reopened', { count: approve.data.data.reopened })}</p>
      )}
      <div className={css.pair}>
        <section className={`panel ${css.box}`}>
          <dl className={css.facts}>
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={`panel ${css.box}`}>
          <h2>{t('exams:screen.kit.needs', { count: kit.workplaces })}</h2>
          <ul className={css.list}>
            {kit.needs.map((item) => (
              <li key={item.title}>
                <span>{item.title}</span>
                <span className="num">
                  {item.total} {item.unit}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Editions kit={kit} />
      <Criteria kit={kit} />
    </>
  );
}
