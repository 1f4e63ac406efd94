import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { api, MY_ROUNDS, type MyRound } from './round-api.ts';

/** Withdrawing is as easy as taking part; after publication it is refusing the place. */
export function LeaveRound({ round, label }: { round: MyRound; label?: string }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const leave = useChange(api.leaveRound, [MY_ROUNDS]);
  if (round.pseudonym === null || round.withdrawn) return null;
  const refusing = label !== undefined;
  const word = (leaving: 'leaveTitle' | 'leaveAbout', refused: 'refuseTitle' | 'refuseAbout') =>
    t(`practice:round.screen.mine.${refusing ? refused : leaving}`);
  if (!asking)
    return (
      <Button size={refusing ? 'l' : 'm'} kind={refusing ? 'plain' : 'quiet'} onClick={() => setAsking(true)}>
        {label ?? t('practice:round.screen.mine.leave')}
      </Button>
    );
  return (
    <FormPanel
      title={word('leaveTitle', 'refuseTitle')}
      about={word('leaveAbout', 'refuseAbout')}
      submit={refusing ? t('practice:round.screen.mine.refuse') : t('practice:round.screen.mine.leaveSubmit')}
      busy={leave.isPending}
      problems={leave.isError ? problemsFromServer(leave.error, t('web:form.notSaved')) : {}}
      {...(reason.trim() === '' && { blocked: t('practice:error.sayWhy') })}
      onClose={() => setAsking(false)}
      onSubmit={() => leave.mutate({ id: round.id, reason: reason.trim() })}
    >
      <TextInput
        name="reason"
        label={t('practice:round.screen.mine.leaveReason')}
        value={reason}
        onChange={setReason}
      />
    </FormPanel>
  );
}
