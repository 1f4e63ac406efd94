import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import css from '../practice.module.css';
import { api, SHARE } from '../practice-api.ts';
import { Marked, useMarked } from './marked.tsx';

interface Person {
  id: string;
  name: string;
  mentor: string | null;
}

/** Asks mentors without an account for their appraisals; the codes are told by telephone and shown once. */
export function AppraisalsForm({ rows, onClose }: { rows: Person[]; onClose: () => void }) {
  const { t } = useTexts();
  const ask = useChange(api.askAppraisals, [SHARE]);
  const people = rows.map((row) => ({ ...row, note: row.mentor }));
  const marks = useMarked(people, true);
  const codes = ask.data?.data.codes;
  if (codes)
    return (
      <section className={`panel ${css.box}`} aria-labelledby="asked-appraisals">
        <h2 id="asked-appraisals">{t('practice:group.appraisals.title')}</h2>
        <p role="status">{t('practice:group.appraisals.codes')}</p>
        <ul className={css.people}>
          {codes.map(({ placementId, mentor, code }) => (
            <li key={placementId}>
              {t('practice:group.appraisals.code', {
                mentor,
                code,
                student: rows.find(({ id }) => id === placementId)?.name ?? '',
              })}
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <FormPanel
      title={t('practice:group.appraisals.title')}
      about={t('practice:group.appraisals.about')}
      submit={t('practice:group.appraisals.save', { count: marks.marked.length })}
      busy={ask.isPending}
      blocked={marks.marked.length === 0 ? t('practice:group.chooseSome') : undefined}
      problems={ask.error ? problemsFromServer(ask.error, t('web:form.notSaved')) : {}}
      onClose={onClose}
      onSubmit={() => ask.mutate({ ids: marks.marked.map(({ id }) => id) })}
    >
      <Marked people={people} marks={marks} />
    </FormPanel>
  );
}
