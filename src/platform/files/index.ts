export { attachFile, type FileArgs, type RecordName, takeFileAway, takeFilesOf } from './attach.ts';
export {
  defineFileOwner,
  type FileOwner,
  type FileQuestion,
  fileOwnerOf,
  isFileOwner,
} from './define-file-owner.ts';
export { type FileRow, fileRow } from './file-row.ts';
export { type FileStore, openFileStore, type StoredFile } from './file-store.ts';
export { readableFile } from './readable-file.ts';
export { type SweepReport, sweepFiles, sweepFilesJob } from './sweep-files.ts';
export { type Upload, type UploadedFile, uploadFile } from './upload-file.ts';
