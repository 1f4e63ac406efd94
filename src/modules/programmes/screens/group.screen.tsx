import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { GroupCells } from '../../../web/widgets/cells.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { Origin } from '../../../web/widgets/origin.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { GraduateForm } from './graduate-form.tsx';
import { GroupWaits } from './group-waits.tsx';
import { LoadForm } from './load-form.tsx';
import css from './programmes.module.css';
import { api, GROUPS, type GroupCard } from './programmes-api.ts';
import { StudentsTable } from './students-table.tsx';
import { TeachingTable } from './teaching-table.tsx';

function Cells({ group }: { group: GroupCard }) {
  const { t } = useTexts();
  const { studying, onLeave, lost, graduated } = group;
  const all = studying + onLeave + lost + graduated;
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('programmes:screen.group.courseOf', { course: group.course })}</h2>
      <GroupCells
        label={t('programmes:screen.group.cells')}
        runs={[
          { kind: 'full', count: studying, label: t('programmes:screen.group.runStudying') },
          { kind: 'full', count: graduated, label: t('programmes:screen.group.runGraduated') },
          { kind: 'half', count: onLeave, label: t('programmes:screen.group.runLeave') },
          { kind: 'none', count: lost, label: t('programmes:screen.group.runLost') },
        ]}
      />
      <Origin
        short={t('programmes:screen.group.fromOrders')}
        facts={{
          nodes: [
            {
              count: all,
              noun: t('programmes:screen.contingent.nounStudents', { count: all }),
              source: t('programmes:screen.group.nounOrders'),
            },
          ],
        }}
      />
    </section>
  );
}

/** One group: its cells, what waits, its students and who teaches it. */
export default function GroupPage() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [open, setOpen] = useState<'enrol' | 'load' | 'graduate' | null>(null);
  const [tab, setTab] = useState<'students' | 'teaching'>('students');
  const read = useRead(GROUPS, api.getGroup, { id });
  if (read.isError)
    return <EmptyState title={t('programmes:screen.group.title')} text={read.error.message} />;
  if (!read.data) return null;
  const { data: group, can } = read.data;
  const close = () => setOpen(null);
  const shows = (one: 'students' | 'teaching') => ({
    'aria-pressed': tab === one,
    onClick: () => setTab(one),
  });
  return (
    <>
      <PageHead
        crumbs={[{ title: t('programmes:screen.group.title'), to: '/groups' }, { title: group.code }]}
        title={t('programmes:screen.group.one', { code: group.code })}
        about={`${group.programmeCode} ${group.programmeName}, ${t('programmes:screen.base', { base: group.base })}`}
        actions={
          open === null && (
            <>
              {can.graduate && (
                <Button onClick={() => setOpen('graduate')}>{t('programmes:screen.group.graduate')}</Button>
              )}
              {can.assign && (
                <Button onClick={() => setOpen('load')}>{t('programmes:screen.group.assign')}</Button>
              )}
              {can.enrol && (
                <Button kind="main" icon="plus" onClick={() => setOpen('enrol')}>
                  {t('programmes:screen.group.enrol')}
                </Button>
              )}
            </>
          )
        }
      />
      {open === 'enrol' && <EnrolForm group={group} onClose={close} />}
      {open === 'graduate' && <GraduateForm group={group} onClose={close} />}
      {open === 'load' && <LoadForm group={group} onClose={close} />}
      <div className={css.pair}>
        <Cells group={group} />
        <GroupWaits group={group} />
      </div>
      <div className={css.tabs}>
        <button type="button" {...shows('students')}>
          {t('programmes:screen.group.students')}{' '}
          <span className="dim num">{group.studying + group.onLeave}</span>
        </button>
        <button type="button" {...shows('teaching')}>
          {t('programmes:screen.group.teaching')} <span className="dim num">{group.teaching.length}</span>
        </button>
      </div>
      {tab === 'students' ? (
        <StudentsTable group={group} opens={can.openStudent === true} />
      ) : (
        <TeachingTable group={group} mayEnd={can.assign === true} />
      )}
    </>
  );
}
