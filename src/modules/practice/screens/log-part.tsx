import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { stretchOn } from '../rules/limits.ts';
import { LogDays } from './log-days.tsx';
import css from './practice.module.css';
import { api, MINE, type Mine, numberOf } from './practice-api.ts';

function LogForm({ row, day }: { row: Mine; day: string }) {
  const { t } = useTexts();
  const write = useChange(api.writeLogDay, [MINE]);
  const form = useForm({
    initial: { day, note: '', minutes: String(stretchOn(row.timetable, day)?.minutes ?? 360) },
    schema: contract.writeLogDay['~orpc'].inputSchema,
    input: ({ minutes, ...rest }) => ({ id: row.id, ...rest, minutes: numberOf(minutes) }),
  });
  const labels = {
    day: t('practice:screen.mine.day'),
    note: t('practice:screen.mine.note'),
    minutes: t('practice:screen.mine.minutes'),
  };
  return (
    <FormPanel
      submit={t('practice:screen.mine.write')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onSubmit={() => void form.submit(write.mutateAsync)}
    >
      <TextInput {...form.field('day')} type="date" label={labels.day} />
      <TextInput {...form.field('minutes')} inputMode="numeric" label={labels.minutes} />
      <div className={css.wide}>
        <AreaInput {...form.field('note')} label={labels.note} />
      </div>
    </FormPanel>
  );
}

const SHOWN = 10;

/** The log: the first day that lacks an entry is offered, then the last entries. */
export function LogPart({ row, today }: { row: Mine; today: string }) {
  const { t } = useTexts();
  const writes = ['started', 'in_progress', 'finished'].includes(row.state);
  if (!writes && row.log.length === 0) return null;
  const day = row.gaps[0] ?? (today < row.to ? today : row.to);
  return (
    <>
      <h3>{t('practice:screen.mine.log')}</h3>
      {row.gaps.length > 0 && (
        <p>
          <StateMark state="remind">{t('practice:screen.mine.gap', { count: row.gaps.length })}</StateMark>
        </p>
      )}
      {writes && <LogForm key={day} row={row} day={day} />}
      {row.log.length === 0 ? (
        <p className="dim">{t('practice:screen.mine.noLog')}</p>
      ) : (
        <LogDays placementId={row.id} days={row.log.slice(0, SHOWN)} />
      )}
    </>
  );
}
