import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num, Range } from '../../../web/widgets/num.tsx';
import type { OriginFacts } from '../../../web/widgets/stem.tsx';
import { api, type Run, tens } from './forecast-api.ts';
import { traceFacts } from './trace-origin.tsx';

/** The few numbers of a calculation, each with its parts. */
export function RunNumbers({ run }: { run: Run }) {
  const texts = useTexts();
  const { t, interval } = texts;
  const s = run.summary;
  if (!s) return null;
  const [first = 0] = s.years;
  const last = s.years.at(-1) ?? first;
  const people = (count: number) => t('forecast:screen.noun.people', { count: tens(count) });
  const part = (count: number, source: string) => ({ count: tens(count), noun: people(count), source });
  const supply: OriginFacts = {
    nodes: [{ ...part(s.pipeline, t('forecast:screen.origin.pipeline')), to: '/balance' }],
  };
  const staff: OriginFacts = {
    nodes: [
      part(s.headcount, t('forecast:screen.origin.headcount', { year: String(first) })),
      {
        count: s.respondents,
        noun: t('forecast:screen.noun.enterprises', { count: s.respondents }),
        source: t('forecast:screen.origin.answered'),
      },
    ],
  };
  const parts: OriginFacts = {
    nodes: [
      part(s.expansion + s.project, t('forecast:screen.origin.expansion')),
      part(s.replacement, t('forecast:screen.origin.replacement')),
      part(s.backlog, t('forecast:screen.origin.backlog')),
    ],
  };
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('forecast:screen.number.need', { years: `${first}–${last}` }),
          value: <Num value={tens(s.need)} />,
          aside: <Range low={tens(s.low)} high={tens(s.high)} />,
          origin: {
            short: t('forecast:screen.count.enterprises', { count: s.enterprises }),
            facts: async () => traceFacts((await api.traceCell({ run: run.id })).data, texts),
          },
        },
        {
          label: t('forecast:screen.number.replacement'),
          value: <Num value={tens(s.replacement)} />,
          origin: {
            short: t('forecast:screen.origin.growth', { count: tens(s.expansion + s.project) }),
            facts: parts,
          },
        },
        {
          label: t('forecast:screen.number.supply'),
          value: <Num value={tens(s.pipeline)} />,
          origin: { short: t('forecast:screen.origin.colleges'), facts: supply },
        },
        {
          label: t('forecast:screen.number.headcount', { year: String(first) }),
          value: <Num value={tens(s.headcount)} />,
          origin: {
            short: t('forecast:screen.origin.range', {
              range: interval(first, last).replaceAll('\u2009', ''),
            }),
            facts: staff,
          },
        },
      ]}
    />
  );
}
