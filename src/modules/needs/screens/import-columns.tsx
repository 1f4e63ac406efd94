import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './needs.module.css';
import { api, IMPORTS, type Import } from './needs-api.ts';

const YEAR = /(^|\D)20\d\d(\D|$)/;

/** How the columns of the table were understood; a change reads the file once more. */
export function ImportColumns({ file }: { file: Import }) {
  const { t, tId } = useTexts();
  const [chosen, setChosen] = useState<Record<string, string | null>>({});
  const remap = useChange(api.remapImport, [IMPORTS]);
  // a column of one year is understood by its title: naming it would take the year from it
  const columns = file.columns.filter(({ title, field }) => field !== null || !YEAR.test(title));
  const named = columns.filter(({ field }) => field !== null);
  const fixed = Object.fromEntries(named.map(({ column, field }) => [String(column), field]));
  const changed = Object.keys(chosen).length > 0;
  return (
    <>
      <SectionHead title={t('needs:import.columns')} />
      <div className={css.columns}>
        {columns.map(({ column, title, field }) => (
          <ChoiceInput
            key={column}
            name={`column-${column}`}
            label={title || String(column + 1)}
            value={chosen[column] === undefined ? (field ?? '') : (chosen[column] ?? '')}
            none={t('needs:upload.skip')}
            choices={file.fields.map((value) => ({ value, label: tId(`needs:field.${value}`) }))}
            onChange={(value) => setChosen({ ...chosen, [column]: value || null })}
          />
        ))}
      </div>
      {changed && (
        <div className={css.acts}>
          <Button
            busy={remap.isPending}
            onClick={() => remap.mutate({ id: file.id, columns: { ...fixed, ...chosen } })}
          >
            {t('needs:import.reread')}
          </Button>
          {remap.isError && <StateMark state="blocks">{remap.error.message}</StateMark>}
        </div>
      )}
    </>
  );
}
