export default {
  error: {
    folderTaken:
      'The data folder {{dir}} is already held by another process (number {{pid, plain}}, running since {{since, moment}}). Stop it or name another folder in ROSTOK_DATA.',
  },
};
