import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { APPLICATIONS, api, codesIn, MY_EXPERT, type MyExpert } from './experts-api.ts';
import css from './specialists.module.css';

interface Props {
  tests: MyExpert['tests'];
  applications: NonNullable<MyExpert['card']>['applications'];
}

/** A request for the right to mark, or for its renewal, with what became of the earlier ones. */
export function ApplyPart({ tests, applications }: Props) {
  const { t } = useTexts();
  const send = useChange(api.sendApplication, [MY_EXPERT, APPLICATIONS]);
  const level = tests.find(({ passedOn }) => passedOn)?.level ?? 'expert';
  const form = useForm({
    initial: { codes: '', courseNumber: '', courseOn: '' },
    schema: contract.sendApplication['~orpc'].inputSchema,
    input: ({ codes, courseNumber, courseOn }) => ({
      regime: 'ORDER_800',
      level,
      codes: codesIn(codes),
      courseNumber: courseNumber || null,
      courseOn: courseOn || null,
    }),
  });
  const labels = {
    codes: t('specialists:screen.myExpert.codes'),
    courseNumber: t('specialists:screen.myExpert.course'),
    courseOn: t('specialists:screen.myExpert.courseOn'),
  };
  return (
    <>
      <FormPanel
        title={t('specialists:screen.myExpert.apply')}
        submit={t('specialists:screen.myExpert.send')}
        busy={form.busy}
        problems={form.problems}
        labels={labels}
        onSubmit={async () => {
          if (await form.submit(send.mutateAsync))
            form.setValue({ codes: '', courseNumber: '', courseOn: '' });
        }}
      >
        <TextInput
          {...form.field('codes')}
          label={labels.codes}
          hint={t('specialists:screen.myExpert.codesHint')}
        />
        <TextInput {...form.field('courseNumber')} label={labels.courseNumber} optional />
        <TextInput {...form.field('courseOn')} type="date" label={labels.courseOn} optional />
      </FormPanel>
      {send.isSuccess && (
        <p role="status">
          <StateMark state="done">{t('specialists:screen.myExpert.sent')}</StateMark>
        </p>
      )}
      {applications.length > 0 && (
        <ul className={css.lines}>
          {applications.map((one) => (
            <li key={one.id}>
              <span>
                {one.codes.join(', ')} <span className="dim">{one.ground}</span>
              </span>
              <StateMark
                state={one.state === 'sent' ? 'waiting' : one.state === 'granted' ? 'done' : 'blocks'}
              >
                {t(`specialists:application.${one.state}`)}
              </StateMark>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
