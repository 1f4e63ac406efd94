export default {
  state: {
    queued: 'Queued',
    running: 'Running',
    cancelling: 'Stopping',
    cancelled: 'Cancelled',
    done: 'Done',
    failed: 'Failed',
  },
  remaining: {
    seconds: 'about {{seconds}} s left',
    minutes: 'about {{minutes}} min left',
  },
  error: {
    unexpected:
      'The job stopped because of a fault. Everything saved before it is safe. Start it again; if that does not help, give the administrator the number {{jobId}}.',
    crashed:
      'The job brought the server down three times in a row and is not started any more. Everything saved before it is safe. Give the administrator the number {{jobId}}.',
    unknown:
      'This version of the program does not know the job “{{name}}”. Update the program and start it again.',
    alreadyEnded: 'This job has already ended, there is nothing to cancel.',
  },
};
