import type { TrainingOrderData } from '../../papers/training-order.ts';
import type { ComputedPlan } from '../compute/compute-plan.ts';
import { explanationsForPaper } from './explanations.ts';
import type { Names } from './names.ts';
import { comparedCells, comparisonTitles, proofSentences, unmappedSentence } from './report.ts';
import type { Summary } from './summary.ts';
import { textsOf } from './texts.ts';

const SHOWN_ASSUMPTIONS = 16;

/** The plan as the fields of the training order's paper. Papers are Russian whatever the language of the answer. */
export function paperData(plan: ComputedPlan, names: Names, summary: Summary): TrainingOrderData {
  const texts = textsOf('ru');
  const { t } = texts;
  const { instance, changes, folder, order } = plan;
  const programmes = new Map(instance.programmes.map((it) => [it.id, it]));
  const assumptions = [...folder.region.assumptions, ...plan.assumptions.map((it) => t(it.id, it.params))];
  const rest = assumptions.length - SHOWN_ASSUMPTIONS;
  return {
    year: instance.decisionYear,
    date: null,
    number: null,
    place: '',
    body: '',
    region: folder.region.name,
    trial: folder.region.trial,
    lead: folder.region.trial ? [unmappedSentence(summary, texts)] : [],
    signerPost: t('paper.signerPost'),
    signerName: '',
    lines: changes
      .filter((it) => it.now + it.before > 0)
      .flatMap(({ college, programme, before, now }) => {
        const found = programmes.get(programme);
        if (!found) return [];
        const { code, name, base, form } = found;
        return [
          {
            code,
            name,
            base,
            form,
            college: names.college(college),
            seats: Math.round(now),
            lastYear: before,
            reason: null,
          },
        ];
      }),
    certificate: { proved: order.certificate.final.proved, fingerprint: order.certificate.fingerprint },
    notes: [],
    annexes: [
      {
        title: t('paper.why'),
        paragraphs: [t('paper.whyIntro')],
        groups: explanationsForPaper(plan, names, texts).map(({ title, sentences }) => ({
          title,
          items: sentences,
        })),
      },
      {
        title: t('paper.proof'),
        paragraphs: [...proofSentences(summary, texts), t('paper.check')],
        table: {
          titles: comparisonTitles(texts),
          rows: summary.order.comparison.map((it) => comparedCells(it, texts)),
        },
      },
      {
        title: t('paper.assumptions'),
        paragraphs: [unmappedSentence(summary, texts)],
        groups: [
          {
            title: '',
            items: [
              ...assumptions.slice(0, SHOWN_ASSUMPTIONS),
              ...(rest > 0 ? [t('paper.more', { count: rest })] : []),
            ],
          },
        ],
      },
    ],
  };
}
