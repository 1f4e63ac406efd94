import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { api, pointsOf, SESSION, SESSIONS } from './exams-api.ts';
import room from './rooms.module.css';
import { hundredthsOf, PAPER } from './rooms-api.ts';

type Paper = Awaited<ReturnType<typeof api.getPaper>>['data'];
const cellOf = (examineeId: string, code: string) => `${examineeId} ${code}`;
const plain = (points: number) => pointsOf(points).replace(/,00$/, '');

/** Where the two typings stand, in one sentence. */
function Standing({ paper }: { paper: Paper }) {
  const { t } = useTexts();
  const mine = paper.own.length > 0;
  if (paper.typed === 0) return <p className="dim">{t('exams:rooms.paper.typed.none')}</p>;
  if (paper.typed < 2)
    return (
      <p>
        <StateMark state={mine ? 'waiting' : 'remind'}>
          {t(`exams:rooms.paper.typed.${mine ? 'mine' : 'other'}`)}
        </StateMark>
      </p>
    );
  return (
    <p>
      <StateMark state={paper.differences.length > 0 ? 'blocks' : 'done'}>
        {paper.differences.length > 0
          ? t('exams:rooms.paper.typed.both', { count: paper.differences.length })
          : t('exams:rooms.paper.typed.same')}
      </StateMark>
    </p>
  );
}

function TypingForm({ id, paper }: { id: string; paper: Paper }) {
  const { t } = useTexts();
  const type = useChange(api.typePaper, [PAPER, SESSION, SESSIONS]);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      paper.own.map(({ examineeId, code, points }) => [cellOf(examineeId, code), plain(points)]),
    ),
  );
  const textOf = (examineeId: string, code: string) => typed[cellOf(examineeId, code)] ?? '';
  const own = new Map(paper.own.map(({ examineeId, code, points }) => [cellOf(examineeId, code), points]));
  const apart = new Map(paper.differences.map((one) => [cellOf(one.examineeId, one.code), one]));
  const cells = paper.places.flatMap(({ examineeId }) =>
    paper.criteria.map(({ code, max }) => {
      const points = hundredthsOf(textOf(examineeId, code));
      return { empty: textOf(examineeId, code).trim() === '', wrong: points === null || points > max };
    }),
  );
  const left = cells.filter(({ empty }) => empty).length;
  const wrong = cells.filter((one) => !one.empty && one.wrong).length;
  const lacks =
    left > 0
      ? t('exams:rooms.paper.fill', { count: left })
      : wrong > 0
        ? t('exams:rooms.paper.wrong', {
            max: pointsOf(Math.max(...paper.criteria.map(({ max }) => max))),
          })
        : undefined;
  return (
    <>
      {type.isSuccess && <p role="status">{t('exams:rooms.paper.saved')}</p>}
      <Standing paper={paper} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table has to be scrolled by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={t('exams:rooms.paper.title')}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('exams:screen.exam.who')}</th>
              {paper.criteria.map(({ code, title, max }) => (
                <th key={code} scope="col">
                  {code}. {title}
                  <br />
                  <span className="dim">{t('exams:rooms.paper.max', { max: plain(max) })}</span>
                </th>
              ))}
              <th scope="col" className="num">
                {t('exams:rooms.paper.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {paper.places.map(({ examineeId, workplace, name }) => {
              const sum = paper.criteria.reduce(
                (total, { code }) => total + (hundredthsOf(textOf(examineeId, code)) ?? 0),
                0,
              );
              return (
                <tr key={examineeId}>
                  <th scope="row">
                    {workplace === null
                      ? t('exams:rooms.paper.noPlace')
                      : t('exams:rooms.paper.place', { place: workplace })}
                    <br />
                    <span className="dim">{name}</span>
                  </th>
                  {paper.criteria.map(({ code, title, max }) => {
                    const key = cellOf(examineeId, code);
                    const text = textOf(examineeId, code);
                    const points = hundredthsOf(text);
                    const bad = text.trim() !== '' && (points === null || points > max);
                    const other = apart.get(key);
                    const theirs = other && (other.first === own.get(key) ? other.second : other.first);
                    return (
                      <td key={code}>
                        <input
                          className={room.cell}
                          inputMode="decimal"
                          aria-label={`${name}, ${code}. ${title}`}
                          aria-invalid={bad || undefined}
                          value={text}
                          onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
                        />
                        {bad && (
                          <span className={room.differs}>
                            {t('exams:rooms.paper.wrong', { max: plain(max) })}
                          </span>
                        )}
                        {other && (
                          <span className={room.differs}>
                            {t('exams:rooms.paper.differs', {
                              own: plain(own.get(key) ?? 0),
                              other: plain(theirs ?? 0),
                            })}
                          </span>
                        )}
                      </td>
                    );
                  })}
                  <td className="num">{pointsOf(sum)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div className={css.acts}>
        <Button
          kind="main"
          busy={type.isPending}
          {...(lacks ? { blocked: lacks } : {})}
          onClick={() =>
            type.mutate({
              id,
              lines: paper.places.map(({ examineeId }) => ({
                examineeId,
                criteria: paper.criteria.map(({ code }) => ({
                  code,
                  points: hundredthsOf(textOf(examineeId, code)) ?? 0,
                })),
              })),
            })
          }
        >
          {t('exams:rooms.paper.save')}
        </Button>
      </div>
      {type.error && (
        <p role="alert">
          <StateMark state="blocks">{type.error.message}</StateMark>
        </p>
      )}
    </>
  );
}

/** A paper protocol typed by two people, each alone; where they differ is shown to both. */
export default function PaperTyping() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(PAPER, api.getPaper, { id });
  if (read.isError) return <EmptyState title={t('exams:rooms.paper.title')} text={read.error.message} />;
  if (!read.data) return null;
  const paper = read.data.data;
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('exams:screen.exams.title'), to: '/exams' },
          { title: paper.code, to: `/exams/${id}` },
          { title: t('exams:rooms.paper.title') },
        ]}
        title={t('exams:rooms.paper.title')}
        about={t('exams:rooms.paper.about', { code: paper.code })}
      />
      <section className={`panel ${css.box}`}>
        {!(paper.open && paper.places.length > 0) && <Standing paper={paper} />}
        {!paper.open && <p className="dim">{t('exams:rooms.paper.notRunning')}</p>}
        {paper.open && paper.places.length === 0 && <p className="dim">{t('exams:rooms.paper.nobody')}</p>}
        {paper.open && paper.places.length > 0 && <TypingForm id={id} paper={paper} />}
      </section>
    </>
  );
}
