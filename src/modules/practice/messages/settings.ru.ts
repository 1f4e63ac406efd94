/** Words of values in the region's settings of practice. */
export default {
  settingWord: {
    forbidden: 'нельзя',
    practice16: 'на практике с 16 лет',
    allowed: 'можно',
    night: {
      forbidden: 'всем, и на практике',
      employeesForbidden: 'только работникам по трудовому договору',
    },
  },
};
