import { OfflineStrip } from '../../layouts/offline-strip.tsx';
import { useTexts } from '../../text.ts';
import { Button } from '../../widgets/button.tsx';
import { CertificateStrip } from '../../widgets/certificate-strip.tsx';
import { EmptyState } from '../../widgets/empty-state.tsx';
import { SectionHead } from '../../widgets/page-head.tsx';
import { ProgressPanel } from '../../widgets/progress-panel.tsx';
import { type State, StateMark } from '../../widgets/state-mark.tsx';
import { jobs } from './gallery.data.ts';
import css from './gallery.module.css';
import { words } from './words.data.ts';

const STATES: State[] = ['done', 'waiting', 'remind', 'blocks', 'today', 'soon', 'idle'];

export function StatePart() {
  const { t } = useTexts();
  return (
    <>
      <SectionHead title={words.sections.states} />
      <div className={css.row}>
        {STATES.map((state) => (
          <StateMark key={state} state={state}>
            {t(`web:state.${state}`)}
          </StateMark>
        ))}
      </div>
      <CertificateStrip certificate={{ state: 'checking', secondsLeft: 115 }} />
      <CertificateStrip certificate={{ state: 'broken' }} />
      <OfflineStrip since="2026-11-23T08:42:00Z" waiting={words.waiting} />
      <SectionHead title={words.sections.jobs} />
      <div className={css.four}>
        {jobs.map((job) => (
          <ProgressPanel key={job.id} job={job} onCancel={() => {}} onDismiss={() => {}} />
        ))}
      </div>
      <SectionHead title={words.sections.buttons} />
      <div className={css.row}>
        <Button kind="main">{words.send}</Button>
        <Button>{words.variants}</Button>
        <Button kind="quiet">{words.verify}</Button>
        <Button kind="danger">{words.why.change}</Button>
        <Button busy>{words.verify}</Button>
        <Button blocked={words.blocked}>{words.sign}</Button>
      </div>
      <SectionHead title={words.sections.empty} />
      <div className="panel">
        <EmptyState text={words.noPlaces}>
          <Button>{words.offer}</Button>
        </EmptyState>
      </div>
    </>
  );
}
