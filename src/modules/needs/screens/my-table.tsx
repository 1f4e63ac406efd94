import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { headcount, YearCells, type YearRow } from '../../../web/widgets/year-cells.tsx';
import { headcountFault } from '../rules/headcount.ts';
import { api, MINE, type Mine, type MyRow } from './needs-api.ts';

interface Props {
  mine: Mine;
  /** «Сохранено в 10:42»: stands beside the heading. */
  onNote: (note: string) => void;
  /** Whether some cell cannot be read as people. */
  onWrong: (wrong: boolean) => void;
}

type Typed = Record<string, Record<string, string>>;

const storedText = (row: MyRow, year: number) => {
  const count = row.cells.find((it) => it.year === year)?.count;
  return count === undefined ? '' : String(count);
};

/** The grid of years. What is right is saved on leaving a cell; what is not stays typed with its words below. */
export function MyTable({ mine, onNote, onWrong }: Props) {
  const { t, tId } = useTexts();
  const [typed, setTyped] = useState<Typed>({});
  const [problems, setProblems] = useState<Typed>({});
  const save = useChange(api.saveLines, [MINE]);

  const mark = (key: string, year: string, problem: string | null) =>
    setProblems((known) => {
      const { [year]: _gone, ...rest } = known[key] ?? {};
      const next = { ...known, [key]: problem === null ? rest : { ...rest, [year]: problem } };
      onWrong(Object.values(next).some((it) => Object.keys(it).length > 0));
      return next;
    });

  const forget = (key: string, year: string) =>
    setTyped((known) => {
      const { [year]: _gone, ...rest } = known[key] ?? {};
      return { ...known, [key]: rest };
    });

  const leave = async (key: string, year: string) => {
    const row = mine.rows.find((it) => it.key === key);
    const text = typed[key]?.[year];
    if (!row || text === undefined) return;
    const people = headcount(text);
    const fault = people === null ? 'needs:error.headcount' : headcountFault(people);
    if (fault || people === null) return mark(key, year, tId(fault ?? 'needs:error.headcount'));
    mark(key, year, null);
    const cell = row.cells.find((it) => it.year === Number(year));
    if ((cell?.count ?? 0) === people) return forget(key, year);
    onNote(t('needs:mine.saving'));
    try {
      const { occupation, municipalityId, reason, confidence, spoCode } = row;
      const kind = row.kind === 'new' ? 'new' : 'replacement';
      const years = [{ year: Number(year), count: people, rev: cell?.rev ?? 0 }];
      await save.mutateAsync({ occupation, municipalityId, kind, reason, confidence, spoCode, years });
      forget(key, year);
      onNote(t('needs:mine.saved', { time: new Date().toISOString() }));
    } catch (error) {
      const why = error instanceof Error && error.message ? error.message : t('web:form.notSaved');
      mark(key, year, why);
      onNote('');
    }
  };

  const rows = mine.rows.map((row): YearRow => {
    const found = problems[row.key] ?? {};
    return {
      id: row.key,
      name: row.name ?? row.occupation,
      code: row.occupation,
      values: Object.fromEntries(
        mine.years.map((year) => [String(year), typed[row.key]?.[String(year)] ?? storedText(row, year)]),
      ),
      ...(Object.keys(found).length > 0 ? { problems: found } : {}),
      was: row.cells.reduce((sum, it) => sum + it.count, 0),
      more: [
        <span key="why">{[t(`needs:kind.${row.kind}`), row.reason].filter(Boolean).join(', ')}</span>,
        <span key="where" className="dim">
          {row.municipality}
        </span>,
      ],
    };
  });
  return (
    <YearCells
      caption={t('needs:mine.table')}
      first={t('needs:mine.who')}
      years={mine.years.map(String)}
      rows={rows}
      moreHeads={[t('needs:mine.why'), t('needs:mine.where')]}
      onChange={(key, year, text) =>
        setTyped((known) => ({ ...known, [key]: { ...known[key], [year]: text } }))
      }
      onLeave={(key, year) => void leave(key, year)}
    />
  );
}
