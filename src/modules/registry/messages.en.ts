export default {
  rule: {
    inn: 'The check digit of the INN does not fit. Look for a slip: 10 digits for an organisation, 12 for an entrepreneur.',
    kpp: 'A KPP has nine signs, for example 434501001.',
    ogrn: 'The check digit of the OGRN does not fit. Look for a slip: 13 digits, 15 for an entrepreneur.',
    okved: 'An OKVED code is written 25, 25.6 or 25.62.',
  },
  error: {
    addElsewhere:
      'New organisations are added by an authority. Your enterprise is already there: open its card.',
    kindFixed: 'The kind of an organisation is changed by an authority.',
    innTaken: 'There is already an organisation with INN {{inn, plain}} and this KPP. Find it in the list.',
    cyclicSuccession:
      'That would make a circle: this organisation would become the successor of its own successor.',
    mayNotAppoint: 'Your role does not appoint to this role. The help page shows who appoints whom.',
    roleElsewhere: 'Organisations of this kind do not have this role. Choose another organisation.',
    alreadyAppointed: 'This person already holds this role on these days.',
    endsBeforeStart: 'The last day is before the first.',
    mergeSelf: 'Choose two different records.',
    alreadyMerged: 'One of the records is already merged.',
    unknownPlaces:
      'Unknown codes of municipalities: {{codes}}. Nothing was stored; mend the codes and load again.',
    unknownPurpose: 'There is no such purpose.',
    consentNotNeeded: 'This purpose needs no consent: its basis is law or contract.',
    consentTextChanged: 'The text of the consent has changed. Read the new one and decide again.',
  },
};
