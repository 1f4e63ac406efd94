import { engineParams } from '../../../web/engine-params.ts';
import { useTexts } from '../../../web/text.ts';
import css from './forecast.module.css';
import type { Run } from './forecast-api.ts';

/** So many remarks of one kind stand in full; more are folded under the first. */
const FEW = 3;

function byKind(notes: Run['notes']): [string, Run['notes']][] {
  const kinds = new Map<string, Run['notes']>();
  for (const note of notes) kinds.set(note.code, [...(kinds.get(note.code) ?? []), note]);
  return [...kinds];
}

/** What the calculation rests on and what it left out, in words; and how to repeat it byte for byte. */
export function Assumptions({ run }: { run: Run }) {
  const { t, tId, num } = useTexts();
  const s = run.summary;
  return (
    <section className={css.assumptions} aria-labelledby="assumptions">
      <h2 id="assumptions">{t('forecast:screen.assumptions.title')}</h2>
      {s && (
        <p>
          {t('forecast:screen.assumptions.sample', {
            answered: s.respondents,
            effective: num(Math.round(s.effectiveSample)),
            lines: s.needLines,
          })}
        </p>
      )}
      {s && s.unmapped > 0.5 && (
        <p>{t('forecast:screen.assumptions.unmapped', { count: Math.round(s.unmapped) })}</p>
      )}
      {byKind(run.notes).map(([code, notes]) => {
        const list = (
          <ul>
            {notes.map((note) => (
              <li key={JSON.stringify(note.params ?? null)}>
                {tId(`engine-forecast:${note.code}`, engineParams(note.params))}
              </li>
            ))}
          </ul>
        );
        if (notes.length <= FEW) return <div key={code}>{list}</div>;
        const [first] = notes;
        return (
          <details key={code}>
            <summary>
              {first && tId(`engine-forecast:${code}`, engineParams(first.params))}{' '}
              {t('forecast:screen.assumptions.more', { count: notes.length - 1 })}
            </summary>
            {list}
          </details>
        );
      })}
      <details>
        <summary>{t('forecast:screen.assumptions.repeat')}</summary>
        <p className="small dim">
          {t('forecast:screen.assumptions.hashes', {
            input: run.inputHash ?? '',
            result: run.resultHash ?? '',
            seed: run.seed,
          })}
        </p>
      </details>
    </section>
  );
}
