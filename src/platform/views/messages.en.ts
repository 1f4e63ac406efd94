export default {
  right: {
    'view.read': 'open own views of tables',
    'view.save': 'save own views of tables',
  },
  error: {
    tooLarge: 'This view holds too many filters. Remove some values and save again.',
    tooMany: 'This table has {{most}} views already. Remove one, and the new one will be saved.',
    notKept: 'The view is not saved: the server cannot be reached. Try again.',
  },
};
