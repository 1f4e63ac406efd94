import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, WHATS } from '../contract.ts';
import css from './hiring.module.css';
import { api, FORM, OUTCOMES, type OutcomeFile } from './hiring-api.ts';

const WORKING = ['employed', 'entrepreneur', 'self_employed'];
const BYTES = 4_000_000;

/** What the college knows of one graduate. */
export function NoteForm({
  id,
  name,
  months,
  onClose,
}: {
  id: string;
  name: string;
  months: number;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const note = useChange(api.noteOutcome, [OUTCOMES, FORM]);
  const form = useForm({
    initial: { what: 'employed', inField: 'unknown', employer: '' },
    schema: contract.noteOutcome['~orpc'].inputSchema,
    input: ({ what, inField, employer }) => ({
      id,
      what,
      employer: employer || null,
      inField: inField === 'unknown' ? null : inField === 'yes',
    }),
  });
  const labels = {
    what: t('hiring:screen.outcomes.what'),
    inField: t('hiring:screen.outcomes.inField'),
    employer: t('hiring:screen.outcomes.employer'),
  };
  return (
    <FormPanel
      title={t('hiring:screen.outcomes.noteTitle', { name, months })}
      submit={t('hiring:screen.outcomes.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('what')}
        label={labels.what}
        choices={WHATS.map((value) => ({ value, label: t(`hiring:what.${value}`) }))}
      />
      {WORKING.includes(form.value.what) && (
        <>
          <ChoiceInput
            {...form.field('inField')}
            label={labels.inField}
            choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              label: t(`hiring:screen.outcomes.field.${value}`),
            }))}
          />
          <TextInput {...form.field('employer')} label={labels.employer} optional />
        </>
      )}
    </FormPanel>
  );
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** The college's own table: what it would write, remarks by row, then the button. */
export function OutcomeFileForm({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTexts();
  const [preview, setPreview] = useState<OutcomeFile | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const apply = useChange(api.applyOutcomeFile, [OUTCOMES, FORM]);
  const look = async (file: File) => {
    setBusy(true);
    setProblem('');
    try {
      setPreview(
        (await api.previewOutcomeFile({ name: file.name, content: await base64Of(file), year })).data,
      );
    } catch (error) {
      setPreview(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  const send = (mode: 'all' | 'good') =>
    preview && apply.mutate({ fileId: preview.fileId, hash: preview.hash, mode }, { onSuccess: onClose });
  return (
    <section className={`panel ${css.card}`} aria-labelledby="outcome-file">
      <SectionHead id="outcome-file" title={t('hiring:screen.outcomes.file')}>
        <Button size="s" onClick={onClose}>
          {t('web:close')}
        </Button>
      </SectionHead>
      <FileDrop
        label={t('hiring:screen.outcomes.drop')}
        hint={t('hiring:screen.outcomes.dropHint')}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={BYTES}
        busy={busy}
        onFile={(file) => void look(file)}
      />
      {(problem || apply.error) && (
        <p role="alert">
          <StateMark state="blocks">{problem || apply.error?.message}</StateMark>
        </p>
      )}
      {preview && (
        <>
          <p className={css.said}>
            {t('hiring:screen.outcomes.read', {
              rows: preview.rows,
              answers: preview.answers,
              same: preview.same,
              refused: preview.refused,
            })}
          </p>
          <ul className={css.faults}>
            {preview.remarks.map((it) => (
              <li key={`${it.row} ${it.text}`}>
                {t('hiring:screen.outcomes.remark', { row: it.row, text: it.text })}
              </li>
            ))}
          </ul>
          {preview.answers > 0 && (
            <Button
              kind="main"
              busy={apply.isPending}
              onClick={() => send(preview.refused > 0 ? 'good' : 'all')}
            >
              {t(preview.refused > 0 ? 'hiring:screen.outcomes.takeGood' : 'hiring:screen.outcomes.take')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
