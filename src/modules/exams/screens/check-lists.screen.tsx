import { useState } from 'react';
import { base64Of } from '../../../web/base64-of.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { ListSource, type Source } from './list-source.tsx';
import { ListsReport } from './lists-report.tsx';
import css from './staffing.module.css';
import { api, type Lists } from './staffing-api.ts';

const NONE: Source = { file: null, text: '' };
const given = ({ file, text }: Source) => file !== null || text.trim() !== '';

const sent = async ({ file, text }: Source) =>
  file
    ? { name: file.name, content: await base64Of(file) }
    : { name: 'cells.txt', content: await base64Of(new Blob([text])) };

/** Two lists pasted in, before any sign-in: conflicts, shortages and a proposed assignment; nothing is stored. */
export default function CheckLists() {
  const { t } = useTexts();
  const [experts, setExperts] = useState(NONE);
  const [exams, setExams] = useState(NONE);
  const [lists, setLists] = useState<Lists | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setProblem('');
    try {
      setLists((await api.checkLists({ experts: await sent(experts), exams: await sent(exams) })).data);
    } catch (error) {
      setLists(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.public}>
      <PageHead title={t('exams:staffing.paste.title')} about={t('exams:staffing.paste.about')} />
      <div className={css.lists}>
        <ListSource
          id="list-experts"
          title={t('exams:staffing.paste.experts')}
          hint={t('exams:staffing.paste.expertsHint')}
          source={experts}
          onSource={setExperts}
        />
        <ListSource
          id="list-exams"
          title={t('exams:staffing.paste.exams')}
          hint={t('exams:staffing.paste.examsHint')}
          source={exams}
          onSource={setExams}
        />
      </div>
      <div className={css.acts}>
        <Button
          kind="main"
          busy={busy}
          blocked={given(experts) && given(exams) ? undefined : t('exams:staffing.paste.bothNeeded')}
          onClick={() => void check()}
        >
          {t('exams:staffing.paste.check')}
        </Button>
      </div>
      <div aria-live="polite">
        {busy && <p>{t('exams:staffing.paste.busy')}</p>}
        {problem && (
          <p role="alert">
            <StateMark state="blocks">{problem}</StateMark>
          </p>
        )}
      </div>
      {lists && <ListsReport lists={lists} />}
    </div>
  );
}
