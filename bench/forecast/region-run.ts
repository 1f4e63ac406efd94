// Time and memory of one run on a generated region. Usage: tsx bench/forecast/region-run.ts [enterprises]
import { canonicalJson } from '../../src/engines/forecast/canonical-json.ts';
import { normalizeInput, runForecast } from '../../src/engines/forecast/run-forecast.ts';
import { seeded } from '../../src/engines/forecast/series/testing.ts';
import { cohort, emptyInput, line } from '../../src/engines/forecast/testing.ts';
import { verifyForecast } from '../../src/engines/forecast/verify-forecast.ts';

const enterprises = Number(process.argv[2] ?? 3000);
const random = seeded(2026);
const whole = (n: number): number => Math.floor(random() * n);
const zones = Array.from({ length: 20 }, (_, k) => `Z${k}`);
const okveds = Array.from({ length: 40 }, (_, k) => `${k + 10}`);
const occupations = Array.from({ length: 400 }, (_, k) => `occ${k}`);
const programmes = Array.from({ length: 250 }, (_, k) => `prog${k}`);
const sizes = ['1-15', '16-100', '101-250', '251+'];
const input = emptyInput();

for (let e = 0; e < enterprises; e++) {
  const okved = okveds[whole(40)]!;
  const place = { enterpriseId: `E${e}`, okved, sizeClass: sizes[whole(4)]!, zone: zones[whole(20)]! };
  for (let k = 0; k < 8; k++) {
    // Trades of an industry cluster, as they do in life.
    const occupation = occupations[(okveds.indexOf(okved) * 10 + k * (1 + whole(3))) % 400]!;
    if (
      input.needLines.at(-1)?.enterpriseId === place.enterpriseId &&
      input.needLines.some(
        (l, i) =>
          i > input.needLines.length - 17 &&
          l.enterpriseId === place.enterpriseId &&
          l.occupation === occupation,
      )
    )
      continue;
    const before = 1 + whole(60);
    for (const year of [2027, 2028]) {
      const plans = { headcountBefore: year === 2027 ? before : null, headcountPlan: before + whole(5) - 1 };
      input.needLines.push(
        line({ ...place, ...plans, id: `L${e}-${k}-${year}`, occupation, year, leavers: null }),
      );
    }
  }
}
for (const okved of okveds) {
  for (const zone of zones) {
    for (const sizeClass of sizes)
      input.population.push({ okved, sizeClass, zone, headcount: 20 + whole(300) });
    let level = 500 + whole(3000);
    for (let year = 2005; year <= 2026; year++) {
      level *= 1 + 0.06 * (random() - 0.5);
      input.industrySeries.push({ okved, zone, year, headcount: level });
    }
  }
  for (let k = 0; k < 20; k++)
    for (const year of [2022, 2026])
      input.staffing.push({
        okved,
        occupation: occupations[(Number(okved) * 10 + k) % 400]!,
        year,
        headcount: 1 + whole(500),
      });
}
for (let c = 0; c < 1600; c++) {
  const shares = {
    dropoutPerYear: 0.05,
    graduateShare: 0.97,
    army: 0.25,
    furtherStudy: 0.1,
    armyReturn: 0.9,
    inField: 0.7,
  };
  input.cohorts.push(
    cohort({
      ...shares,
      id: `c${c}`,
      programme: programmes[whole(250)]!,
      college: `C${whole(60)}`,
      zone: zones[whole(20)]!,
      graduationYear: 2027 + whole(4),
      students: 15 + whole(15),
    }),
  );
}
occupations.forEach((from, k) => {
  input.occupations.push({ id: from, fallback: [] });
  for (let j = 0; j < 3; j++)
    input.crosswalk.push({
      id: `x${k}-${j}`,
      from,
      programme: programmes[(k * 5 + j * 7) % 250]!,
      weight: 0.3,
    });
});
for (const id of programmes)
  input.programmes.push({
    id,
    lengthMonths: 34,
    retention: 0.85,
    army: 0.2,
    furtherStudy: 0.1,
    parental: 0.02,
    inField: 0.7,
  });

const started = performance.now();
const result = runForecast(input);
const ran = performance.now();
const issues = verifyForecast(result, input, canonicalJson(normalizeInput(input)));
const verified = performance.now();
const parts = result.needs.reduce((a, c) => a + c.trace.length, 0);
console.log(
  `${input.needLines.length} need lines, ${input.industrySeries.length} points, ${result.needs.length} cells, ${parts} trace parts`,
);
console.log(
  `run ${((ran - started) / 1000).toFixed(2)} s, verify ${((verified - ran) / 1000).toFixed(2)} s (${issues.length} faults), peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
