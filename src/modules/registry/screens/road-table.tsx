import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, MAX_ROAD_FILE } from '../contract.ts';
import css from './registry.module.css';
import { api, PLACES } from './registry-api.ts';

type Preview = Awaited<ReturnType<typeof api.previewRoadTable>>['data'];
const schema = contract.importRoadTable['~orpc'].inputSchema;

function RoadPreview({ preview }: { preview: Preview }) {
  const { t, tId } = useTexts();
  const save = useChange(api.importRoadTable, [PLACES]);
  const form = useForm({
    initial: { source: '' },
    schema,
    input: (value) => ({ ...value, rows: preview.rows }),
  });
  const label = t('registry:places.source');
  const whole = preview.rows.length === preview.total && preview.total > 0;
  const cells = preview.refused.map(({ address, id, params }) => `${address}: ${tId(id, params)}`).join('; ');
  return (
    <>
      <p className={css.said}>
        {t('registry:places.read', { total: preview.total, fit: preview.rows.length })}
      </p>
      {preview.unknown.length > 0 && (
        <StateMark state="blocks">
          {t('registry:places.unknown', { names: preview.unknown.join(', ') })}
        </StateMark>
      )}
      {cells && <StateMark state="blocks">{t('registry:places.refused', { cells })}</StateMark>}
      {save.isSuccess ? (
        <StateMark state="done">{t('registry:places.stored', { stored: save.data.data.stored })}</StateMark>
      ) : (
        <FormPanel
          submit={t('registry:places.save')}
          blocked={whole ? undefined : t('registry:places.noRows')}
          busy={form.busy}
          problems={form.problems}
          labels={{ source: label }}
          onSubmit={() => void form.submit(save.mutateAsync)}
        >
          <TextInput {...form.field('source')} label={label} />
        </FormPanel>
      )}
    </>
  );
}

/** From a file to distances by road: what was read, then the button; a half of a table is never stored. */
export function RoadTable() {
  const { t } = useTexts();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const look = async (file: File) => {
    setBusy(true);
    setProblem('');
    setPreview(null);
    try {
      setPreview((await api.previewRoadTable({ file })).data);
    } catch (error) {
      setProblem((error instanceof ApiError && error.message) || t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="roads">
      <SectionHead id="roads" title={t('registry:places.roads')} />
      <FileDrop
        label={t('registry:places.drop')}
        hint={t('registry:places.hint')}
        accept={['.xlsx', '.ods', '.csv']}
        maxBytes={MAX_ROAD_FILE}
        busy={busy}
        onFile={(file) => void look(file)}
      />
      {problem && (
        <p role="alert" className={css.said}>
          <StateMark state="blocks">{problem}</StateMark>
        </p>
      )}
      {preview && <RoadPreview preview={preview} />}
    </section>
  );
}
