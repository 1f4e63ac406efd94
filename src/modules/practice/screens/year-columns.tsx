import { Link } from '@tanstack/react-router';
import type { Texts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import css from './practice.module.css';
import type { Plan } from './practice-api.ts';

export const blocked = (row: Plan) => row.collisions.some(({ blocks }) => blocks);
/** Students still without a place at an enterprise. */
export const unplaced = (row: Plan) =>
  row.heldAt === 'enterprise' && row.state === 'approved' ? Math.max(0, row.students - row.placed) : 0;

function Next({ row, texts: { t, tId } }: { row: Plan; texts: Texts }) {
  const [first, ...more] = [...row.collisions].sort((a, b) => Number(b.blocks) - Number(a.blocks));
  if (first)
    return (
      <span className={css.stack}>
        {[first, ...more].slice(0, 2).map((one) => (
          <StateMark key={one.kind} state={one.blocks ? 'blocks' : 'remind'}>
            {tId(`practice:collision.${one.kind}`, one.params)}
          </StateMark>
        ))}
      </span>
    );
  if (row.state === 'draft') return <StateMark state="waiting">{t('practice:screen.year.order')}</StateMark>;
  if (row.heldAt === 'college') return <span className="dim">{t('practice:screen.year.inCollege')}</span>;
  const left = unplaced(row);
  if (left > 0)
    return <StateMark state="remind">{t('practice:screen.year.place', { count: left })}</StateMark>;
  return <span className="dim">{t('practice:screen.year.inOrder')}</span>;
}

export const yearColumns = (texts: Texts, opens: boolean, ofMany: boolean): Column<Plan>[] => {
  const { t, dateRange } = texts;
  const college: Column<Plan> = {
    id: 'college',
    title: t('practice:screen.year.college'),
    value: (row) => row.college,
    card: 'wide',
    filter: 'choice',
  };
  return [
    {
      id: 'group',
      title: t('practice:screen.year.group'),
      value: (row) => row.group,
      cell: (row) =>
        opens ? (
          <Link to="/practice/$id" params={{ id: row.id }} className={`nowrap ${css.name}`}>
            {row.group}
          </Link>
        ) : (
          row.group
        ),
      names: true,
      filter: 'text',
    },
    ...(ofMany ? [college] : []),
    {
      id: 'practice',
      title: t('practice:screen.year.practice'),
      value: (row) => `${t(`practice:short.${row.kind}`)}: ${row.title}`,
      card: 'wide',
    },
    {
      id: 'days',
      title: t('practice:screen.year.days'),
      value: (row) => row.from,
      cell: (row) => <span className="num nowrap">{dateRange(row.from, row.to)}</span>,
      card: 'wide',
    },
    {
      id: 'hours',
      title: t('practice:screen.year.hours'),
      value: (row) => row.academicHours,
      align: 'end',
      quiet: true,
    },
    {
      id: 'where',
      title: t('practice:screen.year.where'),
      value: (row) => t(`practice:heldAt.${row.heldAt}`),
      filter: 'choice',
      quiet: true,
      card: 'wide',
    },
    {
      id: 'placed',
      title: t('practice:screen.year.placed'),
      value: (row) => (row.heldAt === 'college' ? null : row.placed),
      cell: (row) =>
        row.heldAt === 'college' ? null : (
          <span className="num nowrap">
            {t('practice:screen.year.placedOf', { placed: row.placed, students: row.students })}
          </span>
        ),
      align: 'end',
    },
    {
      id: 'supervisor',
      title: t('practice:screen.year.supervisor'),
      value: (row) => row.supervisor,
      quiet: true,
      optional: true,
      card: 'wide',
    },
    {
      id: 'form',
      title: t('practice:form.screen.planForm'),
      value: (row) => row.form,
      quiet: true,
      optional: true,
      card: 'wide',
    },
    {
      id: 'state',
      title: t('practice:screen.year.state'),
      value: (row) => t(`practice:state.plan.${row.state}`),
      cell: (row) => <Next row={row} texts={texts} />,
      card: 'wide',
    },
  ];
};
