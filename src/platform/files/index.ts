export { type FileStore, openFileStore, type StoredFile } from './file-store.ts';
