/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveBody: 'The card of a council or commission was changed',
  listPeople: 'The list of people for a body was looked at',
  addMember: 'A member joined a council or commission',
  endMember: 'A member left a council or commission',
  planMeeting: 'A meeting was planned',
  saveMeeting: 'The course of a meeting was written down',
  moveMeeting: 'The state of a meeting was changed',
  signMinutes: 'The minutes of a meeting were signed',
  doneDecision: 'A decision was carried out',
};
