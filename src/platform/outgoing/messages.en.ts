export default {
  error: {
    notAnAddress: '“{{address}}” is not a web address. It begins with https:// and the name of a site.',
    notHttps: 'The address {{address}} is not protected: it has to be https://.',
    passwordInside:
      'The address {{host}} has a name and a password in it. Take them out: they are set elsewhere.',
    hostNotListed:
      'The site {{host}} is not on the list of allowed outer addresses. Ask the server’s administrator to add it to ROSTOK_ALLOWED_HOSTS.',
    privateAddress:
      '{{host}} leads into an inner network and may not be called. If it is a server of yours, the administrator adds it to ROSTOK_ALLOWED_HOSTS with the word “inside:”.',
    noSuchHost: 'The name {{host}} is not found. Check it for a slip.',
    noAnswer: 'The server {{host}} does not answer. Try later; if it persists, tell its owners.',
    answerTooLong: 'The answer of the server {{host}} is too long and was dropped.',
  },
};
