import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { api, SESSIONS } from './exams-api.ts';

const minutesOf = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};

/** A new exam: kit, centre with its paper, day, and a group whose free students are admitted at once. */
export function PlanForm({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const { t } = useTexts();
  const [day, setDay] = useState('');
  const year = day ? Number(day.slice(0, 4)) : undefined;
  const read = useRead(['exams', 'plan-choices'], api.planChoices, year ? { year } : {});
  const plan = useChange(api.planSession, [SESSIONS]);
  const [kitId, setKitId] = useState('');
  const [centreId, setCentreId] = useState('');
  const [groupId, setGroupId] = useState('');
  const [time, setTime] = useState('09:00');
  const [workplaces, setWorkplaces] = useState('');
  const [source, setSource] = useState<'here' | 'federal' | 'paper'>('here');
  const [problems, setProblems] = useState<Problems>({});
  const choices = read.data?.data;
  const kit = choices?.kits.find(({ id }) => id === kitId);
  const groups =
    choices?.groups.filter(({ programmeCode }) => !kit || programmeCode === kit.programmeCode) ?? [];
  const group = groups.find(({ id }) => id === groupId);
  const centres = choices?.centres.filter(({ kitCodes }) => !kit || kitCodes.includes(kit.code)) ?? [];
  const places = Number(workplaces) || group?.free.length || kit?.workplaces || 0;
  const labels = {
    kitId: t('exams:screen.plan.kit'),
    centreId: t('exams:screen.plan.centre'),
    day: t('exams:screen.plan.day'),
    workplaces: t('exams:screen.plan.workplaces'),
    studentIds: t('exams:screen.plan.group'),
  };
  const submit = async () => {
    try {
      const { data } = await plan.mutateAsync({
        kitId,
        centreId,
        day,
        startsAt: minutesOf(time),
        workplaces: places,
        source,
        ...(group ? { organisationId: group.organisationId, studentIds: group.free } : {}),
      });
      onClose();
      onDone(data.id);
    } catch (error) {
      setProblems(problemsFromServer(error, t('exams:screen.plan.failed')));
    }
  };
  const error = (name: string) =>
    problems[name] ?? Object.entries(problems).find(([path]) => path.startsWith(`${name}.`))?.[1];
  const lacks = !kitId || !centreId || !day || !group ? t('exams:screen.plan.lacks') : undefined;
  return (
    <FormPanel
      title={t('exams:screen.plan.title')}
      submit={t('exams:screen.plan.submit')}
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
        error={error('day')}
      />
      <TextInput
        name="startsAt"
        type="time"
        label={t('exams:screen.plan.time')}
        value={time}
        onChange={setTime}
      />
      <ChoiceInput
        name="kitId"
        label={labels.kitId}
        value={kitId}
        onChange={setKitId}
        error={error('kitId')}
        none={t('exams:screen.plan.choose')}
        choices={[
          ...(choices?.kits ?? []).map(({ id, code, title }) => ({ value: id, label: `${code}, ${title}` })),
        ]}
      />
      <ChoiceInput
        name="studentIds"
        label={labels.studentIds}
        value={groupId}
        onChange={setGroupId}
        error={error('studentIds')}
        none={t('exams:screen.plan.choose')}
        choices={[
          ...groups.map(({ id, code, college, free, students }) => ({
            value: id,
            label: t('exams:screen.plan.groupLine', { code, college, free: free.length, students }),
          })),
        ]}
      />
      <ChoiceInput
        name="centreId"
        label={labels.centreId}
        value={centreId}
        onChange={setCentreId}
        error={error('centreId')}
        none={t('exams:screen.plan.choose')}
        choices={[
          ...centres.map(({ id, name, workplaces: has }) => ({
            value: id,
            label: t('exams:screen.plan.centreLine', { name, workplaces: has }),
          })),
        ]}
      />
      <TextInput
        name="workplaces"
        inputMode="numeric"
        label={labels.workplaces}
        hint={t('exams:screen.plan.workplacesHint', { count: places })}
        value={workplaces}
        onChange={setWorkplaces}
        error={error('workplaces')}
        optional
      />
      <ChoiceInput
        name="source"
        label={t('exams:screen.plan.source')}
        value={source}
        onChange={(value) => setSource(value as typeof source)}
        choices={(['here', 'federal', 'paper'] as const).map((one) => ({
          value: one,
          label: t(`exams:source.${one}`),
        }))}
      />
    </FormPanel>
  );
}
