import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../../web/api.ts';
import { base64Of } from '../../../../web/base64-of.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button, buttonClass } from '../../../../web/widgets/button.tsx';
import { FileDrop } from '../../../../web/widgets/file-drop.tsx';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, SESSION, SESSIONS } from '../exams-api.ts';
import room from '../rooms.module.css';
import { FEDERAL } from '../rooms-api.ts';
import { type ChosenColumn, ColumnChoices, type FederalKind, FIELDS } from './column-choices.tsx';

const KINDS = Object.keys(FIELDS) as FederalKind[];
/** When a file of this kind can be taken: the exam is planned, or running. */
const STATES = { groups: ['planned'], experts: ['planned', 'confirmed', 'prepared'], results: ['running'] };

/** One file for one exam: what it says, how its columns were understood, whom it means; then the button. */
export function FederalUpload() {
  const { t, tId, date } = useTexts();
  const [kind, setKind] = useState<FederalKind>('results');
  const [sessionId, setSession] = useState('');
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const exams = useRead(SESSIONS, api.listSessions, {});
  const preview = useChange(api.previewFederalFile, [FEDERAL]);
  const apply = useChange(api.applyFederalFile, [FEDERAL, SESSION, SESSIONS]);
  const offered = (exams.data?.data.rows ?? []).filter(
    ({ state, source }) => STATES[kind].includes(state) && (kind !== 'results' || source === 'federal'),
  );
  const chosen = offered.find(({ id }) => id === sessionId);
  const read = preview.data?.data;
  const look = (given: { name: string; content: string }, columns: ChosenColumn[] = []) => {
    if (!chosen) return;
    apply.reset();
    preview.mutate({ id: chosen.id, kind, ...given, columns });
  };
  const nameOf = (field: string) => {
    const part = read?.parts.find(({ id }) => id === field);
    return part
      ? t(`exams:rooms.federal.part.${part.kind}`, { code: part.code, title: part.title })
      : tId(`exams:rooms.federal.field.${field}`);
  };
  const refused = read?.remarks.filter((one) => one.refused) ?? [];
  const sound = read !== undefined && read.missing.length === 0 && refused.length === 0 && read.rows > 0;
  const forget = () => {
    preview.reset();
    apply.reset();
    setFile(null);
  };
  return (
    <section className={`panel ${css.box}`} aria-labelledby="federal-in">
      <h2 id="federal-in">{t('exams:rooms.federal.bring')}</h2>
      <div className={room.grid}>
        <ChoiceInput
          name="kind"
          label={t('exams:rooms.federal.kind')}
          value={kind}
          onChange={(value) => {
            setKind(KINDS.find((one) => one === value) ?? 'results');
            forget();
          }}
          choices={KINDS.map((value) => ({ value, label: t(`exams:rooms.federal.kinds.${value}`) }))}
        />
        <ChoiceInput
          name="session"
          label={t('exams:rooms.federal.exam')}
          value={chosen?.id ?? ''}
          onChange={(value) => {
            setSession(value);
            forget();
          }}
          none={t('exams:rooms.choose')}
          choices={offered.map(({ id, code, day, programmeName }) => ({
            value: id,
            label: `${code}, ${date(day)}, ${programmeName}`,
          }))}
        />
      </div>
      <p className="dim">{t(`exams:rooms.federal.kindHint.${kind}`)}</p>
      {chosen ? (
        <FileDrop
          label={t('exams:rooms.federal.file')}
          accept={['.xlsx', '.ods', '.csv']}
          maxBytes={4_000_000}
          busy={preview.isPending}
          onFile={async (given) => {
            const next = { name: given.name, content: await base64Of(given) };
            setFile(next);
            look(next);
          }}
        />
      ) : (
        <p className="dim">{t('exams:rooms.federal.firstChoose')}</p>
      )}
      {preview.error && (
        <p role="alert">
          <StateMark state="blocks">{preview.error.message}</StateMark>
        </p>
      )}
      {read && file && (
        <>
          <ColumnChoices
            key={read.fileId}
            kind={kind}
            parts={read.parts}
            columns={read.columns}
            busy={preview.isPending}
            onAgain={(columns) => look(file, columns)}
          />
          {read.missing.length > 0 && (
            <StateMark state="blocks">
              {t('exams:rooms.federal.missing', {
                fields: read.missing.map(nameOf).join(', '),
              })}
            </StateMark>
          )}
          <p role="status">
            {t('exams:rooms.federal.read', { count: read.rows, matched: read.matched })}.{' '}
            {refused.length > 0
              ? t('exams:rooms.federal.faults', { count: refused.length })
              : t('exams:rooms.federal.sound')}
          </p>
          <ul className={css.list}>
            {[...read.remarks]
              .sort((a, b) => Number(b.refused) - Number(a.refused))
              .slice(0, 50)
              .map((one) => (
                <li key={`${one.cell} ${one.id}`}>
                  <StateMark state={one.refused ? 'blocks' : 'remind'}>
                    {one.cell} {tId(one.id, one.params)}
                  </StateMark>
                </li>
              ))}
          </ul>
        </>
      )}
      {apply.error && (
        <p role="alert">
          <StateMark state="blocks">{apply.error.message}</StateMark>
        </p>
      )}
      {apply.data ? (
        <p role="status" className={css.acts}>
          <StateMark state="done">
            {t('exams:rooms.federal.applied', { taken: apply.data.data.taken })}
          </StateMark>
          <Link to="/exams/$id" params={{ id: apply.data.data.id }} className={buttonClass({})}>
            {t('exams:rooms.federal.toExam')}
          </Link>
        </p>
      ) : (
        sound && (
          <div className={css.acts}>
            <Button
              kind="main"
              busy={apply.isPending}
              onClick={() => read && apply.mutate({ fileId: read.fileId })}
            >
              {t(`exams:rooms.federal.apply.${kind}`)}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
