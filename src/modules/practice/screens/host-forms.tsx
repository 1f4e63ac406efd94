import { apiOf, useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract as specialists } from '../../specialists/contract.ts';
import { contract } from '../contract.ts';
import { api, TRAINEES, type Trainee, todayHere } from './practice-api.ts';

const mentors = apiOf({ listMentors: specialists.listMentors });

/** A mentor with room on all the days of those who are marked. */
export function MentorChoice({ rows, onClose }: { rows: Trainee[]; onClose: () => void }) {
  const { t } = useTexts();
  const days = {
    from: rows.map(({ from }) => from).sort()[0] ?? '',
    to:
      rows
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
  };
  const read = useRead(['specialists', 'mentors', 'free'], mentors.listMentors, days);
  const name = useChange(api.nameMentor, [TRAINEES]);
  const form = useForm({
    initial: { appointmentId: '' },
    schema: contract.nameMentor['~orpc'].inputSchema,
    input: (value) => ({ ids: rows.map(({ id }) => id), ...value }),
  });
  const label = t('practice:screen.trainees.mentorChoice');
  const free = (read.data?.data.rows ?? []).filter(({ appointmentId }) => appointmentId);
  return (
    <FormPanel
      title={t('practice:screen.trainees.mentorTitle', { count: rows.length })}
      about={rows.map(({ studentName }) => studentName).join(', ')}
      submit={t('practice:screen.trainees.saveMentor')}
      blocked={read.data && free.length === 0 ? t('practice:screen.trainees.noneFree') : undefined}
      busy={form.busy}
      problems={form.problems}
      labels={{ appointmentId: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(name.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('appointmentId')}
        label={label}
        none={t('practice:screen.trainees.chooseMentor')}
        choices={free.map((one) => ({
          value: one.appointmentId ?? '',
          label: t('practice:screen.trainees.option', {
            name: one.name,
            trainees: one.trainees,
            capacity: one.capacity ?? 0,
          }),
        }))}
      />
    </FormPanel>
  );
}

/** The day of the safety briefing, for those who are marked. */
export function BriefingForm({ rows, onClose }: { rows: Trainee[]; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteBriefing, [TRAINEES]);
  const form = useForm({
    initial: { on: todayHere() },
    schema: contract.noteBriefing['~orpc'].inputSchema,
    input: (value) => ({ ids: rows.map(({ id }) => id), ...value }),
  });
  const label = t('practice:screen.trainees.briefingOn');
  return (
    <FormPanel
      title={t('practice:screen.trainees.briefingAct')}
      about={rows.map(({ studentName }) => studentName).join(', ')}
      submit={t('practice:screen.trainees.saveBriefing')}
      busy={form.busy}
      problems={form.problems}
      labels={{ on: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={label} />
    </FormPanel>
  );
}

/** What became of a practice: an offer, a job. */
export function OutcomeForm({ row, onClose }: { row: Trainee; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteOutcome, [TRAINEES]);
  const form = useForm({
    initial: { result: 'offer', on: todayHere(), note: '' },
    schema: contract.noteOutcome['~orpc'].inputSchema,
    input: (value) => ({ id: row.id, ...value, note: value.note || null }),
  });
  const labels = {
    result: t('practice:screen.trainees.resultLabel'),
    on: t('practice:screen.trainees.on'),
    note: t('practice:screen.trainees.note'),
  };
  return (
    <FormPanel
      title={t('practice:screen.trainees.outcomeTitle', { name: row.studentName })}
      submit={t('practice:screen.trainees.saveOutcome')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('result')}
        label={labels.result}
        choices={(['finished', 'offer', 'employed'] as const).map((value) => ({
          value,
          label: t(`practice:screen.trainees.result.${value}`),
        }))}
      />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('note')} label={labels.note} optional />
    </FormPanel>
  );
}
