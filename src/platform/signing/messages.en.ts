export default {
  error: {
    futureDate: 'The day of the signature, {{day, date}}, has not come yet. Give the day it was signed.',
    certificateTerm:
      'The certificate is valid from {{validFrom, date}} to {{validTo, date}}, the signature is of {{day, date}}. Attach a signature with a valid certificate.',
    alreadySigned:
      '{{name}} has already signed this version of the document. There is no need to sign twice.',
  },
  rule: {
    'two-persons':
      'You prepared this, so somebody else has to approve it. Hand the decision to a colleague who may approve.',
    'two-persons.named':
      'The same person ({{name}}) prepared and approves. Hand the decision to another colleague who may approve.',
    'two-persons.preparerUnknown':
      'It is not known who prepared this, so it cannot be approved. Prepare it again under your own account.',
    'two-persons.notAPerson':
      'A person approves, not a program. Sign in under your own account and try again.',
    'simple-signature.linkAlone':
      'A link alone is no signature: it lets you only acknowledge or agree provisionally. Sign on paper and attach the scan, or first make an agreement on simple e-signature.',
    'simple-signature':
      'There is no agreement on simple e-signature in force between the parties. Sign on paper and attach the scan, or make the agreement first.',
    'signer-authority':
      'Say by right of what the person signs for the organisation: its charter or a power of attorney, with number and term.',
    'signer-authority.ended':
      'The signer’s authority ended on {{until, date}}, the signature is of {{day, date}}. Give another power of attorney or another signer.',
  },
  ruleTitle: {
    'two-persons': 'Whoever prepared it does not approve it',
    'simple-signature': 'A simple e-signature holds only under an agreement of the parties',
    'signer-authority': 'An organisation is bound by whoever has the authority, within its term',
  },
  ruleSource: {
    'two-persons': 'the way this system works',
    'simple-signature': 'Federal law 63-FZ of 6 April 2011, art. 6 and 9',
    'signer-authority': 'Civil Code of the Russian Federation, art. 53, 182, 185',
  },
  kind: { paper: 'on paper', simple: 'simple electronic', qualified: 'qualified electronic' },
  mark: { acknowledged: 'Acknowledged', agreedProvisionally: 'Agreed provisionally' },
  standing: {
    valid: 'signed',
    unchecked: 'signature not yet checked',
    invalid: 'signature invalid',
    otherVersion: 'another version was signed',
    withdrawn: 'signature withdrawn',
  },
  mine: {
    title: 'Your signatures',
    basis: 'the document you signed',
    purpose: 'so that it is seen who signed a document, and when',
    signedOn: 'Day of signature',
    kind: 'Kind of signature',
    document: 'Document',
    authority: 'Authority',
  },
};
