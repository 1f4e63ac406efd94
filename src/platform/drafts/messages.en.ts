export default {
  kept: 'Draft kept at {{at, time}}',
  restored: 'Going on from the draft of {{at, moment}}',
  discard: 'Begin anew',
  error: {
    otherTab:
      'This form is open in another tab, and a newer draft was kept there. Reload the page to go on from it.',
    tooLarge:
      'The draft takes {{kilobytes}} KB, and {{most}} KB fit. Shorten the text or attach it as a file.',
    tooMany: 'You already have {{most}} unfinished forms. Finish or delete some, and this one will be kept.',
  },
};
