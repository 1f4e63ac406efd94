import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, REGISTERED } from '../contract.ts';
import { api, type GroupPapers, PAPERS_OF } from './paper-api.ts';
import { BOARD, PLANS, todayHere } from './practice-api.ts';

/** Gives a paper its number and day; from then on it stays as it is. */
export function RegisterForm({
  planId,
  hosts,
  onClose,
}: {
  planId: string;
  hosts: GroupPapers['hosts'];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const register = useChange(api.registerPaper, [PAPERS_OF, BOARD, PLANS]);
  const form = useForm({
    initial: { kind: 'order', hostId: '', number: '', on: todayHere() },
    schema: contract.registerPaper['~orpc'].inputSchema,
    input: ({ hostId, ...value }) => ({ planId, hostId: hostId || null, ...value }),
  });
  const labels = {
    kind: t('practice:papers.screen.what'),
    number: t('practice:papers.screen.number'),
    on: t('practice:papers.screen.on'),
  };
  return (
    <FormPanel
      title={t('practice:papers.screen.registerTitle')}
      submit={t('practice:papers.screen.register')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(register.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={REGISTERED.map((value) => ({ value, label: t(`practice:papers.kind.${value}`) }))}
      />
      {hosts.length > 1 && (
        <ChoiceInput
          {...form.field('hostId')}
          label={t('practice:papers.screen.host')}
          none={t('practice:papers.screen.allHosts')}
          choices={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextInput
        {...form.field('number')}
        label={labels.number}
        hint={t('practice:papers.screen.numberHint')}
        optional
      />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
    </FormPanel>
  );
}

/** How the organisation numbers its papers: index of its file list and a pattern. */
export function JournalForm({
  journals,
  onClose,
}: {
  journals: GroupPapers['journals'];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const save = useChange(api.saveJournal, [PAPERS_OF]);
  const [next, setNext] = useState('');
  const first = journals[0];
  const form = useForm({
    initial: {
      kind: first?.kind ?? 'order',
      fileIndex: first?.fileIndex ?? '',
      pattern: first?.pattern ?? '',
    },
    schema: contract.saveJournal['~orpc'].inputSchema,
    input: (value) => value,
  });
  const choose = (kind: string) => {
    const known = journals.find((one) => one.kind === kind);
    form.setValue({
      kind: kind as 'order',
      fileIndex: known?.fileIndex ?? '',
      pattern: known?.pattern ?? '',
    });
  };
  const labels = {
    kind: t('practice:papers.screen.what'),
    fileIndex: t('practice:papers.screen.fileIndex'),
    pattern: t('practice:papers.screen.pattern'),
  };
  return (
    <FormPanel
      title={t('practice:papers.screen.journals')}
      about={t('practice:papers.screen.journalHint')}
      submit={t('practice:papers.screen.saveJournal')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        void form.submit(async (input) => {
          const answer = await save.mutateAsync(input as never);
          setNext(answer.data.next);
          return answer;
        })
      }
    >
      <ChoiceInput
        {...form.field('kind')}
        onChange={choose}
        label={labels.kind}
        choices={journals.map(({ kind }) => ({ value: kind, label: t(`practice:papers.kind.${kind}`) }))}
      />
      <TextInput {...form.field('fileIndex')} label={labels.fileIndex} optional />
      <TextInput {...form.field('pattern')} label={labels.pattern} />
      {next && <p role="status">{t('practice:papers.screen.journalSaved', { next })}</p>}
    </FormPanel>
  );
}
