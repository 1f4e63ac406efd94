/** Words of values in the region's settings of practice. */
export default {
  settingWord: {
    forbidden: 'not allowed',
    practice16: 'in practice from 16 on',
    allowed: 'allowed',
    night: {
      forbidden: 'everybody, in practice too',
      employeesForbidden: 'only those with a labour contract',
    },
  },
};
