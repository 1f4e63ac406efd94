/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveOrganisation: 'The card of an organisation was changed',
  registerEnterprise: 'An enterprise registered itself',
  verifyOrganisation: 'An organisation was verified',
  succeedOrganisation: 'An organisation was closed, its successor was named',
  mergeOrganisations: 'Cards of an organisation were merged',
  undoMerge: 'A merge of cards was undone',
  importRoadTable: 'A table of roads was loaded',
  listPersons: 'The list of people was looked at',
  appoint: 'A new appointment',
  endAssignment: 'A role ended',
  invite: 'An invitation was sent',
  acceptInvitation: 'An invitation was accepted',
  listPersonDuplicates: 'Similar people were looked at',
  mergePersons: 'Cards of a person were merged',
  giveConsent: 'A consent was given',
  withdrawConsent: 'A consent was withdrawn',
};
