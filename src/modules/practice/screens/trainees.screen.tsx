import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { AppraisalForm } from './appraisal-form.tsx';
import { AppraisalsForm } from './group/appraisals-form.tsx';
import { MentorsForm } from './group/mentors-form.tsx';
import { AppraisalShare } from './group/share.tsx';
import { BriefingForm, MentorChoice, OutcomeForm } from './host-forms.tsx';
import { LogDays } from './log-days.tsx';
import css from './practice.module.css';
import { api, TRAINEES, type Trainee } from './practice-api.ts';

interface Acts {
  edit: boolean;
  confirm: boolean;
  chosen: Set<string>;
  toggle: (id: string) => void;
  onConfirm: (row: Trainee) => void;
  onOutcome: (row: Trainee) => void;
  onAppraise: (row: Trainee) => void;
  onLog: (row: Trainee) => void;
}

/** The sheet is filled on site and right after. */
const APPRAISED = ['started', 'in_progress', 'suspended', 'finished'];
const waitingDays = (row: Trainee) => row.log.filter(({ confirmed }) => !confirmed);

const columnsOf = (texts: Texts, acts: Acts): Column<Trainee>[] => {
  const { t, dateRange, date } = texts;
  return [
    {
      id: 'student',
      title: t('practice:screen.trainees.student'),
      value: (row) => row.studentName,
      cell: (row) => (
        <span className={css.stack}>
          {acts.edit ? (
            <label className={css.check}>
              <input
                type="checkbox"
                checked={acts.chosen.has(row.id)}
                aria-label={t('practice:screen.trainees.choose', { name: row.studentName })}
                onChange={() => acts.toggle(row.id)}
              />
              {row.studentName}
            </label>
          ) : (
            row.studentName
          )}
          {row.minor && <small className={css.minor}>{t('practice:screen.trainees.minor')}</small>}
        </span>
      ),
      names: true,
      filter: 'text',
    },
    {
      id: 'group',
      title: t('practice:screen.trainees.group'),
      value: (row) => `${row.group}, ${row.programme}`,
      cell: (row) => (
        <span className={css.stack}>
          {row.group}
          <small className="dim">{row.college}</small>
        </span>
      ),
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'offer',
      title: t('practice:screen.trainees.offer'),
      value: (row) => row.offer,
      quiet: true,
      card: 'wide',
    },
    {
      id: 'days',
      title: t('practice:screen.trainees.days'),
      value: (row) => row.from,
      cell: (row) => <span className="num nowrap">{dateRange(row.from, row.to)}</span>,
      card: 'wide',
    },
    {
      id: 'mentor',
      title: t('practice:screen.trainees.mentor'),
      value: (row) => row.mentor,
      cell: (row) =>
        row.papers.mentor === 'done' ? (
          row.mentor
        ) : (
          <StateMark state={row.papers.mentor === 'blocks' ? 'blocks' : 'remind'}>
            {row.mentor ?? t('practice:screen.trainees.noMentor')}
          </StateMark>
        ),
      card: 'wide',
    },
    {
      id: 'briefing',
      title: t('practice:screen.trainees.briefing'),
      value: (row) => row.briefingOn,
      cell: (row) =>
        row.briefingOn ? (
          <span className="num">{date(row.briefingOn)}</span>
        ) : (
          <StateMark state={row.papers.briefing} />
        ),
      align: 'center',
    },
    {
      id: 'log',
      title: t('practice:screen.trainees.log'),
      value: (row) => row.log.length,
      cell: (row) => {
        const waits = waitingDays(row).length;
        if (row.log.length === 0) return <span className="dim">{t('practice:screen.trainees.noLog')}</span>;
        return (
          <span className={css.stack}>
            <span className="num">
              {t('practice:screen.trainees.confirmed', { done: row.log.length - waits, all: row.log.length })}
            </span>
            <Button size="s" kind="quiet" onClick={() => acts.onLog(row)}>
              {t('practice:appraisal.screen.log')}
            </Button>
            {acts.confirm && waits > 0 && (
              <Button size="s" onClick={() => acts.onConfirm(row)}>
                {t('practice:screen.trainees.confirm')}
              </Button>
            )}
          </span>
        );
      },
      card: 'wide',
    },
    {
      id: 'state',
      title: t('practice:screen.trainees.state'),
      value: (row) => t(`practice:state.placement.${row.state}`),
      cell: (row) => (
        <span className={css.stack}>
          <span className="dim">{t(`practice:state.placement.${row.state}`)}</span>
          {acts.confirm && APPRAISED.includes(row.state) && (
            <Button size="s" onClick={() => acts.onAppraise(row)}>
              {t('practice:appraisal.screen.act')}
            </Button>
          )}
          {acts.edit && ['finished', 'documents_complete', 'graded'].includes(row.state) && (
            <Button size="s" onClick={() => acts.onOutcome(row)}>
              {t('practice:screen.trainees.outcome')}
            </Button>
          )}
        </span>
      ),
      filter: 'choice',
      card: 'wide',
    },
  ];
};

type Open =
  | 'mentor'
  | 'mentors'
  | 'briefing'
  | 'ask'
  | { what: 'outcome' | 'appraisal' | 'log'; row: Trainee }
  | null;

/** Marks a whole group at once: a plant takes groups, and deals with them as such. */
function GroupChoice({ rows, onChoose }: { rows: Trainee[]; onChoose: (ids: string[]) => void }) {
  const { t } = useTexts();
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  const [group, setGroup] = useState('');
  if (groups.length === 0) return null;
  return (
    <div className={`no-print ${css.tools}`}>
      <ChoiceInput
        name="markGroup"
        label={t('practice:group.markGroup')}
        none={t('practice:group.markNone')}
        value={group}
        onChange={(value) => {
          setGroup(value);
          onChoose(rows.filter((row) => row.group === value).map(({ id }) => id));
        }}
        choices={groups.map((value) => ({ value, label: value }))}
      />
    </div>
  );
}

/** Who comes to the enterprise: without a mentor or a briefing first. */
export default function Trainees() {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<Open>(null);
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const read = useRead(TRAINEES, api.listTrainees, {});
  const confirm = useChange(api.confirmLog, [TRAINEES]);
  const { onExport, problem } = useExport<Trainee>(t('practice:screen.trainees.title'));
  const rows = read.data?.data.rows ?? [];
  const edit = read.data?.can.edit === true;
  const mayConfirm = read.data?.can.confirm === true;
  const columns = useMemo(
    () =>
      columnsOf(texts, {
        edit,
        confirm: mayConfirm,
        chosen,
        toggle: (id) =>
          setChosen((known) => {
            const next = new Set(known);
            if (!next.delete(id)) next.add(id);
            return next;
          }),
        onConfirm: (row) => confirm.mutate({ id: row.id, days: waitingDays(row).map(({ day }) => day) }),
        onOutcome: (row) => setOpen({ what: 'outcome', row }),
        onAppraise: (row) => setOpen({ what: 'appraisal', row }),
        onLog: (row) => setOpen({ what: 'log', row }),
      }),
    [texts, edit, mayConfirm, chosen, confirm.mutate],
  );
  const about = open !== null && typeof open === 'object' ? open : null;
  const bare = rows.filter(({ papers }) => papers.mentor !== 'done').length;
  const picked = rows.filter(({ id }) => chosen.has(id));
  const toAsk = picked.filter(({ state, mentor }) => mentor && APPRAISED.includes(state));
  const close = () => {
    setOpen(null);
    setChosen(new Set());
  };
  const number = (count: number) => ({
    short: t('practice:screen.trainees.source'),
    facts: {
      nodes: [
        {
          count,
          noun: t('practice:screen.trainees.noun', { count }),
          source: t('practice:screen.trainees.source'),
        },
      ],
    },
  });
  return (
    <>
      <PageHead
        title={t('practice:screen.trainees.title')}
        about={t(edit ? 'practice:screen.trainees.aboutHost' : 'practice:screen.trainees.aboutMentor')}
        actions={
          edit &&
          open === null && (
            <>
              <Button
                blocked={picked.length === 0 ? t('practice:screen.placing.chooseSome') : undefined}
                onClick={() => setOpen('briefing')}
              >
                {t('practice:screen.trainees.briefingAct')}
              </Button>
              {toAsk.length > 0 && (
                <Button onClick={() => setOpen('ask')}>{t('practice:group.appraisals.act')}</Button>
              )}
              {picked.length > 1 && (
                <Button onClick={() => setOpen('mentors')}>{t('practice:group.mentors.act')}</Button>
              )}
              {picked.length > 0 && (
                <Button kind="main" onClick={() => setOpen('mentor')}>
                  {t('practice:screen.trainees.nameMentor')}
                </Button>
              )}
            </>
          )
        }
      />
      {open === 'mentor' && <MentorChoice rows={picked} onClose={close} />}
      {open === 'mentors' && <MentorsForm rows={picked} onClose={close} />}
      {open === 'ask' && (
        <AppraisalsForm
          rows={toAsk.map(({ id, studentName, mentor }) => ({ id, mentor, name: studentName }))}
          onClose={close}
        />
      )}
      {open === 'briefing' && <BriefingForm rows={picked} onClose={close} />}
      {about?.what === 'outcome' && <OutcomeForm row={about.row} onClose={close} />}
      {about?.what === 'appraisal' && <AppraisalForm key={about.row.id} row={about.row} onClose={close} />}
      {about?.what === 'log' && (
        <section className={`panel ${css.box}`} aria-labelledby="trainee-log">
          <SectionHead
            id="trainee-log"
            title={`${t('practice:appraisal.screen.log')}: ${about.row.studentName}`}
          >
            <Button size="s" onClick={close}>
              {t('web:close')}
            </Button>
          </SectionHead>
          <LogDays placementId={about.row.id} days={about.row.log} />
        </section>
      )}
      {edit && <AppraisalShare />}
      {rows.length > 0 && (
        <div className={css.numbers}>
          <KeyNumbers
            numbers={[
              {
                label: t('practice:screen.trainees.total'),
                value: <Num value={rows.length} />,
                origin: number(rows.length),
              },
              {
                label: t('practice:screen.trainees.noMentorCount'),
                value: <Num value={bare} />,
                origin: number(bare),
              },
            ]}
          />
        </div>
      )}
      {edit && <GroupChoice rows={rows} onChoose={(ids) => setChosen(new Set(ids))} />}
      {confirm.error && <p role="alert">{confirm.error.message}</p>}
      <DataTable
        id="trainees"
        title={t('practice:screen.trainees.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) =>
          (row.papers.mentor === 'blocks' ? 3 : row.papers.mentor === 'done' ? 0 : 2) +
          Number(row.papers.briefing === 'blocks')
        }
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t(
          edit || !mayConfirm ? 'practice:screen.trainees.empty' : 'practice:screen.trainees.emptyMentor',
        )}
      />
    </>
  );
}
