import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { AgreementForm } from './agreement-form.tsx';

export default function NewAgreement() {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title={t('agreements:form.newTitle')}
        crumbs={[
          { title: t('agreements:list.title'), to: '/agreements' },
          { title: t('agreements:form.newTitle') },
        ]}
      />
      <AgreementForm
        onClose={() => void navigate({ to: '/agreements' })}
        onSaved={(id) => void navigate({ to: `/agreements/${id}` })}
      />
    </>
  );
}
