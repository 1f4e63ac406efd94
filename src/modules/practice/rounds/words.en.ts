import { deskWords } from './words-desk.en.ts';
import { openWords } from './words-open.en.ts';

/** Words of distributions. */
export const roundWords = {
  round: {
    job: 'Distribution “{{title}}”',
    step: {
      reading: 'Reading the lists',
      computing: 'Computing and checking',
      left: 'Looking for places for those left over: {{count}}',
      saving: 'Saving',
      judging: 'Checking the rules',
      placing: 'Taking the places: {{placed}} of {{all}}',
    },
    jobPublish: 'Publishing “{{title}}”',
    jobTell: 'Letters and tasks of the distribution “{{title}}”',
    rule: {
      'student-optimal': 'The best place students can hold by their lists',
      'place-optimal': 'The best students by the order of enterprises',
      'place-more': 'More students with a place',
      'best-ranks': 'Most with a place, and nearest the top of lists',
    },
    ruleAbout: {
      'student-optimal': 'Everyone gets the best place they can hold. An honest order always pays.',
      'place-optimal': 'Enterprises choose first. An honest list may not pay for a student.',
      'place-more':
        'Equals give way to those whom everybody refused. More places are taken, but an honest list may not pay.',
      'best-ranks':
        'The order of enterprises is not looked at: what counts is how many have a place and the sum of positions in lists. An honest list may not pay.',
    },
    policy: {
      stable: 'Move by the same rule: a place that falls free goes to the next',
      frozen: 'Move nobody: only free places, to those left without one',
    },
    class: {
      access: 'first those who need an accessible place',
      district: 'first those who live in the enterprise’s district',
      distance: 'first those who live nearer: up to {{bands}} km',
    },
    classShort: { access: 'access', district: 'own district', distance: 'nearness' },
    pin: { target: 'target contract', own: 'own find', named: 'named by the college' },
    findState: {
      proposed: 'waits for the college',
      confirmed: 'the college agrees',
      declined: 'declined',
      withdrawn: 'withdrawn',
    },
    move: {
      better: 'to a place higher in the list',
      worse: 'to a place lower in the list',
      lost: 'left without a place',
      got: 'gets a place',
      left: 'has left',
    },
    task: {
      rank: 'Choose practice places: “{{title}}”',
      rankAct: 'Choose places',
      confirm: 'A practice place was found: “{{title}}”. Do you take it?',
      confirmAct: 'Answer',
      noPlace: 'The distribution “{{title}}” is published. No place yet',
      noPlaceAct: 'See why',
      college: 'The distribution “{{title}}” is published. With a place {{placed}}, without {{left}}',
      collegeAct: 'See the students',
      find: 'A student has found an enterprise: {{enterprise}}',
      findAct: 'Answer the student',
      findAnswered: 'The college has answered about the enterprise you found',
      findAnsweredAct: 'See the answer',
    },
    letter: {
      rankSubject: 'Choose practice places',
      rankBody:
        'Good day.\n\nPlaces can be chosen now: “{{title}}”. Put them in order on the portal by {{freezesOn, date}}. The order is read from the top, and under the usual rule the honest order always pays.\n',
      resultSubject: 'The distribution is published',
      resultBody:
        'Good day.\n\nThe distribution “{{title}}” is published. Your result and the reasons of refusals are on the portal, under “Choice of places”. A letter names no place.\n',
    },
    why: {
      asked_one: '{{seats}} seats, {{count}} wanted them.',
      asked_other: '{{seats}} seats, {{count}} wanted them.',
      access: 'Those who need an accessible place were taken first.',
      district: 'Those who live in the enterprise’s district were taken first.',
      distance: 'Those nearer home were taken: the last one taken lives {{last}}, you {{own}}.',
      within: 'within {{km}} km',
      beyond: 'farther than {{km}} km',
      lot: 'Among equals the lot decided: taken up to number {{cutoff}} in order, you are number {{position}}.',
      order: 'Taken up to number {{cutoff}} in order, you are number {{position}}.',
      ahead: 'Taken ahead of you: {{ahead}}.',
      employerCap: 'The enterprise has limited how many people it takes over all its places.',
      quota: 'A number of seats here is set for your college or programme, and it is taken.',
      reserved: 'The seat before you is kept for another college or programme.',
      closedMinimum:
        'The place closed: {{had}} would have come, and the enterprise takes a group of {{minimum}} or more.',
      notCompatible: 'The place is not for your programme.',
      notAcceptable: 'The enterprise did not name you among those it takes.',
      team: 'Your team went to another place.',
      total:
        'Under the rule “most with a place” somebody else needed the seat more: otherwise one would be left with nothing.',
      got: 'You stand number {{position}} here, seats {{seats}}.',
      gotLater:
        'You stand number {{position}} here, seats {{seats}}: some of those ahead got places higher in their lists.',
    },
    otherwise: {
      position: 'You would have got in standing number {{value}} or earlier.',
      capacity: 'You would have got in with {{value}} seats.',
      employerCapacity: 'You would have got in if the enterprise took {{value}} over all its places.',
      minimum: 'The place would have opened if the enterprise took groups from {{value}}.',
    },
    personal: {
      title: 'Enterprises you found yourself',
      basis: 'Your proposal to the college; it can be withdrawn until it is answered',
      enterprise: 'Enterprise',
      contact: 'Whom you spoke with',
      answer: 'Answer of the college',
      on: 'Proposed on',
    },
    screen: { ...deskWords, ...openWords },
    error: {
      freezesBeforeOpening: 'It freezes before it opens. Check the days.',
      planDraft: 'The practice of group {{group}} is not approved. Approve it in the year plan.',
      planInside: 'The practice of group {{group}} is held at the college and needs no distribution.',
      groupBusy: 'Group {{group}} is already in the round “{{round}}”. Wait until it ends.',
      groupTwice: 'Group {{group}} is named twice. Keep one practice.',
      placeTwice: 'The place “{{title}}” is named twice.',
      placeBusy: 'The place “{{title}}” is already in the round “{{round}}”.',
      placeNotOpen: 'The place “{{title}}” cannot be taken now: {{state}}.',
      placeRestricted:
        'The place “{{title}}” is restricted. Students are sent there by name, under an agreement.',
      placeFitsNobody: 'The place “{{title}}” fits none of the groups: programme, kind of practice or days.',
      moreThanOffered: 'The place “{{title}}” offers {{capacity}}, and {{seats}} were named.',
      nothingToDraw: 'There is nothing to distribute: nobody ranked a place, or no place is left.',
      rankingOver: 'Ranking is closed. Now: {{state}}.',
      unknownPlace: 'The place in line {{place}} is not in this round. Take it off the list.',
      rankedTwice: 'The place “{{title}}” stands twice in the list: {{first}} and {{second}}. Keep one.',
      placeLeft: 'The place “{{title}}” no longer takes part. Take it off the list.',
      placeGone: 'The place has already left the round.',
      alreadyOut: 'The student has already left the round.',
      roundOver: 'This cannot be done now: {{state}}.',
      inputChanged:
        'Since the freezing somebody withdrew or a place went away. Freeze anew and compute again: the lot stays the same.',
      beaconTwice: 'The number was already named: {{beacon}}. Another cannot be named.',
      quotaWhere: 'Name a place or an enterprise.',
      quotaWhose: 'Name a college or a programme.',
      limitOutside: 'This place or enterprise is not in the distribution.',
      quotasCross: 'The share crosses another limit: a place takes both. Set the share at one place.',
      quotasCrossJoin:
        'With your groups the shares of this distribution would cross. Ask the centre to set them by place.',
      quotaRule: 'The rule “{{rule}}” cannot share seats among colleges and programmes. Choose another rule.',
      pinnedFull: 'There are {{seats}} seats here, and all are agreed already. Choose another place.',
      contractNumber: 'Write the number of the target contract.',
      findTwice: 'There is a place for this practice already, or a proposal waits for an answer.',
      nothingToConfirm: 'There is nothing to confirm: you have no place now.',
      notDrawing: 'The computation was already stopped or replaced by another.',
      notVerified:
        'The separate check found {{count}} violations. The result was not stored. Tell the administrator.',
      notPlaceable:
        'It cannot be published, the rules refuse: {{count}}. Take these students out with a reason and compute again.',
      notDrawn: 'There is no computation yet, nothing to export.',
      notPublished: 'Only a published round is repaired. Now: {{state}}.',
      nothingToRepair: 'Nothing has changed since the publication, there is nothing to repair.',
    },
  },
};
