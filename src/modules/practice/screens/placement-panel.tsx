import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, SIDES } from '../contract.ts';
import css from './practice.module.css';
import { api, BOARD, type BoardRow, PLANS, todayHere } from './practice-api.ts';
import { TraineeForm } from './trainee-form.tsx';

interface Props {
  row: BoardRow;
  onClose: () => void;
}

function PapersForm({ row, id, onClose }: Props & { id: string }) {
  const { t, dateRange } = useTexts();
  const note = useChange(api.notePaper, [BOARD]);
  const [both, setBoth] = useState(false);
  const form = useForm({
    initial: {
      medicalNumber: '',
      medicalUntil: '',
      reportOn: '',
      logOn: '',
      appraisalOn: '',
      positive: 'yes',
      referenceOn: '',
    },
    schema: contract.notePaper['~orpc'].inputSchema,
    input: ({ medicalNumber, medicalUntil, reportOn, logOn, appraisalOn, positive, referenceOn }) => ({
      id,
      medical: medicalNumber || medicalUntil ? { number: medicalNumber, until: medicalUntil } : null,
      reportOn: reportOn || null,
      logOn: logOn || null,
      appraisal: appraisalOn ? { on: appraisalOn, positive: positive === 'yes', bothParts: both } : null,
      referenceOn: referenceOn || null,
    }),
  });
  const started = ['onSite', 'over'].includes(row.stage);
  const labels = {
    'medical.number': t('practice:screen.papers.medicalNumber'),
    'medical.until': t('practice:screen.papers.medicalUntil'),
    reportOn: t('practice:screen.papers.reportOn'),
    logOn: t('practice:appraisal.screen.logOn'),
    'appraisal.on': t('practice:screen.papers.appraisalOn'),
    referenceOn: t('practice:screen.papers.referenceOn'),
  };
  return (
    <FormPanel
      title={t('practice:screen.papers.title', { name: row.name })}
      about={`${row.host ?? ''}, ${row.from && row.to ? dateRange(row.from, row.to) : ''}`}
      submit={t('practice:screen.papers.save')}
      blocked={form.value.appraisalOn && !both ? t('practice:appraisal.screen.bothNeeded') : undefined}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput
        {...form.field('medicalNumber')}
        label={labels['medical.number']}
        error={form.problems['medical.number']}
        optional
      />
      <TextInput
        {...form.field('medicalUntil')}
        type="date"
        label={labels['medical.until']}
        error={form.problems['medical.until']}
        optional
      />
      {started && (
        <>
          <TextInput {...form.field('reportOn')} type="date" label={labels.reportOn} optional />
          <TextInput {...form.field('logOn')} type="date" label={labels.logOn} optional />
          <TextInput
            {...form.field('appraisalOn')}
            type="date"
            label={labels['appraisal.on']}
            error={form.problems['appraisal.on']}
            optional
          />
          <ChoiceInput
            {...form.field('positive')}
            label={t('practice:screen.papers.positive')}
            choices={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`practice:screen.papers.${value}`),
            }))}
          />
          <label className={css.check}>
            <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />
            {t('practice:appraisal.screen.both')}
          </label>
          <TextInput {...form.field('referenceOn')} type="date" label={labels.referenceOn} optional />
        </>
      )}
    </FormPanel>
  );
}

function ConsentForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const note = useChange(api.noteConsent, [BOARD]);
  const [original, setOriginal] = useState(false);
  const form = useForm({
    initial: { kind: 'guardian', answer: 'given', by: '', on: todayHere() },
    schema: contract.noteConsent['~orpc'].inputSchema,
    input: (value) => ({ id, ...value, by: value.by || null, original }),
  });
  const labels = {
    kind: t('practice:screen.papers.consent'),
    answer: t('practice:screen.papers.answerLabel'),
    by: t('practice:screen.papers.by'),
    on: t('practice:screen.papers.on'),
  };
  return (
    <FormPanel
      title={t('practice:screen.papers.consents')}
      submit={t('practice:screen.papers.saveConsent')}
      blocked={
        form.value.answer === 'given' && !original ? t('practice:guardian.screen.originalNeeded') : undefined
      }
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={[
          { value: 'guardian', label: t('practice:screen.papers.guardian') },
          { value: 'leave_home', label: t('practice:screen.papers.leaveHome') },
        ]}
      />
      <ChoiceInput
        {...form.field('answer')}
        label={labels.answer}
        choices={(['given', 'refused', 'asked', 'withdrawn'] as const).map((value) => ({
          value,
          label: t(`practice:screen.papers.answer.${value}`),
        }))}
      />
      <TextInput {...form.field('by')} label={labels.by} />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      {form.value.answer === 'given' && (
        <label className={css.check}>
          <input type="checkbox" checked={original} onChange={(event) => setOriginal(event.target.checked)} />
          {t('practice:guardian.screen.original')}
        </label>
      )}
    </FormPanel>
  );
}

function FailForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const fail = useChange(api.failPlacement, [BOARD, PLANS]);
  const form = useForm({
    initial: { side: 'student', reason: '' },
    schema: contract.failPlacement['~orpc'].inputSchema,
    input: (value) => ({ id, ...value }),
  });
  const labels = { side: t('practice:screen.papers.side'), reason: t('practice:screen.papers.reason') };
  return (
    <FormPanel
      title={t('practice:screen.papers.fail')}
      submit={t('practice:screen.papers.fail')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(fail.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('side')}
        label={labels.side}
        choices={SIDES.map((value) => ({ value, label: t(`practice:side.${value}`) }))}
      />
      <TextInput {...form.field('reason')} label={labels.reason} />
    </FormPanel>
  );
}

function GradeForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const grade = useChange(api.gradePlacement, [BOARD, PLANS]);
  const form = useForm({
    initial: { grade: '5' },
    schema: contract.gradePlacement['~orpc'].inputSchema,
    input: (value) => ({ id, grade: Number(value.grade) }),
  });
  const label = t('practice:screen.papers.grade');
  return (
    <FormPanel
      title={label}
      submit={t('practice:screen.papers.saveGrade')}
      busy={form.busy}
      problems={form.problems}
      labels={{ grade: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(grade.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('grade')}
        label={label}
        choices={['5', '4', '3', '2'].map((value) => ({ value, label: value }))}
      />
    </FormPanel>
  );
}

const PARTS = ['papers', 'consents', 'trainee', 'fail'] as const;
const TITLES = {
  papers: 'practice:screen.papers.papersPart',
  consents: 'practice:screen.papers.consents',
  trainee: 'practice:screen.papers.trainee',
  fail: 'practice:screen.papers.fail',
} as const;

/** All that is noted of one student on the board, one form at a time. */
export function PlacementPanel({ row, onClose }: Props) {
  const { t } = useTexts();
  const [part, setPart] = useState<(typeof PARTS)[number]>('papers');
  const id = row.placementId;
  if (!id) return <TraineeForm row={row} onClose={onClose} />;
  if (row.state === 'documents_complete') return <GradeForm id={id} onClose={onClose} />;
  const settled = row.state === 'graded' || row.state === 'archived';
  if (settled) return null;
  const parts = row.stage === 'over' ? (['papers'] as const) : PARTS;
  return (
    <>
      <div className={css.tabs}>
        {parts.map((one) => (
          <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
            {t(TITLES[one])}
          </button>
        ))}
      </div>
      {part === 'papers' && <PapersForm row={row} id={id} onClose={onClose} />}
      {part === 'consents' && <ConsentForm id={id} onClose={onClose} />}
      {part === 'trainee' && <TraineeForm row={row} onClose={onClose} />}
      {part === 'fail' && <FailForm id={id} onClose={onClose} />}
    </>
  );
}
