interface Words<T extends Record<string, string>> {
  ruleTitle: T;
  ruleSource: { DE20: string; ORDER_800: string; own: string };
}

/** Where a rule comes from: all of one regime rest on one act. */
export const sourcesOf = <T extends Record<string, string>>({ ruleTitle, ruleSource }: Words<T>) =>
  Object.fromEntries(
    Object.keys(ruleTitle).map((id) => [
      id,
      id.startsWith('DE20') ? ruleSource.DE20 : id.startsWith('DE-') ? ruleSource.ORDER_800 : ruleSource.own,
    ]),
  ) as { [K in keyof T]: string };
