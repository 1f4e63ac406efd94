import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, type Preview, ROUND, ROUNDS, type Round } from './round-api.ts';
import css from './rounds.module.css';

type Move = Preview['moves'][number];
const MARKS: Record<Move['kind'], State> = {
  better: 'done',
  got: 'done',
  worse: 'remind',
  lost: 'blocks',
  left: 'idle',
};

/** «Переместится N человек»: who and where, before anything is changed; what was shown is applied, or nothing. */
export function RoundRepair({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const read = useRead(
    ['practice', 'repair'],
    api.previewRepair,
    { id: round.id },
    { staleTime: 0, retry: false },
  );
  const repair = useChange(api.repairRound, [ROUND, ROUNDS]);
  const columns = useMemo((): Column<Move>[] => {
    const none = t('practice:round.screen.repair.none');
    return [
      { id: 'name', title: t('practice:round.screen.repair.who'), value: (row) => row.name, names: true },
      {
        id: 'from',
        title: t('practice:round.screen.repair.from'),
        value: (row) => row.from ?? none,
        card: 'wide',
      },
      { id: 'to', title: t('practice:round.screen.repair.to'), value: (row) => row.to ?? none, card: 'wide' },
      {
        id: 'kind',
        title: t('practice:round.screen.repair.what'),
        value: (row) => t(`practice:round.move.${row.kind}`),
        cell: (row) => <StateMark state={MARKS[row.kind]}>{t(`practice:round.move.${row.kind}`)}</StateMark>,
        card: 'wide',
      },
    ];
  }, [t]);
  const { onExport } = useExport<Move>(`${round.title}, ${t('practice:round.screen.repair.title')}`);
  const preview = read.data?.data;
  if (read.isError)
    return (
      <p role="status" className={css.acts}>
        {read.error.message} <Button onClick={onClose}>{t('web:close')}</Button>
      </p>
    );
  if (!preview) return <p className="dim">{t('web:table.loading')}</p>;
  const { moved, moves, withdrawn, left, envies, token } = preview;
  const label = t('practice:round.screen.repair.reason');
  return (
    <section aria-label={t('practice:round.screen.repair.title')}>
      <DataTable
        id="round-repair"
        prefix="r"
        title={t('practice:round.screen.repair.table')}
        columns={columns}
        rows={moves}
        rowKey={(row) => `${row.name} ${row.from} ${row.to}`}
        empty={t('practice:round.screen.repair.nobody')}
        onExport={onExport}
      />
      <FormPanel
        title={t('practice:round.screen.repair.about', { count: moved })}
        about={[
          t('practice:round.screen.repair.cause', { withdrawn, left }),
          ...(envies > 0
            ? [t('practice:round.screen.repair.envies', { envies: envies, count: envies })]
            : []),
        ].join(' ')}
        submit={t('practice:round.screen.repair.submit')}
        busy={repair.isPending}
        problems={repair.isError ? problemsFromServer(repair.error, t('web:form.notSaved')) : {}}
        labels={{ reason: label }}
        {...(reason.trim() === '' && { blocked: t('practice:round.screen.repair.noReason') })}
        onClose={onClose}
        onSubmit={() => repair.mutate({ id: round.id, token, reason: reason.trim() }, { onSuccess: onClose })}
      >
        <TextInput name="reason" label={label} value={reason} onChange={setReason} />
      </FormPanel>
    </section>
  );
}
