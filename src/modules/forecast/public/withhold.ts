// the rule of publication stands on the floor of the need lines: surveys and district sheets obey it too
export { type Limits, type PublicCell, tells, withhold } from '../../needs/index.ts';
