export { askRunning, BACKUP_PATH } from './ask-running.ts';
export { type Door, leaveDoor, newToken } from './door.ts';
export { openPlace, readPlace } from './locate.ts';
export { type Manifest, summaryOf } from './manifest.ts';
export { verifyBackup } from './read-backup.ts';
export { restoreBackup } from './restore-backup.ts';
export { writeBackup } from './write-backup.ts';
