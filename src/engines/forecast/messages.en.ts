export default {
  issue: {
    series: {
      noCode: 'Line {{row}}: the code of the series is missing (column code). Fill it in.',
      badYear: 'Line {{row}}, series “{{code}}”: the year must be a whole number.',
      badValue:
        'Line {{row}}, series “{{code}}”, year {{year}}: the value must be a number not below zero. If there is none, leave the cell empty.',
      twoLevels: 'Line {{row}}: series “{{code}}” was seen with another level (column level). Keep one.',
      twoParents: 'Line {{row}}: series “{{code}}” was seen with another parent (column parent). Keep one.',
      twice:
        'Line {{row}}: series “{{code}}” has year {{year}} for the second time. Delete one of the lines.',
      circle: 'Series “{{code}}” is a part of itself. Correct the column parent.',
      span: 'Years from {{first}} to {{last}}: this looks like a slip in the column year.',
      parentAbsent: 'Series “{{code}}”: its parent “{{parent}}” is not in the file, so it stands alone.',
      noColumn: 'Columns are missing: {{column}}. Needed: level, code, parent, year, value.',
      notANumber: 'Line {{row}}, column {{column}}: “{{text}}” is not a number.',
      cells: 'Line {{row}}: {{cells}} cells for {{columns}} columns. Check separators and quotes.',
      empty: 'The file has no values.',
    },
    backtest: {
      badHorizons: 'Horizons “{{horizons}}” will not do: whole years from 1 to 30, separated by commas.',
      badFirstOrigin: 'First origin “{{value}}” will not do: a whole number not below 2.',
      short: 'Series “{{code}}”: {{points}} observations, at least {{need}} are needed. It is not scored.',
      noPairs: 'Level {{level}}, horizon {{h}}: the series are too short, there is nothing to compare.',
    },
    input: {
      negative:
        '{{list}}, record “{{id}}”, field {{field}}: “{{value}}” will not do, a number not below zero is needed.',
      fractional:
        '{{list}}, record “{{id}}”, field {{field}}: {{value}} is a fraction, people are counted whole.',
      share: '{{list}}, record “{{id}}”, field {{field}}: share {{value}} must lie between 0 and 1.',
      twice: '{{list}}: record “{{id}}” is there twice. Keep one.',
    },
    settings: {
      range: 'Setting {{field}}: {{value}} is outside {{low}} to {{high}}.',
    },
    line: {
      year: 'Need line “{{id}}”: year {{year}} is outside the run ({{first}}–{{last}}).',
      twoAnswers:
        'Need lines “{{id}}” and “{{other}}” are two answers of enterprise “{{enterprise}}” for occupation “{{occupation}}” in {{year}}. Keep one.',
      notCounted: 'Draft and withdrawn need lines left out: {{count}}.',
    },
    ages: {
      band: 'Ages, record “{{id}}”: limits must ascend and lie between 14 and 100.',
      year: 'Ages, record “{{id}}”: the year is after the base year ({{base}}).',
    },
    cohort: {
      destinations:
        'Cohort “{{id}}”: shares of army, further study, parental leave and moving away exceed 1.',
      zones: 'Cohort “{{id}}”: shares of work zones add up to {{sum}} instead of 1.',
      years: 'Cohort “{{id}}”: year of graduation {{graduation}} is before the year of counting {{counted}}.',
    },
    crosswalk: {
      above: 'Crosswalk of “{{from}}”: weights add up to {{sum}}, above 1. Lower them.',
    },
    margins: {
      zonesAbove:
        '{{list}}, “{{id}}”: the zones hold {{zones}} people together, the region as a whole {{total}}. Mend the total or the zones.',
    },
    population: {
      belowAnswers:
        'Stratum “{{stratum}}”: statistics say {{population}} people, answers name {{answered}}. Weight 1 is taken; check the data.',
      none: 'No employment by industry: the answers of enterprises are extended to nobody else.',
    },
    answers: {
      unlisted:
        'Stratum “{{stratum}}”: those who answered did not name the occupations of {{staff}} people (weighted); the model covers {{modelled}}.',
    },
    weight: {
      capped:
        'Stratum “{{stratum}}”: weight {{raw}} was capped at {{cap}}; the model covers the rest of its staff.',
    },
    staffing: {
      unknown:
        'Industry “{{okved}}”: staffing by occupation is unknown, {{staff}} people are not in the need.',
    },
    exit: {
      default: 'Share of leavers unknown, occupations: {{count}}. Assumed {{rate}} a year.',
    },
    band: {
      borrowed:
        'No series of their own to calibrate the band, cells: {{count}} of {{of}}. The width is borrowed.',
    },
    unknown: {
      occupation: 'Occupation “{{occupation}}” is not in the list. It is counted and shown as it is.',
      programme: 'Programme “{{programme}}” is not in the list. It is counted and shown as it is.',
    },
    verify: {
      hash: 'The hash of the input differs from the recorded one: {{hash}}.',
      differs: '{{what}} does not add up, {{where}}: {{got}} instead of {{want}}.',
    },
  },
  backtest: {
    usage:
      'rostok backtest SERIES.csv [--horizons 4,7,10] [--first-origin 10] [--json FILE]\nChecks the forecast on the past: series level,code,parent,year,value.',
    noFile: 'Name the file of series. {{usage}}',
    badOption: 'Options not understood: {{why}}. {{usage}}',
    cannotRead: 'Could not read {{file}}: {{why}}.',
    cannotWrite: 'Could not write {{file}}: {{why}}.',
    refused: 'File {{file}} was not accepted, faults: {{count}}.',
    moreIssues: '… and {{count}} more.',
    head: 'Series: {{series}}, years {{first}}–{{last}}, pairs of forecast and fact a method: {{pairs}}.',
    notes: 'Notes: {{count}}.',
    written: 'Written to {{file}}.',
    column: {
      level: 'level',
      h: 'years',
      method: 'method',
      wape: 'WAPE, %',
      mase: 'MASE',
      direction: 'sign, %',
      bias: 'bias, %',
      coverage80: 'inside 80 %',
      width80: 'width, %',
      n: 'pairs',
    },
    method: { naive: 'no change', drift: 'drift', damped: 'damped drift', ours: 'Rostok' },
  },
};
