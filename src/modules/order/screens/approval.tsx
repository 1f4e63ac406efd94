import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './order.module.css';
import { api, ORDER, type Variant, type VariantCan } from './order-api.ts';

const TOUCHES = [ORDER, ['tasks'], ['session']] as const;

function ApproveForm({ variant, onReturn }: { variant: Variant; onReturn: () => void }) {
  const { t } = useTexts();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState('');
  const approve = useChange(api.approve, TOUCHES);
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
      more={<Button onClick={onReturn}>{t('order:screen.approval.return')}</Button>}
      onSubmit={() => approve.mutate({ id: variant.id, rev: variant.rev, number: number.trim(), on })}
    >
      <TextInput name="number" label={labels.number} value={number} onChange={setNumber} />
      <TextInput name="on" type="date" label={labels.on} value={on} onChange={setOn} />
    </FormPanel>
  );
}

function ReturnForm({ variant, onClose }: { variant: Variant; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const back = useChange(api.giveBack, TOUCHES);
  const labels = { reason: t('order:screen.approval.reason') };
  return (
    <FormPanel
      title={t('order:screen.approval.returnTitle')}
      about={t('order:screen.approval.returnAbout', { name: variant.preparedBy ?? '' })}
      submit={t('order:screen.approval.return')}
      busy={back.isPending}
      blocked={reason.trim().length < 5 ? t('order:screen.approval.noReason') : undefined}
      problems={back.isError ? problemsFromServer(back.error, t('web:form.notSaved')) : {}}
      labels={labels}
      onClose={onClose}
      onSubmit={() => back.mutate({ id: variant.id, rev: variant.rev, reason: reason.trim() })}
    >
      <AreaInput name="reason" label={labels.reason} value={reason} onChange={setReason} />
    </FormPanel>
  );
}

function Proposed({ variant, can }: { variant: Variant; can: VariantCan }) {
  const { t } = useTexts();
  const { may } = useSession();
  const [returning, setReturning] = useState(false);
  if (returning && can.giveBack) return <ReturnForm variant={variant} onClose={() => setReturning(false)} />;
  if (can.approve) return <ApproveForm variant={variant} onReturn={() => setReturning(true)} />;
  return (
    <p className={css.state}>
      <StateMark state="waiting">
        {t(may('order.variant.approve') ? 'order:screen.approval.other' : 'order:screen.approval.waiting', {
          name: variant.preparedBy ?? '',
        })}
      </StateMark>
      {can.giveBack && (
        <Button size="s" onClick={() => setReturning(true)}>
          {t('order:screen.approval.return')}
        </Button>
      )}
    </p>
  );
}

/** Who prepares does not approve: said in words before anybody presses a button. */
export function Approval({ variant, can }: { variant: Variant; can: VariantCan }) {
  const { t, date } = useTexts();
  if (variant.state === 'proposed') return <Proposed variant={variant} can={can} />;
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
  if (variant.state === 'calculated' && variant.returned)
    return (
      <p className={css.state}>
        <StateMark state="remind">
          {t('order:screen.approval.returned', {
            at: date(variant.returned.at, 'long'),
            name: variant.returned.by ?? t('order:screen.decision.official'),
            reason: variant.returned.reason,
          })}
        </StateMark>
      </p>
    );
  if (variant.state === 'calculated' && can.propose)
    return <p className={`no-print ${css.state} dim`}>{t('order:screen.approval.two')}</p>;
  return null;
}
