import { useNavigate, useSearch } from '@tanstack/react-router';
import { apiOf, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton, PrintFoot } from '../../../web/widgets/print-button.tsx';
import { contract as registry } from '../../registry/contract.ts';
import css from './district.module.css';
import { DistrictSheet } from './district-sheet.tsx';
import { api, ORDER } from './order-api.ts';

const places = apiOf(registry);

/** One district on one sheet, made to be printed and carried to a meeting. */
export default function DistrictPage() {
  const { t, date } = useTexts();
  const navigate = useNavigate();
  const { rights, assignment } = useSession();
  const { place = '' } = useSearch({ strict: false }) as { place?: string };
  const any = rights['order.district.read'] === 'all';
  const asked = any ? place || assignment?.municipality || '' : '';
  const list = useRead(['registry', 'municipalities'], places.listMunicipalities, {}, { enabled: any });
  const read = useRead([...ORDER, 'district'], api.districtSheet, asked ? { municipalityId: asked } : {}, {
    enabled: !any || asked !== '',
    retry: false,
  });
  const data = read.data?.data;
  const choices = [...(list.data?.data.rows ?? [])]
    .sort((a, b) => a.name.localeCompare(b.name, 'ru'))
    .map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      <PageHead
        title={data?.municipality.name ?? t('order:screen.district.title')}
        about={
          data &&
          t(data.municipality.isRural ? 'order:screen.district.rural' : 'order:screen.district.urban', {
            zone: data.municipality.zone,
          })
        }
        actions={data && <PrintButton />}
      />
      {any && (
        <div className={`no-print ${css.pick}`}>
          <ChoiceInput
            name="place"
            label={t('order:screen.district.choose')}
            none={t('order:screen.compare.choose')}
            value={asked}
            onChange={(value) => void navigate({ to: '.', search: { place: value } as never, replace: true })}
            choices={choices}
          />
        </div>
      )}
      {data && (
        <div className={css.paper}>
          <DistrictSheet sheet={data} />
        </div>
      )}
      {data && (
        <PrintFoot>
          {t('order:screen.district.foot', {
            name: data.municipality.name,
            at: date(new Date().toISOString(), 'long'),
          })}
        </PrintFoot>
      )}
      {read.isError && <EmptyState level={2} text={read.error.message} />}
    </>
  );
}
