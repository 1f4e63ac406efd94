import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION } from '../exams-api.ts';

const FROM = ['running', 'suspended', 'marked', 'protocol_signed', 'transferred_to_GEK', 'graded'];

/** Until when the recording of the exam is kept: without it the exam is not closed. */
export function VideoPart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t } = useTexts();
  const note = useChange(api.noteVideo, [SESSION]);
  const [until, setUntil] = useState(`${Number(exam.day.slice(0, 4)) + 1}${exam.day.slice(4)}`);
  if (exam.videoUntil)
    return <p className="dim">{t('exams:screen.video.until', { day: exam.videoUntil })}</p>;
  if (!can.lead || !FROM.includes(exam.state) || exam.regime !== 'ORDER_800') return null;
  return (
    <section className={`panel ${css.box}`} aria-labelledby="video">
      <h2 id="video">{t('exams:screen.video.title')}</h2>
      <TextInput
        name="video"
        type="date"
        label={t('exams:screen.video.label')}
        hint={t('exams:screen.video.hint')}
        value={until}
        onChange={setUntil}
        error={note.error?.message}
      />
      <div className={css.acts}>
        <Button busy={note.isPending} onClick={() => note.mutate({ id: exam.id, until })}>
          {t('exams:screen.video.save')}
        </Button>
      </div>
    </section>
  );
}
