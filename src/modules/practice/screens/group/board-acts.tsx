import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import css from '../practice.module.css';
import type { BoardRow } from '../practice-api.ts';
import { AccountsForm } from './accounts-form.tsx';
import { AppraisalsForm } from './appraisals-form.tsx';
import { ConsentsForm } from './consents-form.tsx';
import { FilesForm } from './files-form.tsx';
import { GradesForm } from './grades-form.tsx';
import { PapersForm } from './papers-form.tsx';

const ACTS = ['files', 'accounts', 'consents', 'papers', 'appraisals', 'grades'] as const;
export type GroupAct = (typeof ACTS)[number];

const ON_SITE = ['started', 'in_progress', 'suspended', 'finished'];
/** Whom an act is about. */
const about: Record<GroupAct, (row: BoardRow) => boolean> = {
  files: () => true,
  accounts: () => true,
  consents: ({ placementId, papers }) =>
    placementId !== null && ['waiting', 'remind', 'blocks'].includes(papers.guardian),
  papers: ({ state }) => state !== null && ON_SITE.includes(state),
  appraisals: ({ state, mentor, appraised }) =>
    state !== null && ON_SITE.includes(state) && mentor !== null && !appraised,
  grades: ({ state }) => state === 'documents_complete',
};

/** What is done for many at once; an act appears when it has somebody to be done for. */
export function GroupActs({ rows, onOpen }: { rows: BoardRow[]; onOpen: (act: GroupAct) => void }) {
  const { t } = useTexts();
  return (
    <div className={`no-print ${css.groupActs}`}>
      <span className="dim">{t('practice:group.title')}:</span>
      {ACTS.filter((act) => rows.some(about[act])).map((act) => (
        <Button key={act} size="s" onClick={() => onOpen(act)}>
          {t(`practice:group.${act}.act`)}
        </Button>
      ))}
    </div>
  );
}

/** The form of one act. */
export function GroupForm({
  act,
  planId,
  rows,
  onClose,
}: {
  act: GroupAct;
  planId: string;
  rows: BoardRow[];
  onClose: () => void;
}) {
  const meant = rows.filter(about[act]);
  if (act === 'files') return <FilesForm rows={meant} onClose={onClose} />;
  if (act === 'accounts') return <AccountsForm planId={planId} onClose={onClose} />;
  if (act === 'consents') return <ConsentsForm rows={meant} onClose={onClose} />;
  if (act === 'papers') return <PapersForm rows={meant} onClose={onClose} />;
  if (act === 'grades') return <GradesForm rows={meant} onClose={onClose} />;
  return (
    <AppraisalsForm rows={meant.map((row) => ({ ...row, id: row.placementId ?? '' }))} onClose={onClose} />
  );
}
