import { useDeferredValue, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useFilter, useMark } from '../../../web/use-filters.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './classifiers.module.css';
import { api, CROSSWALK, type CrosswalkRow, type Edge } from './classifiers-api.ts';
import { EdgeForm } from './edge-form.tsx';

const STEP = 100;
type Chosen = { row: CrosswalkRow; edge?: Edge };

function EdgeLine({ edge, texts, onEdit }: { edge: Edge; texts: Texts; onEdit: (() => void) | null }) {
  const { t, tId, percent, date } = texts;
  const words = t('classifiers:crosswalk.edge', {
    code: edge.toCode,
    name: edge.toName ?? '',
    share: percent(edge.weight),
  });
  const detail = t('classifiers:crosswalk.detail', {
    basis: tId(`classifiers:basis.${edge.basis}`),
    from: edge.from ? date(edge.from) : '',
    reviewer: edge.reviewer ?? t('classifiers:crosswalk.nobody'),
  });
  return (
    <li>
      {onEdit ? (
        <Button kind="quiet" size="s" onClick={onEdit}>
          {words}
        </Button>
      ) : (
        words
      )}{' '}
      <span className="dim small">{detail}</span>
    </li>
  );
}

const columnsOf = (texts: Texts, choose: ((chosen: Chosen) => void) | null): Column<CrosswalkRow>[] => {
  const { t, percent } = texts;
  return [
    { id: 'code', title: t('classifiers:crosswalk.code'), value: (row) => row.code, quiet: true, width: 110 },
    {
      id: 'name',
      title: t('classifiers:crosswalk.name'),
      value: (row) => row.name,
      names: true,
    },
    {
      id: 'edges',
      title: t('classifiers:crosswalk.edges'),
      value: (row) => row.edges.map((edge) => `${edge.toCode} ${percent(edge.weight)}`).join('; '),
      cell: (row) => (
        <ul className={css.edges}>
          {row.edges.map((edge) => (
            <EdgeLine
              key={edge.id}
              edge={edge}
              texts={texts}
              onEdit={choose && (() => choose({ row, edge }))}
            />
          ))}
          {row.edges.length === 0 && <li className="dim">{t('classifiers:crosswalk.nowhere')}</li>}
          {choose && row.unmapped > 0 && (
            <li>
              <Button size="s" icon="plus" onClick={() => choose({ row })}>
                {t('classifiers:crosswalk.add')}
              </Button>
            </li>
          )}
        </ul>
      ),
      card: 'wide',
    },
    {
      id: 'unmapped',
      title: t('classifiers:crosswalk.unmapped'),
      value: (row) => row.unmapped,
      cell: (row) =>
        row.edges.length === 0 ? (
          <StateMark state="remind">{percent(row.unmapped)}</StateMark>
        ) : (
          <span className="num">{percent(row.unmapped)}</span>
        ),
      align: 'end',
      width: 150,
    },
  ];
};

/** Every code with its edges and with the remainder; codes that lead nowhere stand first. */
export default function Crosswalk() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<CrosswalkRow>(t('classifiers:crosswalk.title'));
  const [pair, setPair] = useFilter('pair');
  const [words, setWords] = useFilter('search');
  const [unmapped, setUnmapped] = useMark('unmapped');
  const [limit, setLimit] = useState(STEP);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const search = useDeferredValue(words);
  const pairs = useRead(['classifiers', 'crosswalks'], api.listCrosswalks, {});
  const choices = (pairs.data?.data.rows ?? []).map((row) => ({
    value: `${row.fromList}/${row.toList}`,
    label: t('classifiers:crosswalk.pairName', { from: row.fromTitle, to: row.toTitle }),
  }));
  const [fromList = '', toList = ''] = (pair || choices[0]?.value || '').split('/');
  const input = { fromList, toList, search, limit, offset: 0, ...(unmapped ? { unmapped } : {}) };
  const read = useRead(CROSSWALK, api.listCrosswalk, input, {
    enabled: fromList !== '',
    placeholderData: (old) => old,
  });
  const rows = read.data?.data.rows ?? [];
  const edit = read.data?.can.edit;
  const columns = useMemo(() => columnsOf(texts, edit ? setChosen : null), [texts, edit]);
  const today = new Date().toLocaleDateString('en-CA');
  return (
    <>
      <PageHead
        title={t('classifiers:crosswalk.title')}
        about={t('classifiers:crosswalk.about')}
        crumbs={[
          { title: t('classifiers:lists.title'), to: '/classifiers' },
          { title: t('classifiers:crosswalk.title') },
        ]}
      />
      <div className={css.tools}>
        <ChoiceInput
          name="pair"
          label={t('classifiers:crosswalk.pair')}
          value={pair}
          choices={choices}
          onChange={setPair}
        />
        <TextInput
          type="search"
          name="search"
          label={t('classifiers:crosswalk.search')}
          value={words}
          onChange={setWords}
        />
        <label className={css.check}>
          <input type="checkbox" checked={unmapped} onChange={(event) => setUnmapped(event.target.checked)} />
          {t('classifiers:crosswalk.onlyUnmapped')}
        </label>
      </div>
      {chosen && (
        <EdgeForm
          key={`${chosen.row.code}/${chosen.edge?.id ?? ''}`}
          fromList={fromList}
          toList={toList}
          {...chosen}
          today={today}
          onClose={() => setChosen(null)}
        />
      )}
      <DataTable
        id="crosswalk"
        title={t('classifiers:crosswalk.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        chosen={chosen?.row.code}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        server={{ total: read.data?.data.total ?? 0, more: () => setLimit(Math.min(500, limit + STEP)) }}
        empty={t('classifiers:crosswalk.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
