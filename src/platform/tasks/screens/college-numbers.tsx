import { contract as order } from '../../../modules/order/contract.ts';
import { apiOf, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';

const api = apiOf(order);

/** A college's seats in the newest order. */
export function CollegeNumbers() {
  const { t } = useTexts();
  const read = useRead(['order', 'seats', 'mine'], api.listMySeats, {});
  const data = read.data?.data;
  if (!data) return null;
  if (!data.variant)
    return (
      <div className="panel">
        <EmptyState text={t('order:screen.mine.none')} />
      </div>
    );
  const { rows } = data;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [seats, groups, last] = [
    sum((row) => row.seats),
    sum((row) => row.groups),
    sum((row) => row.lastYear),
  ];
  const programmes = rows.filter((row) => row.seats > 0).length;
  const source = t('tasks:numbers.order', { version: data.variant.version });
  const facts = {
    nodes: [
      {
        count: groups,
        noun: t('order:screen.noun.groups', { count: groups }),
        source: t('tasks:numbers.programmes', { count: programmes }),
        to: '/my-seats',
      },
    ],
  };
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('tasks:numbers.seats', { year: String(data.variant.decisionYear) }),
          value: <Num value={seats} />,
          aside: <Num value={seats - last} sign />,
          origin: { short: source, facts },
        },
        {
          label: t('tasks:numbers.groups'),
          value: <Num value={groups} />,
          origin: { short: t('tasks:numbers.programmes', { count: programmes }), facts },
        },
      ]}
    />
  );
}
