export default {
  error: {
    wrongPassword:
      'The e-mail or the password does not fit. Check Caps Lock or press “Forgot the password?”.',
    wrongEmail: 'This does not look like an e-mail address. Check that it has “@” and a site name.',
    wrongCurrentPassword: 'The present password does not fit. Type it again.',
    locked:
      'Too many wrong passwords. Sign-in to this e-mail from this address is closed until {{until, time}}. You need not wait: press “Forgot the password?” and set a new one.',
    passwordShort:
      'The password is too short: it needs at least {{min}} characters. A phrase of several words will do.',
    passwordLong: 'The password is too long: at most {{max}} characters.',
    passwordSimple:
      'Such a password is easy to guess. Take a phrase of several words, unlike the e-mail address.',
    resetLinkDead: 'The link for a new password is used up or too old. Ask for another on the sign-in page.',
    wrongCode: 'The code does not fit. Codes change every 30 seconds: type the one shown now.',
    codeTooLate: 'The time for the code is over. Type your e-mail and password again.',
    codeLocked: 'Too many wrong codes. Try again in 15 minutes or ask your administrator.',
    secondFactorOn: 'Sign-in by code is on already. To change the phone, turn it off first.',
    secondFactorOff: 'Sign-in by code is not on yet.',
    providerUnknown: 'This way of signing in is not set up or does not answer. Use e-mail and password.',
    signInAgain: 'Sign in again to do this: your last sign-in was long ago.',
    foreignPage:
      'The request came from a foreign page and was refused. Open the portal at its usual address.',
    tooMany: 'Too many requests in a row from your address. Wait a minute and try again.',
    notDone: 'It did not work. Check what you typed and try again.',
    accountExists: 'This person or the e-mail {{email}} has an account already. Offer to reset the password.',
    outerUnknown:
      'The portal does not know this person yet. Ask your organisation’s administrator for an invitation and sign in again.',
    outerNotProved:
      'The e-mail is not confirmed in the portal or at the outer service, so the accounts are not joined. Sign in by password.',
    outerNoEmail:
      'The outer service gave no e-mail address. Allow it to pass the e-mail or sign in by password.',
    outerDenied: 'You did not allow the outer sign-in. Try again or sign in by password.',
    outerTooLate: 'The outer sign-in took too long. Start it again.',
    outerFailed: 'The outer sign-in service answered with an error. Try later or sign in by password.',
    keyLife: 'A key lives from tomorrow on and at most {{days}} days. Change the date.',
    notYoursToGive:
      'A key cannot get more than you have yourself: {{permissions}}. Take these rights out or ask somebody who has them.',
    keyTaken: 'There is such a key already. Make another.',
  },
  duty: { sessions: 'Ended sessions: addresses and devices, counts of wrong passwords' },
  mine: {
    title: 'Account and sign-ins',
    basis: 'Terms of use of the portal',
    purpose: 'So that only you enter the portal under your name',
    email: 'E-mail for signing in',
    since: 'Account made',
    secondFactor: 'Sign-in by code is on',
    signedIn: 'Signed in',
    address: 'Network address',
    device: 'Browser and device',
  },
};
