import { useChange } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import css from './needs.module.css';
import { api, IMPORTS, type Import } from './needs-api.ts';

type Spelling = Import['spellings'][number];
const NOT_OURS = 'none';

/** The few likely colleges first, then all others: a decision is made by a person, never by likeness. */
function Meaning({ file, row }: { file: Import; row: Spelling }) {
  const { t } = useTexts();
  const decide = useChange(api.decideSpelling, [IMPORTS]);
  const likely = new Set(row.like.map((it) => it.id));
  const choices = [...row.like, ...file.choices.filter((it) => !likely.has(it.id))];
  return (
    <>
      <ChoiceInput
        name={`spelling-${row.spelling}`}
        label={<span className="sr-only">{row.spelling}</span>}
        none={row.decided === 'waiting' ? t('needs:import.choose') : undefined}
        value={row.organisation?.id ?? (row.decided === 'none' ? NOT_OURS : '')}
        onChange={(value) =>
          value &&
          decide.mutate({
            id: file.id,
            spelling: row.spelling,
            organisationId: value === NOT_OURS ? null : value,
          })
        }
        choices={[
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
          { value: NOT_OURS, label: t('needs:import.notOurs') },
        ]}
      />
      {row.decided === 'waiting' && row.like.length > 0 && (
        <p className="dim small">
          {t('needs:import.like', { names: row.like.map((it) => it.name).join('; ') })}
        </p>
      )}
      {decide.isError && <StateMark state="blocks">{decide.error.message}</StateMark>}
    </>
  );
}

/** Which college each spelling of the file means. Nothing is merged without a person's word. */
export function ImportSpellings({ file }: { file: Import }) {
  const { t } = useTexts();
  const { onExport } = useExport<Spelling>(t('needs:import.spellings'));
  return (
    <DataTable
      id="spellings"
      prefix="spellings"
      title={t('needs:import.spellings')}
      note={t('needs:import.spellingsNote')}
      rows={file.spellings}
      rowKey={(row) => row.spelling}
      problem={(row) => (row.decided === 'waiting' ? 1 : 0)}
      onExport={onExport}
      look="roomy"
      empty=""
      columns={[
        {
          id: 'spelling',
          title: t('needs:import.spelling'),
          value: (row) => row.spelling,
          names: true,
          card: 'wide',
        },
        { id: 'rows', title: t('needs:check.rows'), value: (row) => row.rows },
        {
          id: 'state',
          title: t('needs:imports.state'),
          value: (row) => t(`needs:import.decided.${row.decided}`),
          cell: (row) => (
            <StateMark state={row.decided === 'waiting' ? 'waiting' : 'done'}>
              {t(`needs:import.decided.${row.decided}`)}
            </StateMark>
          ),
        },
        {
          id: 'meaning',
          title: t('needs:import.meaning'),
          value: (row) => row.organisation?.name ?? null,
          cell: (row) =>
            file.choices.length > 0 ? (
              <div className={css.choice}>
                <Meaning file={file} row={row} />
              </div>
            ) : (
              (row.organisation?.name ?? '')
            ),
          card: 'wide',
        },
      ]}
    />
  );
}
