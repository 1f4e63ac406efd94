import { useCallback } from 'react';
import { z } from 'zod';
import { Button } from '../../widgets/button.tsx';
import { Field } from '../../widgets/field.tsx';
import { FileDrop } from '../../widgets/file-drop.tsx';
import { DraftNote, FormSummary, useDraftForm } from '../../widgets/form.tsx';
import { SectionHead } from '../../widgets/page-head.tsx';
import css from './gallery.module.css';
import { words } from './words.data.ts';

const schema = z.object({
  name: z.string().min(1, words.form.nameProblem),
  count: z.string().regex(/^\d+$/, words.form.countProblem),
  note: z.string(),
});

export function FormPart() {
  const save = useCallback(async () => {}, []);
  const form = useDraftForm({ initial: { name: '', count: '2,5', note: '' }, schema, save });
  return (
    <>
      <SectionHead
        title={words.sections.form}
        note={<DraftNote state={form.draft} savedAt={form.savedAt} />}
      />
      <div className={css.two}>
        <form
          className={`panel ${css.form}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.submit(async () => {});
          }}
        >
          <FormSummary problems={form.problems} labels={{ name: words.form.name, count: words.form.count }} />
          <Field label={words.form.name} name="name" hint={words.form.hint} error={form.problems.name}>
            {(input) => (
              <input
                {...input}
                value={form.value.name}
                onChange={(e) => form.set('name', e.target.value)}
                onBlur={() => form.leave('name')}
              />
            )}
          </Field>
          <Field label={words.form.count} name="count" error={form.problems.count}>
            {(input) => (
              <input
                {...input}
                inputMode="numeric"
                value={form.value.count}
                onChange={(e) => form.set('count', e.target.value)}
                onBlur={() => form.leave('count')}
              />
            )}
          </Field>
          <Field label={words.form.note} name="note" optional={words.form.optional}>
            {(input) => (
              <textarea
                {...input}
                rows={3}
                value={form.value.note}
                onChange={(e) => form.set('note', e.target.value)}
              />
            )}
          </Field>
          <div className={css.row}>
            <Button type="submit" kind="main">
              {words.form.send}
            </Button>
          </div>
        </form>
        <FileDrop
          label={words.drop.label}
          hint={words.drop.hint}
          accept={['.xlsx', '.csv']}
          maxBytes={50 * 1024 * 1024}
          onFile={() => {}}
        />
      </div>
    </>
  );
}
