import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { Button, buttonClass } from '../../../../web/widgets/button.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, type Exam, saveFile } from '../exams-api.ts';

const OVER = ['marked', 'protocol_signed', 'transferred_to_GEK', 'graded', 'closed', 'annulled'];
const PAPERS = ['briefing', 'draw', 'check', 'statement'] as const;
type PaperName = (typeof PAPERS)[number];

/** Which papers there are something to print of. */
function printable(exam: Exam, name: PaperName): boolean {
  if (name === 'draw') return exam.draw?.method != null;
  if (name === 'check') return exam.checkedOn !== null;
  return name === 'statement' ? OVER.includes(exam.state) : exam.people.length > 0;
}

/** Papers of an exam, and the ways to its records and to typing a paper protocol. */
export function MorePart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState<PaperName | null>(null);
  const [problem, setProblem] = useState('');
  const print = async (paper: PaperName) => {
    setBusy(paper);
    setProblem('');
    try {
      saveFile((await api.printExamPaper({ id: exam.id, paper, format: 'pdf' })).data);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(null);
    }
  };
  return (
    <section className={`panel ${css.box}`} aria-labelledby="more">
      <h2 id="more">{t('exams:rooms.more.print')}</h2>
      <div className={css.acts}>
        {PAPERS.filter((one) => printable(exam, one)).map((one) => (
          <Button key={one} icon="download" busy={busy === one} onClick={() => void print(one)}>
            {t(`exams:rooms.more.papers.${one}`)}
          </Button>
        ))}
        {can.type && ['running', 'marked'].includes(exam.state) && (
          <Link to="/exams/$id/paper" params={{ id: exam.id }} className={buttonClass({})}>
            {t('exams:rooms.paper.link')}
          </Link>
        )}
        {(OVER.includes(exam.state) || can.grade) && (
          <Link to="/exams/$id/records" params={{ id: exam.id }} className={buttonClass({})}>
            {t('exams:rooms.records.link')}
          </Link>
        )}
      </div>
      {problem && (
        <p role="alert">
          <StateMark state="blocks">{problem}</StateMark>
        </p>
      )}
    </section>
  );
}
