export default {
  help: 'Команды:',
  unknown: 'Команды «{{name}}» нет. Список команд: rostok help.',
};
