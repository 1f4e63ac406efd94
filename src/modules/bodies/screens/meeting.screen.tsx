import { useParams } from '@tanstack/react-router';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './bodies.module.css';
import { api, BODIES, MARKS, type Meeting, todayHere } from './bodies-api.ts';
import { MeetingForm } from './meeting-form.tsx';

const EVENTS = ['cancel', 'reopen', 'hold', 'close'] as const;

async function download(id: string, format: 'pdf' | 'docx') {
  const { data } = await api.printMinutes({ id, format });
  const bytes = Uint8Array.from(atob(data.base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = data.name;
  link.click();
  URL.revokeObjectURL(address);
}

function Minutes({ meeting }: { meeting: Meeting }) {
  const { t, date } = useTexts();
  return (
    <ol className={css.lines}>
      {meeting.items.map((item) => (
        <li key={item.id}>
          <b>{item.title}</b>{' '}
          <span className="dim small">
            {item.votes && `${t('bodies:meeting.votes', item.votes)}. `}
            {t(`bodies:result.${item.result}`)}
          </span>
          {item.minutes && <p>{item.minutes}</p>}
          <ul>
            {item.decisions.map((one) => (
              <li key={one.id}>
                {one.text}{' '}
                <span className="dim small">
                  {[one.owner, one.due && date(one.due)].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Signers({ meeting, may }: { meeting: Meeting; may: boolean }) {
  const { t } = useTexts();
  const sign = useChange(api.signMinutes, [BODIES, ['tasks']]);
  const officers = meeting.members.filter(({ post, present }) => present && post !== 'member');
  // in signed minutes nobody is waited for any more
  const signers = meeting.state === 'signed' ? officers.filter(({ signed }) => signed) : officers;
  return (
    <section aria-labelledby="signatures">
      <SectionHead id="signatures" title={t('bodies:meeting.signatures')} />
      {sign.error && (
        <p role="alert">
          <StateMark state="blocks">{sign.error.message}</StateMark>
        </p>
      )}
      <ul className={css.lines}>
        {signers.map((member) => (
          <li key={member.id} className={css.line}>
            <span>
              {member.name}, {t(`bodies:post.${member.post}`)}
            </span>
            {member.signed ? (
              <StateMark state="done">{t('bodies:meeting.signed')}</StateMark>
            ) : may ? (
              <Button
                size="s"
                busy={sign.isPending}
                onClick={() =>
                  sign.mutate({
                    id: meeting.id,
                    memberId: member.id,
                    signedOn: todayHere(),
                    originalReceived: true,
                  })
                }
              >
                {t('bodies:meeting.sign')}
              </Button>
            ) : (
              <StateMark state="waiting">{t('bodies:meeting.waits')}</StateMark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One meeting from its agenda to its signed minutes. */
export default function MeetingPage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead([...BODIES, 'meeting'], api.getMeeting, { id });
  const move = useChange(api.moveMeeting, [BODIES, ['tasks']]);
  if (read.isError) return <EmptyState title={t('bodies:body.protocol')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: meeting, can } = read.data;
  return (
    <>
      <PageHead
        title={t('bodies:meeting.title', { number: meeting.number })}
        tag={<StateMark state={MARKS[meeting.state]}>{t(`bodies:state.meeting.${meeting.state}`)}</StateMark>}
        about={t('bodies:meeting.about', { body: meeting.bodyName, on: meeting.heldOn })}
        crumbs={[
          { title: t('bodies:list.title'), to: '/bodies' },
          { title: meeting.bodyName, to: `/bodies/${meeting.bodyId}` },
          { title: meeting.number },
        ]}
        actions={
          <>
            {(['pdf', 'docx'] as const).map((format) => (
              <Button key={format} icon="download" onClick={() => void download(id, format)}>
                {t(`bodies:meeting.${format}`)}
              </Button>
            ))}
            {EVENTS.filter((event) => can[event]).map((event) => (
              <Button key={event} busy={move.isPending} onClick={() => move.mutate({ id, event })}>
                {t(`bodies:event.meeting.${event}`)}
              </Button>
            ))}
          </>
        }
      />
      {move.error && (
        <p role="alert" className={css.said}>
          <StateMark state="blocks">{move.error.message}</StateMark>
        </p>
      )}
      {can.write ? <MeetingForm key={meeting.rev} meeting={meeting} /> : <Minutes meeting={meeting} />}
      {(meeting.state === 'closed' || meeting.state === 'signed') && (
        <Signers meeting={meeting} may={can.sign === true} />
      )}
    </>
  );
}
