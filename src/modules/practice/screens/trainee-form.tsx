import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './practice.module.css';
import { api, BOARD, type BoardRow } from './practice-api.ts';
import { readMunicipalities } from './read-municipalities.ts';

/** What the placing needs of a student, from the personal file. */
export function TraineeForm({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { t } = useTexts();
  const places = useRead(['registry', 'municipalities'], readMunicipalities, {});
  const save = useChange(api.saveTrainee, [BOARD]);
  const form = useForm({
    initial: {
      homeId: row.homeId ?? '',
      needsAccess: row.needsAccess ? 'yes' : '',
      guardianName: row.guardianName ?? '',
      guardianContact: row.guardianContact ?? '',
    },
    schema: contract.saveTrainee['~orpc'].inputSchema,
    input: ({ homeId, needsAccess, guardianName, guardianContact }) => ({
      personId: row.personId,
      homeId: homeId || null,
      needsAccess: needsAccess === 'yes',
      guardianName: guardianName || null,
      guardianContact: guardianContact || null,
    }),
  });
  const labels = {
    homeId: t('practice:screen.papers.home'),
    guardianName: t('practice:screen.papers.guardianName'),
    guardianContact: t('practice:screen.papers.guardianContact'),
  };
  return (
    <FormPanel
      title={t('practice:screen.papers.trainee')}
      about={row.name}
      submit={t('practice:screen.papers.saveTrainee')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('homeId')}
        label={labels.homeId}
        none={t('practice:screen.plan.choose')}
        choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {row.minor && (
        <>
          <TextInput {...form.field('guardianName')} label={labels.guardianName} />
          <TextInput {...form.field('guardianContact')} label={labels.guardianContact} optional />
        </>
      )}
      <label className={css.check}>
        <input
          type="checkbox"
          checked={form.value.needsAccess === 'yes'}
          onChange={(event) => form.set('needsAccess', event.target.checked ? 'yes' : '')}
        />
        {t('practice:screen.papers.needsAccess')}
      </label>
    </FormPanel>
  );
}
