import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../api.ts';
import { downloadTable, saveFile } from '../../export-table.ts';
import { useTexts } from '../../text.ts';
import { Button } from '../../widgets/button.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { NEED, publicApi, SEATS } from '../home/public-api.ts';
import css from '../page.module.css';
import { type DataSet, dataSets } from './data-sets.ts';

function Files({ set }: { set: DataSet }) {
  const { t } = useTexts();
  const [problem, setProblem] = useState('');
  const save = async (format: 'csv' | 'xlsx') => {
    setProblem('');
    try {
      await downloadTable(set.title, { format, columns: set.columns, rows: set.rows });
    } catch {
      setProblem(t('web:export.failed'));
    }
  };
  const json = () =>
    saveFile(
      new Blob([JSON.stringify(set.json, null, 2)], { type: 'application/json' }),
      `${set.title}.json`,
    );
  return (
    <>
      <div className={css.files}>
        <Button icon="download" onClick={() => void save('csv')}>
          CSV
        </Button>
        <Button icon="download" onClick={() => void save('xlsx')}>
          XLSX
        </Button>
        <Button icon="download" onClick={json}>
          JSON
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}

/** The published tables with their date, licence and the rule by which cells are withheld. */
export default function OpenData() {
  const texts = useTexts();
  const { t, date } = texts;
  const need = useRead(NEED, publicApi.need, {});
  const seats = useRead(SEATS, publicApi.seats, {});
  const sets = dataSets(need.data?.data ?? null, seats.data?.data ?? null, texts);
  const ready = need.isFetched && seats.isFetched;
  return (
    <div className={css.wrap}>
      <PageHead title={t('web:openData.title')} about={t('web:openData.about')} />
      {ready && sets.length === 0 && <p className="dim">{t('web:openData.none')}</p>}
      <div className={css.sets}>
        {sets.map((set) => (
          <section key={set.id} className={`panel ${css.set}`} aria-labelledby={`set-${set.id}`}>
            <h2 id={`set-${set.id}`}>{set.title}</h2>
            <p>{t(`web:openData.${set.id}.about`)}</p>
            <p className="dim small">
              {t('web:openData.rows', { count: set.rows.length })}
              {set.at && `, ${t('web:openData.asOf', { at: date(set.at, 'long') })}`}
              {set.hidden > 0 && `, ${t('web:openData.hidden', { count: set.hidden })}`}
            </p>
            <Files set={set} />
          </section>
        ))}
      </div>
      <div className={css.text}>
        <h2>{t('web:openData.rule.title')}</h2>
        <p>{t('web:openData.rule.text')}</p>
        <h2>{t('web:openData.licence.title')}</h2>
        <p>{t('web:openData.licence.text')}</p>
        <p>
          <Link to="/api-docs">{t('web:openData.api')}</Link>
        </p>
      </div>
    </div>
  );
}
