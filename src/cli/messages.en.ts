export default {
  help: 'Commands:',
  unknown: 'There is no command "{{name}}". The list of commands: rostok help.',
};
