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
  'error.kindNotTaken':
    'The file “{{name}}” was not taken: such files are not accepted. Accepted: {{kinds}}. Save the document as PDF and attach that.',
  'error.otherInside':
    'The file “{{name}}” was not taken: its content is not what the ending {{ending}} promises. Open it on your side, check it and save it again.',
  'error.empty': 'The file “{{name}}” is empty. Choose another one.',
  'error.noName': 'The file has no name. Choose it again.',
  'error.tooManyWaiting':
    'Too many files are uploaded and not attached: at most {{most}} a day. Attach them to records or remove what is not needed.',
  'error.tooBusy': 'Too many files are being uploaded at once. Repeat in a minute.',
  'error.again': 'The file was not saved: the store was being swept at that moment. Upload it once more.',
  'error.notYours': 'Only who uploaded a file may attach it. Upload the file yourself.',
  'error.mayNotChange':
    'You may read the files of this record but not change them. Ask whoever keeps the record.',
  'setting.mostMegabytes': 'The largest size of an attached file, MB',
  'setting.mostWaiting': 'How many uploaded files of one person may wait to be attached',
  'job.sweep': 'Sweeping away files that nothing needs',
  'subject.file': 'File',
  'mine.title': 'Files you have uploaded',
  'mine.basis': 'the duty to keep documents attached to records',
  'mine.purpose': 'to prove what a record says by a document',
  'mine.name': 'Name of the file',
  'mine.at': 'Uploaded',
  'mine.kilobytes': 'Size, KB',
  'list.title': 'Files',
  'list.none': 'No files yet.',
  'list.add': 'Attach a scan or a document',
  'list.hint': 'PDF, a photo, DOCX, XLSX or a signature file, up to {{limit}} MB',
  'list.remove': 'Remove',
  'list.removeSure': 'Remove the file “{{name}}”? It will stay in the history only.',
  'list.removeYes': 'Yes, remove',
  'list.removeNo': 'Keep',
  'list.sending': 'Uploading “{{name}}”…',
  'list.sent': 'The file “{{name}}” is attached.',
  'list.kilobytes': '{{size}} KB',
  'list.megabytes': '{{size, decimal}} MB',
  'list.lost': 'The connection broke off, the file was not uploaded. Repeat.',
};
