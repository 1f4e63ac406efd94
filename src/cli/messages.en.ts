export default {
  help: 'Commands:',
  unknown: 'There is no command "{{name}}". The list of commands: rostok help.',
  why: {
    ENOENT: 'there is no such file or folder',
    EISDIR: 'it is a folder and a file is needed',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'nothing can be written there',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
    ERR_PARSE_ARGS_UNKNOWN_OPTION: 'there is no option {{option}}',
    ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'the option {{option}} has no value or one too many',
  },
  json: {
    end: 'the text breaks off, its end is missing',
    at: 'a fault at character {{at}}',
    text: 'the text cannot be read',
  },
  verify: {
    badInput: 'The input has faults of its own; there is nothing to check against. Computing it names them.',
    badLine: 'The input of this line has faults, and the answer is given as if it had none.',
  },
};
