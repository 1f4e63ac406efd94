import { useState } from 'react';
import { PartOf } from '../../widgets/bar.tsx';
import { Button } from '../../widgets/button.tsx';
import { GroupCells, PlaceCells } from '../../widgets/cells.tsx';
import { CopyLastYear } from '../../widgets/copy-last-year.tsx';
import { KeyNumbers } from '../../widgets/key-numbers.tsx';
import { Num } from '../../widgets/num.tsx';
import { SectionHead } from '../../widgets/page-head.tsx';
import { TaskList } from '../../widgets/task-list.tsx';
import { headcount, YearCells } from '../../widgets/year-cells.tsx';
import { origin, tasks, today, yearProblem, yearRows, years } from './gallery.data.ts';
import css from './gallery.module.css';
import { words } from './words.data.ts';

/** The page of an enterprise: what waits, the numbers it answers for, the table of years. */
export function WorkPart() {
  const [rows, setRows] = useState(yearRows);
  const change = (id: string, year: string, text: string) =>
    setRows((known) =>
      known.map((row) => (row.id === id ? { ...row, values: { ...row.values, [year]: text } } : row)),
    );
  const checked = rows.map((row) => {
    const wrong = years.filter((year) => headcount(row.values[year] ?? '') === null);
    return { ...row, problems: Object.fromEntries(wrong.map((year) => [year, yearProblem])) };
  });
  const [ready, papers, noPlace] = words.runs;
  return (
    <>
      <SectionHead title={words.sections.tasks} />
      <div className={css.sideBySide}>
        <TaskList tasks={tasks} today={today} />
        <KeyNumbers
          column
          numbers={[
            {
              label: words.numbers.need,
              value: <Num value={55} />,
              aside: words.people,
              origin: { short: words.numbers.forecast, facts: origin },
            },
            {
              label: words.numbers.gap,
              value: <Num value={null} />,
              origin: { short: words.numbers.trades, facts: origin },
            },
          ]}
        />
      </div>
      <SectionHead title={words.sections.needs} note={words.part}>
        <CopyLastYear onCopy={() => new Promise((done) => setTimeout(done, 800))} />
        <Button size="s" icon="download">
          XLSX
        </Button>
      </SectionHead>
      <YearCells
        caption={words.sections.needs}
        first={words.first}
        years={years}
        rows={checked}
        moreHeads={[...words.more]}
        onChange={change}
      />
      <SectionHead title={words.sections.group} />
      <div className={`panel ${css.pad}`}>
        <GroupCells
          label={words.sections.group}
          runs={[
            { kind: 'full', count: 16, label: ready },
            { kind: 'half', count: 6, label: papers },
            { kind: 'none', count: 3, label: noPlace },
          ]}
        />
        <div className={css.row}>
          <PlaceCells taken={5} capacity={6} label={words.places} />
          <PartOf part={12} whole={17} label={words.part} />
        </div>
      </div>
    </>
  );
}
