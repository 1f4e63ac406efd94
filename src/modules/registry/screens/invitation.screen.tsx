import { Link } from '@tanstack/react-router';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './registry.module.css';
import { api } from './registry-api.ts';

const schema = contract.acceptInvitation['~orpc'].inputSchema;

/** Whoever was invited sets a password; the token stands behind `#` and reaches the server by this call alone. */
export default function Invitation() {
  const { t } = useTexts();
  const accept = useChange(api.acceptInvitation);
  const form = useForm({
    initial: { password: '' },
    schema,
    input: (value) => ({ token: globalThis.location.hash.slice(1), ...value }),
  });
  const answer = accept.data?.data;
  const noToken = globalThis.location.hash.length < 2;
  const label = t('registry:accept.password');
  return (
    <div className={css.narrow}>
      <h1>{t('registry:accept.title')}</h1>
      {answer?.accepted ? (
        <div role="status">
          <p className={css.said}>{t('registry:accept.done', { email: answer.email })}</p>
          <Link to="/sign-in" className={buttonClass({ kind: 'main' })}>
            {t('registry:accept.signIn')}
          </Link>
        </div>
      ) : noToken ? (
        <p className={css.said}>{t('registry:accept.noToken')}</p>
      ) : answer ? (
        <p role="status" className={css.said}>
          {t(`registry:accept.bad.${answer.why}`)}
        </p>
      ) : (
        <FormPanel
          about={t('registry:accept.about')}
          submit={t('registry:accept.button')}
          busy={form.busy}
          problems={form.problems}
          labels={{ password: label }}
          onSubmit={() => void form.submit(accept.mutateAsync)}
        >
          <TextInput {...form.field('password')} type="password" label={label} />
        </FormPanel>
      )}
    </div>
  );
}
