import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput } from '../../../web/widgets/inputs.tsx';
import { api, type Objection, ORDER } from './order-api.ts';

interface Props {
  college: string;
  objection: Objection;
  onClose: () => void;
}

/** The ministry takes an objection into account or declines it; the college reads why. */
export function ReplyForm({ college, objection, onClose }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState(objection.reply ?? '');
  const reply = useChange(api.replyObjection, [ORDER, ['tasks'], ['session']]);
  const labels = { text: t('order:screen.answers.reply.text') };
  const send = (verdict: 'taken' | 'declined') =>
    reply.mutate({ id: objection.id, verdict, text: text.trim() }, { onSuccess: onClose });
  const blocked = text.trim().length < 5 ? t('order:screen.answers.reply.missing') : undefined;
  return (
    <FormPanel
      title={t('order:screen.answers.reply.title')}
      about={t('order:screen.answers.reply.about', {
        college,
        code: objection.code,
        name: objection.name,
        proposed: objection.proposed,
        seats: objection.seats,
        reason: objection.reason,
      })}
      submit={t('order:screen.answers.reply.taken')}
      busy={reply.isPending}
      {...(blocked && { blocked })}
      problems={reply.isError ? problemsFromServer(reply.error, t('web:form.notSaved')) : {}}
      labels={labels}
      more={
        <Button {...(blocked && { blocked })} onClick={() => send('declined')}>
          {t('order:screen.answers.reply.declined')}
        </Button>
      }
      onClose={onClose}
      onSubmit={() => send('taken')}
    >
      <AreaInput name="text" label={labels.text} value={text} onChange={setText} />
    </FormPanel>
  );
}
