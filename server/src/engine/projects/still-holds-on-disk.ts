import ts from 'typescript';
import { stillHolds, type Observation } from './observations.js';
import { projectDisk } from './project-disk.js';

const disk = projectDisk({
  exists: (file) => ts.sys.fileExists(file),
  read: (file) => ts.sys.readFile(file),
});

/** @returns true where the disk still answers as it was observed */
export function stillHoldsOnDisk(observation: Observation): boolean {
  return stillHolds(observation, disk);
}
