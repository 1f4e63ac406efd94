import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract } from '../../contract.ts';
import { api, SESSIONS } from '../exams-api.ts';
import { REPEATS, type Repeat, todayHere } from '../rooms-api.ts';

const minutesOf = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The application that came after an absence: the term of the additional date runs from its day. */
export function AbsenceForm({ row, onClose }: { row: Repeat; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteAbsence, [REPEATS]);
  const form = useForm({
    initial: { on: todayHere(), paper: '' },
    schema: contract.noteAbsence['~orpc'].inputSchema,
    input: ({ on, paper }) => ({ id: row.examineeId, absence: 'valid', on, paper }),
  });
  const labels = { on: t('exams:rooms.repeats.absenceOn'), paper: t('exams:rooms.repeats.paper') };
  return (
    <FormPanel
      title={t('exams:rooms.repeats.absenceTitle', { name: row.name })}
      submit={t('exams:rooms.repeats.absenceSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('paper')} label={labels.paper} hint={t('exams:rooms.repeats.paperHint')} />
    </FormPanel>
  );
}

interface Props {
  people: Repeat[];
  onClose: () => void;
  onDone: (id: string) => void;
}

/** A new exam for those chosen: kit, centre and day; each term is judged again by the server. */
export function RepeatForm({ people, onClose, onDone }: Props) {
  const { t } = useTexts();
  const plan = useChange(api.planSession, [REPEATS, SESSIONS]);
  const [first] = people;
  const earliest =
    people
      .map((one) => one.first ?? '')
      .sort()
      .at(-1) ?? '';
  const [day, setDay] = useState(earliest > todayHere() ? earliest : '');
  const [time, setTime] = useState('09:00');
  const [kitId, setKit] = useState('');
  const [centreId, setCentre] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const read = useRead(
    ['exams', 'plan-choices'],
    api.planChoices,
    day ? { year: Number(day.slice(0, 4)) } : {},
  );
  const kits = (read.data?.data.kits ?? []).filter(
    ({ programmeCode }) => programmeCode === first?.programmeCode,
  );
  const kit = kits.find(({ id }) => id === kitId);
  const centres = (read.data?.data.centres ?? []).filter(
    ({ kitCodes }) => !kit || kitCodes.includes(kit.code),
  );
  const labels = {
    day: t('exams:rooms.repeats.day'),
    kitId: t('exams:rooms.repeats.kit'),
    centreId: t('exams:rooms.repeats.centre'),
    workplaces: t('exams:screen.plan.workplaces'),
    ...Object.fromEntries(people.map(({ name }, i) => [`studentIds.${i}`, name])),
  };
  const submit = async () => {
    try {
      const { data } = await plan.mutateAsync({
        kitId,
        centreId,
        day,
        startsAt: minutesOf(time),
        workplaces: people.length,
        source: 'here',
        ...(first ? { organisationId: first.organisationId } : {}),
        studentIds: people.map(({ studentId }) => studentId),
      });
      onDone(data.id);
    } catch (error) {
      setProblems(problemsFromServer(error, t('exams:screen.plan.failed')));
    }
  };
  const lacks = !day || !kitId || !centreId ? t('exams:screen.plan.lacks') : undefined;
  return (
    <FormPanel
      title={t('exams:rooms.repeats.planTitle', { programme: first?.programmeName ?? '' })}
      about={`${t('exams:rooms.repeats.chosen', { count: people.length })}: ${people.map(({ name }) => name).join(', ')}`}
      submit={t('exams:rooms.repeats.plan')}
      busy={plan.isPending}
      {...(lacks ? { blocked: lacks } : {})}
      problems={problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextInput
        name="day"
        type="date"
        label={labels.day}
        value={day}
        onChange={setDay}
        error={problems.day}
      />
      <TextInput
        name="startsAt"
        type="time"
        label={t('exams:rooms.repeats.time')}
        value={time}
        onChange={setTime}
      />
      <ChoiceInput
        name="kitId"
        label={labels.kitId}
        value={kitId}
        onChange={setKit}
        none={t('exams:rooms.choose')}
        choices={kits.map(({ id, code, title }) => ({ value: id, label: `${code}, ${title}` }))}
        error={problems.kitId}
      />
      <ChoiceInput
        name="centreId"
        label={labels.centreId}
        value={centreId}
        onChange={setCentre}
        none={t('exams:rooms.choose')}
        choices={centres.map(({ id, name }) => ({ value: id, label: name }))}
        error={problems.centreId}
      />
    </FormPanel>
  );
}
