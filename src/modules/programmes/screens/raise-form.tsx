import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import { MarkList } from './mark-list.tsx';
import { api, CONTINGENT, GROUPS, type Group, todayHere } from './programmes-api.ts';

const schema = contract.raiseGroups['~orpc'].inputSchema;
const waiting = (rows: Group[], year: number) =>
  rows.filter((row) => row.courseYear < year && row.graduationYear > year && row.course < 6);

/** At the year's turn: every group that goes on, marked beforehand, by one order. */
export function RaiseForm({ rows, onClose }: { rows: Group[]; onClose: () => void }) {
  const { t } = useTexts();
  const now = schoolYearOf(todayHere());
  const raise = useChange(api.raiseGroups, [GROUPS, CONTINGENT]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [year, setYear] = useState(waiting(rows, now).length > 0 ? now : now + 1);
  const able = waiting(rows, year);
  const chosen = able.filter(({ id }) => !left.has(id));
  const form = useForm({
    initial: { orderNumber: '' },
    schema,
    input: ({ orderNumber }) => ({
      schoolYear: year,
      orderNumber,
      groups: chosen.map(({ id, course }) => ({ id, course })),
    }),
  });
  const labels = {
    schoolYear: t('programmes:screen.group.raiseYear'),
    orderNumber: t('programmes:screen.group.order'),
    groups: t('programmes:screen.group.raiseGroups'),
  };
  return (
    <FormPanel
      title={t('programmes:screen.group.raise')}
      submit={t('programmes:screen.group.raiseSave', { count: chosen.length })}
      {...(chosen.length === 0 && { blocked: t('programmes:screen.group.raiseNone') })}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(raise.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        name="schoolYear"
        label={labels.schoolYear}
        value={String(year)}
        onChange={(next) => setYear(Number(next))}
        choices={[now, now + 1].map((one) => ({
          value: String(one),
          label: `${one}/${String(one + 1).slice(2)}`,
        }))}
      />
      <TextInput {...form.field('orderNumber')} label={labels.orderNumber} />
      <MarkList
        legend={labels.groups}
        options={able.map(({ id, code, course }) => ({
          id,
          label: t('programmes:screen.group.raiseOne', { code, course, next: course + 1 }),
        }))}
        marked={new Set(chosen.map(({ id }) => id))}
        onChange={(marked) => setLeft(new Set(able.flatMap(({ id }) => (marked.has(id) ? [] : [id]))))}
      />
    </FormPanel>
  );
}
