import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './order.module.css';
import { api, ORDER, type Variant, type VariantCan } from './order-api.ts';

function ApproveForm({ variant }: { variant: Variant }) {
  const { t } = useTexts();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState('');
  const approve = useChange(api.approve, [ORDER, ['tasks'], ['session']]);
  const labels = { number: t('order:screen.approval.number'), on: t('order:screen.approval.on') };
  return (
    <FormPanel
      title={t('order:screen.approval.title')}
      about={t('order:screen.approval.about', { name: variant.preparedBy ?? '' })}
      submit={t('order:screen.approval.approve')}
      busy={approve.isPending}
      blocked={number.trim() && on ? undefined : t('order:screen.approval.missing')}
      problems={approve.isError ? problemsFromServer(approve.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onSubmit={() => approve.mutate({ id: variant.id, rev: variant.rev, number: number.trim(), on })}
    >
      <TextInput name="number" label={labels.number} value={number} onChange={setNumber} />
      <TextInput name="on" type="date" label={labels.on} value={on} onChange={setOn} />
    </FormPanel>
  );
}

/** Who prepares does not approve: said in words before anybody presses a button. */
export function Approval({ variant, can }: { variant: Variant; can: VariantCan }) {
  const { t, date } = useTexts();
  const { may } = useSession();
  if (variant.state === 'approved' && variant.approvedAt)
    return (
      <p className={css.state}>
        <StateMark state="done">
          {t('order:screen.approval.done', {
            number: variant.documentNumber ?? '',
            at: date(variant.approvedAt, 'long'),
            name: variant.approvedBy ?? '',
            prepared: variant.preparedBy ?? '',
          })}
        </StateMark>
      </p>
    );
  if (variant.state === 'calculated' && can.propose)
    return <p className={`no-print ${css.state} dim`}>{t('order:screen.approval.two')}</p>;
  if (variant.state !== 'proposed') return null;
  if (can.approve) return <ApproveForm variant={variant} />;
  return (
    <p className={css.state}>
      <StateMark state="waiting">
        {t(may('order.variant.approve') ? 'order:screen.approval.other' : 'order:screen.approval.waiting', {
          name: variant.preparedBy ?? '',
        })}
      </StateMark>
    </p>
  );
}
