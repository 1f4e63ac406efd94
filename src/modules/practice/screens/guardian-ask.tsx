import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './paper.module.css';
import { api, saveBase64 } from './paper-api.ts';
import { BOARD, type BoardRow } from './practice-api.ts';

/** Those under 18 whose representative has not consented yet. */
export const toAsk = (rows: readonly BoardRow[]) =>
  rows.filter(
    ({ placementId, papers }) =>
      placementId !== null && ['waiting', 'remind', 'blocks'].includes(papers.guardian),
  );

/** Asks the legal representatives of some students: by letter, or by a sheet with a QR code for each. */
export function GuardianAsk({ planId, rows }: { planId: string; rows: BoardRow[] }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const ids = rows.flatMap(({ placementId }) => (placementId ? [placementId] : []));
  const ask = useMutation({
    mutationFn: async (how: 'letter' | 'sheet') => {
      const { data } = await api.askGuardians({ ids, how });
      if (how === 'letter') return t('practice:guardian.screen.asked', { count: data.asked });
      const { data: papers } = await api.getPaperSet({ planId });
      const students = papers.set.students.flatMap((one) => {
        const link = data.links.find(({ placementId }) => placementId === one.id);
        return link ? [{ ...one, link: link.address }] : [];
      });
      const file = await api.exportPapers({
        set: { ...papers.set, students },
        kinds: ['consents'],
        formats: ['pdf'],
      });
      saveBase64(file.data);
      return t('practice:guardian.screen.sheets');
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [...BOARD] }),
  });
  return (
    <section className={`panel ${css.box}`} aria-labelledby="ask-guardians">
      <h2 id="ask-guardians">{t('practice:guardian.screen.ask')}</h2>
      <p className="dim">{t('practice:guardian.screen.askAbout')}</p>
      <p>{rows.map(({ name }) => name).join(', ')}</p>
      <div className={css.acts}>
        <Button busy={ask.isPending && ask.variables === 'letter'} onClick={() => ask.mutate('letter')}>
          {t('practice:guardian.screen.letter')}
        </Button>
        <Button
          icon="download"
          busy={ask.isPending && ask.variables === 'sheet'}
          onClick={() => ask.mutate('sheet')}
        >
          {t('practice:guardian.screen.sheet')}
        </Button>
      </div>
      {ask.data && <p role="status">{ask.data}</p>}
      {ask.error && (
        <p role="alert">
          <StateMark state="blocks">{ask.error.message}</StateMark>
        </p>
      )}
    </section>
  );
}
