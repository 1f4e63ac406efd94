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
