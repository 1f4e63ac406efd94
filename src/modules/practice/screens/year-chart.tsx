import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/text.ts';
import { lengthOf } from '../rules/days.ts';
import css from './practice.module.css';
import { type Plan, todayHere, type YearPlan } from './practice-api.ts';

const WIDTH = 1000;
const HEIGHT = 30;

/** First days of the months of a school year. */
const monthsOf = (from: string): string[] =>
  Array.from({ length: 12 }, (_, i) => {
    const month = (8 + i) % 12;
    const year = Number(from.slice(0, 4)) + (i >= 4 ? 1 : 0);
    return `${year}-${String(month + 1).padStart(2, '0')}-01`;
  });

function Bar({ plan, x }: { plan: Plan; x: (day: string) => number }) {
  const { t, dateRange } = useTexts();
  const left = x(plan.from);
  const width = Math.max(6, x(plan.to) - left);
  const wrong = plan.collisions.some(({ blocks }) => blocks);
  const look = wrong ? css.wrong : plan.state === 'draft' ? css.draft : css.bar;
  const words = plan.moduleCode;
  return (
    <g>
      <title>{`${plan.group}: ${plan.title}, ${dateRange(plan.from, plan.to)}${wrong ? `, ${t('practice:screen.year.collides')}` : ''}`}</title>
      <rect
        className={look}
        x={left}
        y={4}
        width={width}
        height={22}
        rx={5}
        vectorEffect="non-scaling-stroke"
      />
      {width > 58 && (
        <text x={left + 7} y={19}>
          {words}
        </text>
      )}
    </g>
  );
}

/** Groups × weeks: a bar for each practice, dashed while it is a draft, crimson where something collides. */
export function YearChart({ year }: { year: YearPlan }) {
  const { t, date } = useTexts();
  const days = lengthOf(year.from, year.to);
  const x = (day: string) => Math.min(WIDTH, Math.max(0, ((lengthOf(year.from, day) - 1) / days) * WIDTH));
  const months = monthsOf(year.from);
  const groups = [...new Map(year.rows.map((row) => [row.groupId, row.group]))];
  const ofMany = new Set(year.rows.map(({ college }) => college)).size > 1;
  const today = todayHere();
  const lines = (
    <>
      {months.map((month) => (
        <line key={month} className={css.month} x1={x(month)} x2={x(month)} y1={0} y2={HEIGHT} />
      ))}
      {today >= year.from && today <= year.to && (
        <line className={css.day} x1={x(today)} x2={x(today)} y1={0} y2={HEIGHT} />
      )}
    </>
  );
  return (
    <section
      className={`panel ${css.year}`}
      aria-label={t('practice:screen.year.chart')}
      data-chart="practice"
    >
      <div className={css.rows}>
        <span className={css.head} />
        <span className={css.head}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
            {months.map((month) => (
              <text key={month} x={x(month) + 4} y={19}>
                {date(month, 'day')
                  .replace(/^\d+\s/, '')
                  .slice(0, 3)}
              </text>
            ))}
          </svg>
        </span>
        {groups.map(([id, code]) => {
          const plans = year.rows.filter((row) => row.groupId === id);
          const first = plans.find(({ heldAt }) => heldAt === 'enterprise') ?? plans[0];
          return [
            <span key={`${id} name`}>
              {first ? (
                <Link to="/practice/$id" params={{ id: first.id }} className={css.name}>
                  {code}
                  {ofMany && <small className={css.college}>{first.college}</small>}
                </Link>
              ) : (
                code
              )}
            </span>,
            <span key={`${id} bars`}>
              <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="img"
                aria-label={plans.map((plan) => `${plan.title} ${plan.from} ${plan.to}`).join('; ')}
              >
                {lines}
                {plans.map((plan) => (
                  <Bar key={plan.id} plan={plan} x={x} />
                ))}
              </svg>
            </span>,
          ];
        })}
      </div>
    </section>
  );
}
