// What rule files and forms import: no database, runs in the browser.
export { type AnyRule, defineRule, isRule, type Rule } from './define-rule.ts';
export { judge, judgeAny } from './judge.ts';
export { allRules, chooseVersion, pinnedRule, ruleOn, rulesOn } from './rule-book.ts';
export { TRUST, type Trust } from './trust.ts';
export { conditional, type Finding, ok, type Params, refused, type Verdict } from './verdict.ts';
