/** Texts of the store of files. */
export default {
  'error.diskFull':
    'The file was not saved: the disk of the server is full. Everything saved before is intact. Tell the administrator and repeat when there is room.',
  'error.fileTooBigForDisk':
    'The file was not saved: it is larger than the system of the server allows. Everything saved before is intact. Make the file smaller or tell the administrator.',
  'error.cannotWrite':
    'The file was not saved: the server cannot write to the folder of files ({{code}}). Everything saved before is intact. Tell the administrator.',
  'error.tooLarge': 'The file is too large: the limit is {{limit}} MB. Make it smaller or split it.',
  'error.absent':
    'The file {{hash}}… is not in the store. Tell the administrator: it can be brought back from a backup.',
  'error.damaged':
    'The file {{hash}}… is damaged on the disk: its content does not match its checksum, so it was not handed out. Tell the administrator: it can be brought back from a backup.',
  'error.badName': 'This is not the name of a file. Open the file by the link on the page.',
};
