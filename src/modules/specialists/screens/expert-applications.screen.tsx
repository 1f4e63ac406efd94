import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { APPLICATIONS, type Application, api, EXPERTS } from './experts-api.ts';
import css from './specialists.module.css';
import { TestForm } from './test-form.tsx';

function Refusal({ one, onClose }: { one: Application; onClose: () => void }) {
  const { t } = useTexts();
  const decide = useChange(api.decideApplication, [APPLICATIONS, EXPERTS]);
  const form = useForm({
    initial: { ground: '' },
    schema: contract.decideApplication['~orpc'].inputSchema,
    input: ({ ground }) => ({ id: one.id, grant: false, ground: ground || null }),
  });
  return (
    <FormPanel
      title={one.name}
      submit={t('specialists:screen.applications.refuse')}
      busy={form.busy}
      problems={form.problems}
      labels={{ ground: t('specialists:screen.applications.ground') }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(decide.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('ground')} label={t('specialists:screen.applications.ground')} />
    </FormPanel>
  );
}

/** Requests for rights: those that wait stand first. */
export default function ExpertApplications() {
  const { t } = useTexts();
  const [refusing, setRefusing] = useState<Application | null>(null);
  const [testing, setTesting] = useState(false);
  const read = useRead(APPLICATIONS, api.listApplications, {});
  const decide = useChange(api.decideApplication, [APPLICATIONS, EXPERTS]);
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('specialists:screen.experts.title'), to: '/experts' },
          { title: t('specialists:screen.applications.table') },
        ]}
        title={t('specialists:screen.applications.title')}
        about={t('specialists:screen.applications.about')}
        actions={
          read.data?.can.decide &&
          !testing && (
            <Button icon="plus" onClick={() => setTesting(true)}>
              {t('specialists:screen.testForm.open')}
            </Button>
          )
        }
      />
      {testing && <TestForm onClose={() => setTesting(false)} />}
      {refusing && <Refusal one={refusing} onClose={() => setRefusing(null)} />}
      {decide.error && (
        <p role="alert">
          <StateMark state="blocks">{decide.error.message}</StateMark>
        </p>
      )}
      <DataTable
        id="expert-applications"
        title={t('specialists:screen.applications.table')}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        problem={(row) => Number(row.state === 'sent')}
        empty={t('specialists:screen.applications.empty')}
        columns={[
          {
            id: 'who',
            title: t('specialists:screen.applications.who'),
            value: (row) => row.name,
            names: true,
            filter: 'text',
          },
          {
            id: 'what',
            title: t('specialists:screen.applications.what'),
            value: (row) =>
              `${t(`specialists:screen.applications.kind.${row.kind}`)}: ${t(`specialists:level.${row.level}`)}, ${row.codes.join(', ')}`,
            card: 'wide',
          },
          {
            id: 'course',
            title: t('specialists:screen.applications.course'),
            value: (row) => row.courseNumber,
            quiet: true,
          },
          {
            id: 'test',
            title: t('specialists:screen.applications.test'),
            value: (row) => row.testPassedOn,
            cell: (row) =>
              row.testPassedOn ? (
                <DateText value={row.testPassedOn} />
              ) : (
                <span className="dim">{t('specialists:screen.applications.noTest')}</span>
              ),
          },
          {
            id: 'sent',
            title: t('specialists:screen.applications.sent'),
            value: (row) => row.sentOn,
            cell: (row) => <DateText value={row.sentOn} />,
          },
          {
            id: 'state',
            title: t('specialists:screen.applications.state'),
            value: (row) => t(`specialists:application.${row.state}`),
            cell: (row) =>
              row.state === 'sent' ? (
                <span className={css.acts}>
                  <Button
                    size="s"
                    busy={decide.isPending}
                    onClick={() => decide.mutate({ id: row.id, grant: true })}
                  >
                    {t('specialists:screen.applications.grant')}
                  </Button>
                  <Button size="s" onClick={() => setRefusing(row)}>
                    {t('specialists:screen.applications.refuse')}
                  </Button>
                </span>
              ) : (
                <span className="dim">{t(`specialists:application.${row.state}`)}</span>
              ),
            filter: 'choice',
            card: 'wide',
          },
        ]}
      />
    </>
  );
}
