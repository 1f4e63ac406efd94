import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { saveFile } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './needs.module.css';
import { api, IMPORTS, type Import } from './needs-api.ts';

/** Take it all, take the right rows, take the report away, remove the file. */
export function ImportActs({ file, can }: { file: Import; can: Record<string, boolean> }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [problem, setProblem] = useState('');
  const apply = useChange(api.applyImport, [IMPORTS]);
  const drop = useChange(api.dropImport, [IMPORTS]);
  const { id, counts, effect } = file;
  const outside = (counts?.refused ?? 0) + (effect?.waiting ?? 0);
  const taken = (counts?.imported ?? 0) + (counts?.repaired ?? 0);
  const download = async () => {
    setProblem('');
    try {
      const { data } = await api.getImportReport({ id });
      saveFile(new Blob([`${JSON.stringify(data, null, 1)}\n`], { type: 'application/json' }), 'report.json');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const wrong = problem || apply.error?.message || drop.error?.message;
  return (
    <div className={css.acts}>
      {can.apply && taken > 0 && (
        <Button
          kind="main"
          busy={apply.isPending}
          onClick={() => apply.mutate({ id, mode: outside > 0 ? 'good' : 'all' })}
        >
          {t(outside > 0 ? 'needs:upload.good' : 'needs:upload.all')}
        </Button>
      )}
      {counts && (
        <Button icon="download" onClick={() => void download()}>
          {t('needs:import.report')}
        </Button>
      )}
      {can.drop && (
        <Button
          kind="quiet"
          busy={drop.isPending}
          onClick={() => drop.mutate({ id }, { onSuccess: () => void navigate({ to: '/imports' }) })}
        >
          {t('needs:import.drop')}
        </Button>
      )}
      {wrong && (
        <p role="alert">
          <StateMark state="blocks">{wrong}</StateMark>
        </p>
      )}
    </div>
  );
}
