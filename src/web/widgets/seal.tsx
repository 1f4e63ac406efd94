import css from './certificate-strip.module.css';

const SEEDS = 89;
const GOLDEN = (137.508 * Math.PI) / 180;

/** Bits of a hexadecimal hash, first digit first; repeated when the hash is shorter than the seeds. */
export function sealBits(hash: string): boolean[] {
  const digits = [...hash.toLowerCase()].map((c) => Number.parseInt(c, 16)).filter((d) => !Number.isNaN(d));
  if (digits.length === 0) return new Array<boolean>(SEEDS).fill(false);
  return Array.from({ length: SEEDS }, (_, i) => {
    const digit = digits[Math.floor(i / 4) % digits.length] ?? 0;
    return ((digit >> (3 - (i % 4))) & 1) === 1;
  });
}

/** Seeds on a golden-angle spiral, lit by the hash: another plan, another seal. */
export function Seal({ hash, size = 52, label }: { hash: string | null; size?: number; label: string }) {
  const bits = hash ? sealBits(hash) : [];
  return (
    <svg className={css.seal} width={size} height={size} viewBox="0 0 64 64" role="img" aria-label={label}>
      <circle
        cx={32}
        cy={32}
        r={30.5}
        fill="none"
        stroke="var(--accent-line)"
        strokeDasharray={hash ? undefined : '3 3'}
      />
      {bits.map((lit, i) => {
        const far = 2.74 * Math.sqrt(i + 0.5);
        const grow = 0.5625 + i * 0.00288;
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a seed is its place on the spiral
            key={i}
            cx={32 + far * Math.cos(i * GOLDEN)}
            cy={32 + far * Math.sin(i * GOLDEN)}
            r={(lit ? 1.8 : 1) * grow}
            fill={lit ? 'var(--accent)' : 'var(--accent-line)'}
          />
        );
      })}
    </svg>
  );
}
