import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import css from './exams.module.css';
import { api, saveFile } from './exams-api.ts';
import { FederalUpload } from './federal/federal-upload.tsx';
import { FEDERAL, todayHere } from './rooms-api.ts';

/** Schedule, groups and assignments as a workbook, to be keyed into the federal platform. */
function Outgoing() {
  const { t } = useTexts();
  const [from, setFrom] = useState(todayHere());
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const lacks = !from || !to || to < from ? t('exams:rooms.federal.downloadLacks') : undefined;
  const download = async () => {
    setBusy(true);
    setProblem('');
    try {
      saveFile((await api.exportFederal({ from, to })).data);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FormPanel
        title={t('exams:rooms.federal.out')}
        about={t('exams:rooms.federal.outAbout')}
        submit={t('exams:rooms.federal.download')}
        busy={busy}
        {...(lacks ? { blocked: lacks } : {})}
        onSubmit={() => void download()}
      >
        <TextInput
          name="from"
          type="date"
          label={t('exams:rooms.federal.from')}
          value={from}
          onChange={setFrom}
        />
        <TextInput name="to" type="date" label={t('exams:rooms.federal.to')} value={to} onChange={setTo} />
      </FormPanel>
      {problem && (
        <p role="alert">
          <StateMark state="blocks">{problem}</StateMark>
        </p>
      )}
    </>
  );
}

/** The federal platform: files in, a workbook out, what was brought and which headings are remembered. */
export default function Federal() {
  const { t, date } = useTexts();
  const read = useRead(FEDERAL, api.listFederalFiles, {});
  const forget = useChange(api.forgetFederalColumn, [FEDERAL]);
  if (read.isError) return <EmptyState title={t('exams:rooms.federal.title')} text={read.error.message} />;
  const columns = read.data?.data.columns ?? [];
  // a part is kept by its code: its title belongs to the kit of one exam
  const nameOfField = (field: string) => {
    const [part, code] = field.split(':');
    return code !== undefined && (part === 'criterion' || part === 'module')
      ? t(`exams:rooms.federal.partOf.${part}`, { code })
      : t(`exams:rooms.federal.field.${field as 'name'}`);
  };
  return (
    <>
      <PageHead title={t('exams:rooms.federal.title')} about={t('exams:rooms.federal.about')} />
      <FederalUpload />
      <Outgoing />
      <DataTable
        id="federal-files"
        title={t('exams:rooms.federal.files')}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        empty={t('exams:rooms.federal.none')}
        columns={[
          {
            id: 'name',
            title: t('exams:rooms.federal.fileName'),
            names: true,
            value: (row) => row.name,
            filter: 'text',
          },
          {
            id: 'kind',
            title: t('exams:rooms.federal.kind'),
            value: (row) => t(`exams:rooms.federal.kinds.${row.kind}`),
            filter: 'choice',
            card: 'wide',
          },
          {
            id: 'exam',
            title: t('exams:rooms.federal.exam'),
            value: (row) => row.exam,
            cell: (row) =>
              row.sessionId ? (
                <Link to="/exams/$id" params={{ id: row.sessionId }}>
                  {row.exam}
                </Link>
              ) : null,
            card: 'wide',
          },
          { id: 'rows', title: t('exams:rooms.federal.rows'), value: (row) => row.rows, align: 'number' },
          {
            id: 'by',
            title: t('exams:rooms.federal.who'),
            value: (row) => row.by,
            quiet: true,
            card: 'wide',
          },
          {
            id: 'at',
            title: t('exams:rooms.federal.when'),
            value: (row) => row.madeAt,
            cell: (row) => date(row.madeAt, 'moment'),
            card: 'wide',
          },
          {
            id: 'state',
            title: t('exams:rooms.federal.state'),
            value: (row) =>
              row.rows === null
                ? t('exams:rooms.federal.isErased')
                : row.appliedAt
                  ? t('exams:rooms.federal.isApplied', { at: date(row.appliedAt, 'moment') })
                  : t('exams:rooms.federal.isWaiting'),
            card: 'wide',
          },
        ]}
      />
      <section className={`panel ${css.box}`} aria-labelledby="known-columns">
        <h2 id="known-columns">{t('exams:rooms.federal.known')}</h2>
        {columns.length === 0 && <p className="dim">{t('exams:rooms.federal.knownNone')}</p>}
        <ul className={css.list}>
          {columns.map(({ kind, heading, field }) => (
            <li key={`${kind} ${heading}`}>
              <span className={css.stack}>
                {t('exams:rooms.federal.heading', {
                  heading,
                  field: field ? nameOfField(field) : t('exams:rooms.federal.skip'),
                })}
                <small className="dim">{t(`exams:rooms.federal.kinds.${kind}`)}</small>
              </span>
              <Button size="s" busy={forget.isPending} onClick={() => forget.mutate({ kind, heading })}>
                {t('exams:rooms.federal.forget')}
              </Button>
            </li>
          ))}
        </ul>
        {forget.error && <p role="alert">{forget.error.message}</p>}
      </section>
    </>
  );
}
