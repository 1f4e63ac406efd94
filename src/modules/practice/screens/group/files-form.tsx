import { memo, useCallback, useMemo, useState } from 'react';
import { useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import css from '../practice.module.css';
import { api, BOARD, type BoardRow } from '../practice-api.ts';
import { readMunicipalities } from '../read-municipalities.ts';
import { useInTurn } from './in-turn.ts';
import { Said } from './said.tsx';

interface Line {
  homeId: string;
  guardianName: string;
  guardianContact: string;
}
const lineOf = (row: BoardRow): Line => ({
  homeId: row.homeId ?? '',
  guardianName: row.guardianName ?? '',
  guardianContact: row.guardianContact ?? '',
});

interface RowProps {
  row: BoardRow;
  line: Line;
  choices: { value: string; label: string }[];
  names: { home: string; guardian: string; contact: string };
  onChange: (row: BoardRow, part: Partial<Line>) => void;
}
const sameLine = (a: RowProps, b: RowProps) =>
  a.row === b.row &&
  a.choices === b.choices &&
  a.names === b.names &&
  a.line.homeId === b.line.homeId &&
  a.line.guardianName === b.line.guardianName &&
  a.line.guardianContact === b.line.guardianContact;

/** One student's line; drawn anew only when it changes itself, as each has a choice of all the districts. */
const FileRow = memo(function FileRow({ row, line, choices, names, onChange }: RowProps) {
  const { t } = useTexts();
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td>
        <select
          aria-label={`${names.home}, ${row.name}`}
          value={line.homeId}
          onChange={(event) => onChange(row, { homeId: event.target.value })}
        >
          <option value="">{t('practice:screen.plan.choose')}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      {row.minor ? (
        <>
          <td>
            <input
              aria-label={`${names.guardian}, ${row.name}`}
              value={line.guardianName}
              onChange={(event) => onChange(row, { guardianName: event.target.value })}
            />
          </td>
          <td>
            <input
              aria-label={`${names.contact}, ${row.name}`}
              value={line.guardianContact}
              onChange={(event) => onChange(row, { guardianContact: event.target.value })}
            />
          </td>
        </>
      ) : (
        <td colSpan={2} className="dim">
          {t('practice:group.files.adult')}
        </td>
      )}
    </tr>
  );
}, sameLine);

/** Homes and legal representatives of a group, typed off the personal files. */
export function FilesForm({ rows, onClose }: { rows: BoardRow[]; onClose: () => void }) {
  const { t } = useTexts();
  const places = useRead(['registry', 'municipalities'], readMunicipalities, {});
  const { run, busy, said } = useInTurn(api.saveTrainee, [BOARD]);
  const [changed, setChanged] = useState<Record<string, Line>>({});
  const [home, setHome] = useState('');
  const choices = useMemo(
    () => (places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
    [places.data],
  );
  const now = (row: BoardRow): Line => {
    const line = changed[row.personId] ?? lineOf(row);
    return line.homeId === '' && home ? { ...line, homeId: home } : line;
  };
  const set = useCallback(
    (row: BoardRow, part: Partial<Line>) =>
      setChanged((known) => ({
        ...known,
        [row.personId]: { ...(known[row.personId] ?? lineOf(row)), ...part },
      })),
    [],
  );
  const tasks = rows.flatMap((row) => {
    const line = now(row);
    if (JSON.stringify(line) === JSON.stringify(lineOf(row))) return [];
    return [
      {
        name: row.name,
        input: {
          personId: row.personId,
          needsAccess: row.needsAccess,
          homeId: line.homeId || null,
          guardianName: line.guardianName || null,
          guardianContact: line.guardianContact || null,
        },
      },
    ];
  });
  const names = useMemo(
    () => ({
      home: t('practice:group.files.home'),
      guardian: t('practice:group.files.guardian'),
      contact: t('practice:group.files.contact'),
    }),
    [t],
  );
  return (
    <FormPanel
      title={t('practice:group.files.title')}
      about={t('practice:group.files.about')}
      submit={t('practice:group.files.save')}
      busy={busy}
      blocked={tasks.length === 0 ? t('practice:group.fillSome') : undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (await run(tasks)) onClose();
      }}
    >
      <ChoiceInput
        name="homeOfAll"
        label={t('practice:group.files.forAll')}
        none={t('practice:screen.plan.choose')}
        value={home}
        onChange={setHome}
        choices={choices}
      />
      <div className={`${css.wide} ${css.scroll}`}>
        <table className={css.entry}>
          <thead>
            <tr>
              <th scope="col">{t('practice:group.student')}</th>
              <th scope="col">{names.home}</th>
              <th scope="col">{names.guardian}</th>
              <th scope="col">{names.contact}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FileRow
                key={row.personId}
                row={row}
                line={now(row)}
                choices={choices}
                names={names}
                onChange={set}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Said said={said} />
    </FormPanel>
  );
}
