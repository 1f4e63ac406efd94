import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { CollegeNumbers } from './college-numbers.tsx';
import { DistrictNumbers } from './district-numbers.tsx';
import { NeedNumbers } from './need-numbers.tsx';
import { OrderNumbers } from './order-numbers.tsx';

/** The numbers this role answers for, chosen by its rights and not by its name. */
export function RoleNumbers() {
  const { t } = useTexts();
  const { rights } = useSession();
  const own = (right: string) => rights[right] === 'organisation';
  const shown = own('needs.line.read') ? (
    <NeedNumbers />
  ) : own('order.seat.read') ? (
    <CollegeNumbers />
  ) : rights['order.district.read'] === 'territory' ? (
    <DistrictNumbers />
  ) : 'order.variant.read' in rights ? (
    <OrderNumbers />
  ) : null;
  if (!shown) return null;
  return (
    <section aria-labelledby="numbers">
      <SectionHead id="numbers" title={t('tasks:numbers.title')} />
      {shown}
    </section>
  );
}
