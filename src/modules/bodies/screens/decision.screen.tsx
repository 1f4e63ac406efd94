import { useNavigate, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DoneForm } from './body-forms.tsx';

/** Where the task of a decision leads: its owner says by what it was carried out. */
export default function DecisionPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return (
    <>
      <PageHead title={t('bodies:body.markDone')} />
      <DoneForm
        decisionId={id}
        text={t('bodies:body.decision')}
        onClose={() => void navigate({ to: '/bodies' })}
      />
    </>
  );
}
