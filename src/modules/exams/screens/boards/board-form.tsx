import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { type Problems, problemsFromServer } from '../../../../web/widgets/form.tsx';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { api, SESSION, SESSIONS } from '../exams-api.ts';
import { BOARDS, type Board, todayHere } from '../rooms-api.ts';
import { CollegeChoice } from './college-choice.tsx';
import { type Member, MemberList } from './member-list.tsx';

interface Props {
  board: Board | null;
  /** Whether the actor acts for any college, and so names one. */
  choose: boolean;
  onClose: () => void;
}

/** The whole composition for a year with its paper: roles follow from it. */
export function BoardForm({ board, choose, onClose }: Props) {
  const { t } = useTexts();
  const save = useChange(api.saveBoard, [BOARDS, SESSION, SESSIONS]);
  const [organisationId, setOrganisation] = useState(board?.organisationId ?? '');
  const [kind, setKind] = useState<Board['kind']>(board?.kind ?? 'board');
  const [year, setYear] = useState(String(board?.year ?? Number(todayHere().slice(0, 4)) + 1));
  const [number, setNumber] = useState(board?.number ?? '');
  const [approvedOn, setApproved] = useState(board?.approvedOn ?? '');
  const [members, setMembers] = useState<Member[]>(
    board?.members.map(({ personId, name, post }) => ({ personId, name, post })) ?? [],
  );
  const [problems, setProblems] = useState<Problems>({});
  const labels = {
    organisationId: t('exams:rooms.boards.college'),
    year: t('exams:rooms.boards.year'),
    number: t('exams:rooms.boards.number'),
    approvedOn: t('exams:rooms.boards.approvedOn'),
    members: t('exams:rooms.boards.members'),
  };
  const submit = async () => {
    try {
      await save.mutateAsync({
        ...(choose ? { organisationId } : {}),
        kind,
        year: Number(year),
        number: number || null,
        approvedOn: approvedOn || null,
        members: members.map(({ personId, post }) => ({ personId, post })),
      });
      onClose();
    } catch (error) {
      setProblems(problemsFromServer(error, t('web:form.notSaved')));
    }
  };
  const lacks = members.length === 0 ? t('exams:rooms.boards.none') : undefined;
  return (
    <FormPanel
      title={t('exams:rooms.boards.formTitle')}
      about={t('exams:rooms.boards.roles')}
      submit={t('exams:rooms.boards.save')}
      busy={save.isPending}
      {...(lacks ? { blocked: lacks } : {})}
      problems={problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {choose && !board && (
        <CollegeChoice
          name="organisationId"
          label={labels.organisationId}
          value={organisationId}
          onChange={setOrganisation}
          error={problems.organisationId}
        />
      )}
      <ChoiceInput
        name="kind"
        label={t('exams:rooms.boards.body')}
        value={kind}
        onChange={(value) => setKind(value === 'appeal' ? 'appeal' : 'board')}
        choices={(['board', 'appeal'] as const)
          .filter((one) => !board || one === board.kind)
          .map((value) => ({ value, label: t(`exams:rooms.boards.kind.${value}`) }))}
      />
      <TextInput
        name="year"
        inputMode="numeric"
        label={labels.year}
        value={year}
        onChange={setYear}
        error={problems.year}
      />
      <TextInput
        name="number"
        label={labels.number}
        {...(kind === 'board' ? { hint: t('exams:rooms.boards.numberHint') } : {})}
        value={number}
        onChange={setNumber}
        error={problems.number}
        optional
      />
      <TextInput
        name="approvedOn"
        type="date"
        label={labels.approvedOn}
        value={approvedOn}
        onChange={setApproved}
        error={problems.approvedOn}
        optional
      />
      <MemberList members={members} onChange={setMembers} error={problems.members} />
    </FormPanel>
  );
}
