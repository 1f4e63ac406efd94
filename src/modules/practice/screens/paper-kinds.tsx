import { useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { FORMATS, PAPER_KINDS } from '../contract.ts';
import css from './paper.module.css';
import { api, type Format, type PaperKind, type PaperSetInput, saveBase64 } from './paper-api.ts';

interface Props {
  /** Null while something is missing; `blocked` says what. */
  set: PaperSetInput | null;
  blocked?: string | undefined;
  kinds?: readonly PaperKind[];
}

/** Which papers, in which formats, and the one button that makes the archive. */
export function PaperKinds({ set, blocked, kinds = PAPER_KINDS }: Props) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<PaperKind[]>([...kinds]);
  const [formats, setFormats] = useState<Format[]>([...FORMATS]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const toggled = <T,>(all: T[], one: T) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  const make = async () => {
    if (!set) return;
    setBusy(true);
    setProblem('');
    setSaid('');
    try {
      const { data } = await api.exportPapers({ set, kinds: chosen, formats });
      setSaid(saveBase64(data));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={`panel ${css.box}`} aria-labelledby="which">
      <h2 id="which">{t('practice:papers.screen.which')}</h2>
      <div className={css.kinds}>
        {kinds.map((kind) => (
          <label key={kind} className={css.check}>
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={() => setChosen(toggled(chosen, kind))}
            />
            {t(`practice:papers.kind.${kind}`)}
          </label>
        ))}
      </div>
      <fieldset className={css.formats}>
        <legend>{t('practice:papers.screen.formats')}</legend>
        {FORMATS.map((format) => (
          <label key={format} className={css.check}>
            <input
              type="checkbox"
              checked={formats.includes(format)}
              onChange={() => setFormats(toggled(formats, format))}
            />
            {t(`practice:papers.screen.${format}`)}
          </label>
        ))}
      </fieldset>
      <p className="dim small">{t('practice:papers.screen.draftNote')}</p>
      <div className={css.acts}>
        <Button
          kind="main"
          icon="download"
          busy={busy}
          blocked={
            blocked ?? (chosen.length * formats.length === 0 ? t('practice:papers.screen.which') : undefined)
          }
          onClick={() => void make()}
        >
          {t('practice:papers.screen.get')}
        </Button>
      </div>
      <p role="status" className="small">
        {busy ? t('practice:papers.screen.making') : said && t('practice:papers.screen.done', { name: said })}
      </p>
      {problem && (
        <p role="alert">
          <StateMark state="blocks">{problem}</StateMark>
        </p>
      )}
    </section>
  );
}
