import { useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { KeyNumbers } from '../../../../web/widgets/key-numbers.tsx';
import css from '../practice.module.css';
import { api, SHARE } from '../practice-api.ts';

/** Whether mentors answer while they still come to the portal: of the school year, nobody by name. */
export function AppraisalShare() {
  const { t } = useTexts();
  const share = useRead(SHARE, api.appraisalShare, {}).data?.data;
  if (!share || share.asked === 0) return null;
  const { asked, answered, inTime, since } = share;
  const source = t('practice:group.share.origin', { since });
  const origin = (count: number) => ({
    short: source,
    facts: {
      nodes: [
        {
          count,
          noun: t('practice:group.share.answered', { count }),
          source: t('practice:group.share.sheets'),
        },
        {
          count: asked,
          noun: t('practice:group.share.asked', { count: asked }),
          source: t('practice:group.share.asks'),
        },
      ],
    },
  });
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('practice:group.share.label'),
            value: t('practice:group.share.value', { answered, asked }),
            origin: origin(answered),
          },
          {
            label: t('practice:group.share.inTime'),
            value: t('practice:group.share.value', { answered: inTime, asked: answered }),
            origin: origin(inTime),
          },
        ]}
      />
    </div>
  );
}
