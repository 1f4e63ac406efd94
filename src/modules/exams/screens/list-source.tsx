import { useTexts } from '../../../web/text.ts';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { AreaInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './staffing.module.css';

export interface Source {
  file: File | null;
  text: string;
}

interface Props {
  id: string;
  title: string;
  hint: string;
  source: Source;
  onSource: (next: Source) => void;
}

const MAX_BYTES = 4_000_000;

/** One of the two lists: a file, or cells pasted from a table. */
export function ListSource({ id, title, hint, source, onSource }: Props) {
  const { t } = useTexts();
  return (
    <section className={css.list} aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      <FileDrop
        label={t('exams:staffing.paste.drop')}
        hint={hint}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={MAX_BYTES}
        onFile={(file) => onSource({ file, text: '' })}
      />
      {source.file && (
        <StateMark state="done">{t('exams:staffing.paste.taken', { name: source.file.name })}</StateMark>
      )}
      <AreaInput
        name={`${id}-text`}
        label={t('exams:staffing.paste.orPaste')}
        rows={4}
        value={source.text}
        onChange={(text) => onSource({ file: null, text })}
      />
    </section>
  );
}
